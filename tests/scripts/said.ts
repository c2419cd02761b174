import { factsOf, type SnapshotFiles } from '../../scripts/refresh/files.ts';
import type { Advisory, AffectedRange } from '../../src/model/facts.ts';
import { branchOf } from '../../src/verdict/releases.ts';
import type { Handler } from '../lib/serve.ts';
import { sendJson } from '../lib/serve.ts';

/** What every prose field of the served documents holds: no file may. */
export const canary = 'Canary sentence of a source.';

/** What the sources say: by request, the document. A request that is missing is answered with 404. */
export type Said = Map<string, unknown>;

function events({ introduced, fixed, lastAffected }: AffectedRange): Record<string, string>[] {
  const end = fixed === null ? [] : [{ fixed }];
  return [{ introduced }, ...end, ...(lastAffected === null ? [] : [{ last_affected: lastAffected }])];
}

/** An advisory as OSV documents it. */
export function osvRecord(advisory: Advisory, name: string, more: Record<string, unknown> = {}) {
  const vector = advisory.severity ?? '';
  return {
    schema_version: '1.7.3',
    id: advisory.id,
    summary: canary,
    details: canary,
    credits: [{ name: canary }],
    references: [{ type: 'WEB', url: `https://example.org/${encodeURIComponent(canary)}` }],
    modified: '2026-08-20T10:00:00Z',
    published: `${advisory.published}T10:00:00Z`,
    aliases: advisory.aliases,
    affected: [
      {
        package: { ecosystem: 'Packagist', name },
        ranges: advisory.ranges.map((range) => ({ type: 'ECOSYSTEM', events: events(range) })),
        versions: advisory.versions,
      },
    ],
    severity: vector === '' ? [] : [{ type: vector.startsWith('CVSS:4') ? 'CVSS_V4' : 'CVSS_V3', score: vector }],
    database_specific: { cwe_ids: advisory.cwes, notes: canary },
    ...more,
  };
}

export type OsvRecord = ReturnType<typeof osvRecord>;

/** An advisory as GitHub's database lists it. */
export function githubItem(id: string, name: string, more: Record<string, unknown>) {
  return {
    ghsa_id: id,
    cve_id: null,
    summary: canary,
    description: canary,
    published_at: '2026-08-20T10:00:00Z',
    withdrawn_at: null,
    vulnerabilities: [{ package: { ecosystem: 'composer', name }, vulnerable_version_range: '< 1.0' }],
    cvss_severities: null,
    cwes: [],
    ...more,
  };
}

function p2Document(name: string, releases: { version: string; date: string | null }[]) {
  const entries = releases.map(({ version, date }) => {
    return { version, description: canary, time: date === null ? '__unset' : `${date}T08:00:00+00:00` };
  });
  return { minified: 'composer/2.0', packages: { [name]: entries } };
}

const p2 = { prestashop: 'prestashop/prestashop', shopware6: 'shopware/core', sylius: 'sylius/sylius' };

function endoflife(snapshot: SnapshotFiles, products: string[]) {
  const releases = products.flatMap((product) => {
    const files = snapshot.products.get(product);
    if (files === undefined) return [];
    const facts = factsOf(product, files);
    return facts.support.branches.map(({ branch, securitySupportEnds, eol }) => {
      const newest = facts.releases.find(({ version }) => branchOf(version, facts) === branch);
      const latest = newest === undefined ? null : { name: newest.version, date: newest.date };
      return { name: branch, label: canary, isEol: eol === true, eolFrom: securitySupportEnds, latest };
    });
  });
  return { result: { label: canary, releases } };
}

function shopware(snapshot: SnapshotFiles): [string, unknown][] {
  const files = snapshot.products.get('shopware6');
  const releases = files?.releases.releases ?? [];
  const ends = files?.support.branches.filter(({ securitySupportEnds }) => securitySupportEnds !== null) ?? [];
  const lines = ends.map(({ branch, securitySupportEnds }) => {
    return { version: branch, release_date: '2020-01-01', security_eol: securitySupportEnds, title: canary };
  });
  const changelogs = releases.map(({ version, date, security }): [string, unknown] => {
    const fixedVulnerabilities = security === true ? [{ title: canary }] : [];
    return [
      `GET /changelog/${version}.json`,
      { version, date: `${date}T10:00:00+00:00`, title: canary, fixedVulnerabilities },
    ];
  });
  const index = releases.map(({ version }) => version);
  return [['GET /changelog/index.json', index], ['GET /shopware/shopware/trunk/releases.json', lines], ...changelogs];
}

/** Products whose flaws OSV tells here. */
const told = ['prestashop', 'shopware6', 'sylius'];

/** What OSV, GitHub's database, CISA, endoflife.date, Packagist and Shopware say when they know what ships, and no more. */
export function sayWhatShips(snapshot: SnapshotFiles): Said {
  const said: Said = new Map();
  for (const [product, name] of Object.entries(p2)) {
    said.set(`GET /p2/${name}.json`, p2Document(name, snapshot.products.get(product)?.releases.releases ?? []));
  }
  said.set('GET /api/v1/products/shopware/', endoflife(snapshot, ['shopware6']));
  said.set('GET /api/v1/products/sylius/', endoflife(snapshot, ['sylius']));
  for (const [request, document] of shopware(snapshot)) said.set(request, document);
  const records = told.flatMap((product) => {
    const { packages = [], advisories = [] } = snapshot.products.get(product)?.advisories ?? {};
    return advisories.map((advisory) => osvRecord(advisory, packages[0] ?? ''));
  });
  said.set('OSV', records);
  const vulnerabilities = snapshot.exploited.entries.map(({ cve, addedOn, dueOn }) => {
    const known = { cveID: cve, dateAdded: addedOn, dueDate: dueOn, shortDescription: canary };
    return { ...known, vendorProject: 'Adobe', product: 'Commerce and Magento', vulnerabilityName: canary };
  });
  said.set('GET /sites/default/files/feeds/known_exploited_vulnerabilities.json', { title: canary, vulnerabilities });
  said.set('GITHUB', []);
  return said;
}

function isOsvRecord(value: unknown): value is OsvRecord {
  return typeof value === 'object' && value !== null && 'affected' in value;
}

/** Answers as the sources do. */
export function answerWith(said: Said): Handler {
  return ({ method, path, body }, response) => {
    const records = [said.get('OSV')].flat().filter(isOsvRecord);
    if (path === '/v1/querybatch') {
      const { queries }: { queries: { package: { name: string } }[] } = JSON.parse(body);
      const results = queries.map((query) => {
        const own = records.filter(({ affected }) => affected[0]?.package.name === query.package.name);
        return { vulns: own.map(({ id, modified }) => ({ id, modified })) };
      });
      return sendJson(response, { results });
    }
    const record = records.find(({ id }) => path === `/v1/vulns/${id}`);
    const isGithub = path.startsWith('/advisories?ecosystem=composer');
    const listed = isGithub ? said.get('GITHUB') : path.startsWith('/advisories?') ? [] : undefined;
    const document = record ?? listed ?? said.get(`${method} ${decodeURIComponent(path)}`);
    if (document === undefined) return void response.writeHead(404).end();
    return sendJson(response, document);
  };
}
