import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/index.ts';
import { mergeShards } from '../src/merge/index.ts';
import { type Pull, startPull } from '../src/model/pull.ts';
import { scanSites } from '../src/scan/index.ts';
import { isInShard } from '../src/scan/shard.ts';
import { openStore } from '../src/store.ts';
import { makeFolder, readFolder, runBuild } from './build/built.ts';
import { advisory } from './facts/advisory.ts';

const siteCount = 20;
const shards = 16;

let shop: Server;
let isDown: boolean;
let folder: string;

beforeAll(async () => {
  shop = createServer((request, response) => {
    response.writeHead(isDown ? 403 : request.url === '/' ? 200 : 404, { 'content-type': 'text/html' });
    response.end('<!doctype html><meta name="generator" content="WordPress 6.9.4"><title>Shop</title>');
  });
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
});
afterAll(() => shop.close());
beforeEach(async () => {
  isDown = false;
  folder = await makeFolder();
});

const ids = Array.from({ length: siteCount }, (_, i) => `shop-${i}`);

function configOf(count = siteCount) {
  const { port } = shop.address() as AddressInfo;
  const sites = ids
    .slice(0, count)
    .map((id) => `  - { id: ${id}, url: "http://127.0.0.1:${port}/", allowPrivate: true }\n`);
  return parseConfig(
    `title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n${sites.join('')}`,
    'sites.yaml',
  );
}

/** The same salt for the same event in every run. */
function salt(site: string, sequence: number): string {
  return createHash('md5').update(`${site} ${sequence}`).digest('hex');
}

async function scan(data: string, now: string, more: { shard?: { index: number; of: number }; count?: number } = {}) {
  const { shard, count } = more;
  const request = { config: configOf(count), store: openStore(data), past: true, http: null, only: [] };
  const { failures } = await scanSites({ ...request, now, salt, ...(shard && { shard }) });
  expect(failures).toEqual([]);
}

async function scanShards(now: string, base: string | null, count?: number): Promise<string[]> {
  const made = Array.from({ length: shards }, (_, i) => ({ dir: join(folder, `shard-${now}-${i}`), index: i + 1 }));
  for (const { dir, index } of made) {
    if (base !== null) await mergeShards(openStore(dir), [openStore(base)]);
    await scan(dir, now, { shard: { index, of: shards }, ...(count !== undefined && { count }) });
  }
  return made.map(({ dir }) => dir);
}

async function textsOf(dir: string): Promise<Record<string, string>> {
  return Object.fromEntries([...(await readFolder(dir))].map(([path, bytes]) => [path, bytes.toString('utf8')]));
}

