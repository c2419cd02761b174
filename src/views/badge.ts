import { dayOf } from '../model/time.ts';
import { escapeMarkup } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';
import { staleAfter } from './published.ts';
import type { Shape } from './shapes.ts';
import { answerColours, chooseShape, shapeNames } from './shapes.ts';
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

function paint(mode: 'light' | 'dark'): string {
  const fills = shapeNames.map((name) => `.${name}{fill:${answerColours[name][mode]}}`);
  return `${fills.join('')}.line{stroke:${answerColours.unconfirmed[mode]}}`;
}

/** Light and dark as on the pages. */
const style = [
  '.paper{fill:#fffdf9;stroke:#cfc8bd}.ink{fill:#1d1b18}.quiet{fill:#57514a}.line,.cut{fill:none;stroke-width:5}',
  `.cut{stroke:#fffdf9}${paint('light')}`,
  '@media(prefers-color-scheme:dark){.paper{fill:#151b23;stroke:#3d4855}.ink{fill:#eef1f4}.quiet{fill:#b7c0ca}',
  `.cut{stroke:#151b23}${paint('dark')}}`,
].join('');

function drawShape({ name, fill, cut, line }: Shape): string {
  const paths = [
    fill === undefined ? '' : `<path class="${name}" d="${fill}"/>`,
    cut === undefined ? '' : `<path class="cut" d="${cut}"/>`,
    line === undefined ? '' : `<path class="line" d="${line}"/>`,
  ];
  return `<g transform="translate(10 10) scale(.5)">${paths.join('')}</g>`;
}

/** The day of the last check, in words. */
export function tellChecked({ checkedAt }: PublicSite, { badge, writeDay }: Wording): string {
  return checkedAt === null ? badge.unchecked : badge.checked(writeDay(dayOf(checkedAt)));
}

/** What ends a yes that nobody confirms any more: an image cannot change by itself. */
function tellExpiry({ everyMs }: Published, { answer, checkedAt }: PublicSite, { badge, writeDay }: Wording): string[] {
  return answer === 'no' || checkedAt === null ? [] : [badge.expires(writeDay(dayOf(staleAfter(checkedAt, everyMs))))];
}

/** Baselines of the small lines, by how many there are. */
const baselines: Record<number, readonly number[]> = { 2: [19, 34], 3: [13.5, 26, 38.5] };

/** The first question in short, the answer with its shape, the day it was checked, and the day a yes ends. */
export function drawBadge(published: Published, site: PublicSite, words: Wording): Badge {
  const { badge } = words;
  const shape = chooseShape(site.answer, site.reason);
  const word = words.answers[site.answer];
  const details = [tellChecked(site, words), ...tellExpiry(published, site, words)];
  const alternative = badge.alternative(word, details.join('; '));
  const lines = [badge.label, ...details];
  const left = 42 + Math.round(word.length * 18 * characterWidths.word) + 10;
  const longest = Math.max(...lines.map((line) => line.length));
  const width = left + Math.round(longest * 11 * characterWidths.line) + 8;
  const texts = lines.map((line, i) => {
    const y = baselines[lines.length]?.[i] ?? 0;
    return `<text class="${i === 0 ? 'ink' : 'quiet'}" x="${left}" y="${y}">${escapeMarkup(line)}</text>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${badgeHeight}" viewBox="0 0 ${width} ${badgeHeight}"`,
    ` role="img" aria-label="${escapeMarkup(alternative)}"><title>${escapeMarkup(alternative)}</title><style>${style}</style>`,
    `<rect class="paper" x=".5" y=".5" width="${width - 1}" height="${badgeHeight - 1}" rx="6"/>${drawShape(shape)}`,
    `<g font-family="Verdana,DejaVu Sans,Arial,sans-serif" font-size="11">`,
    `<text class="${shape.name}" x="42" y="28.5" font-size="18" font-weight="700">${escapeMarkup(word)}</text>`,
    `${texts.join('')}</g></svg>\n`,
  ].join('');
  return { svg, width, alternative };
}
