import type { Policy } from '../model/config.ts';
import type { Branch, Support } from '../model/facts.ts';
import { type Day, monthsBefore } from '../model/time.ts';
import { compareBranches, firstDay, lastDay, releasesOf, type Standing } from './releases.ts';

/** Security support of a branch: a last day, open-ended, or nothing published. */
export type SupportWindow = { kind: 'until'; day: Day } | { kind: 'open' } | { kind: 'unpublished' };

/** Ended, on a day that is not known. */
const longAgo: SupportWindow = { kind: 'until', day: '0000-01-01' };

/** The last day on which a release of the branch is known to have come out: one without a day tells nothing of when. */
function lastKnownDay(branch: string, standing: Standing): Day | null {
  return lastDay(releasesOf(branch, standing).filter(({ date }) => date !== null));
}

/**
 * Whether anything is published of a product's support that could be out of date. Where nothing is, rule 8 judges every
 * branch by its releases, whose own age counts.
 */
export function hasWindows({ policyPublished, branches }: Support): boolean {
  const isDated = (branch: Branch) => (branch.securitySupportEnds ?? branch.commerceSupportEnds) !== null;
  return policyPublished || branches.some((branch) => isDated(branch) || branch.eol === true);
}

function listedWindow(branch: string, standing: Standing): SupportWindow {
  const { support } = standing.facts;
  const listed = support.branches.find((entry) => entry.branch === branch);
  if (listed === undefined) {
    const olderThanAll = support.branches.every((entry) => compareBranches(branch, entry.branch) < 0);
    return support.policyPublished && olderThanAll ? longAgo : { kind: 'unpublished' };
  }
  const ends = (standing.commerce ? listed.commerceSupportEnds : null) ?? listed.securitySupportEnds;
  if (ends !== null) return { kind: 'until', day: ends };
  if (listed.eol === true) {
    const day = lastKnownDay(branch, standing);
    return day === null ? longAgo : { kind: 'until', day };
  }
  return listed.eol === false && support.policyPublished ? { kind: 'open' } : { kind: 'unpublished' };
}

/** The day on which a higher branch came out, where that ends the support of all others (WordPress). */
function supersededOn(branch: string, standing: Standing): Day | null {
  if (!standing.facts.support.newestBranchOnly) return null;
  return firstDay(standing.releases.filter((release) => compareBranches(release.branch, branch) > 0));
}

function findWindow(branch: string, standing: Standing): SupportWindow {
  const listed = listedWindow(branch, standing);
  const superseded = supersededOn(branch, standing);
  if (superseded === null) return listed;
  return listed.kind === 'until' && listed.day < superseded ? listed : { kind: 'until', day: superseded };
}

/** Windows by branch: a plan asks for those of every candidate. */
const windows = new WeakMap<Standing, Map<string, SupportWindow>>();

/** The support window of a branch, for the standing's edition. */
export function supportWindow(branch: string, standing: Standing): SupportWindow {
  const known = windows.get(standing) ?? new Map<string, SupportWindow>();
  windows.set(standing, known);
  const window = known.get(branch) ?? findWindow(branch, standing);
  known.set(branch, window);
  return window;
}

/** The last day of a branch's security support, where a day is known. */
export function publishedEnd(branch: string, standing: Standing): Day | null {
  const window = supportWindow(branch, standing);
  return window.kind === 'until' && window !== longAgo ? window.day : null;
}

/**
 * Rule 8: whether a branch without a published window counts as cared for. The newest branch does with a release in the last
 * 24 months; any other with one in the last 12, unless a higher branch has since had a security release or one of unknown nature.
 */
export function seemsSupported(branch: string, standing: Standing, policy: Policy): boolean {
  const isNewest = standing.releases.at(-1)?.branch === branch;
  // An old release that is listed without a day must not make an old branch look alive.
  const last = isNewest ? lastDay(releasesOf(branch, standing)) : lastKnownDay(branch, standing);
  const months = isNewest ? policy.unpublishedNewestMonths : policy.unpublishedOtherMonths;
  if (last === null || last < monthsBefore(standing.today, months)) return false;
  const fixedSinceElsewhere = standing.releases.some(
    (release) => release.security !== false && release.on > last && compareBranches(release.branch, branch) > 0,
  );
  return isNewest || !fixedSinceElsewhere;
}
