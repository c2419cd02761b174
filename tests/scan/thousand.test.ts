import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGithub } from '../../src/advisories/github.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { advisorySources } from '../../src/advisories/index.ts';
import { createKev } from '../../src/advisories/kev.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { createPackagist } from '../../src/advisories/packagist.ts';
import { parseConfig } from '../../src/config/index.ts';
import { releaseSources } from '../../src/releases/index.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import { createPrestashop } from '../../src/releases/prestashop.ts';
import { type ScanRequest, scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { type Handler, quickHttp, sendJson, serve } from '../lib/serve.ts';

const now = '2026-08-25T06:17:00.000Z';

const osvRecord = {
  id: 'GHSA-w9f3-qc75-qgx9',
  modified: '2026-05-09T10:00:00Z',
  published: '2026-05-08T09:00:00Z',
  aliases: ['CVE-2026-44212'],
  affected: [
    {
      package: { ecosystem: 'Packagist', name: 'prestashop/prestashop' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '8.2.6' }] }],
    },
  ],
};
const listed = (version: string) => ({ version, stability: 'stable', release_notes_url: null });
const exploited = {
  cveID: 'CVE-2024-34102',
  vendorProject: 'Adobe',
  product: 'Commerce and Magento Open Source',
  dateAdded: '2024-07-17',
  dueDate: '2024-08-07',
};

/** What the sources answer, by the one request in which each is asked; OSV needs a second for the record that it lists. */
const answers: Record<string, unknown> = {
  'POST /v1/querybatch': { results: [{ vulns: [{ id: osvRecord.id, modified: osvRecord.modified }] }] },
  'GET /v1/vulns/GHSA-w9f3-qc75-qgx9': osvRecord,
  'GET /api/security-advisories/?packages[]=prestashop/prestashop': { advisories: { 'prestashop/prestashop': [] } },
  'GET /advisories?ecosystem=composer&affects=prestashop/prestashop&per_page=100': [],
  'GET /repos/PrestaShop/PrestaShop/security-advisories?state=published&per_page=100': [],
  'GET /sites/default/files/feeds/known_exploited_vulnerabilities.json': {
    catalogVersion: '2026.08.24',
    dateReleased: '2026-08-24T14:00:00.0000Z',
    count: 1,
    vulnerabilities: [exploited],
  },
  'GET /p2/prestashop/prestashop.json': {
    packages: { 'prestashop/prestashop': [{ version: '9.1.4', time: '2026-06-03T08:00:00+00:00' }] },
    'security-advisories': [],
  },
  'GET /prestashop': ['9.1.4', '8.2.7', '8.2.6'].map(listed),
};

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${decodeURIComponent(path)}`;

const answerSources: Handler = (hit, response) => {
  const answer = answers[nameOf(hit)];
  if (answer === undefined) response.writeHead(404).end();
  else sendJson(response, answer);
};

/** Shops in folders of one server, every second one a patch behind: the version is told by the name of the cookie. */
const answerShops: Handler = ({ path }, response) => {
  const shop = /^\/shop-(\d+)\/$/.exec(path)?.[1];
  if (shop === undefined) return void response.writeHead(404).end();
  const version = Number(shop) % 2 === 0 ? '8.2.7' : '8.2.6';
  const cookie = createHash('md5').update(`${version}ps-s1`).digest('hex');
  response.writeHead(200, {
    'content-type': 'text/html',
    'set-cookie': `PrestaShop-${cookie}=x; path=/; HttpOnly`,
  });
  response.end('<!doctype html><title>Shop</title><script>var prestashop = {"cart":{}};</script>');
};

function sourcesAt(base: string): NonNullable<ScanRequest['sources']> {
  return [
    createOsv({ base }),
    createPackagist({ base }),
    createGithub({ base }),
    createGithubRepositories({ base }),
    createKev({ base, mirror: base }),
    createPackagistP2({ base }),
    createPrestashop({ base }),
  ];
}

interface Shops {
  count: number;
  /** More settings of each site, as sites.yaml has them. */
  more: string;
}

function configOf(shops: string, { count, more }: Shops) {
  const sites = Array.from(
    { length: count },
    (_, i) => `  - { id: shop-${i}, url: "${shops}/shop-${i}/", allowPrivate: true${more} }\n`,
  );
  const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
  return parseConfig(head + sites.join(''), 'sites.yaml');
}

async function scanShops(listing: Shops) {
  const sources = await serve(answerSources);
  const shops = await serve(answerShops);
  let visitedFirst = 0;
  const { document, failures } = await scanSites({
    onReport: () => {
      visitedFirst ||= shops.hits.filter(({ path }) => path.endsWith('/')).length;
    },
    config: configOf(shops.base, listing),
    store: openStore(await mkdtemp(join(tmpdir(), 'patchproof-thousand-'))),
    now,
    past: false,
    http: quickHttp().http,
    sources: sourcesAt(sources.base),
    only: [],
  });
  expect(failures).toEqual([]);
  return { document, visitedFirst, asked: sources.hits.map(nameOf).sort() };
}

describe('many shops of one platform', () => {
  it('are judged by these sources and by no others', () => {
    const keys = { githubToken: undefined };
    const all = [...advisorySources(keys), ...releaseSources(keys)];
    const speaking = all.filter(({ covers, oneList }) => covers('prestashop') || oneList === true);
    expect(sourcesAt('http://127.0.0.1').map(({ id }) => id)).toEqual(speaking.map(({ id }) => id));
  });

  it.each([
    { count: 1000, more: '', what: 'a thousand, of a platform that the scan finds' },
    { count: 40, more: ', platform: prestashop', what: 'forty, of a platform that their owner names' },
  ])('cost each source one look in all: $what', { timeout: 60_000 }, async ({ count, more }) => {
    const { document, asked } = await scanShops({ count, more });
    expect(asked).toEqual(Object.keys(answers).sort());
    const reasons = document.sites.map(({ verdict }) => verdict.reason);
    expect(reasons).toEqual(Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 'secure' : 'update-missing')));
  });

  it('are judged while others are still visited: their pages are not all held at once', async () => {
    const { visitedFirst } = await scanShops({ count: 300, more: '' });
    // 64 that are judged, 64 that wait meanwhile, and one more of each of the 16 that visit
    expect(visitedFirst).toBeLessThanOrEqual(64 + 64 + 16);
  });
});
