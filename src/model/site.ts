import { z } from 'zod';
import { Day } from './time.ts';

/** What the public pages may show while the answer is no; product.md's disclosure table is the specification. */
export const Disclosure = z.enum(['full', 'after-patch', 'answer-only']);
export type Disclosure = z.infer<typeof Disclosure>;

/**
 * Kinds of attestation that a policy can accept: the maintainer's word, or a document that a tool wrote (Adobe's
 * `patch-status`, Composer, the composer.json of Shopware's security plugin, OpenVEX).
 */
export const AttestationKind = z.enum(['statement', 'patch-status', 'composer', 'shopware-plugin', 'openvex']);
export type AttestationKind = z.infer<typeof AttestationKind>;

/** What the maintainer states and the scan cannot see. */
export const Attestation = z.strictObject({
  /** How it is stated; `policy.accept` says which kinds may lift a no. */
  kind: AttestationKind,
  /** Ids it speaks of: advisory ids, their aliases, or vendor bulletin ids such as `APSB26-92`. */
  covers: z.array(z.string().min(1).max(100)).max(2_000).default([]),
  /** The version that is installed: settles what cannot be seen; what was seen and contradicts it wins. */
  version: z.string().min(1).max(50).optional(),
  /** Product id that `version` speaks of; may be left out where the site shows one product. */
  product: z.string().optional(),
  /** The edition that is installed, where the vendor supports editions differently (Magento). */
  edition: z.enum(['commerce']).optional(),
  /** Who states it. */
  author: z.string().min(1).max(200),
  /** The day it was stated. */
  made: Day,
  /** The last day on which it counts. */
  expires: Day,
  /** In the author's words; shown as stated, never judged. */
  note: z.string().max(500).optional(),
  /** True: by its document, nothing that its tool knows is missing. Never written by hand. */
  complete: z.boolean().optional(),
});
export type Attestation = z.infer<typeof Attestation>;

/** An attestation as sites.yaml lists it: every kind but `statement` names its document. */
export const ListedAttestation = Attestation.extend({
  /** Path of the document, relative to sites.yaml. */
  file: z.string().min(1).max(300).optional(),
  /** Its address. */
  url: z.string().max(2_000).optional(),
  /** Environment variable that holds the bearer token for `url`. */
  tokenEnv: z.string().max(80).optional(),
  /** Allows a private or loopback address for the host and port of `url`. */
  allowPrivate: z.boolean().optional(),
});
export type ListedAttestation = z.infer<typeof ListedAttestation>;

/** The date by which the maintainer says the update will be applied. */
export const SitePromise = z.strictObject({
  /** The last day on which the promise can be kept. */
  by: Day,
  /** The day it was made. */
  made: Day.optional(),
  /** In the maintainer's words. */
  note: z.string().max(500).optional(),
});
export type SitePromise = z.infer<typeof SitePromise>;

/** Whoever runs the shop's software: an agency, a freelancer, somebody in-house. */
export const Maintainer = z.strictObject({
  /** As shown on the page. */
  name: z.string().min(1).max(200),
  /** Where both questions are sent. */
  email: z.email().optional(),
  /** Their own web site. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type Maintainer = z.infer<typeof Maintainer>;

/** A site's id: safe as a file name and as a path of the published site. */
export const SiteId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** One monitored site, as listed in sites.yaml. */
export const Site = z.strictObject({
  id: SiteId,
  /** As shown on the page. */
  name: z.string().min(1).max(200),
  /** The shop's home page. */
  url: z.url({ protocol: /^https?$/ }),
  maintainer: Maintainer.optional(),
  tags: z.array(z.string().min(1).max(50)).max(20),
  /** Product id that the owner names; a hint, never evidence. */
  platform: z.string().optional(),
  /** Earlier ids, whose history goes on under this one. */
  formerly: z.array(SiteId).max(10),
  /** `owner-consents`: the owner allows probes that robots.txt forbids, or that patchproof.json opts out of. */
  robots: z.enum(['respect', 'owner-consents']),
  /** Allows a private or loopback address for this site's own host and port, never for a redirect's target. */
  allowPrivate: z.boolean(),
  disclosure: Disclosure,
  promise: SitePromise.optional(),
  attestations: z.array(ListedAttestation).max(100),
});
export type Site = z.infer<typeof Site>;
