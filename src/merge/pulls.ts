import { confirmedAt, keepProduct, keepRecords, listLost, type Pull, startPull } from '../model/pull.ts';
import { names, newest, newestFirst } from './newest.ts';

/** Products that a pull speaks of, be it by a problem. */
function productsOf({ records: { advisories, releases, support, flags }, problems }: Pull): string[] {
  return [...names([advisories, releases, support, flags]), ...problems.map(({ product }) => product)];
}

/**
 * What was confirmed last of a product. A copy that has nothing of what an older one had, be it that it could not be read or
 * that it answered empty, takes nothing away: that stands with the age that it had, and no validators confirm the empty answer.
 */
function mergeProduct(to: Pull, product: string, pulls: readonly Pull[]): void {
  const speaking = pulls.filter((pull) => productsOf(pull).includes(product));
  const [last, ...others] = newestFirst(speaking, (pull) => confirmedAt(pull, product));
  if (last === undefined) return;
  keepProduct(to, product, last);
  let confirmed = confirmedAt(last, product);
  for (const from of others) {
    const kinds = listLost(to, from, product);
    keepRecords(to, product, { from, kinds });
    if (kinds.length === 0) continue;
    confirmed = confirmedAt(from, product);
    to.validators = {};
  }
  if (confirmed !== to.fetchedAt) to.confirmedAt = { ...to.confirmedAt, [product]: confirmed };
}

/** Of each document those of the newest pull that read it: another's would confirm records that they do not belong to. */
function mergeValidators(pulls: readonly Pull[]): Pull['validators'] {
  const urls = names(pulls.map(({ validators }) => validators));
  return Object.fromEntries(
    urls.map((url) => [url, pulls.find(({ validators }) => validators[url] !== undefined)?.validators[url] ?? {}]),
  );
}

/** One copy of a source's pulls: of each product what was confirmed last. */
export function mergePulls(pulls: readonly Pull[]): Pull | null {
  const last = newest(pulls, ({ fetchedAt }) => fetchedAt);
  if (last === undefined) return null;
  const merged: Pull = {
    ...startPull(last.source, { at: last.fetchedAt }),
    validators: mergeValidators(newestFirst(pulls, ({ fetchedAt }) => fetchedAt)),
  };
  merged.records.exploited = last.records.exploited;
  for (const product of [...new Set(pulls.flatMap(productsOf))].sort()) mergeProduct(merged, product, pulls);
  return merged;
}
