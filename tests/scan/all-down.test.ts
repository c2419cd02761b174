import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCve } from '../../src/advisories/cve.ts';
import { createGithub } from '../../src/advisories/github.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { advisorySources } from '../../src/advisories/index.ts';
import { createKev } from '../../src/advisories/kev.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { createPackagist } from '../../src/advisories/packagist.ts';
import { parseConfig } from '../../src/config/index.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { releaseSources } from '../../src/releases/index.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import { readReports } from '../../src/reports.ts';
import { type ScanRequest, scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { viewSite } from '../../src/views/site-page.ts';
import { viewAllStatus } from '../../src/views/status.ts';
import { en } from '../../src/views/wording/en.ts';
import { type Handler, quickHttp, sendJson, serve } from '../lib/serve.ts';

/** What the sources say of Sylius: 2.2.7 is the newest, nothing is wrong with it, and it is supported. */
const answers: Record<string, unknown> = {
  '/v1/querybatch': { results: [{ vulns: [{ id: 'GHSA-aaaa-aaaa-aaaa', modified: '2026-08-01T10:00:00Z' }] }] },
  '/v1/vulns/GHSA-aaaa-aaaa-aaaa': {
    id: 'GHSA-aaaa-aaaa-aaaa',
    modified: '2026-08-01T10:00:00Z',
    affected: [
      {
        package: { ecosystem: 'Packagist', name: 'sylius/sylius' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.2.6' }] }],
      },
    ],
  },
  '/api/security-advisories/?packages[]=sylius/sylius': { advisories: { 'sylius/sylius': [] } },
  '/advisories?ecosystem=composer&affects=sylius/sylius&per_page=100': [
    {
      ghsa_id: 'GHSA-aaaa-aaaa-aaaa',
      cve_id: null,
      published_at: '2026-08-01T10:00:00Z',
      vulnerabilities: [
        { package: { ecosystem: 'composer', name: 'sylius/sylius' }, vulnerable_version_range: '< 2.2.6' },
      ],
    },
  ],
  '/repos/Sylius/Sylius/security-advisories?state=published&per_page=100': [],
  '/sites/default/files/feeds/known_exploited_vulnerabilities.json': {
    vulnerabilities: [{ cveID: 'CVE-2026-90001', vendorProject: 'x', product: 'y', dateAdded: '2026-08-01' }],
  },
  '/p2/sylius/sylius.json': {
    packages: { 'sylius/sylius': [{ version: 'v2.2.7', time: '2026-08-20T08:00:00+00:00' }] },
    'security-advisories': [],
  },
  '/api/v1/products/sylius/': {
    result: {
      releases: [{ name: '2.2', isEol: false, eolFrom: '2027-03-31', latest: { name: '2.2.7', date: '2026-08-20' } }],
    },
  },
};

const up: Handler = ({ path }, response) => {
  const answer = answers[decodeURIComponent(path)];
  if (answer === undefined) response.writeHead(404).end();
  else sendJson(response, answer);
};

const shop: Handler = ({ path }, response) => {
  if (path !== '/') return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(
    '<!doctype html><title>Shop</title><link rel="stylesheet" href="/bundles/syliusshop/shop.css"><body data-route="sylius_shop_homepage">',
  );
};

function sourcesAt(base: string): NonNullable<ScanRequest['sources']> {
  return [
    createOsv({ base }),
    createPackagist({ base }),
    createGithub({ base }),
    createGithubRepositories({ base }),
    createKev({ base, mirror: base }),
    createEndoflife({ base }),
    createPackagistP2({ base }),
  ];
}

const ids = sourcesAt('http://127.0.0.1').map(({ id }) => id);

function configOf(url: string) {
  // Nothing public tells the release of Sylius, so its maintainer states it.
  const stated =
    '{ kind: statement, product: sylius, version: 2.2.7, author: Mara, made: 2026-08-21, expires: 2026-12-31 }';
  const site = `  - { id: shop, url: "${url}/", allowPrivate: true, attestations: [${stated}] }\n`;
  return parseConfig(
    `title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n${site}`,
    'sites.yaml',
  );
}

/** One shop, one data folder, and sources that a test takes down. */
async function watch() {
  let answer: Handler = up;
  const api = await serve((hit, response, n) => answer(hit, response, n));
  const shopServer = await serve(shop);
  const dir = await mkdtemp(join(tmpdir(), 'patchproof-down-'));
  const scan = async (now: string, base = api.base) => {
    const { document, failures } = await scanSites({
      config: configOf(shopServer.base),
      store: openStore(dir),
      now,
      past: false,
      http: quickHttp().http,
      sources: sourcesAt(base),
      only: [],
    });
    const published = await readReports(dir, null);
    const [site] = published.sites;
    if (site === undefined) throw new Error('The shop was lost.');
    const page = viewSite(published, site, en);
    return { report: document.sites[0], failures, page, status: viewAllStatus(published) };
  };
  const takeDown = () => {
    answer = (_, response) => response.writeHead(500).end();
  };
  return { dir, scan, takeDown };
}

/** An address where nobody listens. */
const closed = 'http://127.0.0.1:9';

test('these are all sources that speak of the shop’s platform', () => {
  const keys = { githubToken: undefined };
  const speaking = [...advisorySources(keys), ...releaseSources(keys)].filter(
    ({ covers, oneList }) => covers('sylius') || oneList === true,
  );
  expect(ids.toSorted()).toEqual(speaking.map(({ id }) => id).toSorted());
  expect(createCve().covers('sylius')).toBe(false);
});

describe.each(['500', 'connection refused'])('with every source down (%s)', (how) => {
  async function scanDown(watched: Awaited<ReturnType<typeof watch>>, now: string) {
    watched.takeDown();
    return watched.scan(now, how === '500' ? undefined : closed);
  }

  test('the run fails, no report is lost, and the page says whose last copies of which day are used', async () => {
    const watched = await watch();
    const good = await watched.scan('2026-08-25T06:17:00.000Z');
    expect(good.failures).toEqual([]);
    expect(good.report?.verdict).toMatchObject({ answer: 'yes', reason: 'current' });
    const pulls = await Promise.all(
      (await readdir(join(watched.dir, 'pulls'))).map((name) => readFile(join(watched.dir, 'pulls', name), 'utf8')),
    );

    const { failures, report, page, status } = await scanDown(watched, '2026-08-28T06:17:00.000Z');
    // One for each source: with any failure the command ends with 1.
    expect(failures.map(({ problem }) => problem.code)).toEqual(ids.map(() => 'source-failed'));
    for (const id of ids) expect(failures.map(({ problem }) => problem.message).join('\n')).toContain(`${id}: `);
    expect(report?.verdict).toEqual(good.report?.verdict);
    expect(await readdir(join(watched.dir, 'reports'))).toEqual(['shop.json']);
    const kept = await Promise.all(
      (await readdir(join(watched.dir, 'pulls'))).map((name) => readFile(join(watched.dir, 'pulls', name), 'utf8')),
    );
    expect(kept).toEqual(pulls);

    const live = ['OSV', 'Packagist', 'GitHub Advisory Database', 'GitHub repositories', 'Packagist metadata'];
    for (const name of [...live, 'endoflife.date', 'CISA Known Exploited Vulnerabilities']) {
      const said = page.conduct.sources.filter((line) => line.startsWith(`${name}, `));
      expect(said.length, name).toBeGreaterThan(0);
      for (const line of said) {
        expect(line).toMatch(/: it gave no usable answer this time, so its last good copy of 25 August 2026 is used/);
      }
    }
    expect(page.conduct.problems.join('\n')).toMatch(/osv: .*Remedy: /);
    expect(status.sources.filter(({ standsIn }) => standsIn).map(({ fetchedAt }) => fetchedAt)).toEqual(
      status.sources.filter(({ id }) => id !== 'embedded').map(() => '2026-08-25T06:17:00.000Z'),
    );
    expect(status.sources.filter(({ stale }) => stale)).toEqual([]);
  });

  test('past the maximum age the same shop says no, and whose facts are how old', async () => {
    const watched = await watch();
    await watched.scan('2026-08-25T06:17:00.000Z');
    // Seven days and a second after the last good copies.
    const { failures, report, page, status } = await scanDown(watched, '2026-09-01T06:17:01.000Z');
    expect(failures).toHaveLength(ids.length);
    expect(report?.verdict).toMatchObject({ answer: 'no', reason: 'data-stale' });
    // All are equally old; one of them is named.
    const { source = '', ...params } = report?.verdict.nextStep.params ?? {};
    expect([report?.verdict.nextStep.code, params]).toEqual(['refresh-sources', { days: '7' }]);
    expect(status.sources.map(({ name }) => name)).toContain(source);
    expect(page.explanation).toMatchObject({
      word: 'No',
      reason: 'What we know about Sylius is too old to judge by.',
      nextStep: `At the shop there is nothing to do. Whoever runs these checks fetches new facts from ${source}; the last ones are 7 days old.`,
    });
    // Of all, only the shipped support windows still count: they declare 180 days.
    const fresh = status.sources.filter(({ stale }) => !stale);
    expect(fresh.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['embedded support']);
    expect(status.sites[0]?.sources).toEqual(status.sources);
    const again = await watched.scan('2026-09-01T07:00:00.000Z', how === '500' ? undefined : closed);
    expect(again.report?.verdict.reason).toBe('data-stale');
  });

  test('and yes again once they answer', async () => {
    const watched = await watch();
    await watched.scan('2026-08-25T06:17:00.000Z');
    await watched.scan('2026-09-01T06:17:01.000Z', closed);
    const { failures, report, status } = await watched.scan('2026-09-01T12:00:00.000Z');
    expect(failures).toEqual([]);
    expect(report?.verdict).toMatchObject({ answer: 'yes' });
    expect(status.sources.some(({ standsIn }) => standsIn)).toBe(false);
  });
});