describe('shards', () => {
  it('hold every site once, and each stays where it is', () => {
    for (const id of ids) {
      const holders = Array.from({ length: shards }, (_, i) => isInShard(id, { index: i + 1, of: shards }));
      expect(holders.filter(Boolean)).toHaveLength(1);
    }
    // printf shop-0 | sha256sum begins with f0aedf6e: its last digit, e, is 14, so it is in the 15th of 16.
    expect(isInShard('shop-0', { index: 15, of: 16 })).toBe(true);
  });

  it('merged in any order are, byte for byte, what one run writes, also after changes and with sites gone', async () => {
    const [whole, merged, reversed] = ['whole', 'merged', 'reversed'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await scan(whole, '2026-08-20T06:00:00.000Z');
    const first = await scanShards('2026-08-20T06:00:00.000Z', null);
    await mergeShards(openStore(merged), first.map(openStore));
    expect(await textsOf(merged)).toEqual(await textsOf(whole));

    isDown = true;
    const later = '2026-08-23T06:00:00.000Z';
    await scan(whole, later, { count: siteCount - 3 });
    const second = await scanShards(later, merged, siteCount - 3);
    await mergeShards(openStore(reversed), second.toReversed().map(openStore));
    await mergeShards(openStore(merged), second.map(openStore));
    await mergeShards(openStore(merged), second.map(openStore));
    expect(await textsOf(merged)).toEqual(await textsOf(whole));
    expect(await textsOf(reversed)).toEqual(await textsOf(whole));

    await runBuild(whole, join(folder, 'dist-whole'));
    await runBuild(merged, join(folder, 'dist-merged'));
    expect(await textsOf(join(folder, 'dist-merged'))).toEqual(await textsOf(join(folder, 'dist-whole')));
  }, 300_000);

  it('of which two scanned the same site on their own are refused, and nothing is written', async () => {
    const [one, other, target] = ['one', 'other', 'target'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await scan(one, '2026-08-20T06:00:00.000Z', { count: 2 });
    await scan(other, '2026-08-21T06:00:00.000Z', { count: 2 });
    await expect(mergeShards(openStore(target), [openStore(one), openStore(other)])).rejects.toThrow(
      /other\/history\/shop-0\.jsonl went on separately .* Remedy/,
    );
    expect(await openStore(target).historyIds()).toEqual([]);
  });

  it('scanned with different lists of sites are refused', async () => {
    const [one, other] = ['one', 'other'].map((name) => join(folder, name)) as [string, string];
    await scan(one, '2026-08-20T06:00:00.000Z', { shard: { index: 1, of: 2 } });
    await scan(other, '2026-08-20T06:00:00.000Z', { shard: { index: 2, of: 2 }, count: 10 });
    await expect(mergeShards(openStore(join(folder, 'target')), [openStore(one), openStore(other)])).rejects.toThrow(
      /different sites\.yaml/,
    );
  });

  it('let a history go on under its new id, whichever shards the two are in', async () => {
    const [base, whole] = ['base', 'whole'].map((name) => join(folder, name)) as [string, string];
    for (const dir of [base, whole]) await scan(dir, '2026-08-20T06:00:00.000Z', { count: 6 });
    const now = '2026-08-21T06:00:00.000Z';
    // Every shop gets a new id: with two shards some pairs fall into one of them, others into both.
    const { sites, ...rest } = configOf(6);
    const config = { ...rest, sites: sites.map((site) => ({ ...site, id: `new-${site.id}`, formerly: [site.id] })) };
    const request = { config, past: true, http: null, only: [], salt, now };
    await scanSites({ ...request, store: openStore(whole) });
    const parts = [1, 2].map((index) => ({ index, store: openStore(join(folder, `part-${index}`)) }));
    for (const { index, store } of parts) {
      await mergeShards(store, [openStore(base)]);
      await scanSites({ ...request, store, shard: { index, of: 2 } });
    }
    const homes = sites.map(({ id }) => [id, `new-${id}`].map((one) => isInShard(one, { index: 1, of: 2 })).join());
    expect(new Set(homes).size).toBeGreaterThan(2);
    const stores = parts.map(({ store }) => store);
    for (const order of [stores, stores.toReversed()]) {
      await mergeShards(openStore(base), order);
      expect(await textsOf(base)).toEqual(await textsOf(whole));
    }
  });

  it('keep the address at which a site was seen, where the visit of the new one failed', async () => {
    const base = join(folder, 'base');
    await scan(base, '2026-08-20T06:00:00.000Z', { count: 2 });
    const target = openStore(base);
    const listing = await target.readListing();
    if (listing === null) throw new Error('no listing');
    const moved = { ...listing, sites: listing.sites.map((site) => ({ ...site, url: 'http://elsewhere.example/' })) };
    const [kept, other] = ['kept', 'other'].map((name) => openStore(join(folder, name)));
    if (kept === undefined || other === undefined) throw new Error('no store');
    // The first site's own shard could not visit it; the second site was visited.
    await kept.writeListing({ ...moved, sites: [listing.sites[0], moved.sites[1]].flatMap((site) => site ?? []) });
    await other.writeListing(moved);
    for (const order of [
      [kept, other],
      [other, kept],
    ]) {
      await mergeShards(target, order);
      const urls = (await target.readListing())?.sites.map(({ url }) => url);
      expect(urls).toEqual([listing.sites[0]?.url, 'http://elsewhere.example/']);
    }
  });

  it('keep what documents behind addresses proved last', async () => {
    const [one, other, target] = ['one', 'other', 'target'].map((name) => openStore(join(folder, name)));
    if (one === undefined || other === undefined || target === undefined) throw new Error('no store');
    const proved = (readAt: string, covers: string[]) => ({
      schemaVersion: 1 as const,
      site: 'shop-0',
      copies: { ['a'.repeat(64)]: { readAt, validators: {}, proofs: [{ covers }] } },
    });
    await one.writeAttested(proved('2026-08-21T06:00:00.000Z', ['APSB26-92']));
    await other.writeAttested(proved('2026-08-20T06:00:00.000Z', ['APSB26-73']));
    await mergeShards(target, [one, other]);
    expect(await target.readAttested('shop-0')).toEqual(proved('2026-08-21T06:00:00.000Z', ['APSB26-92']));
  });

  it('keep of each product what was confirmed last', async () => {
    const release = (version: string) => ({ version, date: null, security: null, openSource: true, prerelease: false });
    const pull = (at: string, releases: Pull['records']['releases']): Pull => {
      const started = startPull('endoflife', { at });
      return { ...started, records: { ...started.records, releases } };
    };
    const [one, other, target] = ['one', 'other', 'target'].map((name) => openStore(join(folder, name)));
    if (one === undefined || other === undefined || target === undefined) throw new Error('no store');
    const [early, late] = ['2026-08-20T06:00:00.000Z', '2026-08-21T06:00:00.000Z'] as const;
    await one.writePull(pull(early, { magento: [release('2.4.7')], opencart: [release('4.0')] }));
    await other.writePull(pull(late, { opencart: [release('4.1')], drupal: [release('11.0')] }));
    await mergeShards(target, [one, other]);
    expect(await target.readPull('endoflife')).toEqual({
      ...pull(late, { drupal: [release('11.0')], magento: [release('2.4.7')], opencart: [release('4.1')] }),
      confirmedAt: { magento: early },
    });
  });
});

describe('what shards say of one source', () => {
  const [early, late] = ['2026-08-20T06:00:00.000Z', '2026-08-21T06:00:00.000Z'] as const;
  const told = (at: string, more: Partial<Pull> = {}, flaws: Pull['records']['advisories'] = {}): Pull => {
    const started = startPull('packagist', { at });
    return { ...started, ...more, records: { ...started.records, advisories: flaws } };
  };
  const known = { magento: [advisory('CVE-2026-10000')] };

  it.each([
    ['could not read the product', told(late, { problems: [{ product: 'magento', message: 'It is gone.' }] })],
    ['names none of its flaws any more', told(late, { validators: { u: { etag: 'empty' } } }, { magento: [] })],
  ])('a shard that %s takes nothing away of what another knows', async (_, other) => {
    const stores = ['one', 'other', 'target'].map((name) => openStore(join(folder, name)));
    const [one, two, target] = stores;
    if (one === undefined || two === undefined || target === undefined) throw new Error('no store');
    await one.writePull(told(early, { unreadFlaws: ['magento'] }, known));
    await two.writePull(other);
    await mergeShards(target, [one, two]);
    expect(await target.readPull('packagist')).toMatchObject({
      fetchedAt: late,
      confirmedAt: { magento: early },
      records: { advisories: known },
      unreadFlaws: ['magento'],
      // an empty answer is not confirmed by its own tag
      validators: {},
    });
  });

  it('the tag of a document comes from the shard whose copy of it is kept', async () => {
    const stores = ['one', 'other', 'target'].map((name) => openStore(join(folder, name)));
    const [one, two, target] = stores;
    if (one === undefined || two === undefined || target === undefined) throw new Error('no store');
    const newer = { magento: [advisory('CVE-2026-20000')] };
    await one.writePull(told(early, { validators: { u: { etag: '"z"' } } }, known));
    await two.writePull(told(late, { validators: { u: { etag: '"a"' } } }, newer));
    await mergeShards(target, [one, two]);
    expect(await target.readPull('packagist')).toMatchObject({
      records: { advisories: newer },
      validators: { u: { etag: '"a"' } },
    });
  });

  it('a record that its source took back itself is gone', async () => {
    const stores = ['one', 'other', 'target'].map((name) => openStore(join(folder, name)));
    const [one, two, target] = stores;
    if (one === undefined || two === undefined || target === undefined) throw new Error('no store');
    const withdrawn = { magento: [{ id: 'CVE-2026-10000', aliases: [], on: '2026-08-21' }] };
    await one.writePull(told(early, {}, known));
    await two.writePull(told(late, { withdrawn }, { magento: [] }));
    await mergeShards(target, [one, two]);
    expect((await target.readPull('packagist'))?.records.advisories).toEqual({ magento: [] });
  });
});

describe('the command line', () => {
  it.each([
    [['scripts/scan.ts', '--shard', '17/16', '--data', 'x'], /--shard 17\/16 names no shard/],
    [['scripts/scan.ts', '--shard', '0/4', '--data', 'x'], /names no shard/],
    [['scripts/merge.ts'], /No shard is named/],
    [['scripts/merge.ts', 'nowhere'], /There is no folder nowhere/],
  ])('%j ends with 2 and says why', (args, why) => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(why);
  });
});
