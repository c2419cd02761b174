import { describe, expect, it } from 'vitest';
import { recordHistory } from '../../src/history/index.ts';
import type { HistoryEvent } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { viewCalendar } from '../../src/views/calendar.ts';
import { disclose } from '../../src/views/disclose.ts';
import { viewSiteFeed } from '../../src/views/feed.ts';
import { en } from '../../src/views/wording/en.ts';
import { reportOn } from '../history/report.ts';
import { listed, sampleKnown, samplePublished } from './samples.ts';

/** A promised shop on one day of November 2026. */
const no = (day: number, by: number | null) => at(day, 'update-missing', by);
const yes = (day: number, by: number | null) => at(day, 'current', by);

function dayOfNovember(day: number): string {
  return `2026-11-${String(day).padStart(2, '0')}`;
}

function at(day: number, reason: 'update-missing' | 'current', by: number | null): Report {
  const version = reason === 'current' ? '4.1.0.4' : '4.1.0.3';
  return reportOn(dayOfNovember(day), [version], { reason }, by === null ? null : dayOfNovember(by));
}

/** What the pages are made of after these scans, the last one at their "as of". */
function after(reports: Report[]) {
  const events = reports.reduce<HistoryEvent[]>(
    (before, report) => recordHistory(before, report, () => 'a'.repeat(32)),
    [],
  );
  const report = reports.at(-1) ?? no(1, null);
  const site = disclose(sampleKnown({ site: { ...listed, promise: report.promise }, report, events }), 'full');
  return { site, published: { ...samplePublished([site]), asOf: report.asOf } };
}

/** Titles of the feed that speak of the promise: day of the event, sequence in the guid, text. */
function items(reports: Report[]): string[] {
  const { site, published } = after(reports);
  return viewSiteFeed(published, site, en)
    .items.filter(({ title }) => title.includes('romise'))
    .map(
      ({ pubDate, guid, title }) =>
        `${pubDate.getUTCDate()} #${guid.split('/').at(-1)} ${title.slice('Acme Shoes: '.length)}`,
    );
}

function entries(reports: Report[]): string[] {
  const { published } = after(reports);
  return viewCalendar(published, en).entries.map(
    ({ on, uid, sequence, title, cancelled }) =>
      `${Number(on.slice(8))} ${uid.split('@')[0]} ${sequence} ${title}${cancelled ? ' (cancelled)' : ''}`,
  );
}

// Sequences: 0 monitoring-started, 1 version-changed, 2 promise-made, 3 answer-changed.
const made = '1 #2 Promised for 5 November 2026.';

describe('a promise, as time goes by', () => {
  it.each([
    ['due tomorrow', [no(1, 5), no(4, 5)], [made], ['5 promise-shop-2 0 Promised: update of Acme Shoes']],
    ['due today', [no(1, 5), no(5, 5)], [made], ['5 promise-shop-2 0 Promised: update of Acme Shoes']],
    [
      'overdue',
      [no(1, 5), no(6, 5), no(9, 5)],
      ['6 #4 The promised 5 November 2026 passed without the update.', made],
      ['5 promise-shop-2 0 Overdue: update of Acme Shoes'],
    ],
    [
      'moved twice',
      [no(1, 5), no(4, 8), no(7, 10)],
      [
        '7 #5 The promise moved from 8 November 2026 to 10 November 2026.',
        '4 #4 The promise moved from 5 November 2026 to 8 November 2026.',
        made,
      ],
      ['10 promise-shop-2 2 Promised: update of Acme Shoes'],
    ],
    [
      'moved after it was overdue',
      [no(1, 5), no(6, 5), no(7, 20)],
      [
        '7 #5 The promise moved from 5 November 2026 to 20 November 2026.',
        '6 #4 The promised 5 November 2026 passed without the update.',
        made,
      ],
      ['20 promise-shop-2 1 Promised: update of Acme Shoes'],
    ],
    [
      'kept on its last day',
      [no(1, 5), yes(5, 5), yes(9, 5)],
      ['5 #5 The promise for 5 November 2026 was kept.', made],
      ['5 promise-shop-2 0 Kept: update of Acme Shoes'],
    ],
    [
      'kept late',
      [no(1, 5), no(6, 5), yes(9, 5)],
      ['6 #4 The promised 5 November 2026 passed without the update.', made],
      ['5 promise-shop-2 0 Done after this day: update of Acme Shoes'],
    ],
    [
      'taken back',
      [no(1, 5), no(3, null)],
      ['3 #4 The promise for 5 November 2026 was taken back.', made],
      ['5 promise-shop-2 1 Taken back: update of Acme Shoes (cancelled)'],
    ],
    [
      'kept, and another one made for the next update',
      [no(1, 5), yes(4, 5), no(9, 5), no(10, 15)],
      ['10 #9 Promised for 15 November 2026.', '4 #5 The promise for 5 November 2026 was kept.', made],
      ['5 promise-shop-2 0 Kept: update of Acme Shoes', '15 promise-shop-9 0 Promised: update of Acme Shoes'],
    ],
  ])('%s', (_name, reports, feed, calendar) => {
    expect(items(reports)).toEqual(feed);
    expect(entries(reports)).toEqual(calendar);
  });

  it('every item stays as it was when later ones arrive', () => {
    const run = [no(1, 5), no(4, 8), no(9, 8), no(10, 12), yes(11, 12), no(20, 12), no(21, null)];
    for (let count = 1; count < run.length; count += 1) {
      const read = (reports: Report[]) => {
        const { site, published } = after(reports);
        return viewSiteFeed(published, site, en).items.toReversed();
      };
      const before = read(run.slice(0, count));
      expect(read(run.slice(0, count + 1)).slice(0, before.length)).toEqual(before);
    }
  });
});
