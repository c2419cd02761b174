import { advisorySources } from '../advisories/index.ts';
import type { Attested, Place } from '../attest/index.ts';
import { advisoryPackages, embeddedFacts } from '../embedded.ts';
import type { Salt } from '../history/index.ts';
import { nextPath } from '../identify/index.ts';
import type { Http } from '../lib/http.ts';
import type { Config } from '../model/config.ts';
import type { Report, ScanDocument } from '../model/report.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Checks, Listing } from '../model/state.ts';
import { dayOf, type Instant } from '../model/time.ts';
import { platforms } from '../platforms/index.ts';
import { type ProbeContext, probeSite } from '../probe/index.ts';
import { releaseSources } from '../releases/index.ts';
import type { Store } from '../store.ts';
import { attestWithCopies } from './attested.ts';
import { checksOf } from './checks.ts';
import { followLoad, forEachConcurrently, limitEach } from './concurrency.ts';
import { type Failure, failureOf } from './failure.ts';
import { gatherKnowledge, type Knowledge, type KnowledgeSources } from './knowledge.ts';
import { listingOf, userAgentOf, writeTimelines } from './listing.ts';
import { endUnlisted, listUnlisted, readEarlier, recordReport } from './record.ts';
import { locateServer } from './server.ts';
import { isInShard, type Shard } from './shard.ts';
import { type Earlier, identifyVisit, type JudgingContext, judgeVisit, planContext } from './site.ts';
import { makeWaiting } from './waiting.ts';

/** Visits to one server at the same time; in each, one request follows the other. Many shops may share an address. */
const visitsPerServer = 4;

/** Visits that wait for sources at the same time, about: the pages of each may take some megabytes. */
const waitingAtMost = 64;

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
  /** How sites are reached; by the limits and the resolver of src/probe, when left out. */
  reach?: Pick<ProbeContext, 'limits' | 'resolve'>;
  /** Where the documents of attestations are; left out: in the working folder, and no token is known. */
  documents?: Pick<Place, 'folder' | 'env'>;
  /** Ids of the sites to visit; all, when empty. */
  only: readonly string[];
  /** Visits the sites of one shard; src/merge/ puts the shards together. */
  shard?: Shard | undefined;
  /** Of new events; random, when left out. */
  salt?: Salt | undefined;
  /** Called after each site. */
  onReport?: (report: Report, done: number, all: number) => void;
  /** False: reports are handed to `onReport` and not kept, so that memory does not grow with the sites. */
  keepReports?: boolean | undefined;
}

export interface ScanResult {
  /** Empty of sites where reports are not kept. */
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
  /** Sites that were judged. */
  judged: Map<string, { seenAt: Instant | null }>;
  /** Products that were found. */
  products: Set<string>;
  oneServer: ReturnType<typeof limitEach>;
  result: ScanResult;
}

/** The one place that catches per site: the others go on, and the run ends with 1. */
async function isolate(site: Site, run: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    run.result.failures.push(failureOf(site.id, error));
  }
}

async function visitSite(listed: Site, run: Run): Promise<Visit> {
  const { config, now, http, documents = { folder: '.', env: {} } } = run.request;
  const { sourceMaxAgeMs: maxAgeMs } = config.policy;
  const attested = await attestWithCopies(listed, run.request.store, { ...documents, http, now, maxAgeMs });
  const site = { ...listed, attestations: attested.attestations.map(({ attestation }) => attestation) };
  const earlier = await readEarlier(site, run.request.store, run);
  const plan = planContext(site, judgingContext(run));
  const server = await locateServer(site, run.request.reach?.resolve);
  const snapshot = await run.oneServer(server.key, () =>
    probeSite(site, {
      userAgent: userAgentOf(config),
      at: now,
      nextPath: (seen) => nextPath(seen, plan),
      ...run.request.reach,
      resolve: server.resolve,
    }),
  );
  return { site, attested, snapshot, earlier };
}

function judgingContext({ request: { config, now, past }, knowledge: { factsOf } }: Run): JudgingContext {
  return { config, now, judgeSourceAge: !past, factsOf, platforms };
}

