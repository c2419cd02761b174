import { describe, expect, it } from 'vitest';
import type { EventData } from '../../src/model/history.ts';
import { daysAfter } from '../../src/model/time.ts';
import type { PublicSite } from '../../src/views/disclose.ts';
import { disclose } from '../../src/views/disclose.ts';
import { widths } from '../../src/views/time-scale.ts';
import type { TimelineView } from '../../src/views/timeline.ts';
import { viewTimeline } from '../../src/views/timeline.ts';
import type { PictureView } from '../../src/views/timeline-picture.ts';
import { en } from '../../src/views/wording/en.ts';
import { affects, fixed, on, versions } from './past.ts';
import { listed, sampleEvent, sampleKnown, samplePublished, sampleReport, sampleSite, today } from './samples.ts';

type Change = [day: string, data: EventData];

const source = {
  id: 'osv',
  name: 'OSV',
  kind: 'advisories',
  fetchedAt: '2026-11-22T14:05:00.000Z',
  licence: 'CC-BY-4.0',
  url: 'https://osv.dev/',
  problem: null,
} as const;

function siteOf(changes: readonly Change[], over: Partial<PublicSite> = {}): PublicSite {
  const events = changes.map(([day, data], i) => sampleEvent(i, data, on(day, data).at));
  return sampleSite({ events, sources: [source], ...over });
}

function releasesOf(product: string, days: readonly string[]) {
  const releases = days.map((date, i) => ({ version: `1.${i}`, date, security: null }));
  return { schemaVersion: 1 as const, product, releases };
}

function view(site: PublicSite, days: readonly string[] = []): TimelineView {
  const timelines = new Map(site.products.map((product) => [product, releasesOf(product, days)]));
  const timeline = viewTimeline({ ...samplePublished([site]), timelines }, site, en);
  if (timeline === null) throw new Error('nothing to show');
  return timeline;
}

const ago = (days: number) => daysAfter(today, -days);
const started: EventData = { kind: 'monitoring-started' };

/** Left and right edge of every label, px, by line of text; widths as the browser draws them at most: 8 px a letter. */
function labelsOf({ rows, axis }: PictureView, screen: 'narrow' | 'wide') {
  const shown = (fit: 'any' | 'wide') => fit === 'any' || screen === 'wide';
  const px = (percent: number) => (percent / 100) * widths[screen];
  return [
    ...rows.map(({ bands }) =>
      bands.flatMap(({ x, label }) => {
        if (label === null || !shown(label.fit)) return [];
        const at = px(x) + label.dx;
        const length = label.text.replace(/[^.]/g, '').length * 5 + label.text.replace(/[.]/g, '').length * 8;
        return [label.anchor === 'start' ? [at, at + length] : [at - length, at]];
      }),
    ),
    ...rows.map(({ deadlines }) =>
      deadlines.flatMap(({ label }) =>
        label === null || !shown(label.fit) ? [] : [[px(label.x) - 8, px(label.x) + 8]],
      ),
    ),
    axis.marks.flatMap(({ x, label }) => (label === null || !shown(label.fit) ? [] : [[px(x) - 13.5, px(x) + 13.5]])),
  ];
}

/** Nothing leaves the picture, no label runs into another. */
function checkPicture(picture: PictureView): void {
  for (const row of picture.rows) {
    for (const { x, width } of [...row.bands, ...row.exposed, ...row.unchecked]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(100.01);
    }
    for (const { x } of [...row.flaws, ...row.deadlines]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(100);
    }
    for (const [, column = ''] of row.ticks.matchAll(/M([\d.]+) /g)) expect(Number(column)).toBeLessThanOrEqual(1000.5);
    expect(row.y + row.height).toBeLessThanOrEqual(picture.axis.y);
  }
  for (const { from, to } of picture.promises?.slips ?? []) {
    expect(Math.min(from, to)).toBeGreaterThanOrEqual(0);
    expect(Math.max(from, to)).toBeLessThanOrEqual(100);
  }
  for (const screen of ['narrow', 'wide'] as const) {
    for (const line of labelsOf(picture, screen)) {
      const sorted = line.sort(([a = 0], [b = 0]) => a - b);
      for (const [i, [left = 0, right = 0]] of sorted.entries()) {
        expect(left).toBeGreaterThanOrEqual(-0.01);
        expect(right).toBeLessThanOrEqual(widths[screen] + 0.01);
        expect(left).toBeGreaterThanOrEqual(sorted[i - 1]?.[1] ?? Number.NEGATIVE_INFINITY);
      }
    }
  }
  expect(JSON.stringify(picture)).not.toMatch(/NaN|undefined/);
}

