import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import { unknownIn } from './entry.ts';
import { countCommon, intersection, membersOf, type ReleaseSet, setOf, union } from './releases-set.ts';
import type { Matters } from './stakes.ts';

/** What an index can tell. */
export interface Resolution {
  /** Releases that nothing else looks like. */
  identified: number;
  /** Sets of releases that an answer can come to. */
  groups: number;
  /** Releases that look like one that matters. */
  undecided: number;
  /** Groups that hold releases which matter to each other. */
  unsplit: string[][];
}

/** What is left of all releases once every file that each one ships was seen. */
function lookAlikes({ versions, files }: FileHashIndex): ReleaseSet[] {
  const size = versions.length;
  const left = versions.map(() => setOf(size, versions.keys()));
  for (const file of files) {
    const unknown = new Set(unknownIn(file));
    const same = new Map<number, ReleaseSet>();
    for (const members of Object.values(file.hashes)) {
      const group = setOf(size, members);
      for (const release of members)
        if (!unknown.has(release)) same.set(release, union(same.get(release) ?? group, group));
    }
    for (const [release, group] of same) left[release] = intersection(left[release] ?? group, group);
  }
  return left;
}

function isWithin(inner: readonly number[], outer: readonly number[]): boolean {
  return inner.length < outer.length && inner.every((release) => outer.includes(release));
}

export function measureIndex(index: FileHashIndex, matters: Matters): Resolution {
  const left = lookAlikes(index);
  const nameOf = (release: number) => index.versions[release] ?? '';
  const groups = [...new Map(left.map((set) => [set.join(), membersOf(set)])).values()];
  const mixed = new Map<string, number[]>();
  const undecided = [...left.entries()].filter(([release, set]) =>
    membersOf(set).some((other) => matters(nameOf(release), nameOf(other))),
  );
  for (const [, set] of undecided) mixed.set(set.join(), membersOf(set));
  const sets = [...mixed.values()];
  return {
    identified: left.filter((set) => countCommon(set, set) === 1).length,
    groups: groups.length,
    undecided: undecided.length,
    unsplit: sets.filter((set) => !sets.some((other) => isWithin(set, other))).map((set) => set.map(nameOf)),
  };
}
