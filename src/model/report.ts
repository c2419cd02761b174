import { z } from 'zod';
import { Identification } from './identification.ts';
import { SiteId, SitePromise } from './site.ts';
import { Problem } from './snapshot.ts';
import { Instant } from './time.ts';
import { Verdict } from './verdict.ts';

/** The latest report of one site: `data/reports/<site>.json`. */
export const Report = z.object({
  schemaVersion: z.literal(1),
  site: SiteId,
  /** The instant it was judged for. */
  asOf: Instant,
  /** When the site was last seen well; null: never. After a failed check the identification below is the one of this instant. */
  seenAt: Instant.nullable(),
  identification: Identification,
  verdict: Verdict,
  promise: SitePromise.nullable(),
  problems: z.array(Problem),
  /** Requests sent to the site by this check: robots.txt, patchproof.json and redirects counted. */
  requests: z.number().int().nonnegative(),
});
export type Report = z.infer<typeof Report>;

/** What `npm run -s scan -- --json` prints. */
export const ScanDocument = z.object({
  asOf: Instant,
  sites: z.array(Report),
});
export type ScanDocument = z.infer<typeof ScanDocument>;
