import { z } from 'zod';
import { ProductId } from './identification.ts';

/** Names that a product's pages list (feature flags, fields of an interface, built files) and the releases that list each. */
export const NameTable = z.object({
  product: ProductId,
  /** Where the release trees came from. */
  source: z.array(z.object({ repository: z.string(), commit: z.string() })),
  /** Releases in the table, oldest first. */
  versions: z.array(z.string()),
  /** Name in upper case, all but letters and digits as `_` -> indexes into `versions`. */
  names: z.record(z.string().regex(/^[A-Z0-9_]{1,100}$/), z.array(z.number().int().nonnegative())),
});
export type NameTable = z.infer<typeof NameTable>;
