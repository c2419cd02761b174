import type { FileHashIndex } from '../model/file-hashes.ts';
import type { NameTable } from '../model/name-table.ts';
import type { Day } from '../model/time.ts';
import type { Platform } from '../platforms/platform.ts';
import type { VersionScheme } from '../versions/scheme.ts';

/** A release as the release data knows it. */
export interface KnownRelease {
  version: string;
  /** Day it came out; null = not known. */
  date: Day | null;
}

/** What identification is done with; everything arrives from outside. */
export interface IdentifyContext {
  platforms: readonly Platform[];
  /** Releases known of a product with its scheme, any order; null = no release data. */
  releases: (product: string) => { releases: readonly KnownRelease[]; scheme: VersionScheme } | null;
  /** Known hashes of a product's public files; null where there are none. */
  hashIndex: (product: string) => FileHashIndex | null;
  /** Names that a product's releases list; null where there are none. */
  nameTable: (product: string) => NameTable | null;
}

/** What the next question is chosen with, besides. */
export interface PlanContext extends IdentifyContext {
  /** What a release would come to by itself: `yes`, or the reason of the no. Decides what is still worth asking. */
  outcome: (product: string, version: string) => string;
  /** Product id that the owner named: never evidence, it only orders what is asked. */
  hint: string | undefined;
}
