import { createHash } from 'node:crypto';
import { z } from 'zod';
import { advisoryPackages } from '../../src/embedded.ts';
import type { Advisory, AffectedRange } from '../../src/model/facts.ts';
import type { Day } from '../../src/model/time.ts';
import type { Answer, Asked } from './answer.ts';
import {
  constraintsOf,
  cveOf,
  ghsaOf,
  idsOf,
  isOfPackagist,
  osvIdOf,
  productOf,
  recordsOf,
  registries,
  repositories,
} from './flaws.ts';
import { recordOf } from './record.ts';

/*
 * OSV, Packagist, GitHub's database and its repositories, WPVulnerability, CISA and the CVE List, with every record that the snapshot has:
 * the day on which each was published decides what was public. Only Packagist's metadata names no days.
 */

const BatchBody = z.object({
  queries: z.array(z.object({ package: z.object({ ecosystem: z.string(), name: z.string() }) })),
});

/** POST /v1/querybatch: the first package of a product has all of its records, as most have in life. */
function answerBatch(body: string): Answer {
  const results = BatchBody.parse(JSON.parse(body)).queries.map(({ package: { ecosystem, name } }) => {
    const product = productOf(name);
    const isKnown =
      product !== undefined && registries[product]?.[0] === ecosystem && advisoryPackages(product)[0] === name;
    const records = isKnown ? recordsOf(product, (advisory) => osvIdOf(advisory) !== undefined) : [];
    if (records.length === 0) return {};
    return {
      vulns: records.map((advisory) => ({ id: osvIdOf(advisory), modified: `${advisory.published}T12:00:00Z` })),
    };
  });
  return { json: { results } };
}

function eventsOf({ introduced, fixed, lastAffected }: AffectedRange): Record<string, string>[] {
  return [
    { introduced },
    ...(fixed === null ? [] : [{ fixed }]),
    ...(lastAffected === null ? [] : [{ last_affected: lastAffected }]),
  ];
}

/** GET /v1/vulns/{id}; one flaw may affect several products. */
function answerVulnerability(id: string): Answer {
  const concerned = Object.entries(registries).flatMap(([product, [ecosystem]]) => {
    const records = ecosystem === 'none' ? [] : recordsOf(product, (advisory) => osvIdOf(advisory) === id);
    return records.map((advisory) => ({ advisory, package: { ecosystem, name: advisoryPackages(product)[0] } }));
  });
  const [first] = concerned;
  if (first === undefined) return undefined;
  const { published, severity, cwes } = first.advisory;
  const type = severity?.startsWith('CVSS:4') === true ? 'CVSS_V4' : 'CVSS_V3';
  const json = {
    id,
    modified: `${published}T12:00:00Z`,
    published: `${published}T12:00:00Z`,
    // bulletins of a vendor are no aliases there
    aliases: idsOf(first.advisory).filter((alias) => alias !== id && /^(?:CVE|GHSA)-/.test(alias)),
    affected: concerned.map(({ advisory: { ranges, versions }, package: named }) => ({
      package: named,
      ranges: ranges.map((range) => ({ type: 'ECOSYSTEM', events: eventsOf(range) })),
      versions,
    })),
    severity: severity === null ? [] : [{ type, score: severity }],
    database_specific: { cwe_ids: cwes, github_reviewed: true },
    schema_version: '1.7.0',
  };
  return { json };
}

/** `PKSA-0f3a-91bc-77de`: Packagist numbers on its own. */
function pksaOf({ id }: Advisory): string {
  const digits = createHash('sha256').update(id).digest('hex');
  return `PKSA-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8, 12)}`;
}

/** GET /api/security-advisories/?packages[]=... */
function answerPackagist({ query }: Asked): Answer {
  const known = query.getAll('packages[]').flatMap((name) => {
    const product = productOf(name);
    if (product === undefined) return [];
    const records = advisoryPackages(product)[0] === name ? recordsOf(product, isOfPackagist) : [];
    const entries = records.map((advisory) => ({
      advisoryId: pksaOf(advisory),
      packageName: name,
      cve: cveOf(advisory),
      affectedVersions: constraintsOf(advisory, ',').join('|').replaceAll(' ', ''),
      sources: [{ name: 'GitHub', remoteId: ghsaOf(advisory) ?? `${name}/${advisory.id}.yaml` }],
      reportedAt: `${advisory.published} 12:00:00`,
      composerRepository: 'https://packagist.org',
    }));
    return [[name, entries]];
  });
  return { json: { advisories: Object.fromEntries(known) } };
}

/** What Packagist's metadata says of flaws, which carries no days: those that were public. */
export function metadataFlaws(product: string, day: Day) {
  return recordsOf(product, isOfPackagist)
    .filter(({ published }) => published <= day)
    .map((advisory) => ({
      advisoryId: pksaOf(advisory),
      affectedVersions: constraintsOf(advisory, ',').join('|').replaceAll(' ', ''),
    }));
}