/** 60 versions, 300 flaws, 40 moves of a promise within a year and a half. */
function crowd(): Change[] {
  const changes: Change[] = [[ago(540), started]];
  for (let i = 0; i < 60; i += 1) changes.push([ago(539 - i * 9), versions(`8.${i}.0`)]);
  for (let i = 0; i < 300; i += 1) {
    changes.push([ago(500 - i), affects(`GHSA-${i}`, ago(520 - i))]);
    if (i < 290) changes.push([ago(470 - i), fixed(`GHSA-${i}`)]);
  }
  for (let i = 0; i < 40; i += 1) {
    const [from, by] = [ago(400 - i * 10), ago(390 - i * 10)];
    changes.push([daysAfter(from, -1), i === 0 ? { kind: 'promise-made', by } : { kind: 'promise-moved', from, by }]);
  }
  return changes.sort(([a], [b]) => a.localeCompare(b, 'en'));
}

describe('the picture', () => {
  it('is there as soon as anything is known, and not before', () => {
    const site = siteOf([]);
    expect(viewTimeline(samplePublished([site]), site, en)).toBeNull();
  });

  it('is one band since monitoring began, labelled even on the first day', () => {
    for (const age of [0, 1, 30, 200, 900]) {
      const { pictures } = view(
        siteOf([
          [ago(age), started],
          [ago(age), versions('8.1.5')],
        ]),
      );
      for (const picture of pictures) {
        checkPicture(picture);
        expect(picture.rows.map(({ bands }) => bands.map(({ label }) => label?.text))).toEqual([['8.1.5']]);
      }
    }
  });

  it('shows twelve months on screen and all of it on paper, in one picture where that is the same', () => {
    const media = (age: number) => view(siteOf([[ago(age), versions('8.1.5')]])).pictures.map(({ medium }) => medium);
    expect(media(300)).toEqual(['both']);
    expect(media(365)).toEqual(['both']);
    expect(media(366)).toEqual(['screen', 'paper']);
  });

  it('has a row for each product', () => {
    const installed = ['wordpress', 'woocommerce'].map((product) => ({ product, versions: ['1.0'] }));
    const site = siteOf([[ago(10), { kind: 'version-changed', installed }]], {
      products: ['wordpress', 'woocommerce'],
    });
    expect(view(site).pictures[0]?.rows.map(({ name }) => name)).toEqual(['WordPress', 'WooCommerce']);
  });

  it('stays whole and small when it is crowded', () => {
    const releases = Array.from({ length: 400 }, (_, i) => ago(i));
    const { pictures, tables } = view(siteOf(crowd()), releases);
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      checkPicture(picture);
      const [row] = picture.rows;
      // One mark in 3 % of the width, 400 releases in 667 columns.
      expect(row?.flaws.length).toBeLessThanOrEqual(34);
      expect(row?.ticks.length).toBeLessThan(4_500);
      expect(row?.bands.length).toBeGreaterThan(20);
    }
    for (const { rows } of tables) expect(rows.length).toBeLessThanOrEqual(40);
  });

  it('gathers versions that are too short to be drawn', () => {
    const changes = Array.from({ length: 300 }, (_, i): Change => [ago(3_600 - i), versions(`8.${i}.0`)]);
    const paper = view(siteOf(changes)).pictures.find(({ medium }) => medium === 'paper');
    const bands = paper?.rows[0]?.bands ?? [];
    expect(bands.length).toBeLessThan(60);
    expect(bands.map(({ kind }) => kind)).toContain('many');
    expect(bands.at(-1)).toMatchObject({ kind: 'version', label: { text: '8.299.0' } });
  });

  it('gathers marks that fall on one place, and counts them', () => {
    const site = siteOf([
      [ago(300), versions('8.1.5')],
      [ago(200), affects('A', ago(200))],
      [ago(199), affects('B', ago(199))],
      [ago(100), affects('C', ago(100))],
    ]);
    expect(view(site).pictures[0]?.rows[0]?.flaws.map(({ count }) => count)).toEqual([2, null]);
  });

  it('draws 14 and 30 days where they were reached, and where an open window will reach them', () => {
    const days = (...changes: Change[]) =>
      view(siteOf([[ago(300), versions('8.1.5')], ...changes])).pictures[0]?.rows[0]?.deadlines.map((one) => one.days);
    expect(days([ago(200), affects('A', ago(200))], [ago(190), fixed('A')])).toEqual([]);
    expect(days([ago(200), affects('A', ago(200))], [ago(186), fixed('A')])).toEqual([]);
    expect(days([ago(200), affects('A', ago(200))], [ago(185), fixed('A')])).toEqual([14]);
    expect(days([ago(200), affects('A', ago(200))], [ago(160), fixed('A')])).toEqual([14, 30]);
    expect(days([ago(2), affects('A', ago(2))])).toEqual([14, 30]);
  });

  it('hatches what nobody could check', () => {
    const no = (reason: 'unreachable' | 'blocked' | 'end-of-life'): EventData => ({
      kind: 'answer-changed',
      answer: 'no',
      reason,
    });
    const changes: Change[] = [
      [ago(100), versions('8.1.5')],
      [ago(80), no('unreachable')],
      [ago(70), no('blocked')],
      [ago(60), no('end-of-life')],
    ];
    const { tables } = view(siteOf(changes));
    expect(tables.find(({ title }) => title === en.page.timeline.unchecked.title)?.rows).toEqual([
      ['3 September 2026', '23 September 2026', '20 days'],
    ]);
    const overdue = view(siteOf(changes, { reason: 'check-overdue', checkedAt: `${ago(5)}T06:00:00.000Z` }));
    expect(overdue.pictures[0]?.rows[0]?.unchecked).toHaveLength(2);
  });

  it('dashes what an archive told, and hatches after the site has left', () => {
    const site = siteOf(
      [
        [ago(300), { ...versions('8.0.0'), known: 'archived' }],
        [ago(100), versions('8.1.5')],
      ],
      { endedOn: ago(50) },
    );
    const [row] = view(site).pictures[0]?.rows ?? [];
    expect(row?.bands.map(({ kind }) => kind)).toEqual(['archived', 'version']);
    const [last, gap] = [row?.bands.at(-1), row?.unchecked.at(-1)];
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(gap?.x ?? 0, 1);
  });

  it('points to a promise that lies beyond it', () => {
    const promise = (by: string) =>
      view(
        siteOf([
          [ago(100), versions('8.1.5')],
          [ago(1), { kind: 'promise-made', by }],
        ]),
      ).pictures[0]?.promises?.dues;
    expect(promise('2026-12-01')?.map(({ sign }) => sign)).toEqual(['due']);
    expect(promise('2031-01-01')?.map(({ sign }) => sign)).toEqual(['later']);
  });
});

