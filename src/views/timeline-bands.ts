import { shorten } from './clean.ts';
import type { Window } from './exposure.ts';
import type { Scale } from './time-scale.ts';
import { chooseFit, placeWindow, round } from './time-scale.ts';
import type { AnswerSpan, VersionSpan } from './time-spans.ts';
import type { Wording } from './wording/index.ts';

/** A stretch of a row: what was installed, or what the answer was. Places in percent of the width. */
export interface Band {
  x: number;
  width: number;
  /** `many`: several versions, each too short to be drawn alone. */
  kind: 'version' | 'many' | 'archived' | 'yes' | 'no';
  /** Every second one: neighbours differ. */
  isOdd: boolean;
  /** Null where it does not fit; `wide`: only where there is room. `dx`: from the band's left edge, px. */
  label: { text: string; fit: 'any' | 'wide'; anchor: 'start' | 'end'; dx: number } | null;
}

interface RawBand extends Window {
  kind: Band['kind'];
  text: string;
}

/** Narrower bands, in percent, are drawn together with their neighbours. */
const narrowest = 0.4;

/** Between a band's edge and its label, px. */
const indent = 7;

function labelVersions({ versions }: VersionSpan, words: Wording): string {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return words.page.timeline.notVisible;
  return shorten(first === last ? first : `${first} – ${last}`, 40);
}

/** Runs of bands that are too narrow become one. */
function gather(
  bands: readonly (RawBand & { x: number; width: number })[],
): (RawBand & { x: number; width: number })[] {
  const gathered: (RawBand & { x: number; width: number })[] = [];
  for (const band of bands) {
    const last = gathered.at(-1);
    const touches = last !== undefined && band.x <= last.x + last.width + 0.01;
    if (
      last === undefined ||
      !touches ||
      band.width > narrowest ||
      last.width > (last.kind === 'many' ? 100 : narrowest)
    ) {
      gathered.push(band);
      continue;
    }
    const width = round(Math.max(last.x + last.width, band.x + band.width) - last.x);
    gathered.splice(-1, 1, { ...last, width, kind: 'many', text: '' });
  }
  return gathered;
}

/** In its band, or before it where that is the first one and short. */
function placeLabel(text: string, width: number, before: number): Band['label'] {
  const [inside, ahead] = [chooseFit(text, width), chooseFit(text, before)];
  if (text === '') return null;
  if (inside === 'any' || ahead !== 'any')
    return inside === null ? null : { text, fit: inside, anchor: 'start', dx: indent };
  return { text, fit: 'any', anchor: 'end', dx: -indent };
}

function drawBands(raw: readonly RawBand[], scale: Scale): Band[] {
  const placed = raw.flatMap((band) => {
    const place = placeWindow(scale, band);
    return place === null ? [] : [{ ...band, ...place }];
  });
  return gather(placed).map(({ x, width, kind, text }, i) => {
    const label = placeLabel(text, width, i === 0 ? x : 0);
    return { x, width, kind, isOdd: i % 2 === 1, label };
  });
}

/** One band per installed version. */
export function drawVersions(spans: readonly VersionSpan[], scale: Scale, words: Wording): Band[] {
  const raw = spans.map((span) => ({
    ...span,
    kind: span.archived ? ('archived' as const) : ('version' as const),
    text: labelVersions(span, words),
  }));
  return drawBands(raw, scale);
}

/** One band per answer: what remains where versions are withheld. */
export function drawAnswers(spans: readonly AnswerSpan[], scale: Scale, words: Wording): Band[] {
  return drawBands(
    spans.map((span) => ({ ...span, kind: span.answer, text: words.answers[span.answer] })),
    scale,
  );
}
