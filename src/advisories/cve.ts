import { z } from 'zod';
import { InvalidResponseError, ScanError } from '../lib/errors.ts';
import type { Http } from '../lib/http.ts';
import type { Advisory, ProductFacts } from '../model/facts.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { Day } from '../model/time.ts';
import type { AdvisorySource } from './source.ts';

const Text = z.string().max(2_000);
const cveId = /^CVE-\d{4}-\d{4,9}$/;

/** What one organisation adds to a record: the one that assigned the id, or CISA (`adp`). */
const Container = z.object({
  /** Day on which the flaw became public; some write it without a time zone. */
  datePublic: Text.optional(),
  problemTypes: z
    .array(z.object({ descriptions: z.array(z.object({ cweId: Text.optional() })).max(50) }))
    .max(50)
    .default([]),
  metrics: z
    .array(
      z.object({
        cvssV3_1: z.object({ vectorString: Text }).optional(),
        cvssV3_0: z.object({ vectorString: Text }).optional(),
        cvssV4_0: z.object({ vectorString: Text }).optional(),
      }),
    )
    .max(50)
    .default([]),
  references: z
    .array(z.object({ url: Text }))
    .max(1_000)
    .default([]),
});
type Container = z.infer<typeof Container>;

/** Answer of GET /api/cve/{id}, CVE record format 5, without its prose and without its affected versions. */
const CveRecord = z.object({
  cveMetadata: z.object({
    cveId: z.string().regex(cveId),
    /** `PUBLISHED`, or `REJECTED` where it was taken back. */
    state: z.enum(['PUBLISHED', 'REJECTED']),
    datePublished: Text.optional(),
  }),
  containers: z.object({ cna: Container, adp: z.array(Container).max(20).default([]) }),
});
type CveRecord = z.infer<typeof CveRecord>;

/**
 * Adobe's records list the affected versions in ways that no machine can compare ("2.4.9-2026-aug, 2.4.8-2026-aug" as one
 * upper bound, or the last branch only): none of them is read.
 */
const products: ReadonlySet<string> = new Set(['magento']);

const maxRequests = 30;
/** After so many failures in a row the API is not asked any more in this pull. */
const maxFailures = 3;

function dayIn(text: string | undefined): Day | null {
  const day = Day.safeParse(text?.slice(0, 10));
  return day.success ? day.data : null;
}

/** `https://helpx.adobe.com/security/products/magento/apsb26-146.html` -> `APSB26-146`; a record that names several bulletins belongs to none. */
function bulletinOf({ references }: Container): string[] {
  const named = references.flatMap(({ url }) => {
    const name = /^https:\/\/helpx\.adobe\.com\/[\w/-]{1,200}\/(apsb\d\d-\d{1,4})\.html$/i.exec(url)?.[1];
    return name === undefined ? [] : [name.toUpperCase()];
  });
  const bulletins = [...new Set(named)];
  return bulletins.length === 1 ? bulletins : [];
}

function vectorOf(containers: readonly Container[]): string | null {
  const metrics = containers.flatMap((container) => container.metrics);
  const kinds = ['cvssV3_1', 'cvssV3_0', 'cvssV4_0'] as const;
  const vectors = kinds.flatMap((kind) => metrics.flatMap((metric) => metric[kind]?.vectorString ?? []));
  return vectors.find((vector) => /^CVSS:[34]\.\d(?:\/[A-Za-z]{1,4}:[A-Za-z]{1,6}){3,40}$/.test(vector)) ?? null;
}

/** What a record adds to a flaw that others give ranges for; null where it was taken back or bears no date. */
function readRecord({ cveMetadata, containers }: CveRecord): Advisory | null {
  const published = dayIn(containers.cna.datePublic) ?? dayIn(cveMetadata.datePublished);
  if (cveMetadata.state === 'REJECTED' || published === null) return null;
  const all = [containers.cna, ...containers.adp];
  const weaknesses = all.flatMap(({ problemTypes }) => problemTypes.flatMap(({ descriptions }) => descriptions));
  const cwes = weaknesses.flatMap(({ cweId }) => (/^CWE-\d{1,5}$/.test(cweId ?? '') ? (cweId ?? []) : []));
  return {
    id: cveMetadata.cveId,
    aliases: bulletinOf(containers.cna),
    published,
    withdrawn: null,
    ranges: [],
    versions: [],
    knownFalsePositives: [],
    fixKind: null,
    severity: vectorOf(all),
    cwes: [...new Set(cwes)],
    url: `https://www.cve.org/CVERecord?id=${cveMetadata.cveId}`,
    sources: ['CVE List'],
  };
}

/** A CVE whose record is worth reading. */
interface Wanted {
  id: string;
  /** Its record may still change: it is exploited, or belongs to a fix without a version number. */
  mayChange: boolean;
  exploited: boolean;
  /** Others say which versions it affects. */
  ranged: boolean;
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}

