import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import { unknownIn } from './entry.ts';

/** Hashes under which each release stands in a file; none for unknown bytes. */
function hashesOf({ files, versions }: FileHashIndex, path: string): Map<string, string> {
  const entry = files.find((file) => file.path === path);
  const told = new Map<string, string[]>();
  const unknown = entry === undefined ? [] : unknownIn(entry);
  for (const [hash, releases] of Object.entries(entry?.hashes ?? {})) {
    for (const version of releases.filter((at) => !unknown.includes(at)).map((at) => versions[at] ?? '')) {
      told.set(version, [...(told.get(version) ?? []), hash]);
    }
  }
  return new Map([...told].map(([version, hashes]) => [version, hashes.sort().join()]));
}

/** What an index says otherwise than the one before. */
export interface Difference {
  added: string[];
  dropped: string[];
  /** Releases of both, of whose files they state other bytes: one of the two sources is not what a shop has. */
  contradicted: string[];
  /** True where the file needs no rewriting. */
  none: boolean;
}

export function compareIndexes(before: FileHashIndex | null, after: FileHashIndex): Difference {
  const old = before ?? { ...after, versions: [], files: [] };
  const common = old.versions.filter((version) => after.versions.includes(version));
  const paths = old.files.map(({ path }) => path).filter((path) => after.files.some((file) => file.path === path));
  const contradicted = new Set<string>();
  for (const path of paths) {
    const [left, right] = [hashesOf(old, path), hashesOf(after, path)];
    for (const version of common) {
      const [was, is] = [left.get(version), right.get(version)];
      if (was !== undefined && is !== undefined && was !== is) contradicted.add(version);
    }
  }
  return {
    added: after.versions.filter((version) => !old.versions.includes(version)),
    dropped: old.versions.filter((version) => !after.versions.includes(version)),
    contradicted: [...contradicted],
    none: JSON.stringify([old.versions, old.files]) === JSON.stringify([after.versions, after.files]),
  };
}