describe('the figures', () => {
  it('tell the median from six flaws on', () => {
    // Gone after 1, 2, 3, 5, 8, 9 days: the middle two are 3 and 5.
    const events = [1, 2, 3, 5, 8, 9].flatMap((days, i): [string, EventData][] => [
      [ago(100), affects(`F${i}`, ago(100))],
      [ago(100 - days), fixed(`F${i}`)],
    ]);
    const told = (some: typeof events) =>
      view(siteOf([[ago(101), versions('8.1.4')], ...some.toSorted(([a], [b]) => a.localeCompare(b))])).figures.map(
        ({ text }) => text,
      );
    expect(told(events)).toContain('Half of the flaws were gone within 4 days.');
    expect(told(events.slice(0, 10)).join(' ')).not.toContain('Half of');
  });

  it('count days once, in the last twelve months and in all', () => {
    const site = siteOf([
      [ago(500), versions('8.1.4')],
      [ago(480), affects('A', ago(480))],
      [ago(460), fixed('A')],
      [ago(40), affects('B', ago(40))],
      [ago(35), affects('C', ago(35))],
      [ago(30), fixed('B')],
      [ago(20), fixed('C')],
    ]);
    // Three flaws are too few for a median. A 20 days, outside of the twelve months; B and C 10 and 15 days, together 40 to 20 days ago.
    expect(view(site).figures).toEqual([
      { text: 'Since 22 November 2025 it has been open to published flaws for 20 days in all.', medium: 'screen' },
      { text: 'Since 10 July 2025 it has been open to published flaws for 40 days in all.', medium: 'paper' },
    ]);
  });

  it.each([
    [0, 'A published flaw is open here since today.'],
    [1, 'A published flaw is open here since 21 November, for 1 day.'],
    [15, 'A published flaw is open here since 7 November, for 15 days.'],
  ])('say how long a flaw is open after %i days', (days, text) => {
    const site = siteOf([
      [ago(100), versions('8.1.5')],
      [ago(days), affects('A', ago(days))],
    ]);
    expect(view(site).figures.at(-1)?.text).toBe(text);
  });

  it('count the days of what is open from the oldest open flaw, not from one that is gone', () => {
    const site = siteOf([
      [ago(100), versions('8.1.5')],
      [ago(40), affects('A', ago(40))],
      [ago(10), affects('B', ago(10))],
      [ago(5), fixed('A')],
    ]);
    expect(view(site).figures.at(-1)?.text).toMatch(/^A published flaw is open here since 12 November, for 10 days\./);
    expect(view(site).figures[0]?.text).toContain('for 40 days in all');
    // Due in 4 and in 20 days: right of today.
    const [picture] = view(site).pictures;
    expect(picture?.rows[0]?.deadlines.map(({ x }) => x > (picture.today ?? 100))).toEqual([true, true]);
  });

  it('claim that there were none of a yes alone, where versions were exact and flaws are published', () => {
    const one: Change[] = [[ago(10), versions('8.1.5')]];
    const yes = { answer: 'yes' as const };
    expect(view(siteOf(one, yes)).figures).toEqual([
      { text: 'From what we saw, no published flaw was open here since 12 November 2026.', medium: 'both' },
    ]);
    expect(view(siteOf(one)).figures).toEqual([]);
    expect(view(siteOf(one, { ...yes, sources: [] })).figures).toEqual([]);
    expect(view(siteOf([[ago(10), started]], yes)).figures).toEqual([]);
    const several = { kind: 'version-changed' as const, installed: [{ product: 'prestashop', versions: ['1', '2'] }] };
    expect(view(siteOf([[ago(20), several], ...one], yes)).figures).toEqual([]);
    const past: Change[] = [
      [ago(500), versions('8.1.5')],
      [ago(450), affects('A', ago(450))],
      [ago(440), fixed('A')],
    ];
    expect(view(siteOf(past)).figures.map(({ medium }) => medium)).toEqual(['paper']);
  });
});

