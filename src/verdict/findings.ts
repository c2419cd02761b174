import type { Advisory, Exploited } from '../model/facts.ts';
import type { Attestation } from '../model/site.ts';
import type { Finding } from '../model/verdict.ts';
import { idsOf, isAffected, isCovered, isUnbounded } from './flaws.ts';
import type { Standing } from './releases.ts';

function exploitedSince(advisory: Advisory, exploited: readonly Exploited[], today: string): string | null {
  const ids = idsOf(advisory);
  return exploited.find(({ cve, addedOn }) => ids.includes(cve) && addedOn <= today)?.addedOn ?? null;
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

/** Every public advisory that touches one of the candidate releases, exploited first, then newest first. */
export function listFindings(
  versions: readonly string[],
  standing: Standing,
  attestations: readonly Attestation[],
): Finding[] {
  const { facts, scheme, today } = standing;
  const findings = facts.advisories
    .filter(({ withdrawn, published }) => withdrawn === null && published <= today)
    .flatMap((advisory): Finding[] => {
      const status = statusOf(advisory, versions, { standing, attestations });
      if (status === null) return [];
      const fixed = advisory.ranges.flatMap((range) => (range.fixed === null ? [] : [range.fixed]));
      return [
        {
          product: facts.product,
          id: advisory.id,
          aliases: advisory.aliases,
          ...status,
          published: advisory.published,
          fixedIn: [...new Set(fixed)].sort(scheme.compare),
          unbounded: isUnbounded(advisory),
          fixKind: advisory.fixKind,
          exploitedSince: exploitedSince(advisory, facts.exploited, today),
          severity: advisory.severity,
          cwes: advisory.cwes,
          url: advisory.url,
        },
      ];
    });
  const rank = (finding: Finding) => (finding.exploitedSince === null ? 1 : 0);
  return findings.sort(
    (a, b) => rank(a) - rank(b) || b.published.localeCompare(a.published) || a.id.localeCompare(b.id),
  );
}
