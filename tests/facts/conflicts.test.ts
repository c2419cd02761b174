import { expect, test } from 'vitest';
import { createCve } from '../../src/advisories/cve.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { createKev } from '../../src/advisories/kev.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { advisoryPackages, embeddedFacts } from '../../src/embedded.ts';
import { assembleFacts, type PulledSource } from '../../src/facts/index.ts';
import type { ProductFacts } from '../../src/model/facts.ts';
import { startPull } from '../../src/model/pull.ts';
import { createAdobe } from '../../src/releases/adobe.ts';
import { createDrupal } from '../../src/releases/drupal.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { createGithubReleases } from '../../src/releases/github-releases.ts';
import { releaseSources } from '../../src/releases/index.ts';
import { createJoomla } from '../../src/releases/joomla.ts';
import { createPrestashop } from '../../src/releases/prestashop.ts';
import { createShopware } from '../../src/releases/shopware.ts';
import { createWordpress } from '../../src/releases/wordpress.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { schemes } from '../../src/versions/index.ts';
import { answerPages, askFor, type Create, type Pages } from '../lib/pulling.ts';
import { type Handler, quickHttp, sendJson, serve } from '../lib/serve.ts';
import { component, policy, type Situation, statement } from '../verdict/situation.ts';
import { asExpected } from './expected.ts';

/*
 * Sources contradict each other in eight known ways. Each test serves what they say, in the shape they document, to the real
 * sources, merges it with the facts that ship, and asks for the verdict.
 */

function shipped(product: string): ProductFacts {
  const facts = embeddedFacts(product);
  if (facts === null) throw new Error(`No facts of ${product} ship.`);
  return asExpected(facts);
}

/** What a source says on a day. */
async function pullOf(create: Create, handler: Handler, product: string, day = '2026-08-25'): Promise<PulledSource> {
  const { base } = await serve(handler);
  const source = create({ base });
  const request = { ...askFor([product], null, `${day}T06:17:00.000Z`), facts: embeddedFacts };
  return { source, pull: await source.pull(request, quickHttp().http), problem: null };
}

function merge(product: string, ...pulls: PulledSource[]): ProductFacts {
  const embedded = shipped(product);
  return assembleFacts({ embedded, pulls, scheme: schemes[embedded.scheme] });
}

function verdictOf(facts: ProductFacts, version: string, on: string, more: Partial<Situation> = {}) {
  return reachVerdict(
    {
      outcome: 'seen',
      identification: { components: [component([version], { product: facts.product })], withheld: [] },
      problems: [],
    },
    {
      facts: () => facts,
      attestations: more.attestations ?? [],
      policy,
      now: `${on}T12:00:00.000Z`,
      judgeSourceAge: more.judgeSourceAge ?? false,
    },
  );
}

function reasonOf(...of: Parameters<typeof verdictOf>): string {
  const { answer, reason } = verdictOf(...of);
  return `${answer}: ${reason}`;
}

/** `CVE-2026-3906 affected`; of an advisory, what it came to. */
function findingsOf(...of: Parameters<typeof verdictOf>): string[] {
  return verdictOf(...of).findings.map(({ id, status }) => `${id} ${status}`);
}

interface OsvRecord {
  id: string;
  aliases?: string[];
  withdrawn?: string;
  affected: { package: { ecosystem: string; name: string }; ranges: unknown[]; versions?: string[] }[];
}

/** OSV with these records: lists them by package, and has a page for each. */
function osvWith(...records: OsvRecord[]): Handler {
  const modified = '2026-08-24T10:00:00Z';
  return ({ path, body }, response) => {
    if (path === '/v1/querybatch') {
      const { queries }: { queries: { package: { name: string } }[] } = JSON.parse(body);
      const listed = (name: string) =>
        records.filter(({ affected }) => affected.some((it) => it.package.name === name));
      const results = queries.map((query) => ({
        vulns: listed(query.package.name).map(({ id }) => ({ id, modified })),
      }));
      return sendJson(response, { results });
    }
    const record = records.find(({ id }) => path === `/v1/vulns/${id}`);
    sendJson(response, { modified, published: '2026-03-26T10:00:00Z', ...record });
  };
}

