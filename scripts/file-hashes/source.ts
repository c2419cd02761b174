import type { VersionScheme } from '../../src/versions/scheme.ts';

/** One file of a release tree. */
export interface TreeFile {
  /** Path in the tree. */
  file: string;
  /** Names the bytes: two files with the same id are equal. */
  id: string;
}

/** The tree of one release. */
export interface ReleaseTree {
  version: string;
  /** What the source calls it: a tag, a folder. */
  name: string;
  list(): TreeFile[];
}

/** Where release trees come from: tags of a git clone, or a folder of unpacked releases. */
export interface TreeSource {
  /** Oldest release first. */
  trees: readonly ReleaseTree[];
  /** Names the state of the newest release, for the index. */
  commit: string;
  /** Bytes by id; null for one that the source lists and does not hold. */
  read(id: string): Buffer | null;
  /** Size by id; null for one that the source does not hold. */
  sizes(ids: readonly string[]): Map<string, number | null>;
}

/** How the names of releases are read. */
export interface Naming {
  scheme: VersionScheme;
  /** Versions, or names of trees, that the source holds and that are not what they say. */
  leaveOut: readonly string[];
}

/** Names whose number part is a version, oldest first: `v2.4.7` -> 2.4.7, `version-4_2` -> 4.2. */
export function readVersions(
  names: readonly string[],
  { scheme, leaveOut }: Naming,
): { name: string; version: string }[] {
  return names
    .filter((name) => !leaveOut.includes(name))
    .map((name) => {
      const text = /^[^\d]{0,40}(\d.*)$/.exec(name)?.[1] ?? '';
      return { name, version: scheme.isVersion(text) ? text : text.replaceAll('_', '.') };
    })
    .filter(({ version }) => scheme.isVersion(version) && !scheme.isPrerelease(version) && !leaveOut.includes(version))
    .sort((a, b) => scheme.compare(a.version, b.version) || (a.name < b.name ? -1 : 1));
}
