import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { listen } from '../probe/servers.ts';

/** How a shop opts out: what it then answers, by path. */
type OptOut = Record<string, string>;

const byFile: OptOut = { '/.well-known/patchproof.json': '{"optOut": true}' };
const byRobots: OptOut = { '/robots.txt': 'User-agent: Patchproof\nDisallow: /\n' };

// md5('8.2.6' + 'ps-s1' + ''): the cookie of a PrestaShop 8.2.6 on an address without a name; it was secure on 1 May 2026
const cookie = 'PrestaShop-0961f0c0f176c9bff8cefd3306950222=x; path=/; HttpOnly';
const home = '<!doctype html><title>Shop</title><script>var prestashop = {"cart":{}};</script>';

/** Seen well on 1 May, opted out from the 2nd on, back on the 6th: all reports and the history of that time. */
async function live(optOut: OptOut) {
  let isOut = false;
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    if (isOut) asked.push(url);
    const body = (isOut ? optOut[url] : undefined) ?? (url === '/' ? home : null);
    if (body === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookie }).end(body);
  });
  const url = `http://127.0.0.1:${await listen(server)}/`;
  const sites = `sites:\n  - { id: shop, url: "${url}", allowPrivate: true }\n`;
  const config = parseConfig(`title: T\nurl: https://s.example/\ncontact: a@s.example\n${sites}`, 'sites.yaml');
  const store = openStore(await mkdtemp(join(tmpdir(), 'patchproof-opt-out-')));
  const reports = [];
  for (const day of ['01', '02', '03', '04', '05', '06']) {
    isOut = day !== '01' && day !== '06';
    const now = `2026-05-${day}T06:00:00.000Z`;
    const salt = () => '0'.repeat(32);
    const { document, failures } = await scanSites({ config, store, now, past: true, http: null, only: [], salt });
    expect(failures).toEqual([]);
    reports.push(...document.sites);
  }
  return { url, reports, history: await store.readHistory('shop'), asked };
}

it('an opt-out by file and one by robots.txt come to the same reports and the same history', async () => {
  const [file, robots] = [await live(byFile), await live(byRobots)];
  // all but how many requests it took to hear of it, and the words that name the file
  const same = ({ reports, url }: typeof file) => {
    const alike = reports.map((report) => ({ ...report, problems: [], requests: 0 }));
    return JSON.stringify(alike, null, 1).replaceAll(url, 'http://shop.example/');
  };
  expect(same(file)).toEqual(same(robots));
  expect(file.history).toEqual(robots.history);
  // the last good identification stands for 48 hours: until the morning of the 3rd
  const blocked = ['no', 'blocked'];
  const secure = ['yes', 'secure'];
  expect(file.reports.map(({ verdict }) => [verdict.answer, verdict.reason])).toEqual([
    secure,
    secure,
    secure,
    blocked,
    blocked,
    secure,
  ]);
  expect(file.reports.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    [],
    ...Array(4).fill(['opted-out']),
    [],
  ]);
});

it('no page of a shop that opted out is asked, on any day', async () => {
  const paths = ['/robots.txt', '/.well-known/patchproof.json'];
  expect((await live(byFile)).asked).toEqual(Array(4).fill(paths).flat());
  expect((await live(byRobots)).asked).toEqual(Array(4).fill('/robots.txt'));
});