function affects(
  name: string,
  events: Record<string, string>[],
  versions: string[] = [],
): OsvRecord['affected'][number] {
  return { package: { ecosystem: 'Packagist', name }, ranges: [{ type: 'ECOSYSTEM', events }], versions };
}

/** Releases on GitHub: tag and day. */
function tagged(repository: string, tags: Record<string, string>): Handler {
  const body = Object.entries(tags).map(([tag_name, day]) => {
    return { tag_name, draft: false, prerelease: false, published_at: `${day}T10:00:00Z` };
  });
  return answerPages({ [`/repos/${repository}/releases?per_page=100`]: { body } });
}

/** A page of endoflife.date: of each line its last day and its newest release. */
function cycles(slug: string, lines: [name: string, eolFrom: string | null, latest: string, date: string][]): Handler {
  const releases = lines.map(([name, eolFrom, latest, date]) => {
    return { name, isEol: eolFrom !== null && eolFrom < '2026-08-25', eolFrom, latest: { name: latest, date } };
  });
  return answerPages({ [`/api/v1/products/${slug}/`]: { body: { result: { releases } } } });
}

const sendXml =
  (text: string): Handler =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/xml' }).end(text);

test('1. endoflife.date knows no -pN of Magento and ends its lines too early: the word of Adobe stands', async () => {
  const ids = releaseSources({ githubToken: undefined }).map(({ id }) => id);
  expect(ids.indexOf('adobe')).toBeGreaterThan(ids.indexOf('endoflife'));
  const { base, hits } = await serve(cycles('magento', [['2.4.5', '2025-08-09', '2.4.5', '2022-08-09']]));
  const source = createEndoflife({ base });
  const asked = await source.pull(askFor(['magento']), quickHttp().http);
  expect([hits, asked.records.support, asked.records.releases]).toEqual([[], {}, {}]);
  // Even if it was read: what comes later wins, and Adobe comes later.
  const ended = { branch: '2.4.5', securitySupportEnds: '2025-08-09', commerceSupportEnds: null, eol: true };
  const pull = startPull('endoflife', { at: '2026-08-25T06:17:00.000Z' });
  pull.records.support = { magento: [ended] };
  const adobe = await pullOf(
    createAdobe,
    answerPages({
      '/AdobeDocs/commerce-operations.en/main/_jekyll/_data/release/core-releases.json': {
        body: {
          '2.4.5': {
            releases: [
              { tagName: '2.4.5-p14', publishedAt: '2025-08-12T14:02:02Z', releaseNotes: '/security-patches/2-4-5' },
            ],
            'end-of-support': '2025-08-12',
            'end-of-extended-support': '2026-08-11',
          },
        },
      },
    }),
    'magento',
  );
  const facts = merge('magento', { source, pull, problem: null }, adobe);
  expect(reasonOf(facts, '2.4.5-p14', '2025-08-12')).toBe('yes: secure');
  expect(reasonOf(facts, '2.4.5-p14', '2025-08-13')).toBe('no: end-of-life');
  expect(verdictOf(facts, '2.4.8', '2026-05-13')).toMatchObject({
    answer: 'no',
    reason: 'update-missing',
    nextStep: { code: 'update', params: { version: '2.4.8-p5' } },
  });
});

test('2. ranges of Adobe that no machine can compare are not read, and a release listed by mistake is not affected', async () => {
  const unreadable = [{ product: 'Adobe Commerce', versions: [{ lessThanOrEqual: '2.4.8-2026-aug, 2.4.7-2026-aug' }] }];
  const cve = await pullOf(
    createCve,
    ({ path }, response) =>
      sendJson(response, {
        cveMetadata: { cveId: path.split('/').at(-1), state: 'PUBLISHED', datePublished: '2026-08-11T15:00:00Z' },
        containers: { cna: { affected: unreadable } },
      }),
    'magento',
  );
  const read = cve.pull.records.advisories['magento'] ?? [];
  expect(read.map(({ id }) => id)).toContain('CVE-2026-71362');
  expect(read.flatMap(({ ranges, versions }) => [...ranges, ...versions])).toEqual([]);
  const mistake = {
    id: 'GHSA-wh92-6q6g-px7j',
    aliases: ['CVE-2025-54236'],
    affected: [affects('magento/community-edition', [{ introduced: '2.4.8' }, { fixed: '2.4.8-p3' }], ['2.4.9'])],
  };
  const osv = await pullOf(createOsv, osvWith(mistake), 'magento');
  const facts = merge('magento', osv, cve);
  expect(reasonOf(facts, '2.4.9', '2026-06-01')).toBe('yes: current');
  expect(findingsOf(facts, '2.4.9', '2026-06-01')).toEqual(['CVE-2025-54236 not_affected']);
  expect(findingsOf(facts, '2.4.8-p5', '2026-08-12')).toContain('CVE-2026-71362 affected');
  // OSV was asked that very day, but has had nothing new of Magento for a year: what shipped 19 days ago is too old.
  const late = await pullOf(createOsv, osvWith(mistake), 'magento', '2026-09-10');
  expect(reasonOf(merge('magento', late), '2.4.9', '2026-09-10', { judgeSourceAge: true })).toBe('no: data-stale');
});

