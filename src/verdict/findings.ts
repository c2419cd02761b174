import type { Advisory, Exploited } from '../model/facts.ts';
import type { Attestation } from '../model/site.ts';
import type { Finding, FixedAhead } from '../model/verdict.ts';
import { fixDays } from './fix-day.ts';
import { idsOf, isAffected, isCovered, isUnbounded, judgeStand } from './flaws.ts';
import type { Standing } from './releases.ts';

/** What the list of exploited flaws says of this one by the day; null where it says nothing. */
function entryOf(advisory: Advisory, { facts, today }: Standing): Exploited | null {
  const ids = idsOf(advisory);
  return facts.exploited.find(({ cve, addedOn }) => ids.includes(cve) && addedOn <= today) ?? null;
}

function statusOf(
  advisory: Advisory,
  versions: readonly string[],
  judged: { standing: Standing; attestations: readonly Attestation[] },
): Pick<Finding, 'status' | 'because'> | null {
  const { scheme } = judged.standing;
  const stands = versions.map((version) =>
    scheme.isVersion(version) ? isAffected(version, advisory, scheme) : 'not-affected',
  );
  if (stands.includes('affected')) {
    if (isCovered(idsOf(advisory), judged.attestations)) return { status: 'fixed', because: 'attested' };
    return stands.every((stand) => stand === 'affected')
      ? { status: 'affected', because: 'version' }
      : { status: 'under_investigation', because: 'some-candidates' };
  }
  return stands.includes('false-positive') ? { status: 'not_affected', because: 'known-false-positive' } : null;
}

/** Who counts the versions in, and who speaks of the flaw and leaves every one of them out. */
function voicesOn(advisory: Advisory, versions: readonly string[], { scheme }: Standing) {
  const accounts = advisory.accounts ?? [];
  const leavesOut = (account: Pick<Advisory, 'ranges' | 'versions'>) =>
    versions.every(
      (version) =>
        !scheme.isVersion(version) || judgeStand(version, { ...advisory, ...account }, scheme) !== 'affected',
    );
  const named = (leftOut: boolean) =>
    accounts.filter((account) => leavesOut(account) === leftOut).flatMap((account) => account.sources);
  const sources = [...new Set(named(false))];
  if (accounts.length === 0 || sources.length === 0) return { sources: advisory.sources, doubters: [] };
  // an older copy of what a source says is no second voice
  return { sources, doubters: [...new Set(named(true))].filter((source) => !sources.includes(source)) };
}

/** The versions that carry the fix and are newer than one that may be installed, oldest first. */
function listFixes(advisory: Advisory, versions: readonly string[], { scheme }: Standing): string[] {
  const fixed = new Set(advisory.ranges.flatMap((range) => (range.fixed === null ? [] : [range.fixed])));
  const installed = versions.filter(scheme.isVersion);
  return (
    [...fixed]
      .filter((fix) => installed.some((version) => scheme.compare(fix, version) > 0))
      // the end of one range may lie inside another
      .filter((fix) => isAffected(fix, advisory, scheme) !== 'affected')
      .sort(scheme.compare)
  );
}

/** Every public advisory that touches one of the candidate releases, exploited first, then newest first. */
export function listFindings(
  versions: readonly string[],
  standing: Standing,
  attestations: readonly Attestation[],
): Finding[] {
  const { facts, today } = standing;
  const fixDayOf = fixDays(versions, standing);
  const findings = facts.advisories
    .filter(({ withdrawn, published }) => withdrawn === null && published <= today)
    .flatMap((advisory): Finding[] => {
      const status = statusOf(advisory, versions, { standing, attestations });
      if (status === null) return [];
      const exploited = entryOf(advisory, standing);
      const isOpen = status.status === 'affected' || status.status === 'under_investigation';
      return [
        {
          product: facts.product,
          id: advisory.id,
          aliases: advisory.aliases,
          ...status,
          published: advisory.published,
          fixedIn: listFixes(advisory, versions, standing),
          fixedOn: isOpen ? fixDayOf(advisory) : null,
          unbounded: isUnbounded(advisory),
          fixKind: advisory.fixKind,
          exploitedSince: exploited?.addedOn ?? null,
          exploitedDueOn: exploited?.dueOn ?? null,
          severity: advisory.severity,
          cwes: advisory.cwes,
          url: advisory.url,
          ...voicesOn(advisory, versions, standing),
        },
      ];
    });
  const rank = (finding: Finding) => (finding.exploitedSince === null ? 1 : 0);
  return findings.sort(
    (a, b) => rank(a) - rank(b) || b.published.localeCompare(a.published) || a.id.localeCompare(b.id),
  );
}

/** Flaws that the installed release fixes and that became public after it came out; none where more than one release fits. */
export function listFixedAhead([version, ...others]: readonly string[], standing: Standing): FixedAhead[] {
  const { facts, known, scheme, today } = standing;
  if (version === undefined || others.length > 0 || !scheme.isVersion(version)) return [];
  const isInstalled = (text: string) => scheme.compare(text, version) === 0;
  const releasedOn = known.find((release) => isInstalled(release.version))?.date ?? null;
  if (releasedOn === null) return [];
  return facts.advisories
    .filter(({ withdrawn, published }) => withdrawn === null && published <= today && published > releasedOn)
    .filter(({ ranges }) => ranges.some(({ fixed }) => fixed !== null && isInstalled(fixed)))
    .filter((advisory) => isAffected(version, advisory, scheme) === 'not-affected')
    .map((advisory) => ({
      product: facts.product,
      published: advisory.published,
      versions: known
        .map((release) => release.version)
        .filter((each) => isAffected(each, advisory, scheme) === 'affected'),
    }));
}
