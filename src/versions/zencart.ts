import { remembered, type VersionScheme } from './scheme.ts';

/** `1.5.7c`, `2.2.1`, `v2.2.0-alpha`: a letter is a later patch of the plain release, a word a pre-release of it. */
const shape = /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?([a-z])?(-(?:alpha|beta|rc)\d{0,3})?$/;

const parsed = remembered((version) => {
  const match = shape.exec(version);
  if (match === null) throw new RangeError(`Not a Zen Cart version: ${JSON.stringify(version.slice(0, 40))}`);
  const [, major, minor, patch = '0', letter = '', prerelease = ''] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], letter, prerelease };
});

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compare(a: string, b: string): number {
  const [left, right] = [parsed(a), parsed(b)];
  for (const [i, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.letter !== right.letter) return order(left.letter, right.letter);
  if (left.prerelease === right.prerelease) return 0;
  if (left.prerelease === '') return 1;
  if (right.prerelease === '') return -1;
  return order(left.prerelease, right.prerelease);
}

/** Zen Cart's letters: 1.5.7 < 1.5.7a < 1.5.7b < 1.5.8. Composer would call `1.5.7a` an alpha. */
export const zencart: VersionScheme = {
  id: 'zencart',
  isVersion: (text) => shape.test(text),
  compare,
  isPrerelease: (version) => parsed(version).prerelease !== '',
};
