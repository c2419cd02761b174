import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo } from '../../demo/index.ts';
import { parseConfig } from '../../src/config/index.ts';
import type { Report } from '../../src/model/report.ts';
import { scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { quickHttp, sendJson, serve } from '../lib/serve.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
let shop: Server;
let answer: { status: number; headers: Record<string, string>; body: string };
let dir = '';

beforeAll(async () => {
  demo = await startDemo({ port: 0 });
  shop = createServer((request, response) => {
    const home = request.url === '/';
    response.writeHead(home ? answer.status : 404, home ? answer.headers : {});
    response.end(home ? answer.body : '');
  });
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await demo.stop();
  shop.close();
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patchproof-scan-'));
});

function shopUrl(): string {
  return `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
}

function configOf(sites: string) {
  return parseConfig(
    `title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n${sites}`,
    'sites.yaml',
  );
}

const listed = (id: string, more = '') => `  - { id: ${id}, url: "${shopUrl()}", allowPrivate: true${more} }\n`;

async function scan(sites: string, now: string, more: { past?: boolean; only?: string[] } = {}): Promise<Report[]> {
  const { document, failures } = await scanSites({
    config: configOf(sites),
    store: openStore(dir),
    now,
    past: more.past ?? true,
    http: null,
    only: more.only ?? [],
  });
  expect(failures).toEqual([]);
  return document.sites;
}

const prestashop = {
  status: 200,
  // md5('8.2.6' + 'ps-s1' + ''): the cookie of a PrestaShop 8.2.6 on an address without a name
  headers: {
    'content-type': 'text/html',
    'set-cookie': 'PrestaShop-0961f0c0f176c9bff8cefd3306950222=x; path=/; HttpOnly',
  },
  body: '<!doctype html><title>Shop</title><script>var prestashop = {"cart":{}};</script>',
};
const firewall = { status: 403, headers: { 'content-type': 'text/html' }, body: '<h1>Forbidden</h1>' };

describe('the eight demo shops', () => {
  it('get the right answers over real HTTP', async () => {
    const text = (await readFile('sites.yaml', 'utf8')).replaceAll(':4400/', `:${demo.port}/`);
    const { document, failures } = await scanSites({
      config: parseConfig(text, 'sites.yaml'),
      store: openStore(dir),
      now: '2026-08-22T12:00:00.000Z',
      past: true,
      http: null,
      only: [],
    });
    expect(failures).toEqual([]);
    expect(document.sites.map(({ site, verdict }) => [site, verdict.answer, verdict.reason])).toEqual([
      ['corner-books', 'yes', 'current'],
      ['north-bikes', 'no', 'update-missing'],
      ['lantern-garden', 'no', 'end-of-life'],
      ['old-town-tea', 'no', 'version-ambiguous'],
      ['silver-thread', 'no', 'unknown-version'],
      ['harbour-wines', 'no', 'blocked'],
      ['paper-kites', 'yes', 'vendor-hosted'],
      ['alpine-outdoor', 'no', 'end-of-life'],
    ]);
    expect(Math.max(...document.sites.map(({ requests }) => requests))).toBeLessThanOrEqual(10);
  });
});

describe('a site over time', () => {
  it('writes only what changed', async () => {
    answer = prestashop;
    await scan(listed('shop'), '2026-08-01T06:00:00.000Z');
    const first = await stat(join(dir, 'reports/shop.json'));
    const history = await readFile(join(dir, 'history/shop.jsonl'), 'utf8');
    await scan(listed('shop'), '2026-08-02T06:00:00.000Z');
    expect((await stat(join(dir, 'reports/shop.json'))).mtimeMs).toBe(first.mtimeMs);
    expect(await readFile(join(dir, 'history/shop.jsonl'), 'utf8')).toBe(history);
    expect(await readFile(join(dir, 'checks.json'), 'utf8')).toContain('"checkedAt": "2026-08-02T06:00:00.000Z"');
  });

  it('one failed check does not flip it; the last good identification stands for 48 hours, and is judged anew', async () => {
    answer = prestashop;
    const [seen] = await scan(listed('shop'), '2026-05-01T06:00:00.000Z');
    expect(seen).toMatchObject({ verdict: { answer: 'yes', reason: 'secure' }, seenAt: '2026-05-01T06:00:00.000Z' });
    answer = firewall;
    const [within] = await scan(listed('shop'), '2026-05-03T06:00:00.000Z');
    expect(within).toMatchObject({ verdict: { answer: 'yes' }, seenAt: '2026-05-01T06:00:00.000Z' });
    expect(within?.problems.map(({ code }) => code)).toEqual(['challenge']);
    const [after] = await scan(listed('shop'), '2026-05-03T06:00:01.000Z');
    expect(after).toMatchObject({ verdict: { answer: 'no', reason: 'blocked' }, seenAt: '2026-05-01T06:00:00.000Z' });
  });

  it('tells when checks fail for days, and when one gets through again', async () => {
    answer = prestashop;
    await scan(listed('shop'), '2026-05-01T06:00:00.000Z');
    answer = firewall;
    for (const day of ['02', '03', '04', '05', '08', '09']) await scan(listed('shop'), `2026-05-${day}T06:00:00.000Z`);
    answer = prestashop;
    await scan(listed('shop'), '2026-05-10T06:00:00.000Z');
    const events = await openStore(dir).readHistory('shop');
    const told = events.filter(({ data }) => data.kind.startsWith('check-'));
    expect(told.map(({ at, data }) => [at.slice(0, 10), data])).toEqual([
      ['2026-05-03', { kind: 'check-failed', since: '2026-05-01', days: 2 }],
      ['2026-05-08', { kind: 'check-failed', since: '2026-05-01', days: 7 }],
      ['2026-05-10', { kind: 'check-resumed' }],
    ]);
  });

  it('what was seen at another address, or later than now, never stands', async () => {
    answer = prestashop;
    await scan(listed('shop'), '2026-05-01T06:00:00.000Z');
    answer = firewall;
    const [earlier] = await scan(listed('shop'), '2026-05-01T05:00:00.000Z');
    expect(earlier).toMatchObject({ verdict: { answer: 'no', reason: 'blocked' } });
    const elsewhere = listed('shop').replace('127.0.0.1', 'shop.localhost');
    const [moved] = await scan(elsewhere, '2026-05-01T07:00:00.000Z');
    expect(moved).toMatchObject({
      verdict: { answer: 'no', reason: 'blocked' },
      seenAt: null,
      identification: { components: [] },
    });
  });

  it.each([
    [
      'a run for another site alone',
      (moved: string) => scan(`${listed('other')}${moved}`, '2026-05-01T06:30:00.000Z', { only: ['other'] }),
    ],
    ['a time without it', () => scan(listed('other'), '2026-05-01T06:30:00.000Z')],
  ])('nor does it after %s', async (_, between) => {
    answer = prestashop;
    await scan(`${listed('other')}${listed('shop')}`, '2026-05-01T06:00:00.000Z');
    const moved = listed('shop').replace('127.0.0.1', 'shop.localhost');
    await between(moved);
    answer = firewall;
    const [, shop] = await scan(`${listed('other')}${moved}`, '2026-05-01T07:00:00.000Z');
    expect(shop).toMatchObject({ verdict: { answer: 'no', reason: 'blocked' }, seenAt: null });
  });

  it('what stands after a failed check answers for no product that the owner names since', async () => {
    answer = prestashop;
    await scan(listed('shop'), '2026-05-01T06:00:00.000Z');
    answer = firewall;
    const [named] = await scan(listed('shop', ', platform: woocommerce'), '2026-05-01T07:00:00.000Z');
    expect(named?.verdict).toMatchObject({ answer: 'no', reason: 'unknown-version', product: 'woocommerce' });
  });

  it('a product that the owner names must be seen: what stands beside it does not answer for it', async () => {
    answer = prestashop;
    const [named] = await scan(listed('shop', ', platform: woocommerce'), '2026-05-01T06:00:00.000Z');
    expect(named).toMatchObject({
      verdict: {
        answer: 'no',
        reason: 'unknown-version',
        product: 'woocommerce',
        nextStep: { code: 'attest-version' },
      },
    });
    const [right] = await scan(listed('other', ', platform: prestashop'), '2026-05-01T06:00:00.000Z');
    expect(right).toMatchObject({ verdict: { answer: 'yes' } });
  });

  it('what was never seen has nothing to stand on', async () => {
    answer = firewall;
    expect(await scan(listed('shop'), '2026-05-01T06:00:00.000Z')).toMatchObject([
      { verdict: { answer: 'no', reason: 'blocked' }, seenAt: null, identification: { components: [] } },
    ]);
  });

  it('attestations that do nothing, and documents that are none, are said with the site and fail no run', async () => {
    answer = prestashop;
    const folder = await mkdtemp(join(tmpdir(), 'patchproof-documents-'));
    await writeFile(join(folder, 'composer.lock'), '{"packages":[{"name":"drupal/core","version":"11.2.3"}]}');
    const words = 'author: Mara, made: 2026-04-01, expires: 2026-12-01';
    const attestations = [
      `{ kind: composer, file: composer.lock, ${words} }`,
      `{ kind: patch-status, file: missing.json, ${words} }`,
      `{ kind: statement, version: 8.2.6, ${words} }`,
    ];
    const { document, failures } = await scanSites({
      config: configOf(listed('shop', `, attestations: [${attestations.join(', ')}]`)),
      store: openStore(dir),
      now: '2026-05-01T06:00:00.000Z',
      past: true,
      http: null,
      documents: { folder, env: {} },
      only: [],
    });
    expect(failures).toEqual([]);
    const [report] = document.sites;
    expect(report?.verdict.answer).toBe('yes');
    expect(report?.problems.map(({ code, message }) => [code, message])).toEqual([
      ['attestation', expect.stringMatching(/^Attestation 2 \(patch-status, missing\.json\) does not count: /)],
      ['attestation', expect.stringMatching(/^Attestation 1 \(composer, composer\.lock\) concerns nothing/)],
    ]);
  });

  it('a document behind an address that fails once still counts; it is kept without address and token', async () => {
    answer = prestashop;
    let isDown = false;
    const documents = await serve((_, response) => {
      if (isDown) response.writeHead(500).end();
      else sendJson(response, { packages: [{ name: 'drupal/core', version: '11.2.3' }] });
    });
    const words = 'author: Mara, made: 2026-04-01, expires: 2026-12-01, tokenEnv: PATCHPROOF_TEA';
    const attestation = `{ kind: composer, url: "https://agency.example/lock?key=hidden", ${words} }`;
    const config = configOf(listed('shop', `, attestations: [${attestation}]`));
    // sites.yaml takes https alone; the test's own server has none.
    for (const each of config.sites[0]?.attestations ?? []) each.url = `${documents.base}/lock?key=hidden`;
    const scanOn = async (now: string) => {
      const { document, failures } = await scanSites({
        config,
        store: openStore(dir),
        now,
        past: true,
        http: quickHttp().http,
        sources: [],
        documents: { folder: '.', env: { PATCHPROOF_TEA: 's3cret' } },
        only: [],
      });
      expect(failures).toEqual([]);
      return document.sites[0]?.problems.map(({ message }) => message).join('\n');
    };
    // It concerns nothing that is installed, which is said because it was read.
    expect(await scanOn('2026-05-01T06:00:00.000Z')).toMatch(/concerns nothing that is installed/);
    isDown = true;
    const said = await scanOn('2026-05-02T06:00:00.000Z');
    expect(said).toMatch(/answered 500\. What it said on 2026-05-01 counts until 2026-05-08\. Remedy: /);
    expect(said).toMatch(/concerns nothing that is installed/);
    expect(await scanOn('2026-05-09T06:00:00.000Z')).toMatch(/does not count: answered 500/);
    const kept = await readFile(join(dir, 'attested/shop.json'), 'utf8');
    expect(kept).not.toMatch(/s3cret|hidden|127\.0\.0\.1/);
    await writeFile(join(dir, 'attested/shop.json'), '{');
    isDown = false;
    expect(await scanOn('2026-05-10T06:00:00.000Z')).toMatch(/attested\/shop\.json is damaged.*concerns nothing/s);
    expect(await scanOn('2026-05-11T06:00:00.000Z')).not.toMatch(/damaged/);
  });

  it('a product that the owner states a version of is judged, though the check does not see it', async () => {
    answer = prestashop;
    const said =
      'kind: statement, product: woocommerce, version: 10.0.0, author: Mara, made: 2026-04-01, expires: 2026-12-01';
    const [report] = await scan(listed('shop', `, attestations: [{ ${said} }]`), '2026-05-01T06:00:00.000Z');
    expect(report?.verdict).toMatchObject({ answer: 'no', product: 'woocommerce' });
  });

  it('old facts turn a yes into data-stale, but not for a judged past', async () => {
    answer = prestashop;
    const now = '2026-08-29T00:00:01.000Z';
    expect((await scan(listed('shop'), now, { past: false }))[0]?.verdict.reason).toBe('data-stale');
    expect((await scan(listed('shop'), now))[0]?.verdict.reason).not.toBe('data-stale');
  });

  it('a removed site ends its history, a renamed one carries it over', async () => {
    answer = prestashop;
    await scan(listed('old-name') + listed('gone'), '2026-08-01T06:00:00.000Z');
    await scan(listed('new-name', ', formerly: [old-name]'), '2026-08-02T06:00:00.000Z');
    expect(await readdir(join(dir, 'history'))).toEqual(['gone.jsonl', 'new-name.jsonl']);
    expect((await openStore(dir).readListing())?.formerSites?.map(({ id }) => id)).toEqual(['gone']);
    const kinds = (await openStore(dir).readHistory('gone')).map(({ data }) => data.kind);
    expect(kinds.at(-1)).toBe('monitoring-ended');
    const carried = await openStore(dir).readHistory('new-name');
    expect(carried[0]).toMatchObject({ site: 'old-name', data: { kind: 'monitoring-started' } });
    expect(carried.map(({ data }) => data.kind)).not.toContain('monitoring-ended');
  });

  it('--only visits one site and keeps what is known of the others', async () => {
    answer = prestashop;
    await scan(listed('one') + listed('two'), '2026-08-01T06:00:00.000Z');
    const reports = await scan(listed('one') + listed('two'), '2026-08-03T06:00:00.000Z', { only: ['two'] });
    expect(reports.map(({ site }) => site)).toEqual(['two']);
    const checks = await openStore(dir).readChecks();
    expect(Object.entries(checks?.sites ?? {}).map(([id, { checkedAt }]) => [id, checkedAt])).toEqual([
      ['one', '2026-08-01T06:00:00.000Z'],
      ['two', '2026-08-03T06:00:00.000Z'],
    ]);
  });

  it('a damaged history is reported and left as it is; the other sites go on', async () => {
    answer = prestashop;
    await scan(listed('one') + listed('two'), '2026-08-01T06:00:00.000Z');
    const file = join(dir, 'history/one.jsonl');
    const damaged = (await readFile(file, 'utf8')).replace('update-missing', 'current');
    await writeFile(file, damaged);
    const result = await scanSites({
      config: configOf(listed('one') + listed('two')),
      store: openStore(dir),
      now: '2026-08-02T06:00:00.000Z',
      past: true,
      http: null,
      only: [],
    });
    expect(result.document.sites.map(({ site }) => site)).toEqual(['two']);
    expect(result.failures).toHaveLength(1);
    expect(result.failures[0]?.problem.message).toMatch(/history\/one\.jsonl:\d+ was changed.*Remedy/s);
    expect(await readFile(file, 'utf8')).toBe(damaged);
  });
});
