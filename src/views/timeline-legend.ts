import type { PictureView, RowView } from './timeline-picture.ts';
import type { Sign, Stroke } from './timeline-signs.ts';
import { signs } from './timeline-signs.ts';
import type { Wording } from './wording/index.ts';

/** What a sign of the picture means. */
export interface LegendLine {
  strokes: readonly Stroke[];
  text: string;
  /** Where a picture has it. */
  medium: PictureView['medium'];
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
    ...(promises?.dues ?? []).map(({ sign }) => sign),
    ...(promises !== null && promises.slips.length > 0 ? (['slip'] as const) : []),
    ...(today === null ? [] : (['today'] as const)),
  ]);
}

const order: readonly Sign[] = [
  ...(['version', 'archived', 'yes', 'no', 'unchecked', 'release', 'flaw', 'exposed', 14, 30] as const),
  ...(['due', 'kept', 'missed', 'gone', 'later', 'slip', 'today'] as const),
];

/** The signs that occur, always in the same order. */
export function viewLegend(pictures: readonly PictureView[], words: Wording): LegendLine[] {
  const { legend } = words.page.timeline;
  const shown = pictures.map((picture) => ({ medium: picture.medium, signs: signsOf(picture) }));
  return order.flatMap((sign) => {
    const having = shown.filter((picture) => picture.signs.has(sign));
    const [first] = having;
    if (first === undefined) return [];
    return [{ strokes: signs[sign], text: legend[sign], medium: having.length > 1 ? 'both' : first.medium }];
  });
}
