import { mergeBranches } from '../../src/facts/index.ts';
import type { Branch } from '../../src/model/facts.ts';
import type { Day } from '../../src/model/time.ts';
import { compareBranches } from '../../src/verdict/releases.ts';

/** The branches of a product as they are to ship, and which of them are news. */
export interface MergedBranches {
  branches: Branch[];
  added: string[];
  changed: string[];
}

/** Not believed: a product whose every branch ends at once is a matter for a person to look at. */
export function endsAll(own: readonly Branch[], live: readonly Branch[]): boolean {
  return own.some(({ eol }) => eol !== true) && live.every(({ eol }) => eol === true);
}

/**
 * What the sources say, one after the other: where two give a window, the later wins. Branches keep their order; a newcomer
 * stands before the first lower one, and nothing is ever dropped.
 */
export function mergeAllBranches(own: readonly Branch[], live: readonly Branch[][], today: Day): MergedBranches {
  const said = live.reduce<Branch[]>((known, branches) => mergeBranches(known, branches, today), [...own]);
  const known = new Map(own.map((branch) => [branch.branch, JSON.stringify(branch)]));
  const branches = own.map((branch) => said.find((each) => each.branch === branch.branch) ?? branch);
  const added = said.filter(({ branch }) => !known.has(branch));
  for (const newcomer of added) {
    const lower = branches.findIndex(({ branch }) => compareBranches(branch, newcomer.branch) < 0);
    branches.splice(lower < 0 ? branches.length : lower, 0, newcomer);
  }
  const isChanged = (branch: Branch) => known.has(branch.branch) && known.get(branch.branch) !== JSON.stringify(branch);
  return {
    branches,
    added: added.map(({ branch }) => branch),
    changed: branches.filter(isChanged).map(({ branch }) => branch),
  };
}
