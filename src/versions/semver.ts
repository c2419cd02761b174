import { compare, parse } from 'semver';
import type { VersionScheme } from './scheme.ts';

/** `7.0` and `4.90` are written without their third part by Drupal 7 and nopCommerce: padded before semver reads them. */
function padded(text: string): string {
  const match = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?([-+].{1,60})?$/.exec(text);
  if (match === null) return text;
  const [, major, minor = '0', patch = '0', rest = ''] = match;
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`;
}

/** Semantic Versioning 2.0.0, by way of the `semver` package. */
export const semver: VersionScheme = {
  id: 'semver',
  isVersion: (text) => text.length <= 100 && parse(padded(text)) !== null,
  compare: (a, b) => compare(padded(a), padded(b)),
  isPrerelease: (version) => (parse(padded(version))?.prerelease.length ?? 0) > 0,
};
