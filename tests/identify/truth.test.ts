import { describe, expect, test } from 'vitest';
import { fileHashIndex } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { generator } from '../../src/platforms/signals.ts';
import { schemes } from '../../src/versions/index.ts';
import type { VersionScheme } from '../../src/versions/scheme.ts';
import { type Answer, context, releaseFile, visit } from './shop.ts';

const base = '/static/version1/frontend/Magento/luma/en_US';

const indexed = platforms.filter(({ hasFileHashes }) => hasFileHashes).map(({ id }) => id);

/** The record as it is, but for everything that speaks of the release besides its files. */
function byHashesAlone(product: string): Platform {
  const record = platforms.find(({ id }) => id === product);
  if (record === undefined) throw new Error(`no record of ${product}`);
  const { builtOn, cookieProof, deployTime, nameRules, ...rest } = record;
  return { ...rest, signals: [generator('strong', /^here$/, 'named')], versionRules: [] };
}

const home: Answer = {
  path: '/',
  body: `<!doctype html><meta name="generator" content="here"><script src="${base}/requirejs/require.js"></script>`,
};

function serve(product: string, version: string) {
  return (path: string) => {
    const name = path.replace(base, '{static}');
    const listed = fileHashIndex(product)?.files.some((file) => file.path === name);
    return listed === true ? releaseFile(product, version, name, path) : undefined;
  };
}

/** Whether a name such as `6.1.9pr`, which is no version, stands beside the release under one of its hashes. */
function sharesWithUnreadable({ versions, files }: FileHashIndex, version: string, scheme: VersionScheme): boolean {
  const at = versions.indexOf(version);
  const groups = files.flatMap(({ hashes }) => Object.values(hashes)).filter((group) => group.includes(at));
  return groups.some((group) => group.some((other) => !scheme.isVersion(versions[other] ?? '')));
}

function without(index: FileHashIndex, left: string): FileHashIndex {
  const at = index.versions.indexOf(left);
  const drop = (table: Record<string, number[]>) =>
    Object.fromEntries(
      Object.entries(table)
        .map(([hash, versions]) => [hash, versions.filter((other) => other !== at)] as const)
        .filter(([, versions]) => versions.length > 0),
    );
  // the number of the release that was left out stays in the list of names under a name that no install has
  const versions = index.versions.map((version) => (version === left ? 'left out' : version));
  return { ...index, versions, files: index.files.map((file) => ({ path: file.path, hashes: drop(file.hashes) })) };
}

describe.each(indexed)('%s by hashes alone', (product) => {
  const index = fileHashIndex(product) as FileHashIndex;
  const alone = [byHashesAlone(product)];
  const scheme = context().releases(product)?.scheme ?? schemes.composer;
  const named = index.versions.filter((version) => scheme.isVersion(version));
  const some = named.filter((_version, at) => at % Math.ceil(named.length / 25) === 0);
  const { compare } = scheme;

  test.each(some)('%s is among what is left', (version) => {
    const using = context({ platforms: alone });
    const { snapshot, asked } = visit(home, serve(product, version), using);
    const component = identify(snapshot, using).components.find((found) => found.product === product);
    expect(component?.conflict).toBe(false);
    // bytes that a release without a readable name has as well tell nothing
    const left = component?.versions ?? [];
    const isNothingSaid = left.length === 0 && sharesWithUnreadable(index, version, scheme);
    expect(isNothingSaid || left.some((candidate) => compare(candidate, version) === 0)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  test.each(some)('%s is never excluded by an index that lacks it', (version) => {
    const shortened = without(index, version);
    const hashIndex = (id: string) => (id === product ? shortened : fileHashIndex(id));
    const releases = () => ({
      releases: named.map((name) => ({ version: name, date: null })),
      scheme,
    });
    const using = context({ platforms: alone, hashIndex, releases });
    const { snapshot } = visit(home, serve(product, version), using);
    const component = identify(snapshot, using).components.find((found) => found.product === product);
    const left = component?.versions ?? [];
    // either it stays, or nothing at all is said: contradicting bytes of neighbours are a conflict, unknown ones void the rest
    expect(left.length === 0 || left.includes(version)).toBe(true);
    expect(component?.corroborated).toBe(false);
  });
});
