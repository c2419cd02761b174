import type { ProductFacts, Release } from '../model/facts.ts';
import type { Day } from '../model/time.ts';
import { numberParts, schemes } from '../versions/index.ts';
import { remembered, type VersionScheme } from '../versions/scheme.ts';

/** A release that is out, with its support line and its day. */
export interface OutRelease extends Release {
  branch: string;
  /** A release without a date counts from its own `countsFrom` on, else from the data's date. */
  on: Day;
}

/** One product's facts as they stood on one day, for one edition. */
export interface Standing {
  facts: ProductFacts;
  scheme: VersionScheme;
  today: Day;
  /** The paid edition is installed. */
  commerce: boolean;
  /** Every release out by that day, pre-releases and other editions' too. */
  known: OutRelease[];
  /** Of these, the ones that count as newer for the edition; oldest version first. */
  releases: OutRelease[];
}

/** By facts, day and edition: all sites of a run that share a product are judged by the same. */
const standings = new WeakMap<ProductFacts, Map<string, Standing>>();

/** The product's standing on a day; worked out once for the same facts. */
export function standingOn(facts: ProductFacts, today: Day, commerce: boolean): Standing {
  const known = standings.get(facts) ?? new Map<string, Standing>();
  standings.set(facts, known);
  const key = `${today} ${commerce}`;
  const standing = known.get(key) ?? findStanding(facts, today, commerce);
  known.set(key, standing);
  return standing;
}

function findStanding(facts: ProductFacts, today: Day, commerce: boolean): Standing {
  const scheme = schemes[facts.scheme];
  const known = facts.releases
    .map((release) => ({
      ...release,
      branch: branchOf(release.version, facts),
      on: release.date ?? release.countsFrom ?? facts.dataOn,
    }))
    .filter(({ on }) => on <= today)
    .sort((a, b) => scheme.compare(a.version, b.version));
  const releases = known.filter((release) => (commerce || release.openSource) && !release.prerelease);
  return { facts, scheme, today, commerce, known, releases };
}

const branches = new WeakMap<ProductFacts, (version: string) => { branch: string }>();

/** The support line of a version, worked out once for the same facts. */
export function branchOf(version: string, facts: ProductFacts): string {
  const find = branches.get(facts) ?? remembered((text: string) => ({ branch: findBranch(text, facts) }));
  branches.set(facts, find);
  return find(version).branch;
}

/**
 * The longest listed branch that equals its leading number parts. A version that no listed
 * branch holds gets as many parts as the first listed branch has, so that a line newer than the support data is a line of its own.
 */
function findBranch(version: string, facts: ProductFacts): string {
  const parts = numberParts(version);
  const leads = (branch: string) =>
    branch
      .split('.')
      .map(Number)
      .every((part, i) => part === (parts[i] ?? 0));
  const listed = facts.support.branches
    .map(({ branch }) => branch)
    .filter(leads)
    .sort((a, b) => b.split('.').length - a.split('.').length)[0];
  if (listed !== undefined) return listed;
  const depth = facts.support.branches[0]?.branch.split('.').length ?? 2;
  return Array.from({ length: depth }, (_, i) => parts[i] ?? 0).join('.');
}

/** Releases of one branch that count, oldest version first. */
export function releasesOf(branch: string, standing: Standing): OutRelease[] {
  return standing.releases.filter((release) => release.branch === branch);
}

/** Compares branches by number: negative, zero or positive. */
export function compareBranches(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first and the last day on which one of the releases came out; null for none. */
export function firstDay(releases: readonly OutRelease[]): Day | null {
  return releases.map(({ on }) => on).sort()[0] ?? null;
}

export function lastDay(releases: readonly OutRelease[]): Day | null {
  return (
    releases
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null
  );
}
