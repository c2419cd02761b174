import { embeddedFacts } from '../../src/embedded.ts';
import type { Branch, ProductFacts, Release } from '../../src/model/facts.ts';
import type { Day } from '../../src/model/time.ts';
import { branchOf } from '../../src/verdict/releases.ts';
import { schemes } from '../../src/versions/index.ts';
import type { VersionScheme } from '../../src/versions/scheme.ts';

/*
 * What the stand-ins of the public sources know: the snapshot's facts, as far as they were public on a day. Each stand-in
 * writes them in the shape that its API documents.
 */

/** A release whose day is known. */
export interface Dated extends Release {
  date: Day;
  branch: string;
}

/** A support line that has a release, each release with what its vendor says of it; lowest first. */
export interface Line extends Branch {
  own: Dated[];
  newest: Dated;
}

function remember<T>(read: (product: string) => T): (product: string) => T {
  const known = new Map<string, T>();
  return (product) => {
    const value = known.get(product) ?? read(product);
    known.set(product, value);
    return value;
  };
}

/** The snapshot's facts of a product. */
export function recordOf(product: string): ProductFacts {
  const facts = embeddedFacts(product);
  if (facts === null) throw new Error(`The snapshot has no ${product}.`);
  return facts;
}

export function schemeOf(product: string): VersionScheme {
  return schemes[recordOf(product).scheme];
}

/** Lowest first; those without a day are nobody's to tell. */
const datedOf = remember((product): Dated[] => {
  const facts = recordOf(product);
  const dated = facts.releases.flatMap((release) =>
    release.date === null ? [] : [{ ...release, date: release.date, branch: branchOf(release.version, facts) }],
  );
  return dated.sort((a, b) => schemeOf(product).compare(a.version, b.version));
});

/** Releases out by the end of a day, lowest first. */
export function releasedBy(product: string, day: Day): Dated[] {
  return datedOf(product).filter(({ date }) => date <= day);
}

/** Support lines that had a release by then. */
export function linesBy(product: string, day: Day): Line[] {
  const releases = releasedBy(product, day);
  return recordOf(product).support.branches.flatMap((window) => {
    const own = releases.filter(({ branch }) => branch === window.branch);
    const newest = own.at(-1);
    return newest === undefined ? [] : [{ ...window, own, newest }];
  });
}

/** Releases after which another of their line fixed a flaw: vendors call them insecure. */
export function outdoneBy(product: string, day: Day): Set<string> {
  return new Set(
    linesBy(product, day).flatMap(({ own }) => {
      const lastFix = own.findLastIndex(({ security }) => security === true);
      return own.slice(0, Math.max(lastFix, 0)).map(({ version }) => version);
    }),
  );
}
