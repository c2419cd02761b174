import type { PictureView, RowView } from './timeline-picture.ts';
import type { Sign, Stroke } from './timeline-signs.ts';
import { promiseSigns, signs } from './timeline-signs.ts';
import type { Wording } from './wording/index.ts';

/** What a sign of the picture means. */
export interface LegendLine {
  strokes: readonly Stroke[];
  text: string;
  /** Only the printed picture has it. */
  isPaperOnly: boolean;
}

function signsOfRow({ bands, unchecked, ticks, exposed, flaws, deadlines }: RowView): Sign[] {
  return [
    ...bands.map(({ kind }) => (kind === 'many' ? 'version' : kind)),
    ...(unchecked.length > 0 ? (['unchecked'] as const) : []),
    ...(ticks === '' ? [] : (['release'] as const)),
    ...(exposed.length > 0 ? (['exposed'] as const) : []),
    ...(flaws.length > 0 ? (['flaw'] as const) : []),
    ...deadlines.map(({ days }) => days),
  ];
}

function signsOf({ rows, promises, today }: PictureView): Set<Sign> {
  return new Set([
    ...rows.flatMap(signsOfRow),
    ...(promises?.dues ?? []).map(({ outcome }) => promiseSigns[outcome]),
    ...(promises !== null && promises.slips.length > 0 ? (['slip'] as const) : []),
    ...(today === null ? [] : (['today'] as const)),
  ]);
}

const order: readonly Sign[] = [
  ...(['version', 'archived', 'yes', 'no', 'unchecked', 'release', 'flaw', 'exposed', 14, 30] as const),
  ...(['due', 'kept', 'missed', 'gone', 'slip', 'today'] as const),
];

/** The signs that occur, always in the same order. */
export function viewLegend(pictures: readonly PictureView[], words: Wording): LegendLine[] {
  const { legend } = words.page.timeline;
  const [onScreen = new Set<Sign>(), ...others] = pictures.map(signsOf);
  return order
    .filter((sign) => onScreen.has(sign) || others.some((all) => all.has(sign)))
    .map((sign) => ({ strokes: signs[sign], text: legend[sign], isPaperOnly: !onScreen.has(sign) }));
}
