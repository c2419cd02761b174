import fc from 'fast-check';
import { expect } from 'vitest';
import type { VersionScheme } from '../../src/versions/scheme.ts';

/** Asserts that every version is older than all that follow it in the list. */
export function expectAscending(scheme: VersionScheme, ascending: readonly string[]): void {
  for (const [at, older] of ascending.entries()) {
    for (const newer of ascending.slice(at + 1)) {
      expect(scheme.compare(older, newer), `${older} < ${newer}`).toBeLessThan(0);
      expect(scheme.compare(newer, older), `${newer} > ${older}`).toBeGreaterThan(0);
    }
  }
}

/** Asserts a total order over generated versions: antisymmetric, transitive, equal to itself. */
export function expectTotalOrder(scheme: VersionScheme, versions: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(versions, versions, versions, (a, b, c) => {
      expect(scheme.isVersion(a)).toBe(true);
      expect(scheme.compare(a, a)).toBe(0);
      expect(Math.sign(scheme.compare(a, b))).toBe(-Math.sign(scheme.compare(b, a)) + 0);
      const [low, middle, high] = [a, b, c].sort(scheme.compare) as [string, string, string];
      expect(scheme.compare(low, middle)).toBeLessThanOrEqual(0);
      expect(scheme.compare(middle, high)).toBeLessThanOrEqual(0);
      expect(scheme.compare(low, high)).toBeLessThanOrEqual(0);
      if (scheme.compare(low, middle) === 0)
        expect(Math.sign(scheme.compare(low, high))).toBe(Math.sign(scheme.compare(middle, high)));
    }),
    { numRuns: 500 },
  );
}
