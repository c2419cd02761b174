import type { Day } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import type { Scale } from './time-scale.ts';
import { placeDay, widths } from './time-scale.ts';
import type { Wording } from './wording/index.ts';

/** The first of a month; years where the picture shows many. */
export interface AxisMark {
  x: number;
  /** Null where it would run into its neighbour or over the edge. */
  label: { text: string; fit: 'any' | 'wide' } | null;
}

/** Months from one mark to the next. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;

/** Room that a label needs, px, with the space around it. */
const labelPx = 44;

const averageMonth = 30.44;

/** The shortest that leaves room for labels; a multiple of `finer`, so that its marks are among those. */
function chooseStep(days: number, width: number, finer: number): number {
  return steps.find((step) => step % finer === 0 && ((step * averageMonth) / days) * width >= labelPx) ?? 240;
}

/** Every `step`-th month from the beginning of the calendar: with a step of 12 each January. */
function listFirsts({ from, end }: Scale, step: number): Day[] {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const firsts: Day[] = [];
  for (let months = Math.ceil((year * 12 + month - 1) / step) * step; ; months += step) {
    const day = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
    if (day >= end) return firsts;
    if (day >= from) firsts.push(day);
  }
}

/** Marks of the time below a picture. */
export function drawAxis(scale: Scale, words: Wording): AxisMark[] {
  const days = daysBetween(scale.from, scale.end);
  const wide = chooseStep(days, widths.wide, 1);
  const always = new Set(listFirsts(scale, chooseStep(days, widths.narrow, wide)));
  return listFirsts(scale, wide).map((day) => {
    const x = placeDay(scale, day);
    const fit = always.has(day) ? ('any' as const) : ('wide' as const);
    return { x, label: x < 5 || x > 95 ? null : { text: words.writeMonth(day), fit } };
  });
}
