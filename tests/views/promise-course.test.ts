import { describe, expect, it } from 'vitest';
import type { PublicEventData } from '../../src/views/disclose.ts';
import { listPromises } from '../../src/views/promise-course.ts';
import { on } from './past.ts';
import { sampleEvent, sampleSite, today } from './samples.ts';

function read(changes: [day: string, data: PublicEventData][], over: Parameters<typeof sampleSite>[0] = {}) {
  const events = changes.map(([day, data], i) => sampleEvent(i, data, on(day, data).at));
  return listPromises(sampleSite({ events, ...over }), today).map((fact) =>
    Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null && value !== false)),
  );
}

const made = (by: string) => ({ kind: 'promise-made', by }) as const;
const moved = (from: string, by: string) => ({ kind: 'promise-moved', from, by }) as const;
const yes = { kind: 'answer-changed', answer: 'yes', reason: 'secure' } as const;

describe('listPromises', () => {
  it.each([
    ['2026-11-23', 'open'],
    ['2026-11-22', 'open'],
    ['2026-11-21', 'passed'],
  ])('a promise for %s is %s on 22 November', (by, outcome) => {
    expect(read([['2026-11-01', made(by)]])[0]).toMatchObject({ by, outcome });
  });

  it('is kept up to its day, and late after it', () => {
    const kept = { kind: 'promise-kept', by: '2026-11-10' } as const;
    expect(
      read([
        ['2026-11-01', made('2026-11-10')],
        ['2026-11-10', kept],
        ['2026-11-10', yes],
      ]),
    ).toEqual([{ by: '2026-11-10', outcome: 'kept' }]);
    expect(
      read([
        ['2026-11-01', made('2026-11-10')],
        ['2026-11-12', yes],
      ]),
    ).toEqual([{ by: '2026-11-10', outcome: 'late', appliedOn: '2026-11-12' }]);
  });

  it('keeps every day of a promise that moved twice, once after it had passed', () => {
    const changes: Parameters<typeof read>[0] = [
      ['2026-10-01', made('2026-10-10')],
      ['2026-10-05', moved('2026-10-10', '2026-10-20')],
      ['2026-10-21', { kind: 'promise-overdue', by: '2026-10-20' }],
      ['2026-10-25', moved('2026-10-20', '2026-11-28')],
    ];
    expect(read(changes)).toEqual([
      { by: '2026-10-10', outcome: 'moved', movedTo: '2026-10-20' },
      { by: '2026-10-20', outcome: 'moved', movedTo: '2026-11-28', passed: true },
      { by: '2026-11-28', outcome: 'open' },
    ]);
  });

  it('tells one that was taken back', () => {
    const withdrawn = { kind: 'promise-withdrawn', by: '2026-11-28' } as const;
    expect(
      read([
        ['2026-11-01', made('2026-11-28')],
        ['2026-11-02', withdrawn],
      ]),
    ).toEqual([{ by: '2026-11-28', outcome: 'withdrawn' }]);
  });

  it('tells the standing promise where the history is withheld, and only while the answer is no', () => {
    expect(read([], { promise: { by: '2026-11-28' } })).toEqual([{ by: '2026-11-28', outcome: 'open' }]);
    expect(read([], { promise: { by: '2026-11-10' } })).toEqual([
      { by: '2026-11-10', outcome: 'passed', passed: true },
    ]);
    expect(read([], { promise: { by: '2026-11-28' }, answer: 'yes' })).toEqual([]);
  });
});
