import { remembered, type VersionScheme } from './scheme.ts';

/** `2.4.7-p3`, `1.7.8.11`, `6.7.0.0-rc2`, `7.0-RC1`, `v4.1.0.4`: number parts, then at most one stability suffix. */
const shape = /^v?(\d{1,9}(?:\.\d{1,9}){0,7})(?:[-._]?(dev|alpha|a|beta|b|rc|patch|pl|p)[-.]?(\d{0,9}))?$/i;

/** Composer's order of stabilities; a plain release is 4, a patch of it comes after. */
const stability: Record<string, number> = { dev: 0, alpha: 1, a: 1, beta: 2, b: 2, rc: 3, patch: 5, pl: 5, p: 5 };
const plain = 4;

interface Parsed {
  numbers: number[];
  stability: number;
  suffix: number;
}

function parse(version: string): Parsed | null {
  const match = shape.exec(version);
  if (match === null) return null;
  const [, digits = '', word, count] = match;
  return {
    numbers: digits.split('.').map(Number),
    stability: word === undefined ? plain : (stability[word.toLowerCase()] ?? plain),
    // `-beta` comes before `-beta.0`.
    suffix: count === undefined || count === '' ? -1 : Number(count),
  };
}

const read = remembered(parse);

function parsed(version: string): Parsed {
  const result = read(version);
  if (result === null) throw new RangeError(`Not a version: ${JSON.stringify(version.slice(0, 40))}`);
  return result;
}

function compare(a: string, b: string): number {
  const [left, right] = [parsed(a), parsed(b)];
  for (let i = 0; i < Math.max(left.numbers.length, right.numbers.length); i += 1) {
    const difference = (left.numbers[i] ?? 0) - (right.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.stability - right.stability || left.suffix - right.suffix;
}

/**
 * The order of PHP platforms, after Composer's rules: any number of parts, `-pN` is newer than the plain release,
 * release candidates, betas and alphas are older. semver gets every one of these wrong for Magento or PrestaShop.
 */
export const composer: VersionScheme = {
  id: 'composer',
  isVersion: (text) => read(text) !== null,
  compare,
  isPrerelease: (version) => parsed(version).stability < plain,
};