test('3. from July 2026 the newest Magento is no yes by its number, only with its patches attested', async () => {
  const entry = (cveID: string, dateAdded: string) => {
    return { cveID, vendorProject: 'Adobe', product: 'Commerce and Magento', dateAdded, dueDate: null };
  };
  const vulnerabilities = [entry('CVE-2026-75650', '2026-09-08'), entry('CVE-2026-71362', '2026-09-24')];
  const path = '/sites/default/files/feeds/known_exploited_vulnerabilities.json';
  const kev = await pullOf(createKev, answerPages({ [path]: { body: { vulnerabilities } } }), 'magento', '2026-09-25');
  const facts = merge('magento', kev);
  expect(reasonOf(facts, '2.4.9', '2026-07-13')).toBe('yes: current');
  for (const version of ['2.4.8-p5', '2.4.7-p10']) {
    expect(reasonOf(facts, version, '2026-07-13')).toBe('yes: secure');
    expect(reasonOf(facts, version, '2026-07-14')).toBe('no: known-advisory');
  }
  expect(reasonOf(facts, '2.4.9', '2026-07-14')).toBe('no: known-advisory');
  const applied = (...covers: string[]) => ({ attestations: [{ ...statement, covers, made: '2026-07-15' }] });
  // Its two flaws that are known here are not all that the July patch is for.
  const flaws = ['CVE-2026-48356', 'CVE-2026-48358'];
  expect(reasonOf(facts, '2.4.9', '2026-07-20', applied(...flaws))).toBe('no: patch-level-unproven');
  const four = ['APSB26-73', 'APSB26-92', 'APSB26-146', 'APSB26-138'];
  expect(reasonOf(facts, '2.4.9', '2026-08-20', applied(...four.slice(0, 1)))).toBe('no: known-advisory');
  expect(reasonOf(facts, '2.4.9', '2026-08-20', applied(...four.slice(0, 2)))).toBe('yes: current');
  expect(reasonOf(facts, '2.4.9', '2026-09-25', applied(...four.slice(0, 3)))).toBe('no: known-advisory');
  expect(reasonOf(facts, '2.4.9', '2026-09-25', applied(...four))).toBe('yes: current');
  const { findings } = verdictOf(facts, '2.4.9', '2026-09-25');
  const exploited = findings.filter(({ exploitedSince }) => exploitedSince !== null);
  expect(exploited.map(({ id, status }) => `${id} ${status}`).sort()).toEqual([
    'CVE-2025-54236 not_affected',
    'CVE-2026-71362 affected',
    'CVE-2026-75650 affected',
  ]);
});

