import { z } from 'zod';
import { Release, SourceState } from './facts.ts';
import { ProductId } from './identification.ts';
import { Language } from './language.ts';
import { Disclosure, Maintainer, SiteId, SitePromise } from './site.ts';
import { Day, Instant } from './time.ts';

/** `data/checks.json`: the only file that changes with every run. */
export const Checks = z.object({
  schemaVersion: z.literal(1),
  /** The run's instant: all that the pages print is computed against it. */
  asOf: Instant,
  sites: z.record(
    SiteId,
    z.object({
      /** When the last check of this site ended. */
      checkedAt: Instant,
      /** When the site was last seen well; null: never. */
      seenAt: Instant.nullable(),
    }),
  ),
  /** Sources that the last run judged by, per product. */
  sources: z.record(z.string(), z.array(SourceState)),
});
export type Checks = z.infer<typeof Checks>;

/** `data/products/<product>.json`: what the pages tell of a product besides a site's own report. */
export const ProductTimeline = z.object({
  schemaVersion: z.literal(1),
  product: ProductId,
  /** Releases with a known day, out by the scan, of every edition; oldest first. */
  releases: z.array(Release.pick({ version: true, security: true }).extend({ date: Day })),
});
export type ProductTimeline = z.infer<typeof ProductTimeline>;

/** A listed site as the pages need it: sites.yaml without policy and secrets. */
export const ListedSite = z.object({
  id: SiteId,
  name: z.string(),
  url: z.string(),
  maintainer: Maintainer.nullable(),
  tags: z.array(z.string()),
  disclosure: Disclosure,
  promise: SitePromise.nullable(),
});
export type ListedSite = z.infer<typeof ListedSite>;

/** A hundred years: more is no duration that anybody wrote. */
const longestMs = 36_525 * 86_400_000;

/** `data/sites.json`: what the build needs of sites.yaml, written by the scan, so that right of the disk nothing but data/ is read. */
export const Listing = z.object({
  schemaVersion: z.literal(1),
  title: z.string(),
  url: z.url({ protocol: /^https?$/, normalize: true }),
  contact: z.string(),
  everyMs: z.number().int().min(0).max(longestMs),
  maxAgeMs: z.number().int().min(0).max(longestMs),
  demo: z.boolean(),
  userAgent: z.string(),
  /** The default first. */
  languages: z.array(Language).min(1).default(['en']),
  sites: z.array(ListedSite),
  /** Sites that left sites.yaml, as they were last listed: their pages keep name and disclosure. */
  formerSites: z.array(ListedSite).optional(),
});
export type Listing = z.infer<typeof Listing>;
