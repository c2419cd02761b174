import type { AdvisorySource } from '../advisories/source.ts';
import { assembleFacts, bareFacts } from '../facts/index.ts';
import { InvalidResponseError, ScanError } from '../lib/errors.ts';
import type { Http } from '../lib/http.ts';
import type { ProductFacts } from '../model/facts.ts';
import type { Pull, PullRequest } from '../model/pull.ts';
import type { Problem } from '../model/snapshot.ts';
import { dayOf, type Instant } from '../model/time.ts';
import type { ReleaseSource } from '../releases/source.ts';
import type { Store } from '../store.ts';
import { schemes } from '../versions/index.ts';
import { keepLost } from './losses.ts';

/** What a scan knows of the products it judges. */
export interface Knowledge {
  /** The merged facts of a product; null where its releases are not known. */
  factsOf: (product: string) => ProductFacts | null;
  /** True when nothing more would be learned of these products by asking the sources once more. */
  isComplete: (products: readonly string[]) => boolean;
  /** One per source that could not be asked; its last good copy stands in. */
  problems: Problem[];
}

export interface KnowledgeSources {
  sources: readonly (AdvisorySource | ReleaseSource)[];
  embedded: (product: string) => ProductFacts | null;
  packages: (product: string) => readonly string[];
  store: Store;
  /** Null: no source is asked (`--offline`, the demo). */
  http: Http | null;
  now: Instant;
  /** True for a judged past; copies may then be newer than `now`. */
  past?: boolean | undefined;
}

interface Pulled {
  source: AdvisorySource | ReleaseSource;
  /** Products that this copy was asked for. */
  asked: readonly string[];
  pull: Pull | null;
  problem: string | null;
}

async function lastGoodPull(id: string, store: Store): Promise<{ pull: Pull | null; problem: string | null }> {
  try {
    return { pull: await store.readPull(id), problem: null };
  } catch (error) {
    // A damaged copy is as good as none: the source is asked for everything again.
    if (error instanceof InvalidResponseError) return { pull: null, problem: error.message };
    throw error;
  }
}

/**
 * A copy that is as new as the judged instant, with every product in it, need not be fetched again. One of the future, unless
 * a past is judged, is the work of a wrong clock.
 */
function isCurrent(
  { oneList }: Pulled['source'],
  pull: Pull | null,
  { products, now, past = false }: { products: readonly string[] } & Pick<KnowledgeSources, 'now' | 'past'>,
): boolean {
  if (pull === null || pull.fetchedAt < now || (pull.fetchedAt > now && !past)) return false;
  if (oneList === true) return true;
  const known = new Set(productsOf(pull));
  return products.every((product) => known.has(product));
}

/** Asks one source for the products that it covers, and for those that it was asked for before. */
async function askSource(
  source: Pulled['source'],
  wanted: readonly string[],
  given: KnowledgeSources & Pick<PullRequest, 'facts'>,
): Promise<Pulled> {
  const { http, now, past, store } = given;
  const previous = await lastGoodPull(source.id, store);
  const products = [...new Set([...wanted, ...productsOf(previous.pull)])]
    .filter((product) => source.covers(product))
    .sort();
  const isIdle = products.length === 0 && source.oneList !== true;
  if (http === null || isIdle || isCurrent(source, previous.pull, { products, now, past }))
    return { source, asked: products, ...previous };
  const request: PullRequest = {
    products,
    packages: given.packages,
    order: (product) => schemes[given.embedded(product)?.scheme ?? 'composer'],
    previous: previous.pull,
    at: now,
    ...(given.facts === undefined ? {} : { facts: given.facts }),
  };
  try {
    const pull = await source.pull(request, http);
    // What only completes others lists what they left open, which may be nothing.
    if (previous.pull !== null && source.completes !== true) keepLost(pull, previous.pull, { source, products });
    await store.writePull(pull);
    return { source, asked: products, pull, problem: null };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return { source, asked: products, pull: previous.pull, problem: error.message };
  }
}

/** Products that a source was last asked for: they stay in its copy. */
function productsOf(pull: Pull | null): string[] {
  if (pull === null) return [];
  const { advisories, releases, support, flags } = pull.records;
  return Object.keys({ ...advisories, ...releases, ...support, ...flags });
}

/** A vendor's flags carry no date: what was flagged after the judged instant says nothing of it. */
function asOf(pull: Pull, { now, past = false }: KnowledgeSources): Pull {
  return !past || pull.fetchedAt <= now ? pull : { ...pull, records: { ...pull.records, flags: {} } };
}

/**
 * Of a product that ships with nothing, what is known is what its sources have told: while one of those that know all there is
 * has said nothing of it yet, its flaws may be what is missing.
 */
function isTold(product: string, pulled: readonly Pulled[]): boolean {
  const whole = pulled.filter(({ source }) => source.covers(product) && !source.partial(product));
  return whole.every(({ pull }) => productsOf(pull).includes(product));
}

/** Asks every source that covers one of the products, once, and merges what is known. */
export async function gatherKnowledge(products: readonly string[], given: KnowledgeSources): Promise<Knowledge> {
  const pulled = await Promise.all(
    given.sources.filter(({ completes }) => completes !== true).map((source) => askSource(source, products, given)),
  );
  const assemble = (product: string): ProductFacts | null => {
    const pulls = pulled.flatMap(({ source, pull, problem }) =>
      pull === null ? [] : [{ source, pull: asOf(pull, given), problem }],
    );
    const shipped = given.embedded(product);
    const embedded = shipped ?? bareFacts(product, dayOf(given.now));
    const facts = assembleFacts({ embedded, pulls, scheme: schemes[embedded.scheme] });
    return facts.releases.length === 0 || (shipped === null && !isTold(product, pulled)) ? null : facts;
  };
  for (const source of given.sources.filter(({ completes }) => completes === true)) {
    pulled.push(await askSource(source, products, { ...given, facts: assemble }));
  }
  const assembled = new Map<string, ProductFacts | null>();
  return {
    factsOf: (product) => {
      const known = assembled.get(product);
      if (known !== undefined) return known;
      const facts = assemble(product);
      assembled.set(product, facts);
      return facts;
    },
    isComplete: (needed) =>
      given.http === null ||
      pulled.every(
        ({ source, asked }) =>
          source.oneList === true || needed.every((product) => !source.covers(product) || asked.includes(product)),
      ),
    problems: pulled.flatMap(({ source, problem }) =>
      problem === null ? [] : [{ code: 'source-failed' as const, message: problem, url: source.url }],
    ),
  };
}
