import type { Order, Range } from './affected-ranges.ts';

/** What a constraint affects: its alternatives as ranges, and those that nobody could read. */
export interface Constraint {
  ranges: Range[];
  unread: string[];
}

interface Bounds {
  introduced: string;
  end: { version: string; included: boolean } | null;
}

/** `>= 2.4.7-beta1`, `<6.7.2`, `= 1.0`, `1.0`; comparisons are joined by a comma, a blank, or both. */
const comparison = / ?,? ?(>=|<=|==|!=|<>|>|<|=)? ?([^ ,<>=!|]{1,100})(?=[ ,<>=!]|$)/y;

const everything: Range = { introduced: '0', fixed: null, lastAffected: null };

function comparisonsOf(text: string): [operator: string, version: string][] | null {
  const found: [string, string][] = [];
  comparison.lastIndex = 0;
  while (comparison.lastIndex < text.length) {
    const [, operator = '=', version = ''] = comparison.exec(text) ?? [];
    if (version === '') return null;
    found.push([operator, version]);
  }
  return found.length === 0 ? null : found;
}

function raise({ introduced, end }: Bounds, version: string, order: Order): Bounds {
  const isHigher = introduced === '0' || order.compare(version, introduced) > 0;
  return { introduced: isHigher ? version : introduced, end };
}

function lower({ introduced, end }: Bounds, to: { version: string; included: boolean }, order: Order): Bounds {
  if (end === null) return { introduced, end: to };
  const difference = order.compare(to.version, end.version);
  return { introduced, end: difference < 0 || (difference === 0 && !to.included) ? to : end };
}

/**
 * Narrows by one comparison. A range cannot leave out its own beginning or a point inside: `>` reads as `>=`, and `!=` takes
 * nothing away, so that more is affected, never less.
 */
function narrow(bounds: Bounds, [operator, version]: [string, string], order: Order): Bounds {
  if (operator === '!=' || operator === '<>') return bounds;
  if (operator.startsWith('>')) return raise(bounds, version, order);
  if (operator.startsWith('<')) return lower(bounds, { version, included: operator === '<=' }, order);
  return lower(raise(bounds, version, order), { version, included: true }, order);
}

/** One alternative; null where it cannot be read, or contradicts itself (which is a mistake: nobody means that nothing is affected). */
function readAlternative(text: string, order: Order): Range | null {
  if (text === '*') return everything;
  const comparisons = comparisonsOf(text);
  if (comparisons === null || comparisons.some(([, version]) => !order.isVersion(version))) return null;
  const start: Bounds = { introduced: '0', end: null };
  const { introduced, end } = comparisons.reduce((bounds, each) => narrow(bounds, each, order), start);
  if (end === null) return { introduced, fixed: null, lastAffected: null };
  const span = introduced === '0' ? 1 : order.compare(end.version, introduced);
  if (span < 0 || (span === 0 && !end.included)) return null;
  const { version, included } = end;
  return { introduced, fixed: included ? null : version, lastAffected: included ? version : null };
}

/**
 * Reads affected versions as Composer and GitHub write them: `>=6.6,<6.6.10.3|>=6.7,<6.7.2`, `>= 2.4.7-beta1, < 2.4.7-p6`,
 * `*`. Carets, tildes, wildcards inside a version, hyphen ranges and branch names are not read.
 */
export function readConstraint(text: string, order: Order): Constraint {
  const read: Constraint = { ranges: [], unread: [] };
  for (const alternative of text
    .replace(/\s+/g, ' ')
    .split(/\|\|?/)
    .map((each) => each.trim())) {
    const range = readAlternative(alternative, order);
    if (range === null) read.unread.push(alternative);
    else read.ranges.push(range);
  }
  return read;
}
