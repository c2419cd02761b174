import { isInRange } from '../../src/lib/affected-ranges.ts';
import type { Advisory, AffectedRange } from '../../src/model/facts.ts';
import type { VersionOrder } from '../../src/model/pull.ts';

type Affected = Pick<Advisory, 'ranges' | 'versions' | 'knownFalsePositives'>;

/** Compares what records affect, by the versions that can tell: releases, and every version that a record names. */
export interface Coverage {
  /** Whether all that a range affects is in the records already. */
  holdsRange(records: readonly Affected[], range: AffectedRange): boolean;
  /** Whether a version is in the records already, be it as one that is listed by mistake. */
  holdsVersion(records: readonly Affected[], version: string): boolean;
}

function isOpen({ fixed, lastAffected }: AffectedRange): boolean {
  return fixed === null && lastAffected === null;
}

function bounds({ ranges, versions }: Affected): string[] {
  const named = ranges.flatMap(({ introduced, fixed, lastAffected }) => [
    introduced,
    fixed ?? '0',
    lastAffected ?? '0',
  ]);
  return [...named, ...versions].filter((version) => version !== '0');
}

export function createCoverage(releases: readonly string[], order: VersionOrder): Coverage {
  const holdsVersion = (records: readonly Affected[], version: string) =>
    records.some(
      ({ ranges, versions, knownFalsePositives }) =>
        [...versions, ...knownFalsePositives].some((listed) => order.compare(listed, version) === 0) ||
        ranges.some((range) => isInRange(version, range, order)),
    );
  return {
    holdsVersion,
    holdsRange: (records, range) => {
      const ranges = records.flatMap((record) => record.ranges);
      const isSame = (own: AffectedRange) =>
        own.introduced === range.introduced && own.fixed === range.fixed && own.lastAffected === range.lastAffected;
      if (ranges.some(isSame)) return true;
      if (isOpen(range) && !ranges.some(isOpen)) return false;
      const own = { ranges: [range], versions: [], knownFalsePositives: [] };
      const probes = [...releases, ...[own, ...records].flatMap(bounds)];
      const inside = probes.filter((version) => isInRange(version, range, order));
      return inside.every((version) => holdsVersion(records, version));
    },
  };
}

/** Whether an advisory affects every later release. */
export function isOpenEnded({ ranges }: Affected): boolean {
  return ranges.some(isOpen);
}

function isBroken({ introduced, fixed, lastAffected }: AffectedRange, order: VersionOrder): boolean {
  const end = fixed ?? lastAffected;
  if (fixed !== null && lastAffected !== null) return true;
  const named = [introduced, end ?? '0'].filter((version) => version !== '0');
  if (named.some((version) => !order.isVersion(version))) return true;
  if (end === null) return false;
  if (end === '0' || introduced === '0') return end === '0';
  const span = order.compare(introduced, end);
  return span > 0 || (span === 0 && fixed !== null);
}

/** The first range or version of an advisory that nobody can judge by: malformed, or reversed. Null where there is none. */
export function findBroken(advisory: Affected, order: VersionOrder): string | null {
  const range = advisory.ranges.find((each) => isBroken(each, order));
  if (range !== undefined) return JSON.stringify(range);
  const version = [...advisory.versions, ...advisory.knownFalsePositives].find((each) => !order.isVersion(each));
  return version === undefined ? null : JSON.stringify(version);
}
