/** Sets of releases as bits: the choice of files intersects some millions of them. */
export type ReleaseSet = Uint32Array;

export function emptySet(size: number): ReleaseSet {
  return new Uint32Array(Math.ceil(size / 32));
}

export function setOf(size: number, members: Iterable<number>): ReleaseSet {
  const set = emptySet(size);
  for (const member of members) set[member >> 5] = (set[member >> 5] ?? 0) | (1 << (member & 31));
  return set;
}

export function has(set: ReleaseSet, member: number): boolean {
  return (((set[member >> 5] ?? 0) >>> (member & 31)) & 1) === 1;
}

export function union(a: ReleaseSet, b: ReleaseSet): ReleaseSet {
  return a.map((word, at) => word | (b[at] ?? 0));
}

export function intersection(a: ReleaseSet, b: ReleaseSet): ReleaseSet {
  return a.map((word, at) => word & (b[at] ?? 0));
}

export function membersOf(set: ReleaseSet): number[] {
  return Array.from({ length: set.length * 32 }, (_, at) => at).filter((member) => has(set, member));
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many releases all sets have in common. */
export function countCommon(a: ReleaseSet, b: ReleaseSet, c: ReleaseSet = b): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) count += countBits((a[at] ?? 0) & (b[at] ?? 0) & (c[at] ?? 0));
  return count;
}
