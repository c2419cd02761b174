import { z } from 'zod';
import { Language } from './language.ts';
import { AttestationKind, Site } from './site.ts';

/** How strictly answers are judged. */
export const Policy = z.strictObject({
  /** A source older than this turns answers into no, in milliseconds. Default 7 days. */
  sourceMaxAgeMs: z.number().int().positive(),
  /** Where a vendor publishes no support window: months since its last release within which the newest branch counts as supported. Default 24. */
  unpublishedNewestMonths: z.number().int().positive(),
  /** The same for any other branch. Default 12. */
  unpublishedOtherMonths: z.number().int().positive(),
  /** Kinds of attestation that may lift a no. */
  accept: z.array(AttestationKind),
});
export type Policy = z.infer<typeof Policy>;

/** sites.yaml, parsed: every default filled in, every site complete. */
export const Config = z.strictObject({
  /** Title of the published site. */
  title: z.string().min(1).max(200),
  /** Where the result is published; its path is the base path of every page. */
  url: z.url({ protocol: /^https?$/ }),
  /** A mail address or an https URL, sent in the User-Agent and shown on the page. */
  contact: z.string().min(1).max(200),
  /** How often the scan is run, in milliseconds. Default 24 h. */
  everyMs: z.number().int().positive(),
  /** How long the last good identification stands after a failed check, in milliseconds. Default 48 h. */
  maxAgeMs: z.number().int().positive(),
  policy: Policy,
  /** Languages of the published site, the default first. */
  languages: z.array(Language).min(1),
  /** True: the listed sites are the demo shops, served on loopback by Patchproof itself. */
  demo: z.boolean(),
  sites: z.array(Site),
});
export type Config = z.infer<typeof Config>;
