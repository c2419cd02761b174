import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, makeFolder, readFolder, runBuild } from './built.ts';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
});

afterAll(() => rm(folder, { recursive: true }));

/** Everything that was published, file names included, but schemas and fonts, which are the same for all. */
async function publish(level: string | null): Promise<Map<string, string>> {
  const out = join(folder, level ?? 'own');
  await runBuild(fixture, out, ...(level === null ? [] : ['--disclosure', level]));
  const files = [...(await readFolder(out))].filter(([path]) => !/^(?:_astro|schemas)\//.test(path));
  return new Map(files.map(([path, bytes]) => [path, `${path}\n${bytes.toString('utf8')}`]));
}

function findLeaks(files: Map<string, string>, secrets: readonly string[]): string[] {
  return [...files].flatMap(([path, content]) =>
    secrets
      .filter((secret) => content.toLowerCase().includes(secret.toLowerCase()))
      .map((secret) => `${path}: ${secret}`),
  );
}

/** What after-patch withholds of the sites whose answer is no. */
const details = [
  ...['CANARY-2026-1', 'CANARYALIAS', 'CANARYEXCERPT', 'CANARYCLAIM', 'CANARYPROBLEM', 'CANARYNOTE'],
  ...['9.8.7-canary', '3.0.3.8', 'known-advisory', 'canary.example'],
];
const allDetails = [
  ...details,
  ...['8.1.4', '8.1.5', '8.1.6', '1.7.8.11', '8.2.7', '2.4.7', 'GHSA-', 'CVE-2026-11111', 'CVE-2026-48000', 'APSB26'],
  ...['criminals', 'update-missing', 'end-of-life', 'patch-level', 'version-ambiguous', 'mixins.js', 'magento_version'],
];

/** What answer-only never shows, whatever the answer. */
const everything = [
  ...allDetails,
  ...[
    'PrestaShop',
    'Magento',
    'OpenCart',
    'WooCommerce',
    'WordPress',
    'Shopify',
    'CubeCart',
    '7.0.6',
    '10.5.3',
    '6.5.4',
    'CANARYSILENT',
  ],
  ...['endoflife.date', 'firewall', 'not-up-to-date', 'not-confirmed', 'not-reached', '"current"', '"secure"', 'curl'],
];

describe('disclosure', () => {
  it('shows everything at full: the secrets searched for below are really there', async () => {
    const published = [...(await publish('full')).values()].join('\n').toLowerCase();
    const missing = everything.filter((secret) => !published.includes(secret.toLowerCase()));
    // General reasons belong to after-patch alone.
    expect(missing).toEqual(['not-up-to-date', 'not-confirmed', 'not-reached']);
  });

  it('withholds each site by its own level', async () => {
    const files = await publish(null);
    expect(findLeaks(files, details)).toEqual([]);
    expect(findLeaks(files, ['CubeCart', '6.5.4', '6.5.3', 'CANARYSILENT'])).toEqual([]);
    expect(files.get('sites/lantern/index.html')).toContain('8.1.5');
    expect(files.get('sites/quiet/index.html')).toContain('OpenCart');
  });

  it('withholds versions, flaws and evidence at after-patch while the answer is no', async () => {
    const files = await publish('after-patch');
    // Once the answer is yes, the reasons of the past are shown: those of these two shops name what is no more.
    const isPast = (leak: string) =>
      /^sites\/(?:juniper|silent)\/history\.jsonl: (?:update-missing|end-of-life)$/.test(leak);
    expect(findLeaks(files, allDetails).filter((leak) => !isPast(leak))).toEqual([]);
    expect(files.get('sites/lantern/index.html')).toContain('It does not run the latest secure version of PrestaShop.');
    expect(files.get('sites/lantern/index.html')).toContain('withheld until it is fixed');
    expect(files.get('sites/juniper/index.html')).toContain('WooCommerce 10.5.3');
  });

  it('shows nothing but answers, promises and dates at answer-only', async () => {
    const files = await publish('answer-only');
    expect(findLeaks(files, everything)).toEqual([]);
    expect(files.get('sites/lantern/index.html')).toContain('By 28 November 2026, in 6 days.');
    expect(files.get('sites/juniper/index.html')).toContain('<span>Yes.</span>');
  });
});
