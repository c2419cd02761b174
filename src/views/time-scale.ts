import type { Day } from '../model/time.ts';
import { daysAfter, daysBetween, monthsBefore } from '../model/time.ts';
import type { Window } from './exposure.ts';

/** The days that a picture shows, left to right. */
export interface Scale {
  from: Day;
  /** The first day that is not shown. */
  end: Day;
  today: Day;
  /** What lasts is drawn to the end of today. */
  tomorrow: Day;
}

/** Widths that labels must fit into, px: the narrowest phone, and a sheet of paper. */
export const widths = { narrow: 272, wide: 640 };

/** A picture shows at least this many days of the past: what began yesterday is not stretched over all of it. */
const shortestPast = 60;

/** And at most this many to come: a promise for a far year must not squeeze the past. */
const longestFuture = 45;

const monthsShown = 12;

/** Where a day begins, in percent of the width; days outside are moved to the edge. */
export function placeDay({ from, end }: Scale, day: Day): number {
  const share = daysBetween(from, day) / daysBetween(from, end);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

/** A window in percent, at least as wide as can be seen; null outside of the picture. */
export function placeWindow(scale: Scale, { from, until }: Window): { x: number; width: number } | null {
  if (until <= scale.from || from >= scale.end || from === until) return null;
  const [start, stop] = [placeDay(scale, from), placeDay(scale, until)];
  const width = Math.max(stop - start, 0.4);
  return { x: round(Math.min(start, 100 - width)), width: round(width) };
}

/** Two decimals: a tenth of a pixel. */
export function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/** Letters of the labels as they are drawn at 13 px, rather too wide than too narrow. */
function measureLetter(letter: string): number {
  if (".,:;!|'il1 ".includes(letter)) return 5;
  if ('mwMW@%'.includes(letter)) return 12;
  // Letters outside of Latin may be twice as wide; dashes and dots of general punctuation are not.
  return letter > '\u02ff' && !(letter >= '\u2000' && letter <= '\u206f') ? 16 : 8;
}

/** Space around a label, px. */
const labelPadding = 14;

/** Which width a label fits into, where it has `percent` of it. */
export function chooseFit(text: string, percent: number): 'any' | 'wide' | null {
  const px = [...text].reduce((sum, letter) => sum + measureLetter(letter), labelPadding);
  if (px <= (percent / 100) * widths.narrow) return 'any';
  return px <= (percent / 100) * widths.wide ? 'wide' : null;
}

/** Share of the width that what lies ahead may reach to: signs stand right of their day. */
const reach = 0.95;

function stretch(from: Day, latest: Day, today: Day): Scale {
  const tomorrow = daysAfter(today, 1);
  const needed = Math.ceil((daysBetween(from, latest) + 1) / reach);
  const end = daysAfter(from, Math.max(needed, daysBetween(from, tomorrow)));
  return { from, end, today, tomorrow };
}

/** The last twelve months, and all there is. `first`: the first day known; `ahead`: days that the pictures should reach. */
export function chooseScales(first: Day, ahead: readonly Day[], today: Day): { recent: Scale; all: Scale } {
  const limit = daysAfter(today, longestFuture);
  const earliest = first < daysAfter(today, -shortestPast) ? first : daysAfter(today, -shortestPast);
  const yearAgo = monthsBefore(today, monthsShown);
  const latest =
    ahead
      .map((day) => (day > limit ? limit : day))
      .sort()
      .at(-1) ?? earliest;
  return {
    recent: stretch(earliest > yearAgo ? earliest : yearAgo, latest, today),
    all: stretch(earliest, latest, today),
  };
}
