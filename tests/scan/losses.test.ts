import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGithub } from '../../src/advisories/github.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { createKev } from '../../src/advisories/kev.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { createPackagist } from '../../src/advisories/packagist.ts';
import type { AdvisorySource } from '../../src/advisories/source.ts';
import { advisoryPackages, embeddedFacts } from '../../src/embedded.ts';
import type { Pull } from '../../src/model/pull.ts';
import { createDrupal } from '../../src/releases/drupal.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import type { ReleaseSource } from '../../src/releases/source.ts';
import { gatherKnowledge } from '../../src/scan/knowledge.ts';
import { openStore } from '../../src/store.ts';
import { type Handler, quickHttp, sendJson, serve } from '../lib/serve.ts';

const days = ['2026-08-25', '2026-08-26', '2026-08-27', '2026-08-28'].map((day) => `${day}T06:17:00.000Z`);
const [first = '', second = '', third = '', fourth = ''] = days;

type Documents = Record<string, unknown>;

/** Documents by what their path holds; each with a tag of its own, and 304 for whoever names it. */
function answering(documents: Documents): Handler {
  return ({ path, headers }, response) => {
    const found = Object.entries(documents).find(([part]) => decodeURIComponent(path).includes(part));
    const etag = `"${JSON.stringify(found?.[1] ?? '').length}"`;
    if (found === undefined) response.writeHead(404).end();
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else if (typeof found[1] === 'string') response.writeHead(200, { 'content-type': 'text/xml' }).end(found[1]);
    else sendJson(response, found[1], { etag });
  };
}

/** One server whose documents change, and a data folder: each call is a scan's round of asking on another day. */
async function rounds(create: (base: string) => AdvisorySource | ReleaseSource, product: string) {
  let documents: Documents = {};
  const { base } = await serve((hit, response, n) => answering(documents)(hit, response, n));
  const store = openStore(await mkdtemp(join(tmpdir(), 'patchproof-losses-')));
  const source = create(base);
  const given = { sources: [source], embedded: embeddedFacts, packages: advisoryPackages, store };
  return async (now: string, told: Documents): Promise<Pull> => {
    documents = told;
    const { problems } = await gatherKnowledge([product], { ...given, http: quickHttp().http, now });
    expect(problems).toEqual([]);
    const pull = await store.readPull(source.id);
    if (pull === null) throw new Error('Nothing was kept.');
    return pull;
  };
}

const osvId = 'GHSA-w9f3-qc75-qgx9';
const osvList = { results: [{ vulns: [{ id: osvId, modified: '2026-05-09T10:00:00Z' }] }] };
const osvRecord = {
  id: osvId,
  modified: '2026-05-09T10:00:00Z',
  affected: [
    {
      package: { ecosystem: 'Packagist', name: 'prestashop/prestashop' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '8.2.6' }] }],
    },
  ],
};
const githubItem = {
  ghsa_id: osvId,
  cve_id: null,
  published_at: '2026-05-08T10:00:00Z',
  vulnerabilities: [
    { package: { ecosystem: 'composer', name: 'prestashop/prestashop' }, vulnerable_version_range: '< 8.2.6' },
  ],
};
const packagistEntry = {
  advisoryId: 'PKSA-1111-1111-1111',
  cve: null,
  affectedVersions: '<8.2.6',
  reportedAt: '2026-05-08 10:00:00',
};
const p2 = { packages: { 'sylius/sylius': [{ version: 'v2.1.0', time: '2026-06-03T08:00:00+00:00' }] } };
const p2Flaw = { advisoryId: 'PKSA-1111-1111-1111', affectedVersions: '<2.0' };
const cycle = { name: '7.1', isEol: false, eolFrom: null, latest: { name: '7.1.1', date: '2026-08-24' } };
const exploited = (cveID: string, vendorProject: string, product: string) => {
  return { cveID, vendorProject, product, dateAdded: '2026-08-01', dueDate: null };
};
const drupal = exploited('CVE-2026-9082', 'Drupal', 'Core');

interface Glitch {
  source: string;
  product: string;
  create: (base: string) => AdvisorySource | ReleaseSource;
  /** By a part of the path. */
  good: Documents;
  empty: Documents;
  says: RegExp;
}

const glitches: Glitch[] = [
  {
    source: 'osv',
    product: 'prestashop',
    create: (base) => createOsv({ base }),
    good: { querybatch: osvList, vulns: osvRecord },
    empty: { querybatch: { results: [{}] } },
    says: /^osv: .* names no advisories of prestashop any more/,
  },
  {
    source: 'packagist',
    product: 'prestashop',
    create: (base) => createPackagist({ base }),
    good: { advisories: { advisories: { 'prestashop/prestashop': [packagistEntry] } } },
    empty: { advisories: { advisories: { 'prestashop/prestashop': [] } } },
    says: /^packagist: .* names no advisories of prestashop/,
  },
  {
    source: 'packagist that no longer knows the package',
    product: 'prestashop',
    create: (base) => createPackagist({ base }),
    good: { advisories: { advisories: { 'prestashop/prestashop': [packagistEntry] } } },
    empty: { advisories: { advisories: [] } },
    says: /^packagist: .* names no advisories of prestashop/,
  },
  {
    source: 'github',
    product: 'prestashop',
    create: (base) => createGithub({ base }),
    good: { '/advisories': [githubItem] },
    empty: { '/advisories': [] },
    says: /^github: .* names no advisories of prestashop/,
  },
  {
    source: 'github-repositories',
    product: 'prestashop',
    create: (base) => createGithubRepositories({ base }),
    good: { '/security-advisories': [githubItem] },
    empty: { '/security-advisories': [] },
    says: /^github-repositories: .* names no advisories of prestashop/,
  },
  {
    source: 'kev',
    product: 'magento',
    create: (base) => createKev({ base, mirror: base }),
    good: { known_exploited: { vulnerabilities: [exploited('CVE-2024-34102', 'Adobe', 'Magento'), drupal] } },
    empty: { known_exploited: { vulnerabilities: [drupal] } },
    says: /^kev: .* names no exploited flaws of magento/,
  },
  {
    source: 'packagist-p2, which goes on to list releases',
    product: 'sylius',
    create: (base) => createPackagistP2({ base }),
    good: { '/p2/': { ...p2, 'security-advisories': [p2Flaw] } },
    empty: { '/p2/': p2 },
    says: /^packagist-p2: .* names no advisories of sylius/,
  },
  {
    source: 'endoflife',
    product: 'wordpress',
    create: (base) => createEndoflife({ base }),
    good: { products: { result: { releases: [cycle] } } },
    empty: { products: { result: { releases: [{ ...cycle, name: 'trunk' }] } } },
    says: /^endoflife: .* names no releases, support of wordpress/,
  },
];

