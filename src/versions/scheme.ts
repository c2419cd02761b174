/**
 * A version scheme: how one family of platforms writes and orders its releases.
 * To add one: a file here that exports a `VersionScheme`, a line in index.ts, a table of ordered pairs in tests/versions/.
 */
export interface VersionScheme {
  id: 'composer' | 'semver' | 'zencart';
  /** False for text that is no version of this scheme; the other members may then throw. */
  isVersion(text: string): boolean;
  /** Negative, zero or positive; a total order over all versions of the scheme. `7.1` equals `7.1.0`. */
  compare(a: string, b: string): number;
  /** True for alphas, betas, release candidates and development builds. */
  isPrerelease(version: string): boolean;
}

/** A scan compares the same some hundred releases over and over; text from pages must not make this grow. */
const rememberedAtMost = 10_000;

/** The same reading of a text, worked out once. What it throws, or reads as null, is not remembered. */
export function remembered<T extends object | null>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = parse(text);
    if (result === null) return result;
    if (known.size >= rememberedAtMost) known.clear();
    known.set(text, result);
    return result;
  };
}
