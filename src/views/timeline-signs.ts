import type { PromiseOutcome } from './promise-course.ts';
import type { Wording } from './wording/index.ts';

/** What a picture is made of; the legend explains each. */
export type Sign = keyof Wording['page']['timeline']['legend'];

/** A stroke or an area: its class, and its path around 0,0, px. */
export interface Stroke {
  name: string;
  d: string;
}

/** What a promised day is drawn with. */
export const promiseSigns = {
  open: 'due',
  kept: 'kept',
  passed: 'missed',
  late: 'missed',
  moved: 'gone',
  withdrawn: 'gone',
} as const satisfies Record<PromiseOutcome, Sign>;

const stem = { name: 'stem', d: 'M0-13V13' };
const box = 'M-13-8H13V8H-13z';

/** The signs as they stand in the legend; those of promises stand in the picture as well. */
export const signs: Record<Sign, readonly Stroke[]> = {
  version: [{ name: 'band', d: box }],
  archived: [{ name: 'band archived', d: box }],
  yes: [{ name: 'band yes', d: box }],
  no: [{ name: 'band no', d: box }],
  unchecked: [
    { name: 'stripe', d: 'M-13-1-6-8M-13 8 3-8M-4 8 12-8M5 8 13 0' },
    { name: 'frame', d: box },
  ],
  release: [{ name: 'tick', d: 'M-6-5V5M0-5V5M6-5V5' }],
  flaw: [{ name: 'flaw', d: 'M0-6 6 0 0 6-6 0z' }],
  exposed: [
    { name: 'shade', d: box },
    { name: 'exposed', d: 'M-13 2H13V8H-13z' },
  ],
  14: [{ name: 'limit-14', d: 'M0-13V13' }],
  30: [{ name: 'limit-30', d: 'M0-13V13' }],
  due: [stem, { name: 'stem', d: 'M1-12H11L8-8.5 11-5H1' }],
  kept: [stem, { name: 'stem', d: 'M4-8 7-5 12-12' }],
  missed: [stem, { name: 'stem', d: 'M4-12 11-5M11-12 4-5' }],
  gone: [stem],
  later: [{ name: 'head', d: 'M0 0-9-5V5z' }],
  slip: [
    { name: 'stem', d: 'M-12 0H6' },
    { name: 'head', d: 'M12 0 4-4V4z' },
  ],
  today: [{ name: 'today', d: 'M0-13V13' }],
};

/** Head of an arrow whose point is at 0,0. */
export const heads = { ahead: 'M-1 0-9-4V4z', back: 'M1 0 9-4V4z' };
