import type { Patch } from '../model/facts.ts';
import type { Component } from '../model/identification.ts';
import type { Attestation, AttestationKind } from '../model/site.ts';
import type { Problem } from '../model/snapshot.ts';
import type { Day } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import type { Labelled } from './document.ts';

/** What a site's attestations are held against. */
export interface Judged {
  today: Day;
  /** Kinds that the policy accepts. */
  accept: readonly AttestationKind[];
  components: readonly Component[];
  findings: readonly Finding[];
  /** Fixes without a version number, by product. */
  patches: (product: string) => readonly Patch[];
  /** Whether two texts name the same version of a product: 7.1.0 is 7.1. */
  isSame: (product: string, a: string, b: string) => boolean;
  /** Whether the release data have a version. */
  isReleased: (product: string, version: string) => boolean;
}

function speaksOf({ product }: Attestation, components: readonly Component[]): Component[] {
  if (product === undefined) return components.length === 1 ? [...components] : [];
  return components.filter((component) => component.product === product);
}

/** Why an attestation does not count on the day, and what to do; null where it does. */
function findLapse({ kind, made, expires }: Attestation, { accept, today }: Judged): string | null {
  if (!accept.includes(kind))
    return `does not count: "policy.accept" does not list ${kind}. Remedy: list it there, or remove the attestation.`;
  if (made > today) return `does not count before ${made}. Remedy: correct the day if that is a mistake.`;
  if (expires >= today) return null;
  return `expired on ${expires}. Remedy: look whether it still holds, then renew or remove it.`;
}

/** True where an id that it covers is one of the installed version's flaws or fixes. */
function coversAny({ covers }: Attestation, { components, findings, patches }: Judged): boolean {
  const flaws = findings.flatMap(({ id, aliases }) => [id, ...aliases]);
  const fixes = components.flatMap(({ product, versions }) =>
    patches(product)
      .filter(({ appliesTo }) => appliesTo.some((version) => versions.includes(version)))
      .flatMap(({ id, cves }) => [id, ...cves]),
  );
  const known = new Set([...flaws, ...fixes]);
  return covers.some((id) => known.has(id));
}

function isUsed(attestation: Attestation, judged: Judged): boolean {
  const { version, edition } = attestation;
  const states = version !== undefined || edition !== undefined;
  return (states && speaksOf(attestation, judged.components).length > 0) || coversAny(attestation, judged);
}

/** Where several releases fit, nothing that is seen speaks against one that the release data do not have yet. */
function findContradiction(attestation: Attestation, { components, isReleased, isSame }: Judged): string | null {
  const { version } = attestation;
  const against = speaksOf(attestation, components).find(
    ({ product, versions }) =>
      version !== undefined &&
      versions.length > 0 &&
      !versions.some((seen) => isSame(product, seen, version)) &&
      (versions.length === 1 || isReleased(product, version)),
  );
  if (against === undefined) return null;
  const seen = against.versions.slice(0, 5).join(', ');
  const more = against.versions.length > 5 ? ' or others' : '';
  return `names ${against.product} ${version}, but the check sees ${seen}${more}, and what is seen wins. Remedy: find out which is right.`;
}

/** Attestations that did nothing for the answer, each said once, in words. Nothing of this fails a run. */
export function reviewAttestations(attestations: readonly Labelled[], judged: Judged): Problem[] {
  const labels = [...new Set(attestations.map(({ label }) => label))];
  return labels.flatMap((label): Problem[] => {
    const own = attestations.flatMap((each) => (each.label === label ? [each.attestation] : []));
    const [first] = own;
    const lapse = first === undefined ? null : findLapse(first, judged);
    const contradiction = own.map((each) => findContradiction(each, judged)).find((each) => each !== null) ?? null;
    // Where nothing was seen, nothing can be said of its use.
    const isIdle = judged.components.length > 0 && !own.some((each) => isUsed(each, judged));
    const unused = isIdle ? 'concerns nothing that is installed. Remedy: correct or remove it.' : null;
    const what = lapse ?? contradiction ?? unused;
    return what === null ? [] : [{ code: 'attestation', message: `${label} ${what}`, url: null }];
  });
}