describe('a source that answers well, but has nothing left of what it had', () => {
  test.each(glitches)('takes nothing away: $source', async ({ product, create, good, empty, says }) => {
    const ask = await rounds(create, product);
    const known = await ask(first, good);
    const kept = await ask(second, empty);
    expect(kept.records.advisories).toEqual(known.records.advisories);
    expect(kept.records.support).toEqual(known.records.support);
    expect(kept.records.releases).toEqual(known.records.releases);
    expect(new Set(kept.records.exploited)).toEqual(new Set(known.records.exploited));
    expect(kept.problems.map(({ message }) => message)).toContainEqual(expect.stringMatching(says));
    expect(kept.problems.at(-1)?.message).toMatch(/Remedy: look at https:.*remove pulls\/[\w-]+\.json/);
    expect(kept.confirmedAt).toEqual({ [product]: first });

    // The empty answer is not confirmed by its own tag: it still says nothing, and the age goes on to count.
    const still = await ask(third, empty);
    expect(still.records).toEqual(kept.records);
    expect(still.confirmedAt).toEqual({ [product]: first });
    expect(still.problems).toEqual(kept.problems);

    const again = await ask(fourth, good);
    expect(again.confirmedAt).toBeUndefined();
    expect(again.problems).toEqual([]);
  });
});

test('what could not be read of the flaws before stays unread (Drupal)', async () => {
  const release = (version: string, type: string) =>
    `<release><version>${version}</version><status>published</status><date>1785000000</date><terms><term><name>Release type</name><value>${type}</value></term></terms></release>`;
  const history = (...types: [string, string]) =>
    `<?xml version="1.0"?><project><supported_branches>11.4.</supported_branches><project_status>published</project_status><releases>${release('11.4.6', types[0])}${release('11.4.5', types[1])}</releases></project>`;
  const ask = await rounds((base) => createDrupal({ base }), 'drupal');
  const doubtful = await ask(first, { drupal: history('Perilous', 'Insecure') });
  expect(doubtful.unreadFlaws).toEqual(['drupal']);
  const kept = await ask(second, { drupal: history('Bug fixes', 'Bug fixes') });
  expect(kept.records.flags).toEqual({ drupal: [{ version: '11.4.5', secure: false }] });
  expect(kept.unreadFlaws).toEqual(['drupal']);
});

describe('what a source takes back itself', () => {
  test('goes, though it was the last of the product (OSV)', async () => {
    const ask = await rounds((base) => createOsv({ base }), 'prestashop');
    await ask(first, { querybatch: osvList, vulns: osvRecord });
    const modified = '2026-08-26T00:00:00Z';
    const list = { results: [{ vulns: [{ id: osvId, modified }] }] };
    const taken = { querybatch: list, vulns: { ...osvRecord, modified, withdrawn: '2026-08-25T23:00:00Z' } };
    const { records, withdrawn, problems } = await ask(second, taken);
    expect(records.advisories['prestashop'] ?? []).toEqual([]);
    expect(withdrawn?.['prestashop']).toMatchObject([{ id: osvId, on: '2026-08-25' }]);
    expect(problems).toEqual([]);
    // A withdrawn record that is not even listed any more was no loss.
    expect((await ask(third, { querybatch: { results: [{}] } })).problems).toEqual([]);
  });

  test('goes, though it was the last of the product (GitHub)', async () => {
    const ask = await rounds((base) => createGithub({ base }), 'prestashop');
    await ask(first, { '/advisories': [githubItem] });
    const taken = { '/advisories': [{ ...githubItem, withdrawn_at: '2026-08-25T23:00:00Z' }] };
    const { records, withdrawn, problems } = await ask(second, taken);
    expect(records.advisories['prestashop'] ?? []).toEqual([]);
    expect(withdrawn?.['prestashop']).toMatchObject([{ id: osvId, on: '2026-08-25' }]);
    expect(problems).toEqual([]);
  });

  test('one of several records may go without a word', async () => {
    const ask = await rounds((base) => createPackagist({ base }), 'prestashop');
    const other = { ...packagistEntry, advisoryId: 'PKSA-2222-2222-2222' };
    await ask(first, { advisories: { advisories: { 'prestashop/prestashop': [packagistEntry, other] } } });
    const { records, problems } = await ask(second, {
      advisories: { advisories: { 'prestashop/prestashop': [other] } },
    });
    expect(records.advisories['prestashop']).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});
