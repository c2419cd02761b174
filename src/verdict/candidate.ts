import type { Policy } from '../model/config.ts';
import type { Advisory, Patch } from '../model/facts.ts';
import type { Attestation } from '../model/site.ts';
import type { ReasonCode } from '../model/verdict.ts';
import { idsOf, isAffected, isCovered, isUnbounded } from './flaws.ts';
import { branchOf, releasesOf, type Standing } from './releases.ts';
import { seemsSupported, supportWindow } from './support.ts';

/** What a candidate is judged with, besides the standing. */
export interface Terms {
  policy: Policy;
  /** Attestations that count. */
  attestations: readonly Attestation[];
}

/** Advisories that were public on the day and affect the version, and that nothing covers. */
export function openFlaws(version: string, standing: Standing, attestations: readonly Attestation[]): Advisory[] {
  return standing.facts.advisories.filter(
    (advisory) =>
      advisory.withdrawn === null &&
      advisory.published <= standing.today &&
      isAffected(version, advisory, standing.scheme) === 'affected' &&
      !isCovered(idsOf(advisory), attestations),
  );
}

/**
 * True where a document that leaves nothing open names one of the flaws that the fix is for: its tool knows the fix, and
 * misses nothing. A single flaw alone would not do: a fix may close many, of which we know some.
 */
function isProven(patch: Patch, standing: Standing, attestations: readonly Attestation[]): boolean {
  const complete = attestations.filter((attestation) => attestation.complete === true);
  const flaws = standing.facts.advisories.filter(({ aliases }) => aliases.includes(patch.id));
  return flaws.some((flaw) => isCovered(idsOf(flaw), complete));
}

/** Fixes without a version number that were out on the day and name exactly this release, and that nothing covers. */
export function openPatches(version: string, standing: Standing, attestations: readonly Attestation[]): Patch[] {
  return standing.facts.patches.filter(
    (patch) =>
      patch.date <= standing.today &&
      patch.appliesTo.some((release) => standing.scheme.compare(release, version) === 0) &&
      !isCovered([patch.id, ...patch.cves], attestations) &&
      !isProven(patch, standing, attestations),
  );
}

function flawReason(version: string, standing: Standing, flaws: readonly Advisory[]): ReasonCode {
  const vendorSaysSecure = standing.facts.vendorSecure.some((secure) => standing.scheme.compare(secure, version) === 0);
  return vendorSaysSecure && !flaws.some(isUnbounded) ? 'sources-disagree' : 'known-advisory';
}

/** Rules 2 to 10 of product.md for one candidate release: the first that fits is the reason. */
export function judgeCandidate(version: string, standing: Standing, terms: Terms): ReasonCode {
  const { scheme, today } = standing;
  const same = (release: { version: string }) => scheme.compare(release.version, version) === 0;
  if (!scheme.isVersion(version)) return 'version-not-known';
  if (scheme.isPrerelease(version) || standing.facts.releases.some((release) => release.prerelease && same(release))) {
    return 'pre-release';
  }
  if (!standing.known.some(same)) return 'version-not-known';

  const branch = branchOf(version, standing.facts);
  const window = supportWindow(branch, standing);
  if (window.kind === 'until' && window.day < today) return 'end-of-life';

  const newer = releasesOf(branch, standing).filter((release) => scheme.compare(release.version, version) > 0);
  if (newer.some((release) => release.security !== false)) return 'update-missing';

  const flaws = openFlaws(version, standing, terms.attestations);
  if (flaws.length > 0) return flawReason(version, standing, flaws);
  // the vendor's own word counts like a record, even where it names no flaw
  if (standing.facts.vendorInsecure.some((insecure) => scheme.compare(insecure, version) === 0))
    return 'known-advisory';
  if (openPatches(version, standing, terms.attestations).length > 0) return 'patch-level-unproven';
  if (window.kind === 'unpublished' && !seemsSupported(branch, standing, terms.policy)) return 'support-unknown';

  const highest = standing.releases.at(-1);
  return highest !== undefined && same(highest) ? 'current' : 'secure';
}
