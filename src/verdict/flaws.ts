import type { Advisory, AffectedRange } from '../model/facts.ts';
import type { Attestation } from '../model/site.ts';
import type { VersionScheme } from '../versions/scheme.ts';

function isInside(version: string, range: AffectedRange, scheme: VersionScheme): boolean {
  if (range.introduced !== '0' && scheme.compare(version, range.introduced) < 0) return false;
  if (range.fixed !== null) return scheme.compare(version, range.fixed) < 0;
  return range.lastAffected === null || scheme.compare(version, range.lastAffected) <= 0;
}

function isListed(version: string, versions: readonly string[], scheme: VersionScheme): boolean {
  return versions.some((listed) => scheme.isVersion(listed) && scheme.compare(listed, version) === 0);
}

/** How an advisory stands to a version. */
type Stand = 'affected' | 'false-positive' | 'not-affected';

/** Many shops run the same few releases; text from pages must not make this grow. */
const stands = new WeakMap<Advisory, Map<string, Stand>>();
const standsAtMost = 1_000;

/** How an advisory stands to a version of its product, worked out once. */
export function isAffected(version: string, advisory: Advisory, scheme: VersionScheme): Stand {
  const known = stands.get(advisory) ?? new Map<string, Stand>();
  const before = known.get(version);
  if (before !== undefined) return before;
  if (known.size >= standsAtMost) known.clear();
  const stand = judgeStand(version, advisory, scheme);
  stands.set(advisory, known.set(version, stand));
  return stand;
}

/** Each range is judged alone; what a source lists by mistake overrides ranges and list. */
export function judgeStand(
  version: string,
  advisory: Pick<Advisory, 'versions' | 'ranges' | 'knownFalsePositives'>,
  scheme: VersionScheme,
): Stand {
  const included =
    isListed(version, advisory.versions, scheme) || advisory.ranges.some((range) => isInside(version, range, scheme));
  if (!included) return 'not-affected';
  return isListed(version, advisory.knownFalsePositives, scheme) ? 'false-positive' : 'affected';
}

/** True where a version is inside only because a range has no upper bound: every later release is flagged as well. */
export function isUnbounded(advisory: Advisory): boolean {
  return advisory.ranges.some((range) => range.fixed === null && range.lastAffected === null);
}

/** True where an attestation speaks of one of the ids. */
export function isCovered(ids: readonly string[], attestations: readonly Attestation[]): boolean {
  return attestations.some(({ covers }) => covers.some((id) => ids.includes(id)));
}

/** Every id of a flaw. */
export function idsOf(advisory: Advisory): string[] {
  return [advisory.id, ...advisory.aliases];
}
