import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashProgram } from '../../scripts/program-version.ts';
import { openStore, type Store } from '../../src/store.ts';
import { copyFixture, makeFolder, readFolder, runBuild } from './built.ts';

let folder: string;
let data: string;
let out: string;
let store: Store;

/** Where the pages of a data folder are kept. */
function cacheOf(dir: string): string {
  return resolve('.build', 'cache', 'pages', createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16));
}

beforeAll(async () => {
  folder = await makeFolder();
  data = await copyFixture(join(folder, 'data'), 'https://shops.example.org/');
  out = join(folder, 'out');
  store = openStore(data);
  await runBuild(data, out);
});

afterAll(async () => {
  await rm(cacheOf(data), { recursive: true, force: true });
  await rm(folder, { recursive: true });
});

/** Files of a build that are not the same, byte for byte. */
function differences(a: Map<string, Buffer>, b: Map<string, Buffer>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.filter((name) => a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) !== true);
}

/** What a build of the same data gives that knows of no other build: a folder of another name has pages of its own. */
async function buildCold(): Promise<Map<string, Buffer>> {
  const copy = join(folder, 'copy');
  await cp(data, copy, { recursive: true });
  await rm(cacheOf(copy), { recursive: true, force: true });
  await runBuild(copy, join(folder, 'cold'));
  await rm(copy, { recursive: true });
  await rm(cacheOf(copy), { recursive: true });
  return readFolder(join(folder, 'cold'));
}

async function rewrite(file: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(join(data, file), 'utf8');
  expect(edit(text)).not.toBe(text);
  await writeFile(join(data, file), edit(text));
}

/** One fact after the other; each change stays for the next one. `kept`: pages that are taken as they were. */
const changes: { what: string; make: () => Promise<void>; kept: 'most' | 'none' }[] = [
  {
    what: 'a report: no more is it a yes',
    make: () => rewrite('reports/juniper.json', (text) => text.replace(/"requests": \d+/, '"requests": 7')),
    kept: 'most',
  },
  {
    what: 'a promise of the listing',
    make: () => rewrite('sites.json', (text) => text.replace('"by": "2026-11-28"', '"by": "2026-11-29"')),
    kept: 'most',
  },
  {
    what: 'a time of check, and the instant of the run',
    make: async () => {
      const asOf = '2026-11-22T16:05:00.000Z';
      const checks = await store.readChecks();
      if (checks === null) throw new Error('no checks.json');
      const sites = { ...checks.sites, lantern: { checkedAt: asOf, seenAt: asOf } };
      await store.writeChecks({ ...checks, asOf, sites });
    },
    kept: 'most',
  },
  {
    what: 'a history that ends earlier',
    make: async () => {
      const lines = await store.readHistoryLines('old-mill');
      await store.writeHistoryLines('old-mill', lines.slice(0, -1));
    },
    kept: 'most',
  },
  {
    what: 'releases of a product',
    make: () =>
      store.writeProduct({
        schemaVersion: 1,
        product: 'prestashop',
        releases: [{ version: '8.1.4', security: true, date: '2026-11-02' }],
      }),
    kept: 'most',
  },
  {
    what: 'a level of disclosure',
    make: () => rewrite('sites.json', (text) => text.replace('"disclosure": "full"', '"disclosure": "answer-only"')),
    kept: 'most',
  },
  {
    what: 'the address that all is published at',
    make: () => rewrite('sites.json', (text) => text.replace('https://shops.example.org/', 'https://example.org/x/')),
    kept: 'none',
  },
  {
    what: 'the languages',
    make: () => rewrite('sites.json', (text) => text.replace('"sites":', '"languages": ["de", "en"],\n  "sites":')),
    kept: 'none',
  },
];

async function listKept(): Promise<Map<string, number>> {
  const names = await readdir(cacheOf(data));
  const times = names.map(async (name): Promise<[string, number]> => {
    return [name, (await stat(join(cacheOf(data), name))).mtimeMs];
  });
  return new Map(await Promise.all(times));
}

describe('a build that follows another one', () => {
  it.each(changes)('is what a first one would be after a change of $what', async ({ make, kept }) => {
    const before = await listKept();
    await make();
    await runBuild(data, out);
    const files = await readFolder(out);
    expect(differences(files, await buildCold())).toEqual([]);
    const after = await listKept();
    // what no page shows any more is gone
    expect(after.size).toBe([...files.keys()].filter((name) => /(?:^|\/)sites\/[^/]+\/index\.html$/.test(name)).length);
    const same = [...after].filter(([name, time]) => before.get(name) === time).length;
    expect(kept === 'none' ? same === 0 : same > after.size / 2, `${same} of ${after.size}`).toBe(true);
  });

  it('shows nothing of a build that failed', async () => {
    const [listing, report] = await Promise.all([store.readListing(), store.readReport('lantern')]);
    if (listing === null || report === null) throw new Error('no data');
    const good = await readFolder(out);
    await store.writeReport({ ...report, requests: 99 });
    // a salted key that is none: pages are made, then the list of heads cannot be signed
    const broken = { PATCHPROOF_SIGNING_KEY: 'no key' };
    await expect(runBuildWith(broken)).rejects.toMatchObject({ code: expect.any(Number) });
    await store.writeReport(report);
    await runBuild(data, out);
    expect(differences(await readFolder(out), good)).toEqual([]);
  });

  it('makes a page anew whose copy is damaged', async () => {
    const good = await readFolder(out);
    const names = await readdir(cacheOf(data));
    await Promise.all(
      names.map(async (name, i) => {
        const file = join(cacheOf(data), name);
        const entry = await readFile(file, 'utf8');
        await writeFile(file, i % 2 === 0 ? entry.slice(0, -9) : entry.replace('</h1>', '?</h1>'));
      }),
    );
    await runBuild(data, out);
    expect(differences(await readFolder(out), good)).toEqual([]);
  });
});