async function concludeVisit({ site, attested, snapshot, earlier }: Visit, run: Run): Promise<void> {
  const { config, store, salt, keepReports = true } = run.request;
  const report = judgeVisit(site, { snapshot, earlier, attested }, judgingContext(run));
  await recordReport(report, earlier.report, { store, salt });
  run.judged.set(site.id, { seenAt: report.seenAt });
  for (const { product } of report.identification.components) run.products.add(product);
  if (keepReports) run.result.document.sites.push(report);
  run.request.onReport?.(report, run.judged.size, config.sites.length);
}

/** Products named by earlier pulls come back by themselves; these are the ones that the owner names. */
function hintedProducts(sites: readonly Site[]): string[] {
  return [...new Set(sites.flatMap(({ platform }) => (platform === undefined ? [] : [platform])))];
}

/** Judges visits whose products no source was asked for yet, after one more round of asking. */
async function concludeWaiting(
  visits: readonly Visit[],
  run: Run,
  how: { given: KnowledgeSources; asked: Set<string> },
) {
  for (const product of visits.flatMap((visit) => identifyVisit(visit, run.knowledge, platforms))) {
    how.asked.add(product);
  }
  const products = [...how.asked];
  if (!run.knowledge.isComplete(products)) run.knowledge = await gatherKnowledge(products, how.given);
  for (const visit of visits) await isolate(visit.site, run, () => concludeVisit(visit, run));
}

/** Visits every site. */
async function visitAll(sites: readonly Site[], run: Run, given: KnowledgeSources): Promise<void> {
  const asked = new Set(hintedProducts(sites));
  const waiting = makeWaiting<Visit>(waitingAtMost, (visits) => concludeWaiting(visits, run, { given, asked }));
  const level = followLoad();
  try {
    await forEachConcurrently(sites, level.now, async (site) => {
      await isolate(site, run, async () => {
        const visit = await visitSite(site, run);
        if (run.knowledge.isComplete(identifyVisit(visit, run.knowledge, platforms))) await concludeVisit(visit, run);
        else waiting.add(visit);
      });
      await waiting.easeOff();
    });
    await waiting.finish();
  } finally {
    level.stop();
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
  const { config, store, now, past, only, http } = request;
  await store.sweep();
  const isOurs = (id: string) => request.shard === undefined || isInShard(id, request.shard);
  const sites = config.sites.filter(({ id }) => isOurs(id) && (only.length === 0 || only.includes(id)));
  const keys = { githubToken: request.githubToken };
  const { sources = [...advisorySources(keys), ...releaseSources(keys)], shipped: embedded = embeddedFacts } = request;
  const given = { sources, embedded, packages: advisoryPackages, store, http, now, past };
  const run: Run = {
    request,
    knowledge: await gatherKnowledge(hintedProducts(sites), given),
    checks: await store.readChecks(),
    listing: await store.readListing(),
    judged: new Map(),
    products: new Set(),
    oneServer: limitEach(visitsPerServer),
    result: { document: { asOf: now, sites: [] }, failures: [] },
  };
  await visitAll(sites, run, given);
  if (only.length === 0) {
    const unlisted = listUnlisted(await store.historyIds(), config.sites).filter(isOurs);
    await endUnlisted(unlisted, now, { store, salt: request.salt });
  }
  await writeTimelines(run.products, { factsOf: run.knowledge.factsOf, store, today: dayOf(now) });
  // the other shards visit the other sites
  const isVisited = (id: string) => !isOurs(id) || run.judged.has(id);
  await store.writeListing(listingOf(config, run.listing, isVisited));
  await store.writeChecks(checksOf(run));
  const order = new Map(config.sites.map(({ id }, i) => [id, i]));
  run.result.document.sites.sort((a, b) => (order.get(a.site) ?? 0) - (order.get(b.site) ?? 0));
  run.result.failures.push(...run.knowledge.problems.map((problem) => ({ subject: 'sources', problem })));
  return run.result;
}
