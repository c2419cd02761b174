import type { Component } from '../model/identification.ts';
import { dayOf, daysBetween, type Instant } from '../model/time.ts';
import type { NextStep, NextStepCode } from '../model/verdict.ts';
import { judgeCandidate, openFlaws, openPatches } from './candidate.ts';
import { answerOf, type ComponentVerdict } from './component.ts';
import { idsOf } from './flaws.ts';
import { branchOf, type OutRelease, type Standing } from './releases.ts';

function step(code: NextStepCode, params: Record<string, string> = {}): NextStep {
  return { code, params };
}

/** Where the maintainer reads the version, for the advice. */
function placeOf({ versionPlace }: Component): Record<string, string> {
  return versionPlace === null ? {} : { place: versionPlace.kind, package: versionPlace.name };
}

/** Newer releases than every candidate, newest first; none for text that is no version. */
function newerReleases({ component }: ComponentVerdict, { releases, scheme }: Standing): OutRelease[] {
  if (!component.versions.every((version) => scheme.isVersion(version))) return [];
  return releases
    .filter((release) => component.versions.every((version) => scheme.compare(release.version, version) > 0))
    .toReversed();
}

/** The release to update to: the newest of the same branch that would be a yes, else of any branch; null where none would. */
function secureTarget(verdict: ComponentVerdict, standing: Standing): OutRelease | null {
  const wouldBeYes = ({ version }: OutRelease) => answerOf(judgeCandidate(version, standing, verdict.terms)) === 'yes';
  const newer = newerReleases(verdict, standing);
  const ofBranch = newer.filter((release) => release.branch === branchNow(verdict, standing));
  return ofBranch.find(wouldBeYes) ?? newer.find(wouldBeYes) ?? null;
}

function branchNow({ component }: ComponentVerdict, { facts }: Standing): string {
  return branchOf(component.versions.at(-1) ?? '', facts);
}

/** The update that clears the reason; null where no release would be a yes. */
function updateStep(verdict: ComponentVerdict, standing: Standing): NextStep | null {
  const target = secureTarget(verdict, standing);
  if (target === null) return null;
  const code = target.branch === branchNow(verdict, standing) ? 'update' : 'change-branch';
  return step(code, {
    product: verdict.component.product,
    version: target.version,
    ...(target.date === null ? {} : { releasedOn: target.date }),
    branch: branchNow(verdict, standing),
  });
}

/** Where no release is a yes: the newest one, if it is newer than what is installed, is named as what it is. */
function askVendorStep(verdict: ComponentVerdict, standing: Standing): NextStep {
  const newest = newerReleases(verdict, standing)[0];
  return step('ask-vendor', {
    product: verdict.component.product,
    branch: branchNow(verdict, standing),
    ...(newest === undefined ? {} : { newest: newest.version }),
  });
}

/** Ids of the fixes that leave no trace in the version and are not attested. */
function patchIds({ component, terms }: ComponentVerdict, standing: Standing): string[] {
  const ids = component.versions.flatMap((version) => [
    ...openFlaws(version, standing, terms.attestations).flatMap((flaw) => (flaw.fixKind === null ? [] : idsOf(flaw))),
    ...openPatches(version, standing, terms.attestations).map((patch) => patch.id),
  ]);
  return [...new Set(ids)].sort();
}

function flawStep(verdict: ComponentVerdict, standing: Standing): NextStep | null {
  const ids = patchIds(verdict, standing);
  if (ids.length === 0 || secureTarget(verdict, standing) !== null) return updateStep(verdict, standing);
  return step('apply-patch', { product: verdict.component.product, ids: ids.join(', ') });
}

function ambiguousStep(verdict: ComponentVerdict, standing: Standing): NextStep {
  const { component, judgements } = verdict;
  // where none of them is a yes, knowing which one is installed would not make one
  const isHopeless = judgements.every(({ answer }) => answer === 'no');
  const update = isHopeless ? (updateStep(verdict, standing) ?? askVendorStep(verdict, standing)) : null;
  return (
    update ??
    step('settle-version', {
      product: component.product,
      versions: component.versions.join(', '),
      ...placeOf(component),
    })
  );
}

/** The day the installed release came out, where it is one release. */
function releaseDay({ component }: ComponentVerdict, { known, scheme }: Standing): Record<string, string> {
  const [version, ...others] = component.versions;
  const release = known.find((one) => version !== undefined && scheme.compare(one.version, version) === 0);
  return release === undefined || release.date === null || others.length > 0 ? {} : { releasedOn: release.date };
}

/** What makes a judged component a yes, by the reason it has now. */
function stepByVersion(verdict: ComponentVerdict, standing: Standing): NextStep {
  const { component, reason } = verdict;
  const { product } = component;
  const askVendor = askVendorStep(verdict, standing);
  switch (reason) {
    case 'known-advisory':
    case 'patch-level-unproven':
      return flawStep(verdict, standing) ?? askVendor;
    case 'version-ambiguous':
      return ambiguousStep(verdict, standing);
    case 'evidence-expired':
      return step('renew-attestation', { product });
    case 'sources-disagree':
      return askVendor;
    case 'version-not-known':
      return updateStep(verdict, standing) ?? step('attest-version', { product, ...placeOf(component) });
    case 'unknown-version':
      return step('attest-version', { product, ...placeOf(component) });
    case 'current':
    case 'secure':
      return step('keep-going', releaseDay(verdict, standing));
    default:
      return updateStep(verdict, standing) ?? askVendor;
  }
}

/** One next step for a component, whatever its reason: a no that nobody can act on is a bug. */
export function nextStepFor(verdict: ComponentVerdict, now: Instant): NextStep {
  const { component, reason, standing, staleSource } = verdict;
  const { product } = component;
  if (standing !== null) return stepByVersion(verdict, standing);
  switch (reason) {
    case 'conflicting-evidence':
      return step('resolve-conflict', { product });
    case 'unknown-platform':
      return step('name-platform');
    case 'data-stale': {
      // of what is dated after now nobody knows how old it is, and of parts the age says nothing
      const isDated = staleSource !== null && staleSource.fetchedAt <= now && staleSource.partial !== true;
      const days = isDated ? String(daysBetween(dayOf(staleSource.fetchedAt), dayOf(now))) : '';
      // What ships with Patchproof grows old with it: where no live source answers, a newer one has newer facts.
      const shipped = staleSource?.id === 'embedded' ? { shipped: 'yes' } : {};
      return step('refresh-sources', { source: staleSource?.name ?? '', days, ...shipped });
    }
    case 'no-release-data':
      return step('await-facts', { product });
    case 'vendor-hosted':
      return step('keep-going');
    case 'evidence-expired':
      return step('renew-attestation', { product });
    default:
      return step('attest-version', { product, ...placeOf(component) });
  }
}
