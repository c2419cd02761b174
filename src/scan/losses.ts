import type { Exploited } from '../model/facts.ts';
import { confirmedAt, noteUnreadFlaws, type Pull, type SourceInfo } from '../model/pull.ts';

/** Kinds of records that a source keeps by product. */
const kinds = ['advisories', 'releases', 'support', 'flags'] as const;
type Kind = (typeof kinds)[number];

/** How many records of a kind stood that the source has not taken back itself. */
function countStanding(fresh: Pull, { records }: Pull, { kind, product }: { kind: Kind; product: string }): number {
  if (kind !== 'advisories') return records[kind][product]?.length ?? 0;
  const takenBack = new Set(fresh.withdrawn?.[product]?.map(({ id }) => id));
  return records.advisories[product]?.filter(({ id }) => !takenBack.has(id)).length ?? 0;
}

function listLost(fresh: Pull, previous: Pull, product: string): Kind[] {
  const isEmpty = (kind: Kind) => (fresh.records[kind][product] ?? []).length === 0;
  return kinds.filter((kind) => isEmpty(kind) && countStanding(fresh, previous, { kind, product }) > 0);
}

/** Exploited flaws of products of which the list names none any more. */
function listLostExploited(fresh: Pull, previous: Pull): Exploited[] {
  const named = new Set(fresh.records.exploited.map(({ product }) => product));
  return previous.records.exploited.filter(({ product }) => !named.has(product));
}

function sayLost({ id, url }: SourceInfo, product: string, lost: readonly string[]): Pull['problems'][number] {
  const what = `${id}: it answers, but names no ${lost.join(', ')} of ${product} any more, where it named some`;
  const remedy = `Remedy: look at ${url}; if that is right, remove pulls/${id}.json from the data folder.`;
  return { product, message: `${what}. What it last said is kept, with its age. ${remedy}` };
}

/**
 * A source that answers well and has nothing left of all that it had of a product is not believed: what it said before
 * stands unconfirmed, with the age that it had. Single records may go; the last of a product only where the source itself
 * says that it took it back. No validators are kept, so that "unchanged" never confirms the empty answer.
 */
export function keepLost(to: Pull, previous: Pull, given: { source: SourceInfo; products: readonly string[] }): void {
  const { source, products } = given;
  const exploited = listLostExploited(to, previous);
  const concerned = new Set([...products, ...exploited.flatMap(({ product }) => product ?? [])]);
  to.records.exploited = [...to.records.exploited, ...exploited];
  if (exploited.length > 0) to.validators = {};
  for (const product of concerned) {
    const lost = listLost(to, previous, product);
    for (const kind of lost) Object.assign(to.records[kind], { [product]: previous.records[kind][product] });
    if (lost.length > 0 && previous.unreadFlaws?.includes(product) === true) noteUnreadFlaws(to, product);
    const isUsed = exploited.some((entry) => entry.product === product);
    if (lost.length === 0 && !isUsed) continue;
    to.problems.push(sayLost(source, product, isUsed ? [...lost, 'exploited flaws'] : lost));
    to.confirmedAt = { ...to.confirmedAt, [product]: confirmedAt(previous, product) };
    to.validators = {};
  }
}
