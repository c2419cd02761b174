import { z } from 'zod';
import { isInRange, readRange } from '../lib/affected-ranges.ts';
import { InvalidResponseError } from '../lib/errors.ts';
import type { Ask, Http } from '../lib/http.ts';
import type { Advisory } from '../model/facts.ts';
import { noteWithdrawn, type Pull, type PullRequest, startPull, type VersionOrder } from '../model/pull.ts';
import { dayOf, Instant } from '../model/time.ts';
import type { AdvisorySource } from './source.ts';

const Text = z.string().max(300);
/** `GHSA-xxxx-xxxx-xxxx`, `DRUPAL-CORE-2026-001`, `CVE-2024-34102` */
const Id = z.string().regex(/^[A-Za-z0-9][\w.:-]{1,99}$/);

/** Answer of POST /v1/querybatch: one result per query, in the order of the queries. */
const Batch = z.object({
  results: z
    .array(
      z.object({
        vulns: z
          .array(z.object({ id: Id, modified: Instant }))
          .max(5_000)
          .default([]),
        next_page_token: z.string().max(2_000).default(''),
      }),
    )
    .max(1_000),
});

const Event = z.object({ introduced: Text.optional(), fixed: Text.optional(), last_affected: Text.optional() });
const Affected = z.object({
  package: z.object({ ecosystem: Text, name: Text }).optional(),
  ranges: z
    .array(z.object({ type: Text, events: z.array(Event).max(1_000) }))
    .max(1_000)
    .default([]),
  versions: z.array(Text).max(20_000).default([]),
});
type Affected = z.infer<typeof Affected>;

/** Answer of GET /v1/vulns/{id}, OSV schema 1.x, without its prose. */
const Vulnerability = z.object({
  id: Id,
  modified: Instant,
  published: Instant.optional(),
  withdrawn: Instant.optional(),
  aliases: z.array(Text).max(200).default([]),
  affected: z.array(Affected).max(2_000),
  severity: z
    .array(z.object({ type: Text, score: Text }))
    .max(20)
    .default([]),
  database_specific: z.object({ cwe_ids: z.array(Text).max(50).default([]) }).default({ cwe_ids: [] }),
});
type Vulnerability = z.infer<typeof Vulnerability>;

/**
 * OSV's name of the registry in which each product is found. `partial`: OSV has some of its flaws, but its vendor publishes
 * elsewhere (Adobe's are missing since October 2025, most of Joomla's and OpenCart's are). WordPress is not there at all.
 */
const products: Record<string, { ecosystem: string; partial?: true }> = {
  bagisto: { ecosystem: 'Packagist' },
  drupal: { ecosystem: 'Packagist' },
  eccube: { ecosystem: 'Packagist', partial: true },
  joomla: { ecosystem: 'Packagist', partial: true },
  magento: { ecosystem: 'Packagist', partial: true },
  magento1: { ecosystem: 'Packagist', partial: true },
  opencart: { ecosystem: 'Packagist', partial: true },
  openmage: { ecosystem: 'Packagist' },
  oxid: { ecosystem: 'Packagist', partial: true },
  prestashop: { ecosystem: 'Packagist' },
  saleor: { ecosystem: 'PyPI' },
  shopware5: { ecosystem: 'Packagist', partial: true },
  shopware6: { ecosystem: 'Packagist' },
  solidus: { ecosystem: 'RubyGems' },
  spree: { ecosystem: 'RubyGems' },
  sylius: { ecosystem: 'Packagist' },
  vendure: { ecosystem: 'npm' },
  zencart: { ecosystem: 'Packagist', partial: true },
};

const maxPages = 20;
/** OSV documents no limit, and the first pull of a platform reads a hundred small documents. */
const gapMs = 100;

function comparableRanges({ ranges }: Affected) {
  return ranges.filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER');
}

/** What the entries of one product affect; null where one of them cannot be read. */
function readAffected(entries: Affected[], order: VersionOrder): Pick<Advisory, 'ranges' | 'versions'> | null {
  const read = entries.flatMap(comparableRanges).map(({ events }) => readRange(events, order));
  const listed = entries.map((entry) => entry.versions.filter((version) => order.isVersion(version)));
  const isEmpty = (entry: Affected, i: number) => comparableRanges(entry).length === 0 && listed[i]?.length === 0;
  if (read.includes(null) || entries.some(isEmpty)) return null;
  const ranges = read.flatMap((pairs) => pairs ?? []);
  const isExtra = (version: string) => !ranges.some((range) => isInRange(version, range, order));
  return { ranges, versions: [...new Set(listed.flat().filter(isExtra))] };
}

/** The CVSS 3 vector, else the CVSS 4 one. */
function vectorOf({ severity }: Vulnerability): string | null {
  const scoreOf = (kind: string) => severity.find(({ type }) => type === kind)?.score;
  return scoreOf('CVSS_V3') ?? scoreOf('CVSS_V4') ?? null;
}

/** The record as it concerns one product: null where it does not, or was taken back; a text where its ranges cannot be read. */
function readRecord(record: Vulnerability, product: string, request: PullRequest): Advisory | string | null {
  const names = new Set(request.packages(product));
  const ecosystem = products[product]?.ecosystem;
  const entries = record.affected.filter(
    ({ package: it }) => it !== undefined && it.ecosystem.split(':')[0] === ecosystem && names.has(it.name),
  );
  if (entries.length === 0 || record.withdrawn !== undefined) return null;
  const affected = readAffected(entries, request.order(product));
  if (affected === null) return `${record.id}: its affected versions cannot be read; the record was left out.`;
  return {
    id: record.id,
    aliases: record.aliases,
    published: dayOf(record.published ?? record.modified),
    withdrawn: null,
    ...affected,
    knownFalsePositives: [],
    fixKind: null,
    severity: vectorOf(record),
    cwes: record.database_specific.cwe_ids,
    url: `https://osv.dev/vulnerability/${record.id}`,
    sources: ['OSV'],
  };
}