describe('the tables', () => {
  it('tell within and passed, the edge included', () => {
    const changes: Change[] = [[ago(100), versions('8.1.5')]];
    for (const [id, days] of [
      ['A', 14],
      ['B', 15],
      ['C', 31],
    ] as const) {
      changes.push([ago(60 - days), affects(id, ago(60 - days))], [ago(60 - 2 * days), fixed(id)]);
    }
    const flaws = view(siteOf([...changes, [ago(3), affects('D', ago(3))]])).tables.find(
      ({ title }) => title === en.page.timeline.flaws.title,
    );
    expect(flaws?.rows.map((row) => [row[0], ...row.slice(4)])).toEqual([
      ['D in PrestaShop', '3 days', 'not yet', 'not yet'],
      ['C in PrestaShop', '31 days', 'passed', 'passed'],
      ['B in PrestaShop', '15 days', 'passed', 'within'],
      ['A in PrestaShop', '14 days', 'within', 'within'],
    ]);
  });

  it('take flaws together that came and went together', () => {
    const crowdOf = Array.from(
      { length: 50 },
      (_, i): Change => [ago(50), affects(`G-${i}`, `2020-01-${10 + (i % 9)}`)],
    );
    const flaws = view(siteOf([[ago(50), versions('8.1.5')], ...crowdOf])).tables[1];
    expect(flaws?.rows.map((row) => row.slice(0, 2))).toEqual([
      ['50 flaws in PrestaShop', '10 January 2020 to 18 January 2020'],
    ]);
  });
});

describe('disclosure', () => {
  const events = crowd().map(([day, data], i) => ({
    ...sampleEvent(i, data, on(day, data).at),
    data,
    salt: 'c'.repeat(32),
    previous: '0'.repeat(64),
  }));
  const known = sampleKnown({
    site: { ...listed, promise: { by: '2026-11-28' } },
    events: [
      ...events,
      {
        ...sampleEvent(9_999, started, `${today}T07:00:00.000Z`),
        data: { kind: 'answer-changed', answer: 'no', reason: 'known-advisory' },
        salt: 'c'.repeat(32),
        previous: '0'.repeat(64),
      },
    ],
    report: sampleReport(),
    sources: { prestashop: [source] },
  });

  it.each(['after-patch', 'answer-only'] as const)('draws answers and no version at %s', (level) => {
    const timeline = view(disclose(known, level), [ago(5)]);
    expect(timeline.title).toBe(en.page.timeline.answersTitle);
    expect(timeline.figures).toEqual([]);
    expect(timeline.note).toBeNull();
    expect(JSON.stringify(timeline)).not.toMatch(/8\.\d+\.0|GHSA/);
    for (const { rows } of timeline.pictures) {
      expect(rows.map(({ name }) => name)).toEqual(['Answer']);
      expect(rows[0]?.exposed).toEqual([]);
    }
  });

  it('shows when versions came out only of products that may be named', () => {
    expect(view(disclose(known, 'after-patch'), [ago(5)]).pictures[0]?.rows[0]?.ticks).not.toBe('');
    const hidden = view(disclose(known, 'answer-only'), [ago(5)]);
    expect(hidden.pictures.every(({ rows }) => rows.every(({ ticks }) => ticks === ''))).toBe(true);
    expect(JSON.stringify(hidden)).not.toContain('PrestaShop');
  });
});
