import type { ProductFacts } from '../../src/model/facts.ts';

/** The day that what tests expect of the facts that ship was worked out for: these hold releases and flaws up to it. */
const expectedOn = '2026-10-06';

/** The facts without what came later: a refresh of what ships must not change what tests expect. */
export function asExpected(facts: ProductFacts): ProductFacts {
  return {
    ...facts,
    releases: facts.releases.filter(({ date, countsFrom }) => countsFrom === undefined && (date ?? '') <= expectedOn),
    advisories: facts.advisories.filter(({ published }) => published <= expectedOn),
  };
}