/** One advisory of GitHub: reviewed ones name the first fixed version, those of a repository the patched ones. */
function githubItem(product: string, advisory: Advisory) {
  const { published, severity, cwes } = advisory;
  const name = advisoryPackages(product)[0] ?? product;
  const vector = { vector_string: severity, score: null };
  const isFour = severity?.startsWith('CVSS:4') === true;
  return {
    ghsa_id: ghsaOf(advisory),
    cve_id: cveOf(advisory),
    published_at: `${published}T12:00:00Z`,
    withdrawn_at: null,
    vulnerabilities: constraintsOf(advisory, ', ').map((range) => ({
      package: { ecosystem: registries[product]?.[1] ?? 'other', name: name.startsWith('https:') ? product : name },
      vulnerable_version_range: range,
    })),
    cvss_severities: severity === null ? null : isFour ? { cvss_v4: vector } : { cvss_v3: vector },
    cwes: cwes.map((id) => ({ cwe_id: id })),
  };
}

function githubItems(product: string) {
  return recordsOf(product, (advisory) => ghsaOf(advisory) !== undefined).map((each) => githubItem(product, each));
}

/** GET /advisories?ecosystem=...&affects=a,b */
function answerGithub({ query }: Asked): Answer {
  const named = (query.get('affects') ?? '').split(',').flatMap((name) => productOf(name) ?? []);
  return { list: [...new Set(named)].flatMap(githubItems), perPage: 100 };
}

/** How CISA names what it lists. */
const kevNames: Record<string, [vendor: string, product: string]> = {
  drupal: ['Drupal', 'Core'],
  joomla: ['Joomla!', 'Joomla!'],
  magento: ['Adobe', 'Commerce and Magento Open Source'],
  prestashop: ['PrestaShop', 'PrestaShop'],
  wordpress: ['WordPress', 'Core'],
};

/** known_exploited_vulnerabilities.json; every product's facts carry the whole list. */
function answerKev(): Answer {
  const vulnerabilities = recordOf('magento').exploited.map(({ cve, addedOn, dueOn, product = '' }) => {
    const [vendorProject, name] = kevNames[product] ?? ['Another', 'Product'];
    return {
      cveID: cve,
      vendorProject,
      product: name,
      dateAdded: addedOn,
      ...(dueOn === null ? {} : { dueDate: dueOn }),
    };
  });
  return { json: { catalogVersion: '2026.09.26', count: vulnerabilities.length, vulnerabilities } };
}

/** GET /api/cve/{id}, of Adobe's flaws: who assigned it, when, and never which versions in a way that compares. */
function answerCve(id: string): Answer {
  const advisory = recordOf('magento').advisories.find((each) => idsOf(each).includes(id));
  if (advisory === undefined) return undefined;
  const { published, cwes } = advisory;
  const cna = {
    datePublic: `${published}T00:00:00.000Z`,
    problemTypes: [{ descriptions: cwes.map((cweId) => ({ cweId })) }],
    affected: [{ product: 'Adobe Commerce', versions: [{ lessThanOrEqual: '2.4.9-2026-aug, 2.4.8-2026-aug' }] }],
  };
  const cveMetadata = { cveId: id, state: 'PUBLISHED', datePublished: `${published}T00:00:00.000Z` };
  return { json: { cveMetadata, containers: { cna } } };
}

/** One record of WPVulnerability: it knows one range each, so a flaw of several lines comes several times. */
function pluginRecord(advisory: Advisory, { introduced, fixed, lastAffected }: AffectedRange, i: number) {
  const isFirst = introduced === '0';
  return {
    uuid: createHash('sha256').update(`${advisory.id} ${i}`).digest('hex'),
    operator: {
      min_version: isFirst ? null : introduced,
      min_operator: isFirst ? null : 'ge',
      max_version: fixed ?? lastAffected,
      max_operator: fixed !== null ? 'lt' : lastAffected !== null ? 'le' : null,
      unfixed: '0',
      closed: '0',
    },
    source: idsOf(advisory).map((id) => ({ id, name: id, link: advisory.url, date: advisory.published })),
    impact: {
      cvss: advisory.severity === null ? [] : { vector: advisory.severity },
      cwe: advisory.cwes.map((cwe) => ({ cwe })),
    },
  };
}

/** GET /plugin/woocommerce/; the database looks every day. */
function answerPluginFlaws(day: Day): Answer {
  const vulnerability = recordsOf('woocommerce', () => true).flatMap((advisory) => {
    const listed = advisory.versions.map((version) => ({ introduced: version, fixed: null, lastAffected: version }));
    return [...advisory.ranges, ...listed].map((range, i) => pluginRecord(advisory, range, i));
  });
  const updated = String(Date.parse(`${day}T12:00:00Z`) / 1_000);
  return { json: { error: 0, message: null, data: { name: 'WooCommerce', vulnerability }, updated } };
}

/** What the advisory sources answer. */
export function answerAdvisories(asked: Asked): Answer {
  const { path, body, day } = asked;
  if (path === '/v1/querybatch') return answerBatch(body);
  if (path === '/plugin/woocommerce/') return answerPluginFlaws(day);
  if (path === '/api/security-advisories/') return answerPackagist(asked);
  if (path === '/advisories') return answerGithub(asked);
  if (path === '/sites/default/files/feeds/known_exploited_vulnerabilities.json') return answerKev();
  const [, kind, name = ''] = /^\/(v1\/vulns|api\/cve|repos)\/(.{1,100}?)(?:\/security-advisories)?$/.exec(path) ?? [];
  if (kind === 'v1/vulns') return answerVulnerability(name);
  if (kind === 'api/cve') return answerCve(name);
  const product = path.endsWith('/security-advisories') ? repositories[name] : undefined;
  return product === undefined ? undefined : { list: githubItems(product), perPage: 100 };
}
