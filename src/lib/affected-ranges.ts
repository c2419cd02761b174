/** How two versions stand; `0` is OSV's word for the lowest of all and never reaches `compare`. */
export interface Order {
  isVersion(text: string): boolean;
  compare(a: string, b: string): number;
}

/** Affected from `introduced` up to `fixed` (excluded) or `lastAffected` (included); neither = without upper bound. */
export interface Range {
  introduced: string;
  fixed: string | null;
  lastAffected: string | null;
}

/** One event of an OSV range; it carries one of the three. */
export interface RangeEvent {
  introduced?: string | undefined;
  fixed?: string | undefined;
  last_affected?: string | undefined;
}

function compare(a: string, b: string, order: Order): number {
  return a === '0' || b === '0' ? Number(b === '0') - Number(a === '0') : order.compare(a, b);
}

/** At the same version a range ends before the next begins, and `last_affected` ends the one that begins there. */
const kinds = ['fixed', 'introduced', 'last_affected'] as const;

/** Each pair of beginning and end in an OSV range, events in any order; null where a version cannot be read or the first end has no beginning before it. */
export function readRange(events: readonly RangeEvent[], order: Order): Range[] | null {
  const steps = kinds.flatMap((kind) => events.flatMap((event) => ({ kind, version: event[kind] ?? '' })));
  const given = steps.filter(({ version }) => version !== '');
  if (given.some(({ version }) => version !== '0' && !order.isVersion(version))) return null;
  given.sort((a, b) => compare(a.version, b.version, order));
  if (given[0]?.kind !== 'introduced') return null;
  const ranges: Range[] = [];
  let introduced: string | null = null;
  for (const { kind, version } of given) {
    if (kind === 'introduced') introduced ??= version;
    else if (introduced !== null) {
      const [fixed, lastAffected] = kind === 'fixed' ? [version, null] : [null, version];
      ranges.push({ introduced, fixed, lastAffected });
      introduced = null;
    }
  }
  return introduced === null ? ranges : [...ranges, { introduced, fixed: null, lastAffected: null }];
}

/** Whether a version is inside a range, judged alone. */
export function isInRange(version: string, range: Range, order: Order): boolean {
  if (compare(version, range.introduced, order) < 0) return false;
  if (range.fixed !== null) return compare(version, range.fixed, order) < 0;
  return range.lastAffected === null || compare(version, range.lastAffected, order) <= 0;
}
