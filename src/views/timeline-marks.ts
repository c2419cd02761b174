import type { Day } from '../model/time.ts';
import { daysAfter } from '../model/time.ts';
import type { Exposure, Window } from './exposure.ts';
import type { PromiseFact } from './promise-course.ts';
import type { Scale } from './time-scale.ts';
import { placeDay, placeWindow } from './time-scale.ts';
import type { Sign, Stroke } from './timeline-signs.ts';
import { heads, promiseSigns, signs } from './timeline-signs.ts';

/** A flaw that hit, or several that hit so close together that they are one mark. */
export interface FlawMark {
  x: number;
  /** Shown beside the mark; null for one, and where there is no room. */
  count: number | null;
}

/** A day by which a flaw should be gone: 14 or 30 days after it opened. */
export interface DeadlineMark {
  x: number;
  days: 14 | 30;
  /** Where its label stands; null where there is no room for it. */
  label: { x: number; fit: 'any' | 'wide' } | null;
}

export interface PromiseMark {
  x: number;
  /** What became of it; an arrow where it is due later than the picture reaches. */
  sign: Sign;
  strokes: readonly Stroke[];
}

/** From a promised day to the one that took its place. */
export interface SlipMark {
  from: number;
  to: number;
  /** Path of the arrow's head, at `to`. */
  head: string;
}

/** Days within which a flaw should be gone: UK Cyber Essentials, PCI DSS 6.3.3. */
export const deadlines = [14, 30] as const;

/** Distances, in percent of the width. */
const gaps = { flaw: 3, count: 9, label: { any: 8, wide: 3.4 }, signed: 5, bare: 1.5, slip: 2 };

/** Signs reach to both sides of their day. */
function inside(x: number, margin: number): number {
  return Math.min(100 - margin, Math.max(margin, x));
}

/** `1000` per width, whole: ticks that share a column are one. */
export function placeTicks(scale: Scale, days: readonly Day[]): number[] {
  const shown = days.filter((day) => day >= scale.from && day <= scale.today);
  // Two thirds of a thousand columns: about one per pixel.
  const columns = shown.map((day) => Math.round((placeDay(scale, day) * 10) / 1.5) * 1.5);
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** A mark for every flaw, where it began to be open. */
export function placeFlaws(scale: Scale, exposures: readonly Exposure[]): FlawMark[] {
  const places = exposures
    .filter(({ from }) => from >= scale.from && from < scale.end)
    .map(({ from }) => inside(placeDay(scale, from), 2.4))
    .sort((a, b) => a - b);
  const marks: { x: number; count: number }[] = [];
  for (const x of places) {
    const last = marks.at(-1);
    if (last !== undefined && x - last.x < gaps.flaw) last.count += 1;
    else marks.push({ x, count: 1 });
  }
  return marks.map(({ x, count }, i) => {
    const room = (marks[i + 1]?.x ?? 100 + gaps.flaw) - x;
    return { x, count: count > 1 && room >= gaps.count ? count : null };
  });
}

/** Where the shop was still open after 14 and 30 days, and where an open window will come to that. */
export function placeDeadlines(scale: Scale, windows: readonly (Window & { isOpen: boolean })[]): DeadlineMark[] {
  const dues = windows.flatMap(({ from, until, isOpen }) =>
    deadlines.flatMap((days) => {
      const day = daysAfter(from, days);
      const counts = (isOpen || until > day) && day >= scale.from && day < scale.end;
      return counts ? [{ x: placeDay(scale, day), days }] : [];
    }),
  );
  const before = { any: Number.NEGATIVE_INFINITY, wide: Number.NEGATIVE_INFINITY };
  return dues.map(({ x, days }) => {
    const at = inside(x, 3.5);
    const fit = (['any', 'wide'] as const).find((one) => at - before[one] >= gaps.label[one]);
    if (fit === 'any') before.any = at;
    if (fit !== undefined) before.wide = at;
    return { x: inside(x, 0.2), days, label: fit === undefined ? null : { x: at, fit } };
  });
}

/** Promised days, the last one where several are too close, and the way from each that moved. */
export function placePromises(scale: Scale, facts: readonly PromiseFact[]): { dues: PromiseMark[]; slips: SlipMark[] } {
  const shown = facts.filter(({ by }) => by >= scale.from);
  const dues: PromiseMark[] = [];
  for (const { by, outcome } of [...shown].sort((a, b) => a.by.localeCompare(b.by, 'en'))) {
    const x = inside(placeDay(scale, by), 0.4);
    const sign: Sign = by >= scale.end ? 'later' : promiseSigns[outcome];
    const mark = { x, sign, strokes: signs[sign] };
    const last = dues.at(-1);
    const gap = last?.strokes.length === 1 ? gaps.bare : gaps.signed;
    if (last !== undefined && x - last.x < gap) dues.splice(-1, 1, mark);
    else dues.push(mark);
  }
  const slips = facts.flatMap(({ by, movedTo }) => {
    if (movedTo === null) return [];
    const [from, to] = [inside(placeDay(scale, by), 0.4), inside(placeDay(scale, movedTo), 0.4)];
    return Math.abs(to - from) < gaps.slip ? [] : [{ from, to, head: to < from ? heads.back : heads.ahead }];
  });
  const unique = new Map(slips.map((slip) => [`${slip.from} ${slip.to}`, slip]));
  return { dues, slips: [...unique.values()] };
}

/** Windows in percent. */
export function placeWindows(scale: Scale, windows: readonly Window[]): { x: number; width: number }[] {
  return windows.flatMap((window) => placeWindow(scale, window) ?? []);
}
