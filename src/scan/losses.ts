import type { Exploited } from '../model/facts.ts';
import { confirmedAt, keepRecords, listLost, type Pull, type SourceInfo } from '../model/pull.ts';

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
    keepRecords(to, product, { from: previous, kinds: lost });
    const isUsed = exploited.some((entry) => entry.product === product);
    if (lost.length === 0 && !isUsed) continue;
    to.problems.push(sayLost(source, product, isUsed ? [...lost, 'exploited flaws'] : lost));
    to.confirmedAt = { ...to.confirmedAt, [product]: confirmedAt(previous, product) };
    to.validators = {};
  }
}