test('4. PrestaShop 1.7 has no fix from its first day, and the flaws of OpenCart have no end', async () => {
  const release_notes_url = 'https://build.prestashop-project.org/news/2024/prestashop-1-7-8-11-security-release/';
  const list = [{ version: '1.7.8.11', stability: 'stable', release_notes_url }];
  const prestashop = merge(
    'prestashop',
    await pullOf(createPrestashop, answerPages({ '/prestashop': { body: list } }), 'prestashop'),
  );
  expect(reasonOf(prestashop, '1.7.8.10', '2023-08-07')).toBe('no: known-advisory');
  const newest = verdictOf(prestashop, '1.7.8.11', '2024-01-02');
  expect(newest).toMatchObject({
    answer: 'no',
    reason: 'known-advisory',
    nextStep: { code: 'change-branch', params: { version: '8.1.3' } },
  });
  expect(newest.findings.find(({ id }) => id === 'CVE-2023-39530')).toMatchObject({
    status: 'affected',
    fixedIn: ['8.1.1'],
  });
  const tags = tagged('opencart/opencart', { '4.1.0.5': '2026-09-01', '3.0.5.2': '2026-09-01' });
  const opencart = merge('opencart', await pullOf(createGithubReleases, tags, 'opencart', '2026-09-02'));
  for (const [version, flaws] of [
    ['4.1.0.5', 6],
    ['3.0.5.2', 1],
  ] as const) {
    const { answer, reason, findings, nextStep } = verdictOf(opencart, version, '2026-09-02');
    expect([answer, reason, nextStep.code]).toEqual(['no', 'known-advisory', 'ask-vendor']);
    expect(findings.map(({ unbounded }) => unbounded)).toEqual(Array(flaws).fill(true));
  }
});

test('5. WordPress: a tag that was no release, fixes that were none, courtesy fixes of lines without support', async () => {
  const day = '2026-09-25';
  const pages: Pages = {
    '/core/stable-check/1.0/': {
      body: { '6.5': 'insecure', '6.9.9': 'outdated', '7.0.5': 'insecure', '7.0.6': 'outdated', '7.1.2': 'latest' },
    },
    '/core/version-check/1.7/': {
      body: {
        offers: [
          { response: 'upgrade', version: '7.1.2' },
          { response: 'autoupdate', version: '7.0.6' },
        ],
      },
    },
  };
  const lines = cycles('wordpress', [
    ['7.1', null, '7.1.2', '2026-09-22'],
    ['7.0', '2026-08-19', '7.0.6', '2026-09-22'],
    ['6.9', '2026-05-20', '6.9.9', '2026-09-22'],
  ]);
  const facts = merge(
    'wordpress',
    await pullOf(createEndoflife, lines, 'wordpress', day),
    await pullOf(createWordpress, answerPages(pages), 'wordpress', day),
  );
  expect(verdictOf(facts, '6.5.1', '2024-04-09')).toMatchObject({
    reason: 'update-missing',
    nextStep: { code: 'update', params: { version: '6.5.2' } },
  });
  for (const incomplete of ['6.9.2', '6.9.3']) {
    expect(reasonOf(facts, incomplete, '2026-03-11')).toBe('no: update-missing');
    expect(findingsOf(facts, incomplete, '2026-03-11')).toContain('CVE-2026-3906 affected');
  }
  expect(reasonOf(facts, '6.9.4', '2026-03-11')).toBe('yes: current');
  // The record that says "< 7.1.2" of all lines comes from the CVE List, which nobody reads for WordPress.
  expect(createCve().covers('wordpress')).toBe(false);
  for (const backport of ['7.0.6', '6.9.9']) {
    expect(reasonOf(facts, backport, day)).toBe('no: end-of-life');
    expect(findingsOf(facts, backport, day)).toEqual([]);
  }
  expect(findingsOf(facts, '7.0.5', day)).toEqual(['CVE-2026-87902 affected']);
  expect(reasonOf(facts, '7.1.1', day)).toBe('no: update-missing');
  expect(reasonOf(facts, '7.1.2', day)).toBe('yes: current');
});

