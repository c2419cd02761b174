import type { Advisory } from '../model/facts.ts';
import type { Day } from '../model/time.ts';
import { idsOf, isAffected } from './flaws.ts';
import { branchOf, type OutRelease, type Standing } from './releases.ts';

function earliest(days: readonly Day[]): Day | null {
  return days.toSorted()[0] ?? null;
}

/** The day of a fix without a version number; where no list has it, that of the record: the two come out together. */
function patchDay(advisory: Advisory, { facts, today }: Standing): Day {
  const ids = idsOf(advisory);
  const dates = facts.patches
    .filter(({ id, cves, date }) => date <= today && [id, ...cves].some((each) => ids.includes(each)))
    .map(({ date }) => date);
  return earliest(dates) ?? advisory.published;
}

/** Releases newer than all that may be installed, by their day: those of the same support line come first. */
function newerByDay(versions: readonly string[], standing: Standing): OutRelease[] {
  const { scheme, facts, releases } = standing;
  const highest = versions.filter(scheme.isVersion).sort(scheme.compare).at(-1);
  if (highest === undefined) return [];
  const branch = branchOf(highest, facts);
  return releases
    .filter(({ version, date }) => date !== null && scheme.compare(version, highest) > 0)
    .sort((a, b) => Number(b.branch === branch) - Number(a.branch === branch) || a.on.localeCompare(b.on));
}

/**
 * For advisories that touch the versions: the day on which the clock of those begins who must install a fix in time. It is the
 * later of two days. On one the fix came out: the first release on the same support line without the flaw, else on any newer
 * line. On the other the flaw became public: before it nobody could know that this update was the pressing one. Rules count from
 * the release of the fix; where the two differ, this is the milder reading. A fix whose day is not known starts no clock.
 */
export function fixDays(versions: readonly string[], standing: Standing): (advisory: Advisory) => Day | null {
  const newer = newerByDay(versions, standing);
  return (advisory) => {
    const release = newer.find(({ version }) => isAffected(version, advisory, standing.scheme) !== 'affected');
    const day = advisory.fixKind === null ? (release?.on ?? null) : patchDay(advisory, standing);
    return day !== null && day < advisory.published ? advisory.published : day;
  };
}
