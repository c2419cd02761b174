import { advisorySources } from '../advisories/index.ts';
import type { Attested, Place } from '../attest/index.ts';
import { advisoryPackages, embeddedFacts } from '../embedded.ts';
import type { Salt } from '../history/index.ts';
import { nextPath } from '../identify/index.ts';
import type { Http } from '../lib/http.ts';
import type { Config } from '../model/config.ts';
import type { SourceState } from '../model/facts.ts';
import type { Report, ScanDocument } from '../model/report.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Checks, Listing } from '../model/state.ts';
import { dayOf, type Instant } from '../model/time.ts';
import { platforms } from '../platforms/index.ts';
import { probeSite } from '../probe/index.ts';
import { releaseSources } from '../releases/index.ts';
import type { Store } from '../store.ts';
import { attestWithCopies } from './attested.ts';
import { type Failure, failureOf } from './failure.ts';
import { gatherKnowledge, type Knowledge, type KnowledgeSources } from './knowledge.ts';
import { listingOf, timelineOf, userAgentOf } from './listing.ts';
import { adoptFormer, endUnlisted, recordReport } from './record.ts';
import { isInShard, type Shard } from './shard.ts';
import { type Earlier, identifyVisit, type JudgingContext, judgeVisit, planContext } from './site.ts';

/** Sites visited at the same time; each is asked one request after the other. */
const concurrency = 16;

export interface ScanRequest {
  config: Config;
  store: Store;
  now: Instant;
  /** True for a judged past: the age of sources says nothing there. */
  past: boolean;
  /** Null: no source is asked. */
  http: Http | null;
  /** Who is asked over `http`; every source there is, when left out. */
  sources?: KnowledgeSources['sources'];
  /** What ships of a product, before any source is asked; the embedded facts, when left out. */
  shipped?: KnowledgeSources['embedded'];
  /** Raises the number of requests that GitHub answers; goes to its API only. */
  githubToken?: string | undefined;
  /** Where the documents of attestations are; left out: in the working folder, and no token is known. */
  documents?: Pick<Place, 'folder' | 'env'>;
  /** Ids of the sites to visit; all, when empty. */
  only: readonly string[];
  /** Visits the sites of one shard; src/merge.ts puts the shards together. */
  shard?: Shard | undefined;
  /** Of new events; random, when left out. */
  salt?: Salt | undefined;
  /** Called after each site. */
  onReport?: (report: Report, done: number, all: number) => void;
}

export interface ScanResult {
  document: ScanDocument;
  /** What could not be processed: sources that failed, damaged files, faults of our own. Empty for a clean run. */
  failures: Failure[];
}

/** One site as this run found it. */
interface Visit {
  /** With the attestations that its documents come to. */
  site: Site;
  attested: Attested;
  snapshot: Snapshot;
  earlier: Earlier;
}

interface Run {
  request: ScanRequest;
  knowledge: Knowledge;
  checks: Checks | null;
  /** What the last run listed. */
  listing: Listing | null;
  reports: Map<string, Report>;
  result: ScanResult;
}

async function forEachConcurrently<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}

/** The one place that catches per site: the others go on, and the run ends with 1. */
async function isolate(site: Site, run: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    run.result.failures.push(failureOf(site.id, error));
  }
}

async function readEarlier(site: Site, run: Run): Promise<Earlier> {
  const { store } = run.request;
  await adoptFormer(site, store);
  const report = await store.readReport(site.id);
  const listedUrl = run.listing?.sites.find(({ id }) => id === site.id)?.url ?? site.url;
  // Another address is another shop: nothing that was seen at the old one stands for it.
  if (report !== null && listedUrl !== site.url) {
    return { report: { ...report, identification: { components: [], withheld: [] } }, seenAt: null };
  }
  return { report, seenAt: run.checks?.sites[site.id]?.seenAt ?? report?.seenAt ?? null };
}

async function visitSite(listed: Site, run: Run): Promise<Visit> {
  const { config, now, http, documents = { folder: '.', env: {} } } = run.request;
  const { sourceMaxAgeMs: maxAgeMs } = config.policy;
  const attested = await attestWithCopies(listed, run.request.store, { ...documents, http, now, maxAgeMs });
  const site = { ...listed, attestations: attested.attestations.map(({ attestation }) => attestation) };
  const earlier = await readEarlier(site, run);
  const plan = planContext(site, judgingContext(run));
  const snapshot = await probeSite(site, {
    userAgent: userAgentOf(config),
    at: now,
    nextPath: (seen) => nextPath(seen, plan),
  });
  return { site, attested, snapshot, earlier };
}

function judgingContext({ request: { config, now, past }, knowledge: { factsOf } }: Run): JudgingContext {
  return { config, now, judgeSourceAge: !past, factsOf, platforms };
}

async function concludeVisit({ site, attested, snapshot, earlier }: Visit, run: Run): Promise<void> {
  const { config, store, salt } = run.request;
  const report = judgeVisit(site, { snapshot, earlier, attested }, judgingContext(run));
  await recordReport(report, earlier.report, { store, salt });
  run.reports.set(site.id, report);
  run.request.onReport?.(report, run.reports.size, config.sites.length);
}

