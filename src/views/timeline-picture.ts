import { nameProduct } from '../model/products.ts';
import { shorten } from './clean.ts';
import type { Exposure } from './exposure.ts';
import { findOpenSince, mergeExposures } from './exposure.ts';
import type { AxisMark } from './time-axis.ts';
import { drawAxis } from './time-axis.ts';
import type { Scale } from './time-scale.ts';
import { placeDay } from './time-scale.ts';
import type { Band } from './timeline-bands.ts';
import { drawAnswers, drawVersions } from './timeline-bands.ts';
import type { History } from './timeline-history.ts';
import type { DeadlineMark, FlawMark, PromiseMark, SlipMark } from './timeline-marks.ts';
import { placeDeadlines, placeFlaws, placePromises, placeTicks, placeWindows } from './timeline-marks.ts';
import type { Wording } from './wording/index.ts';

/** A product, or the answer. Places are in percent of the width, heights in px. */
export interface RowView {
  /** Its upper edge, from that of the picture. */
  y: number;
  height: number;
  name: string;
  bands: Band[];
  unchecked: { x: number; width: number }[];
  /** Releases, as an SVG path over 1000 columns; empty where none came out. */
  ticks: string;
  exposed: { x: number; width: number }[];
  flaws: FlawMark[];
  deadlines: DeadlineMark[];
}

/** Everything that one picture is drawn from. */
export interface PictureView {
  /** Makes the ids in it its own. */
  id: 'recent' | 'all';
  /** Where it is shown. */
  medium: 'both' | 'screen' | 'paper';
  title: string;
  description: string;
  height: number;
  rows: RowView[];
  promises: { y: number; dues: PromiseMark[]; slips: SlipMark[] } | null;
  axis: { y: number; marks: AxisMark[] };
  /** Where the future begins; null where none is shown. */
  today: number | null;
}

/** Heights in px: name, ticks and band; the same with flaws below; with days below those; the promises; the time. */
const heights = { row: 64, flawed: 88, limited: 106, gap: 10, promises: 34, axis: 24 };

function drawTicks(scale: Scale, { releases }: History, products: readonly string[]): string {
  const days = products.flatMap((product) => releases.get(product) ?? []);
  return placeTicks(scale, days)
    .map((column) => `M${column} 0v9`)
    .join('');
}

/** What lies below the band of a product: when it was open to flaws. */
function drawExposure(
  scale: Scale,
  exposures: readonly Exposure[],
  { lastDay, end }: History,
): Pick<RowView, 'exposed' | 'flaws' | 'deadlines'> {
  const openSince = findOpenSince(exposures);
  const windows = mergeExposures(exposures, lastDay).map((window) => ({
    ...window,
    isOpen: openSince !== null && window.until === lastDay,
  }));
  const shown = windows.map(({ from, until, isOpen }) => ({ from, until: isOpen ? end : until }));
  return {
    exposed: placeWindows(scale, shown),
    flaws: placeFlaws(scale, exposures),
    // What went wrong before the oldest open flaw is over: its own days count.
    deadlines: placeDeadlines(
      scale,
      windows.map((window) => (window.isOpen ? { ...window, from: openSince ?? window.from } : window)),
    ),
  };
}

function drawRows(scale: Scale, history: History, words: Wording): Omit<RowView, 'y' | 'height'>[] {
  const unchecked = placeWindows(scale, history.unchecked);
  if (history.products.length === 0) {
    return [
      {
        name: words.page.timeline.answers,
        bands: drawAnswers(history.answers, scale, words),
        unchecked,
        ticks: drawTicks(scale, history, [...history.releases.keys()]),
        ...drawExposure(scale, history.exposures, history),
      },
    ];
  }
  return history.products.flatMap(({ product, versions }) => {
    const bands = drawVersions(versions, scale, words);
    const exposures = history.exposures.filter((one) => one.product === product);
    // A product that is gone since long has no row.
    if (bands.length === 0) return [];
    const name = shorten(nameProduct(product), 26);
    const ticks = drawTicks(scale, history, [product]);
    return [{ name, bands, unchecked, ticks, ...drawExposure(scale, exposures, history) }];
  });
}

function measureRow({ exposed, flaws, deadlines }: Pick<RowView, 'exposed' | 'flaws' | 'deadlines'>): number {
  if (deadlines.length > 0) return heights.limited;
  return exposed.length + flaws.length > 0 ? heights.flawed : heights.row;
}

/** One picture of the days of `scale`; what it says in words is given. */
export function drawPicture(
  scale: Scale,
  history: History,
  about: Pick<PictureView, 'id' | 'medium' | 'title' | 'description'> & { words: Wording },
): PictureView {
  const { words, ...told } = about;
  let y = 0;
  const rows = drawRows(scale, history, words).map((row) => {
    const height = measureRow(row);
    const placed = { ...row, y, height };
    y += height + heights.gap;
    return placed;
  });
  const marks = placePromises(scale, history.promises);
  const promises = marks.dues.length + marks.slips.length > 0 ? { y, ...marks } : null;
  if (promises !== null) y += heights.promises;
  const today = scale.end > scale.tomorrow ? placeDay(scale, scale.tomorrow) : null;
  return {
    ...told,
    height: y + heights.axis,
    rows,
    promises,
    axis: { y, marks: drawAxis(scale, words) },
    today,
  };
}
