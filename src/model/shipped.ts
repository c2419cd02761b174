import { z } from 'zod';
import { Advisory, Exploited, Patch, ProductFacts, Release, Support } from './facts.ts';
import { ProductId } from './identification.ts';
import { Day } from './time.ts';

/*
 * The files of src/snapshot/: what ships of each product, one record a line. `npm run refresh` rewrites them; `sources` are
 * written for people.
 */

/** `releases/<product>.json` */
export const ReleaseFile = z.object({
  product: ProductId,
  scheme: ProductFacts.shape.scheme,
  /** The day up to which everything that ships of the product is complete. */
  dataOn: Day,
  /** The day from which releases without a date count, where `dataOn` has moved on since. */
  undatedOn: Day.optional(),
  sources: z.array(z.string()),
  /** Newest first. */
  releases: z.array(Release),
  patches: z.array(Patch),
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** `support/<product>.json` */
export const SupportFile = Support.extend({ product: ProductId, sources: z.array(z.string()) });
export type SupportFile = z.infer<typeof SupportFile>;

/** `advisories/<product>.json` */
export const AdvisoryFile = z.object({
  product: ProductId,
  /** Names under which advisory databases know the product. */
  packages: z.array(z.string()),
  /** In the order of ids. */
  advisories: z.array(Advisory),
});
export type AdvisoryFile = z.infer<typeof AdvisoryFile>;

/** `exploited.json` */
export const ExploitedFile = z.object({
  dataOn: Day,
  source: z.string(),
  /** Newest first. */
  entries: z.array(Exploited),
});
export type ExploitedFile = z.infer<typeof ExploitedFile>;
