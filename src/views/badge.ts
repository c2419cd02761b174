import { dayOf } from '../model/time.ts';
import { escapeMarkup } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Shape } from './shapes.ts';
import { chooseShape } from './shapes.ts';
import type { Wording } from './wording/index.ts';

/** A badge and what it says to those who do not see it. */
export interface Badge {
  svg: string;
  width: number;
  alternative: string;
}

/** Height of every badge, in pixels. */
export const badgeHeight = 44;

/** Widths of a character in its font size, enough for every face named below: the bold word, the lines beside it. */
const characterWidths = { word: 0.74, line: 0.55 };

/** Light and dark as on the pages. */
const style = [
  '.paper{fill:#fffdf9;stroke:#cfc8bd}.ink{fill:#1d1b18}.quiet{fill:#57514a}.line,.cut{fill:none;stroke-width:5}',
  '.cut{stroke:#fffdf9}.yes{fill:#12512f}.no{fill:#8c1515}.unconfirmed{fill:#694700}.line{stroke:#694700}',
  '@media(prefers-color-scheme:dark){.paper{fill:#151b23;stroke:#3d4855}.ink{fill:#eef1f4}.quiet{fill:#b7c0ca}',
  '.cut{stroke:#151b23}.yes{fill:#8ddcae}.no{fill:#ffaba3}.unconfirmed{fill:#f2cb75}.line{stroke:#f2cb75}}',
].join('');

function drawShape({ name, fill, cut, line }: Shape): string {
  const paths = [
    fill === undefined ? '' : `<path class="${name}" d="${fill}"/>`,
    cut === undefined ? '' : `<path class="cut" d="${cut}"/>`,
    line === undefined ? '' : `<path class="line" d="${line}"/>`,
  ];
  return `<g transform="translate(10 10) scale(.5)">${paths.join('')}</g>`;
}

/** The first question in short, the answer with its shape, and the day it was checked. */
export function drawBadge(site: PublicSite, words: Wording): Badge {
  const { badge } = words;
  const shape = chooseShape(site.answer, site.reason);
  const word = words.answers[site.answer];
  const day = site.checkedAt === null ? badge.unchecked : words.writeDay(dayOf(site.checkedAt));
  const alternative = badge.alternative(word, day);
  const left = 42 + Math.round(word.length * 18 * characterWidths.word) + 10;
  const width = left + Math.round(Math.max(badge.label.length, day.length) * 11 * characterWidths.line) + 8;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${badgeHeight}" viewBox="0 0 ${width} ${badgeHeight}"`,
    ` role="img" aria-label="${escapeMarkup(alternative)}"><title>${escapeMarkup(alternative)}</title><style>${style}</style>`,
    `<rect class="paper" x=".5" y=".5" width="${width - 1}" height="${badgeHeight - 1}" rx="6"/>${drawShape(shape)}`,
    `<g font-family="Verdana,DejaVu Sans,Arial,sans-serif" font-size="11">`,
    `<text class="${shape.name}" x="42" y="28.5" font-size="18" font-weight="700">${escapeMarkup(word)}</text>`,
    `<text class="ink" x="${left}" y="19">${escapeMarkup(badge.label)}</text>`,
    `<text class="quiet" x="${left}" y="34">${escapeMarkup(day)}</text></g></svg>\n`,
  ].join('');
  return { svg, width, alternative };
}