test('6. numbers that are no releases, or not those of the product, move no verdict', async () => {
  const entry = (version: string) => `<extension element="joomla" version="${version}"/>`;
  const list = sendXml(`<extensionset>${['5.4.9', '5.4.112', '6.1.4'].map(entry).join('')}</extensionset>`);
  const joomla = merge(
    'joomla',
    await pullOf(createEndoflife, cycles('joomla', [['5', '2027-10-12', '5.4.112', '2026-08-01']]), 'joomla'),
    await pullOf(createJoomla, list, 'joomla', '2026-09-30'),
  );
  expect(reasonOf(joomla, '5.4.112', '2026-09-30')).toBe('no: version-not-known');
  expect(reasonOf(joomla, '5.4.9', '2026-09-30')).toBe('yes: secure');
  // Tagged already, released to everybody on the 29th.
  expect(reasonOf(joomla, '5.4.9', '2026-09-28')).toBe('no: version-not-known');
  expect(reasonOf(joomla, '5.4.8', '2026-09-28')).toBe('yes: secure');

  const tags = tagged('saleor/saleor', { '3.23.28': '2026-08-20', '2020.12.0': '2020-12-01' });
  const saleor = merge('saleor', await pullOf(createGithubReleases, tags, 'saleor'));
  expect(reasonOf(saleor, '3.23.28', '2026-08-22')).toBe('yes: current');
  expect(reasonOf(saleor, '2020.12.0', '2026-08-22')).toBe('no: version-not-known');

  const slip = tagged('cubecart/v6', { 'v6.7.5': '2026-09-17', 'v2.6.7': '2019-11-04' });
  const cubecart = merge('cubecart', await pullOf(createGithubReleases, slip, 'cubecart', '2026-09-18'));
  expect(reasonOf(cubecart, '2.6.7', '2026-09-18')).toBe('no: version-not-known');
  expect(reasonOf(cubecart, '6.7.5', '2026-09-18')).toBe('yes: current');

  expect(advisoryPackages('oxid')).toEqual(['oxid-esales/oxideshop-ce']);
  const both = {
    id: 'GHSA-qqcr-9jfc-35c4',
    affected: [
      affects('oxid-esales/oxideshop-ce', [{ introduced: '6.0.0' }, { fixed: '6.14.4' }]),
      affects('oxid-esales/oxideshop-metapackage-ce', [{ introduced: '0' }, { fixed: '7.9.0' }]),
    ],
  };
  const oxid = merge('oxid', await pullOf(createOsv, osvWith(both), 'oxid'));
  expect(findingsOf(oxid, '6.14.3', '2026-08-25')).toEqual(['CVE-2024-56526 affected']);
  expect(findingsOf(oxid, '6.14.4', '2026-08-25')).toEqual([]);
  expect(reasonOf(oxid, '7.5.1', '2026-08-25')).toBe('yes: current');

  const letters = tagged('zencart/zencart', { 'v1.5.7c': '2021-03-05', 'v1.5.7b': '2020-11-23' });
  const zencart = merge('zencart', await pullOf(createGithubReleases, letters, 'zencart'));
  expect(reasonOf(zencart, '1.5.7b', '2021-03-06')).toBe('no: update-missing');
  expect(reasonOf(zencart, '1.5.7c', '2021-03-06')).toBe('yes: current');
});