/** Products named by earlier pulls come back by themselves; these are the ones that the owner names. */
function hintedProducts(sites: readonly Site[]): string[] {
  return [...new Set(sites.flatMap(({ platform }) => (platform === undefined ? [] : [platform])))];
}

/** Visits every site. Those whose products no source was asked for yet are judged after one more round of asking. */
async function visitAll(sites: readonly Site[], run: Run, given: KnowledgeSources): Promise<void> {
  const waiting: Visit[] = [];
  await forEachConcurrently(sites, (site) =>
    isolate(site, run, async () => {
      const visit = await visitSite(site, run);
      if (run.knowledge.isComplete(identifyVisit(visit, run.knowledge, platforms))) await concludeVisit(visit, run);
      else waiting.push(visit);
    }),
  );
  if (waiting.length === 0) return;
  const seen = waiting.flatMap((visit) => identifyVisit(visit, run.knowledge, platforms));
  run.knowledge = await gatherKnowledge([...new Set([...hintedProducts(sites), ...seen])], given);
  for (const visit of waiting) await isolate(visit.site, run, () => concludeVisit(visit, run));
}

/** The sources that speak of a product, each with its maximum age. Where nobody publishes its flaws, none of them is a source of flaws. */
function sourcesOf(product: string, { knowledge, request }: Run): SourceState[] {
  const { sources = [] } = knowledge.factsOf(product) ?? {};
  const { sourceMaxAgeMs } = request.config.policy;
  const isTold = sources.some(({ kind, silent }) => kind === 'advisories' && silent !== true);
  const speaking = sources.filter(({ kind }) => kind !== 'advisories' || isTold);
  return speaking.map((source) => ({ maxAgeMs: sourceMaxAgeMs, ...source }));
}

/** In the order of keys; of a key that comes twice, the last counts. */
function sortedRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(Object.entries(Object.fromEntries(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function checksOf(run: Run): Checks {
  const { now } = run.request;
  const reports = [...run.reports.values()];
  const products = reports.flatMap(({ identification }) => identification.components.map(({ product }) => product));
  const listed = new Set(run.request.config.sites.map(({ id }) => id));
  const kept = Object.entries(run.checks?.sites ?? {}).filter(([id]) => listed.has(id));
  const checked = reports.map(({ site, seenAt }) => [site, { checkedAt: now, seenAt }] as const);
  const sources = [...new Set(products)].map((product) => [product, sourcesOf(product, run)] as const);
  const known = Object.entries(run.checks?.sources ?? {});
  return {
    schemaVersion: 1,
    asOf: now,
    sites: sortedRecord([...kept, ...checked]),
    sources: sortedRecord([...known, ...sources]),
  };
}

/** What the pages tell of the products that were found; written only where it says something else than before. */
async function writeTimelines(run: Run): Promise<void> {
  const { store, now } = run.request;
  const found = [...run.reports.values()].flatMap(({ identification }) => identification.components);
  for (const product of new Set(found.map((component) => component.product))) {
    const facts = run.knowledge.factsOf(product);
    if (facts === null) continue;
    const timeline = timelineOf(facts, dayOf(now));
    const before = await store.readProduct(product);
    if (JSON.stringify(before) !== JSON.stringify(timeline)) await store.writeProduct(timeline);
  }
}

/**
 * A scan: visits the sites, identifies, judges, records. Each site and each source is isolated from the others. Throws
 * ScanError while another run writes the same folder.
 */
export async function scanSites(request: ScanRequest): Promise<ScanResult> {
  const release = await request.store.lock();
  try {
    return await scanLocked(request);
  } finally {
    await release();
  }
}

async function scanLocked(request: ScanRequest): Promise<ScanResult> {
  const { config, store, now, only, http } = request;
  await store.sweep();
  const isOurs = (id: string) => request.shard === undefined || isInShard(id, request.shard);
  const sites = config.sites.filter(({ id }) => isOurs(id) && (only.length === 0 || only.includes(id)));
  const keys = { githubToken: request.githubToken };
  const { sources = [...advisorySources(keys), ...releaseSources(keys)] } = request;
  const given = { sources, embedded: request.shipped ?? embeddedFacts, packages: advisoryPackages, store, http, now };
  const run: Run = {
    request,
    knowledge: await gatherKnowledge(hintedProducts(sites), given),
    checks: await store.readChecks(),
    listing: await store.readListing(),
    reports: new Map(),
    result: { document: { asOf: now, sites: [] }, failures: [] },
  };
  await visitAll(sites, run, given);
  if (only.length === 0) {
    const listed = new Set(config.sites.map(({ id }) => id));
    const unlisted = (await store.historyIds()).filter((id) => !listed.has(id) && isOurs(id));
    await endUnlisted(unlisted, now, { store, salt: request.salt });
  }
  await writeTimelines(run);
  await store.writeListing(listingOf(config, run.listing));
  await store.writeChecks(checksOf(run));
  const order = new Map(config.sites.map(({ id }, i) => [id, i]));
  run.result.document.sites = [...run.reports.values()].sort(
    (a, b) => (order.get(a.site) ?? 0) - (order.get(b.site) ?? 0),
  );
  run.result.failures.push(...run.knowledge.problems.map((problem) => ({ subject: 'sources', problem })));
  return run.result;
}