/** Where OSV is asked. */
interface Place {
  http: Http;
  base: string;
}

/** One package of a product, and where its next page begins. */
interface Query {
  product: string;
  package: { ecosystem: string; name: string };
  page_token?: string;
}

/** A record that OSV lists for some of the products asked for. */
interface Listed {
  modified: Instant;
  products: Set<string>;
}

function ask<T>(schema: z.ZodType<T>): Ask<T> {
  return { source: 'osv', schema, gapMs };
}

async function answerQueries(queries: Query[], { http, base }: Place) {
  const url = `${base}/v1/querybatch`;
  const body = { queries: queries.map(({ product: _, ...query }) => query) };
  const { results } = await http.postJson(url, body, ask(Batch));
  if (results.length === queries.length) return queries.map((query, i) => ({ query, result: results[i] }));
  const what = `osv: ${url}: results: ${results.length} for ${queries.length} queries`;
  throw new InvalidResponseError('osv', `${what}. Remedy: look for a newer Patchproof.`, { url });
}

/** Every record that OSV lists for the products, by id. */
async function listRecords(request: PullRequest, place: Place): Promise<Map<string, Listed>> {
  const listed = new Map<string, Listed>();
  let queries = request.products.flatMap((product): Query[] => {
    const ecosystem = products[product]?.ecosystem;
    return ecosystem === undefined
      ? []
      : request.packages(product).map((name) => ({ product, package: { ecosystem, name } }));
  });
  for (let page = 0; queries.length > 0 && page < maxPages; page += 1) {
    const answers = await answerQueries(queries, place);
    for (const { query, result } of answers) {
      for (const { id, modified } of result?.vulns ?? []) {
        const concerned = listed.get(id)?.products ?? new Set();
        listed.set(id, { modified, products: concerned.add(query.product) });
      }
    }
    queries = answers.flatMap(({ query, result }) => {
      const token = result?.next_page_token ?? '';
      return token === '' ? [] : [{ ...query, page_token: token }];
    });
  }
  if (queries.length === 0) return listed;
  const message = `osv: ${place.base} has more than ${maxPages} pages of records.`;
  throw new InvalidResponseError('osv', message, { url: place.base });
}

/** What one record says of each product that it is listed for. */
function addRecord(to: Pull, record: Vulnerability, read: { concerned: Iterable<string>; request: PullRequest }): void {
  const { id, aliases, withdrawn } = record;
  for (const product of read.concerned) {
    if (withdrawn !== undefined) noteWithdrawn(to, product, { id, aliases, on: dayOf(withdrawn) });
    const said = readRecord(record, product, read.request);
    if (typeof said === 'string') to.problems.push({ product, message: said, record: id });
    else if (said !== null) addAdvisory(to, product, said);
  }
}

function addAdvisory(to: Pull, product: string, advisory: Advisory): void {
  to.records.advisories[product] = [...(to.records.advisories[product] ?? []), advisory];
}

/** What was read of a record before. */
function findKnown(previous: Pull | null, product: string, id: string) {
  const said = previous?.records.advisories[product]?.find((advisory) => advisory.id === id);
  return { said, takenBack: previous?.withdrawn?.[product]?.find((record) => record.id === id) };
}

/** The same, of a record that has not changed since. */
function keepRecord(to: Pull, id: string, read: { concerned: Iterable<string>; previous: Pull | null }): void {
  for (const product of read.concerned) {
    const { said, takenBack } = findKnown(read.previous, product, id);
    if (said !== undefined) addAdvisory(to, product, said);
    if (takenBack !== undefined) noteWithdrawn(to, product, takenBack);
  }
}

async function pull(request: PullRequest, place: Place): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('osv', request);
  const listed = [...(await listRecords(request, place))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, { modified, products: concerned }] of listed) {
    const url = `${place.base}/v1/vulns/${encodeURIComponent(id)}`;
    const known = (product: string) => Object.values(findKnown(previous, product, id)).some(Boolean);
    const unchanged = previous?.validators[url]?.lastModified === modified && [...concerned].every(known);
    const own = Vulnerability.refine((record) => record.id === id, 'another record');
    const answer = unchanged ? null : await place.http.getJson(url, ask(own));
    const problems = fresh.problems.length;
    if (answer?.status === 'fresh') addRecord(fresh, answer.data, { concerned, request });
    else keepRecord(fresh, id, { concerned, previous });
    const isOld = answer?.status === 'fresh' && answer.data.modified.slice(0, 19) < modified.slice(0, 19);
    if (fresh.problems.length === problems && !isOld) fresh.validators[url] = { lastModified: modified };
  }
  return fresh;
}

/** OSV.dev: what the GitHub and Drupal advisory databases say, by package. A product without any record there is left out: it may be unknown. */
export function createOsv({ base = 'https://api.osv.dev' } = {}): AdvisorySource {
  return {
    id: 'osv',
    name: 'OSV',
    licence: 'CC-BY-4.0 (GitHub Advisory Database), MIT (Drupal)',
    url: 'https://osv.dev/',
    covers: (product) => Object.hasOwn(products, product),
    partial: (product) => products[product]?.partial ?? false,
    pull: (request, http) => pull(request, { http, base }),
  };
}
