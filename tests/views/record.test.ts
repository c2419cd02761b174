import { describe, expect, it } from 'vitest';
import { disclose, type PublicEvent } from '../../src/views/disclose.ts';
import { measurePace } from '../../src/views/median.ts';
import { tellRecord } from '../../src/views/record.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleEvent, sampleKnown, sampleSite } from './samples.ts';

const at = (day: string) => `${day}T06:00:00.000Z`;

/** A flaw that was seen on one day and gone on another. */
function exposed(advisory: string, seen: string, gone: string | null, published = seen): PublicEvent[] {
  const flaw = { product: 'prestashop', advisory };
  return [
    sampleEvent(0, { kind: 'advisory-affects', ...flaw, published }, at(seen)),
    ...(gone === null ? [] : [sampleEvent(1, { kind: 'advisory-fixed', ...flaw }, at(gone))]),
  ];
}

/** Fixed after these days, one flaw each. */
function fixedAfter(...days: number[]): PublicEvent[] {
  return days.flatMap((count, i) => exposed(`F${i}`, '2026-10-01', `2026-10-${String(1 + count).padStart(2, '0')}`));
}

describe('measurePace', () => {
  it.each([
    ['five: too few', [1, 1, 1, 1, 1], null],
    ['six, the middle two even', [9, 1, 4, 2, 4, 20], 4],
    ['six, half a day rounded up', [1, 1, 2, 5, 9, 9], 4],
    ['seven', [0, 0, 0, 3, 10, 20, 29], 3],
  ])('%s: %j', (_what, days, median) => {
    expect(measurePace([{ events: fixedAfter(...days) }])).toEqual({ fixed: days.length, days: median });
  });

  it('counts over all sites', () => {
    const sites = [{ events: fixedAfter(2, 2, 2) }, { events: fixedAfter(8, 8, 8, 8) }];
    expect(measurePace(sites)).toEqual({ fixed: 7, days: 8 });
  });

  it('counts from the later of public and seen, never below zero, and only what is gone', () => {
    const one = [
      // Public a month before it was seen: 2 days, from the day it was seen.
      ...exposed('A', '2026-10-10', '2026-10-12', '2026-09-10'),
      // Seen before the day on which it became public: 3 days, from that day.
      ...exposed('B', '2026-10-10', '2026-10-15', '2026-10-12'),
      // Gone before it became public.
      ...exposed('C', '2026-10-10', '2026-10-11', '2026-10-20'),
      ...exposed('D', '2026-10-10', null),
    ];
    expect(measurePace([{ events: one }]).fixed).toBe(3);
    // 0, 2, 3 twice over: 0 0 2 2 3 3.
    expect(measurePace([{ events: one }, { events: one }])).toEqual({ fixed: 6, days: 2 });
  });

  it('starts anew when a flaw comes back, and ignores an end without a start', () => {
    const back = [...exposed('A', '2026-10-01', '2026-10-02'), ...exposed('A', '2026-11-01', '2026-11-11')];
    const stray = sampleEvent(0, { kind: 'advisory-fixed', product: 'prestashop', advisory: 'Z' }, at('2026-11-12'));
    // 1, 10 and three times 5, 5 more: 1 5 5 5 5 10.
    expect(measurePace([{ events: [...back, stray] }, { events: fixedAfter(5, 5, 5, 5) }])).toEqual({
      fixed: 6,
      days: 5,
    });
  });
});

describe('tellRecord', () => {
  const promise = (kind: 'promise-kept' | 'promise-overdue') => sampleEvent(9, { kind, by: '2026-10-10' });
  const moved = sampleEvent(9, { kind: 'promise-moved', from: '2026-10-01', by: '2026-10-10' });

  it('tells time to patch and promises', () => {
    const events = [...fixedAfter(4, 4, 4, 4, 4, 4), promise('promise-kept'), promise('promise-kept'), moved];
    expect(tellRecord([sampleSite({ events })], en).told).toEqual([
      'Median time to patch: 4 days, over 6 fixed flaws.',
      'Promises: 2 kept, 1 moved, 0 missed.',
    ]);
  });

  it('says that there is too little to tell', () => {
    const told = (events: PublicEvent[]) => tellRecord([sampleSite({ events })], en);
    expect(told([]).told).toEqual(['No fixed flaw is on record yet, so nothing tells how long updates take.']);
    expect(told(fixedAfter(1)).told).toEqual(['1 fixed flaw is on record: too few to tell how long updates take.']);
    expect(told(fixedAfter(1)).remarks).toEqual([]);
    expect(told([promise('promise-overdue')]).told.at(-1)).toBe('Promises: 0 kept, 0 moved, 1 missed.');
  });

  it('counts nothing that is withheld, and says so', () => {
    const events = fixedAfter(4, 4, 4, 4, 4, 4).map((event) => ({ ...event, salt: '', previous: '' }));
    const known = events.flatMap(({ data, ...rest }) =>
      data.kind === 'advisory-affects' || data.kind === 'advisory-fixed' ? [{ ...rest, data }] : [],
    );
    for (const level of ['after-patch', 'answer-only'] as const) {
      const { told, remarks } = tellRecord([disclose(sampleKnown({ events: known }), level)], en);
      expect(told).toEqual(['No fixed flaw is on record yet, so nothing tells how long updates take.']);
      expect(remarks).toEqual([en.page.lists.withheld]);
    }
    expect(tellRecord([disclose(sampleKnown({ events: known }), 'full')], en).told[0]).toContain('4 days');
  });
});
