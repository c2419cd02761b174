import { z } from 'zod';
import { ProductId } from './identification.ts';

/** SHA-256 in hex -> indexes into `versions`. */
const HashTable = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.array(z.number().int().nonnegative()));

/** Known hashes of a product's public static files, computed from its release trees by scripts/file-hashes.ts. */
export const FileHashIndex = z.object({
  product: ProductId,
  /** Where the release trees came from. */
  source: z.array(z.object({ repository: z.string(), commit: z.string() })),
  /** Releases in the index, oldest first. */
  versions: z.array(z.string()),
  /** Best probe first. */
  files: z.array(
    z.object({
      /** URL path as a default install serves it; `{static}` = base of the static files, read from the page. */
      path: z.string(),
      /** Hashes of the raw bytes. A release under every hash: its bytes are unknown. A release under none: it does not ship the file. */
      hashes: HashTable,
      /** Hashes after CRLF became LF, where some release has CRLF. */
      hashesLf: HashTable.optional(),
    }),
  ),
});
export type FileHashIndex = z.infer<typeof FileHashIndex>;
