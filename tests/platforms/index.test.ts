import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { embeddedFacts } from '../../src/embedded.ts';
import { platforms } from '../../src/platforms/index.ts';
import { weights } from '../../src/platforms/signals.ts';

const folder = new URL('../../src/platforms/', import.meta.url);
const layer = ['index.ts', 'platform.ts', 'signals.ts'];

test('the registry holds every file, and each record bears its name', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !layer.includes(name));
  expect(platforms.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

test.each(platforms)('$id is a sound record', (platform) => {
  const ids = platforms.map(({ id }) => id);
  expect(existsSync(new URL(`file-hashes/${platform.id}.json`, folder))).toBe(platform.hasFileHashes);
  for (const other of [platform.builtOn ?? [], platform.insteadOf ?? []].flat()) expect(ids).toContain(other);
  for (const signal of platform.signals) {
    expect(Object.values(weights)).toContain(signal.weight);
    expect(signal.header !== undefined, signal.rule).toBe(signal.kind === 'header');
    expect(signal.path !== undefined, signal.rule).toBe(['text-file', 'version-endpoint'].includes(signal.kind));
  }
  // it must be possible to name it
  expect(platform.signals.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThanOrEqual(0.5);
  for (const { pattern } of [...platform.signals, ...platform.versionRules]) expect(pattern.flags).not.toMatch(/[gy]/);
});

test.each(platforms.flatMap((platform) => platform.versionRules.map((rule) => ({ product: platform.id, ...rule }))))(
  '$product: $rule has a version to tell',
  ({ pattern, version, query }) => {
    const groups = new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.length ?? 0;
    expect(groups - 1).toBe(version === undefined && query === undefined ? 1 : 0);
  },
);

test('vendor-hosted platforms have no releases of their own', () => {
  const hosted = platforms.filter(({ vendorHosted }) => vendorHosted === true);
  const ids = ['bigcommerce', 'ecwid', 'lightspeed', 'salesforce', 'shoper', 'shopify', 'squarespace', 'wix'];
  expect(hosted.map(({ id }) => id)).toEqual(ids);
  for (const { id, versionRules } of hosted) expect([embeddedFacts(id), versionRules]).toEqual([null, []]);
});
