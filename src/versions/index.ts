import { composer } from './composer.ts';
import type { VersionScheme } from './scheme.ts';
import { semver } from './semver.ts';
import { zencart } from './zencart.ts';

/** Every scheme by id. */
export const schemes = { composer, semver, zencart } as const satisfies Record<VersionScheme['id'], VersionScheme>;

/** The leading number parts of a version: `2.4.7-p3` -> [2, 4, 7]. */
export function numberParts(version: string): number[] {
  const digits = /^v?(\d{1,9}(?:\.\d{1,9}){0,7})/.exec(version)?.[1];
  return digits === undefined ? [] : digits.split('.').map(Number);
}

/** Whether two texts name the same version: 7.1.0 is 7.1. What is no version is the same as itself alone. */
export function isSameVersion({ isVersion, compare }: VersionScheme, a: string, b: string): boolean {
  return a === b || (isVersion(a) && isVersion(b) && compare(a, b) === 0);
}