test('7. fixes that never came out, came out for lines without support, or came out before their flaws', async () => {
  const untagged = {
    id: 'GHSA-jg68-vhv3-9r8f',
    aliases: ['CVE-2026-25523'],
    affected: [affects('openmage/magento-lts', [{ introduced: '0' }, { fixed: '20.16.1' }])],
  };
  const tags = tagged('OpenMage/magento-lts', { 'v20.17.0': '2026-04-18', 'v20.16.0': '2025-11-01' });
  const openmage = merge(
    'openmage',
    await pullOf(createOsv, osvWith(untagged), 'openmage'),
    await pullOf(createGithubReleases, tags, 'openmage'),
  );
  expect(reasonOf(openmage, '20.16.1', '2026-02-03')).toBe('no: version-not-known');
  const vulnerable = verdictOf(openmage, '20.16.0', '2026-02-03');
  expect([vulnerable.reason, vulnerable.nextStep.code]).toEqual(['known-advisory', 'ask-vendor']);
  expect(JSON.stringify(vulnerable.nextStep)).not.toContain('20.16.1');
  expect(verdictOf(openmage, '20.16.0', '2026-04-21').nextStep).toMatchObject({
    code: 'update',
    params: { version: '20.17.0' },
  });

  const released = Date.UTC(2026, 4, 20, 16) / 1000;
  const terms = '<terms><term><name>Release type</name><value>Security update</value></term></terms>';
  const history = `<project><short_name>drupal</short_name><project_status>published</project_status>
    <supported_branches>10.6.,11.3.</supported_branches><releases>
    <release><version>10.4.10</version><status>published</status><date>${released}</date>${terms}</release></releases></project>`;
  const drupal = merge('drupal', await pullOf(createDrupal, sendXml(history), 'drupal'));
  const lines = cycles('sylius', [
    ['2.2', '2027-03-31', '2.2.6', '2026-07-09'],
    ['2.0', '2026-02-28', '2.0.18', '2026-07-09'],
  ]);
  const sylius = merge('sylius', await pullOf(createEndoflife, lines, 'sylius'));
  // 10.4.10 fixes the flaw of its day, but not those of April, whose fixes came for 10.5 and later alone.
  for (const [facts, version, day, open] of [
    [drupal, '10.4.10', '2026-05-20', ['CVE-2026-6365 affected', 'CVE-2026-6366 affected']],
    [sylius, '2.0.18', '2026-07-09', []],
  ] as const) {
    const { answer, reason, nextStep } = verdictOf(facts, version, day);
    expect([answer, reason, nextStep.code]).toEqual(['no', 'end-of-life', 'change-branch']);
    expect(findingsOf(facts, version, day)).toEqual(open);
  }

  const lineStart = { version: '6.7', release_date: '2025-06-17', security_eol: false };
  const pages: Pages = {
    '/changelog/index.json': { body: ['6.7.13.1', '6.7.13.0'] },
    '/changelog/6.7.13.1.json': {
      body: { version: '6.7.13.1', date: '2026-08-24T10:00:00+00:00', fixedVulnerabilities: [] },
    },
    '/changelog/6.7.13.0.json': { body: { version: '6.7.13.0', date: '2026-08-05', fixedVulnerabilities: [] } },
    '/shopware/shopware/trunk/releases.json': { body: [lineStart] },
  };
  const create: Create = ({ base }) => createShopware({ base, github: base });
  const shopware = merge('shopware6', await pullOf(create, answerPages(pages), 'shopware6'));
  // Three weeks before its advisories, nobody knew what 6.7.10.1 was for; of 6.7.13.1 nobody knows yet.
  expect(reasonOf(shopware, '6.7.10.0', '2026-05-14')).toBe('no: update-missing');
  expect(findingsOf(shopware, '6.7.10.0', '2026-05-14')).toEqual([]);
  expect(reasonOf(shopware, '6.7.10.1', '2026-05-14')).toBe('yes: current');
  expect(reasonOf(shopware, '6.7.13.0', '2026-08-25')).toBe('no: update-missing');
  expect(reasonOf(shopware, '6.7.13.1', '2026-08-25')).toBe('yes: current');
});

test('8. a record that was taken back harms nobody, and takes nothing back that others say', async () => {
  const everything = affects('prestashop/prestashop', [{ introduced: '0' }]);
  const bitnami = { id: 'BIT-prestashop-2026-33674', aliases: ['CVE-2026-33674'], affected: [everything] };
  const withdrawn = '2026-06-01T10:00:00Z';
  const item = (withdrawn_at: string | null) => {
    const named = { ecosystem: 'composer', name: 'prestashop/prestashop' };
    const vulnerabilities = [{ package: named, vulnerable_version_range: '>= 0' }];
    const published_at = '2026-06-10T10:00:00Z';
    return { ghsa_id: 'GHSA-2222-3333-4444', cve_id: null, published_at, withdrawn_at, vulnerabilities };
  };
  const path = '/repos/PrestaShop/PrestaShop/security-advisories?state=published&per_page=100';
  const github = (withdrawn_at: string | null) =>
    pullOf(createGithubRepositories, answerPages({ [path]: { body: [item(withdrawn_at)] } }), 'prestashop');
  const osv = (record: OsvRecord) => pullOf(createOsv, osvWith(record), 'prestashop');

  const facts = merge('prestashop', await osv({ ...bitnami, withdrawn }), await github(withdrawn));
  expect(reasonOf(facts, '9.1.4', '2026-08-25')).toBe('yes: current');
  expect(findingsOf(facts, '9.1.4', '2026-08-25')).toEqual([]);
  expect(findingsOf(facts, '8.2.4', '2026-03-27')).toContain('CVE-2026-33674 affected');
  // The same records, not taken back.
  expect(reasonOf(merge('prestashop', await osv(bitnami)), '9.1.4', '2026-08-25')).toBe('no: known-advisory');
  expect(reasonOf(merge('prestashop', await github(null)), '9.1.4', '2026-08-25')).toBe('no: known-advisory');
});