/** Exploited flaws first, then those of fixes without a version number, then those of which severity or weakness are not known. */
function listWanted({ product, advisories, exploited, patches }: ProductFacts): Wanted[] {
  const idsOf = ({ id, aliases }: Advisory) => [id, ...aliases].filter((each) => cveId.test(each));
  const ranged = advisories.filter(({ ranges, versions }) => ranges.length + versions.length > 0);
  const covered = new Set(ranged.flatMap(idsOf));
  const used = new Set(exploited.filter((entry) => entry.product === product).map(({ cve }) => cve));
  const hidden = patches.flatMap(({ cves }) => cves.filter((id) => cveId.test(id)));
  const first = new Set([...[...used].sort(newestFirst), ...hidden.sort(newestFirst)]);
  const gaps = ranged.filter(({ severity, cwes }) => severity === null || cwes.length === 0);
  const later = gaps.flatMap((gap) => idsOf(gap).slice(0, 1)).sort(newestFirst);
  return [...new Set([...first, ...later])].map((id) => ({
    id,
    mayChange: first.has(id),
    exploited: used.has(id),
    ranged: covered.has(id),
  }));
}

interface Place {
  http: Http;
  base: string;
}

/** Reads one record after the other, within the limits of a pull. */
function createReader({ http, base }: Place, previous: Pull | null) {
  const validators: Pull['validators'] = {};
  const failures: ScanError[] = [];
  const count = { requests: 0, answers: 0, failuresInARow: 0 };

  async function ask(id: string, url: string, known: Advisory | undefined): Promise<Advisory | null> {
    const stored = known === undefined ? undefined : previous?.validators[url];
    const answer = await http.getJson(url, { source: 'cve', schema: CveRecord, validators: stored });
    if (answer.status === 'unchanged') return known ?? null;
    const named = answer.data.cveMetadata.cveId;
    if (named !== id) {
      const message = `cve: ${url} answered with ${named}, another record. Remedy: look for a newer Patchproof.`;
      throw new InvalidResponseError('cve', message, { url });
    }
    validators[url] = answer.validators;
    return readRecord(answer.data);
  }

  /** The record, or what is known of it; null where it was taken back, undefined where it cannot be had now. */
  async function read({ id, mayChange }: Wanted, known: Advisory | undefined): Promise<Advisory | null | undefined> {
    const url = `${base}/api/cve/${id}`;
    const stored = previous?.validators[url];
    if (known !== undefined && stored !== undefined) validators[url] = stored;
    const isNeeded = mayChange || known === undefined;
    if (!isNeeded || count.requests >= maxRequests || count.failuresInARow >= maxFailures) return known;
    count.requests += 1;
    try {
      const record = await ask(id, url, known);
      count.answers += 1;
      count.failuresInARow = 0;
      return record;
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      count.failuresInARow += 1;
      failures.push(error);
      return known;
    }
  }

  return { read, validators, failures, count };
}

function openProblem(id: string): string {
  return `${id} is used by criminals, but no source says in a comparable way which versions it affects: nobody is judged by it. Remedy: read https://www.cve.org/CVERecord?id=${id} and act on it.`;
}

async function pull(request: PullRequest, place: Place): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('cve', request);
  const reader = createReader(place, previous);
  for (const product of request.products.filter((each) => products.has(each))) {
    const facts = request.facts?.(product) ?? null;
    if (facts === null) continue;
    const before = new Map(previous?.records.advisories[product]?.map((advisory) => [advisory.id, advisory]));
    const advisories: Advisory[] = [];
    for (const wanted of listWanted(facts)) {
      const record = await reader.read(wanted, before.get(wanted.id));
      const isOpen = wanted.exploited && !wanted.ranged && record !== null;
      if (isOpen) fresh.problems.push({ product, message: openProblem(wanted.id) });
      // Without anybody's ranges a record affects no version: as an advisory it would only look as if all was known.
      if (record != null && wanted.ranged) advisories.push(record);
    }
    fresh.records.advisories[product] = advisories;
    const [failure] = reader.failures;
    // What is exploited and open is said even where no record can be had.
    if (failure !== undefined && reader.count.answers === 0 && fresh.problems.length === 0) throw failure;
    fresh.problems.push(...reader.failures.map(({ message }) => ({ product, message })));
  }
  return { ...fresh, validators: reader.validators };
}

/** The CVE List: weakness, severity and dates of Magento's flaws, where the sources that know their versions do not give them. */
export function createCve({ base = 'https://cveawg.mitre.org' } = {}): AdvisorySource {
  return {
    id: 'cve',
    name: 'CVE List',
    licence: 'CVE terms of use (CVE is a trademark of The MITRE Corporation)',
    url: 'https://www.cve.org/',
    covers: (product) => products.has(product),
    partial: () => true,
    completes: true,
    pull: (request, http) => pull(request, { http, base }),
  };
}
