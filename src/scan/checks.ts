import type { Config } from '../model/config.ts';
import type { SourceState } from '../model/facts.ts';
import type { Checks } from '../model/state.ts';
import type { Instant } from '../model/time.ts';
import type { Knowledge } from './knowledge.ts';

/** What a run has judged. */
interface Judged {
  request: { config: Config; now: Instant };
  knowledge: Knowledge;
  /** What the last run left. */
  checks: Checks | null;
  /** Sites, by id. */
  judged: ReadonlyMap<string, { seenAt: Instant | null }>;
  /** Products that were found. */
  products: ReadonlySet<string>;
}

/** The sources that speak of a product, each with its maximum age. Where nobody publishes its flaws, none of them is a source of flaws. */
function sourcesOf(product: string, { knowledge, request }: Judged): SourceState[] {
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

/** When each site was last checked, and how old the facts are that it was judged by; of all others what the last run knew. */
export function checksOf(run: Judged): Checks {
  const { now } = run.request;
  const listed = new Set(run.request.config.sites.map(({ id }) => id));
  const kept = Object.entries(run.checks?.sites ?? {}).filter(([id]) => listed.has(id));
  const checked = [...run.judged].map(([site, { seenAt }]) => [site, { checkedAt: now, seenAt }] as const);
  const sources = [...run.products].map((product) => [product, sourcesOf(product, run)] as const);
  const known = Object.entries(run.checks?.sources ?? {});
  return {
    schemaVersion: 1,
    asOf: now,
    sites: sortedRecord([...kept, ...checked]),
    sources: sortedRecord([...known, ...sources]),
  };
}
