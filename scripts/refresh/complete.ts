import type { Advisory, ProductFacts, Release } from '../../src/model/facts.ts';
import { confirmedAt, type Pull } from '../../src/model/pull.ts';
import { type Day, dayOf } from '../../src/model/time.ts';
import { schemes } from '../../src/versions/index.ts';
import type { Answer } from './ask.ts';

type Kind = 'advisories' | 'releases' | 'support';

function namesOneOf(advisories: readonly Advisory[], own: readonly Advisory[]): boolean {
  const ids = new Set(own.flatMap(({ id, aliases }) => [id, ...aliases]));
  return own.length === 0 || advisories.some(({ id, aliases }) => [id, ...aliases].some((each) => ids.has(each)));
}

function namesNewest(releases: readonly Release[], { releases: own, scheme }: ProductFacts): boolean {
  const { compare, isVersion } = schemes[scheme];
  const finals = own.filter(({ prerelease }) => !prerelease).map(({ version }) => version);
  const newest = finals.sort(compare).at(-1);
  const listed = releases.filter(({ version }) => isVersion(version));
  return newest === undefined || listed.some(({ version }) => compare(version, newest) >= 0);
}

/** A source that has lost what ships of the product confirms nothing, however good its answer looks. */
function confirms(kind: Kind, { records }: Pull, facts: ProductFacts): boolean {
  const { product } = facts;
  if (kind === 'advisories') return namesOneOf(records.advisories[product] ?? [], facts.advisories);
  if (kind === 'releases') return namesNewest(records.releases[product] ?? [], facts);
  return (records.support[product] ?? []).length > 0;
}

/** The newest day on which a source that knows all there is confirmed a kind of facts; null for none. */
function newestOf(kind: Kind, answers: readonly Answer[], facts: ProductFacts): Day | null {
  const { product } = facts;
  const axis = kind === 'advisories' ? 'advisories' : 'releases';
  const own = answers.filter((answer) => answer.axis === axis);
  const days = own.flatMap(({ source, pull }) => {
    const speaks = pull !== null && !source.partial(product) && pull.records[kind][product] !== undefined;
    return speaks && confirms(kind, pull, facts) ? [dayOf(confirmedAt(pull, product))] : [];
  });
  return days.sort().at(-1) ?? null;
}

/**
 * The day up to which the facts of a product are complete: the oldest of its kinds counts, and where nobody knows all there
 * is of one, the day stays. `facts` are those that ship.
 */
export function completeOn(facts: ProductFacts, answers: readonly Answer[]): Day {
  const kinds = ['advisories', 'releases', 'support'] as const;
  const days = kinds.map((kind) => newestOf(kind, answers, facts) ?? facts.dataOn);
  const oldest = days.reduce((first, day) => (day < first ? day : first));
  return oldest > facts.dataOn ? oldest : facts.dataOn;
}
