import type { SourceState } from '../model/facts.ts';
import { confirmedAt, type Pull, type SourceInfo } from '../model/pull.ts';

/** The last good pull of a source; `problem` says what went wrong since, if anything did. */
export interface PulledSource {
  source: SourceInfo;
  pull: Pull;
  problem: string | null;
}

/** A record that the source lists and that nobody could read: what ships does not know its flaw either. */
function hasHole({ pull, product, known }: { pull: Pull; product: string; known: ReadonlySet<string> }): boolean {
  return pull.problems.some((one) => one.product === product && one.record !== undefined && !known.has(one.record));
}

/** Where something of a product's flaws could not be read, what was read of them is not all there is. */
function isPartial(kind: SourceState['kind'], { product, known }: Told, { source, pull }: PulledSource): boolean {
  if (source.partial(product)) return true;
  if (kind !== 'advisories') return false;
  return pull.unreadFlaws?.includes(product) === true || hasHole({ pull, product, known });
}

/** A product, and the ids of all flaws of it that ship. */
export interface Told {
  product: string;
  known: ReadonlySet<string>;
}

/** What the facts of a product rest on: a source, its age, and whether it knows all there is. */
export function stateOf(kind: SourceState['kind'], told: Told, pulled: PulledSource): SourceState {
  const { product } = told;
  const { source, pull, problem } = pulled;
  const isSilent = kind === 'advisories' && pull.records.advisories[product]?.length === 0;
  const dropped = pull.problems.filter((each) => each.product === product).map(({ message }) => message);
  return {
    id: source.id,
    name: source.name,
    kind,
    fetchedAt: confirmedAt(pull, product),
    licence: source.licence,
    url: source.url,
    ...(problem !== null || pull.confirmedAt?.[product] !== undefined ? { standsIn: true as const } : {}),
    problem: [...(problem === null ? [] : [problem]), ...dropped].join(' ') || null,
    ...(source.maxAgeMs === undefined ? {} : { maxAgeMs: source.maxAgeMs }),
    ...(isPartial(kind, told, pulled) ? { partial: true } : {}),
    ...(isSilent ? { silent: true } : {}),
  };
}
