import { canonicalForm } from '../history/index.ts';

/** Several copies, the newest by `rank` first; in the same order whatever theirs was. */
export function newestFirst<T>(copies: readonly T[], rank: (copy: T) => string): T[] {
  const ranked = copies.map((copy) => ({ copy, key: `${rank(copy)} ${canonicalForm(copy)}` }));
  return ranked.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ copy }) => copy);
}

/** The newest of several copies. */
export function newest<T>(copies: readonly T[], rank: (copy: T) => string): T | undefined {
  return newestFirst(copies, rank)[0];
}

/** Every key of all records, sorted. */
export function names(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
}

/** Every key of all records, each with its newest value. */
export function mergeRecords<T>(
  records: readonly Readonly<Record<string, T>>[],
  rank: (value: T) => string,
): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const name of names(records)) {
    const values = records.map((record) => record[name]).filter((value) => value !== undefined);
    const value = newest(values, rank);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}
