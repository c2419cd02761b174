import { parse, type SemVer } from 'semver';
import { remembered, type VersionScheme } from './scheme.ts';

/** `7.0` and `4.90` are written without their third part by Drupal 7 and nopCommerce: padded before semver reads them. */
function padded(text: string): string {
  const match = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?([-+].{1,60})?$/.exec(text);
  if (match === null) return text;
  const [, major, minor = '0', patch = '0', rest = ''] = match;
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`;
}

const read = remembered((text) => parse(padded(text)));

function parsed(version: string): SemVer {
  const result = read(version);
  if (result === null) throw new RangeError(`Not a version: ${JSON.stringify(version.slice(0, 40))}`);
  return result;
}

/** Semantic Versioning 2.0.0, by way of the `semver` package. */
export const semver: VersionScheme = {
  id: 'semver',
  isVersion: (text) => text.length <= 100 && read(text) !== null,
  compare: (a, b) => parsed(a).compare(parsed(b)),
  isPrerelease: (version) => (read(version)?.prerelease.length ?? 0) > 0,
};
