import type { FileHashIndex } from '../model/file-hashes.ts';
import type { Platform } from '../platforms/platform.ts';
import type { VersionScheme } from '../versions/scheme.ts';

/** What identification is done with; everything arrives from outside. */
export interface IdentifyContext {
  platforms: readonly Platform[];
  /** Releases known of a product with its scheme, any order; null = no release data. */
  releases: (product: string) => { versions: readonly string[]; scheme: VersionScheme } | null;
  /** Known hashes of a product's public files; null where there are none. */
  hashIndex: (product: string) => FileHashIndex | null;
  /** Product id that the owner named: never evidence, it only orders what is asked. */
  hint: string | undefined;
}
