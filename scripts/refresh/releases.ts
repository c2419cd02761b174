import type { Release } from '../../src/model/facts.ts';
import type { Day } from '../../src/model/time.ts';
import { numberParts } from '../../src/versions/index.ts';
import type { VersionScheme } from '../../src/versions/scheme.ts';

/** The releases of a product as they are to ship, and which of them are news, by version. */
export interface MergedReleases {
  releases: Release[];
  added: string[];
  /** Their day was not known before. */
  dated: string[];
  /** What they are was not known before, or is a security release after all. */
  flagged: string[];
}

export interface ReleaseTerms {
  scheme: VersionScheme;
  /** The first day of which the releases that ship do not claim to know. */
  firstUnknownDay: Day;
  today: Day;
}

/** What all sources say of one release, whatever their order. A day to come is a plan, or a slip. */
interface Said {
  version: string;
  date: Day | null;
  security: boolean | null;
  openSource: boolean;
  prerelease: boolean;
}

function joinSaid(said: readonly Release[], today: Day): Said {
  const versions = said.map(({ version }) => version);
  // 7.1 and 7.1.0 are one release: the shorter name is the one that its makers use
  const [version = ''] = versions.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const days = said.flatMap(({ date }) => (date !== null && date <= today ? [date] : [])).sort();
  const natures = said.map(({ security }) => security);
  return {
    version,
    date: days[0] ?? null,
    security: natures.includes(true) ? true : natures.includes(false) ? false : null,
    openSource: said.some(({ openSource }) => openSource),
    prerelease: said.every(({ prerelease }) => prerelease),
  };
}

function groupSame(live: readonly Release[], { compare, isVersion }: VersionScheme): Release[][] {
  const groups: Release[][] = [];
  const sorted = live.filter(({ version }) => isVersion(version)).sort((a, b) => compare(b.version, a.version));
  for (const release of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0].version, release.version) === 0) last.push(release);
    else groups.push([release]);
  }
  return groups;
}

function lineOf(version: string): string {
  return numberParts(version).slice(0, 2).join('.');
}

/**
 * A newcomer without a day came out after the day up to which the others are complete, if it is the highest of its line. Any
 * other is an old release that was not listed: it counts as all others without a day do.
 */
function newcomer(said: Said, own: readonly Release[], { scheme, firstUnknownDay }: ReleaseTerms): Release {
  if (said.date !== null) return said;
  const line = own.filter(({ version }) => lineOf(version) === lineOf(said.version));
  const isHighest = (line.length > 0 ? line : own).every(({ version }) => scheme.compare(said.version, version) > 0);
  return isHighest ? { ...said, countsFrom: firstUnknownDay } : said;
}

function update(own: Release, said: Said): Release {
  const security = own.security === true || said.security === true ? true : (own.security ?? said.security);
  return { ...own, date: own.date ?? said.date, security };
}

/** Fills gaps and adds newcomers, highest version first; nothing that ships is ever dropped. Pre-releases are no news. */
export function mergeReleases(own: readonly Release[], live: readonly Release[], terms: ReleaseTerms): MergedReleases {
  const { compare, isPrerelease } = terms.scheme;
  const merged: MergedReleases = { releases: [...own], added: [], dated: [], flagged: [] };
  for (const group of groupSame(live, terms.scheme)) {
    const said = joinSaid(group, terms.today);
    const isKnown = merged.releases.some(({ version }) => compare(version, said.version) === 0);
    if (isKnown) {
      merged.releases = merged.releases.map((release) => {
        if (compare(release.version, said.version) !== 0) return release;
        const updated = update(release, said);
        if (updated.date !== release.date) merged.dated.push(release.version);
        if (updated.security !== release.security) merged.flagged.push(release.version);
        return updated;
      });
    } else if (!said.prerelease && !isPrerelease(said.version)) {
      const lower = merged.releases.findIndex(({ version }) => compare(version, said.version) < 0);
      merged.releases.splice(lower < 0 ? merged.releases.length : lower, 0, newcomer(said, own, terms));
      merged.added.push(said.version);
    }
  }
  return merged;
}
