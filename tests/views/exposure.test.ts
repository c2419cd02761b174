import { describe, expect, it } from 'vitest';
import {
  countDaysSince,
  countOpenDays,
  listExposures,
  mergeExposures,
  mergeWindows,
} from '../../src/views/exposure.ts';
import { affects, fixed, on, versions } from './past.ts';

const today = '2026-11-22';

describe('listExposures', () => {
  const read = (...events: Parameters<typeof listExposures>[0]) =>
    listExposures(events).map(({ from, until }) => [from, until]);

  it('counts from publication where the version was here before it', () => {
    expect(read(on('2026-03-05', versions('8.1.5')), on('2026-11-12', affects('A', '2026-11-10')))).toEqual([
      ['2026-11-10', null],
    ]);
  });

  it('counts from the first sight of the version where the flaw was published before it', () => {
    expect(read(on('2026-11-01', versions('8.1.5')), on('2026-11-01', affects('A', '2020-01-01')))).toEqual([
      ['2026-11-01', null],
    ]);
  });

  it('counts from the version that has it, not from an earlier one', () => {
    const events = [
      on('2026-03-05', versions('8.1.4')),
      on('2026-09-01', versions('8.1.5')),
      on('2026-09-20', affects('A', '2026-06-01')),
    ];
    expect(read(...events)).toEqual([['2026-09-01', null]]);
  });

  it('ends when a version without it is seen, and not when another one with it is', () => {
    const events = [
      on('2026-03-05', versions('8.1.4')),
      on('2026-06-01', affects('A', '2026-06-01')),
      on('2026-06-10', versions('8.1.5')),
      on('2026-06-15', versions('8.1.6')),
      on('2026-06-15', fixed('A')),
    ];
    expect(read(...events)).toEqual([['2026-06-01', '2026-06-15']]);
  });

  it('is zero days long where the fix came the same day, and never less', () => {
    const events = [on('2026-06-01', affects('A', '2026-06-01')), on('2026-06-01', fixed('A'))];
    expect(listExposures(events).map((one) => countOpenDays(one, today))).toEqual([0]);
    const ahead = [on('2026-06-01', affects('A', '2026-07-01')), on('2026-06-05', fixed('A'))];
    expect(read(...ahead)).toEqual([['2026-07-01', '2026-07-01']]);
  });

  it('is two windows where a flaw came back', () => {
    const events = [
      on('2026-01-01', affects('A', '2026-01-01')),
      on('2026-01-05', fixed('A')),
      on('2026-02-01', versions('8.1.4')),
      on('2026-02-01', affects('A', '2026-01-01')),
    ];
    expect(read(...events)).toEqual([
      ['2026-01-01', '2026-01-05'],
      ['2026-02-01', null],
    ]);
  });

  it('ends with a product that another one took the place of, and comes back with it', () => {
    const events = [
      on('2026-01-01', versions('8.1.4')),
      on('2026-01-01', affects('A', '2025-01-01')),
      on('2026-02-01', versions('6.6.1', 'shopware6')),
    ];
    expect(read(...events)).toEqual([['2026-01-01', '2026-02-01']]);
    expect(read(...events, on('2026-03-01', versions('8.1.4')))).toEqual([
      ['2026-01-01', '2026-02-01'],
      ['2026-03-01', null],
    ]);
  });

  it('goes on while nothing is recognised: not knowing heals nothing', () => {
    const gone = { kind: 'version-changed' as const, installed: [] };
    expect(
      read(on('2026-01-01', versions('8.1.4')), on('2026-01-01', affects('A', '2025-01-01')), on('2026-02-01', gone)),
    ).toEqual([['2026-01-01', null]]);
  });

  it('reads what an archive told later in its own time', () => {
    const events = [
      on('2026-03-05', affects('A', '2025-06-01')),
      on('2025-01-01', { ...versions('8.1.5'), known: 'archived' as const }),
    ];
    expect(read(...events)).toEqual([['2025-06-01', null]]);
  });
});

describe('windows', () => {
  it('count days that overlap once', () => {
    // 1 to 11 June and 6 to 16 June: ten days each, fifteen together; touching ones are one as well.
    const windows = mergeWindows([
      { from: '2026-06-06', until: '2026-06-16' },
      { from: '2026-06-01', until: '2026-06-11' },
      { from: '2026-06-16', until: '2026-06-18' },
      { from: '2026-07-01', until: '2026-07-02' },
    ]);
    expect(windows).toEqual([
      { from: '2026-06-01', until: '2026-06-18' },
      { from: '2026-07-01', until: '2026-07-02' },
    ]);
    expect(countDaysSince(windows, '2026-01-01')).toBe(18);
    expect(countDaysSince(windows, '2026-06-17')).toBe(2);
    expect(countDaysSince(windows, '2026-08-01')).toBe(0);
  });

  it('last until today where a flaw is open', () => {
    const exposures = listExposures([on('2026-11-20', affects('A', '2026-11-20'))]);
    expect(mergeExposures(exposures, today)).toEqual([{ from: '2026-11-20', until: today }]);
    expect(mergeExposures(exposures, '2026-11-20')).toEqual([{ from: '2026-11-20', until: '2026-11-20' }]);
  });
});
