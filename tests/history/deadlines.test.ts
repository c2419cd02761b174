import { describe, expect, it } from 'vitest';
import { canonicalForm, endHistory, findFault, recordHistory } from '../../src/history/index.ts';
import type { EventData, HistoryEvent } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import type { SupportEnd } from '../../src/model/verdict.ts';
import { reportOn } from './report.ts';

const salt = () => '00112233445566778899aabbccddeeff';

function historyOf(reports: Report[], before: HistoryEvent[] = []): HistoryEvent[] {
  return reports.reduce((events, report) => recordHistory(events, report, salt), before);
}

/** What was told of deadlines: the day it was, and what it says. */
function told(events: readonly HistoryEvent[]): [string, EventData][] {
  return events.flatMap(({ at, data }): [string, EventData][] =>
    /^(support|check)-/.test(data.kind) ? [[at.slice(0, 10), data]] : [],
  );
}

describe('the end of support', () => {
  const end = { product: 'opencart', branch: '4.1', on: '2026-12-31' };
  function supported(day: string, ends: SupportEnd[] = [end]): Report {
    const report = reportOn(day, ['4.1.0.3'], { reason: 'secure' });
    return { ...report, verdict: { ...report.verdict, supportEnds: ends } };
  }
  const ending = (days: 90 | 30 | 7, of = end) => ({ kind: 'support-ending', ...of, days });

  // 31 December less 90, 30 and 7 days: 2 October, 1 December, 24 December.
  it('is told 90, 30 and 7 days before, on that very day and not the day before', () => {
    const days = ['10-01', '10-02', '10-03', '11-30', '12-01', '12-02', '12-23', '12-24', '12-25', '12-31'];
    expect(told(historyOf(days.map((day) => supported(`2026-${day}`))))).toEqual([
      ['2026-10-02', ending(90)],
      ['2026-12-01', ending(30)],
      ['2026-12-24', ending(7)],
    ]);
  });

  it('is told once, by the nearest number, where several passed at once', () => {
    expect(told(historyOf([supported('2026-12-28'), supported('2026-12-29')]))).toEqual([['2026-12-28', ending(7)]]);
    expect(told(historyOf([supported('2026-12-10')]))).toEqual([['2026-12-10', ending(30)]]);
  });

  it('is told on the last day, and no more once it is over', () => {
    expect(told(historyOf([supported('2026-12-31')]))).toEqual([['2026-12-31', ending(7)]]);
    expect(told(historyOf([supported('2027-01-01')]))).toEqual([]);
  });

  it('is not told again when another line was installed in between', () => {
    const other = { ...end, branch: '4.0', on: '2027-06-30' };
    const days = [supported('2026-12-02'), supported('2026-12-03', [other]), supported('2026-12-04')];
    expect(told(historyOf(days))).toEqual([['2026-12-02', ending(30)]]);
  });

  it('is not told again when its day is published, taken back and published again; another day is', () => {
    const later = { ...end, on: '2027-01-31' };
    const days = [
      supported('2026-12-02'),
      supported('2026-12-03', []),
      supported('2026-12-04'),
      supported('2026-12-05', [later]),
      supported('2026-12-06'),
    ];
    expect(told(historyOf(days))).toEqual([
      ['2026-12-02', ending(30)],
      ['2026-12-05', ending(90, later)],
    ]);
  });

  it('is not told by a longer number when an earlier day is judged after a later one', () => {
    expect(told(historyOf([supported('2026-12-28'), supported('2026-12-02')]))).toEqual([['2026-12-28', ending(7)]]);
  });

  it('is told of every line that may be installed', () => {
    const other = { product: 'wordpress', branch: '6.9', on: '2026-12-05' };
    expect(told(historyOf([supported('2026-12-02', [other, end])]))).toEqual([
      ['2026-12-02', ending(7, other)],
      ['2026-12-02', ending(30)],
    ]);
  });

  it('the same report adds nothing, and the chain is intact', () => {
    const events = historyOf([supported('2026-12-02')]);
    expect(historyOf([supported('2026-12-02')], events)).toEqual(events);
    expect(findFault(events.map(canonicalForm))).toBeNull();
  });
});

describe('checks that fail', () => {
  const seen = (at: string): Report => ({ ...reportOn(at, ['4.1.0.3'], { reason: 'current' }), asOf: at, seenAt: at });
  /** A check that did not get through; the shop was seen well at `seenAt`. */
  const failed = (at: string, seenAt: string | null): Report => ({
    ...reportOn(at, [], { reason: 'blocked' }),
    asOf: at,
    seenAt,
    identification: { components: [], withheld: [] },
  });
  const first = '2026-03-01T06:00:00.000Z';
  const failing = (days: 2 | 7 | 30, since = '2026-03-01') => ({ kind: 'check-failed', since, days });

  it('are told after 2, 7 and 30 whole days, and once each', () => {
    const days = ['03-02', '03-03', '03-04', '03-07', '03-08', '03-09', '03-30', '03-31', '05-20'];
    const reports = days.map((day) => failed(`2026-${day}T06:00:00.000Z`, first));
    expect(told(historyOf([seen(first), ...reports]))).toEqual([
      ['2026-03-03', failing(2)],
      ['2026-03-08', failing(7)],
      ['2026-03-31', failing(30)],
    ]);
  });

  it('count whole days: a second before is a day less', () => {
    expect(told(historyOf([seen(first), failed('2026-03-03T05:59:59.000Z', first)]))).toEqual([]);
  });

  it('of several numbers that passed at once the longest is told', () => {
    expect(told(historyOf([seen(first), failed('2026-03-20T06:00:00.000Z', first)]))).toEqual([
      ['2026-03-20', failing(7)],
    ]);
  });

  it('are over when a check gets through, which is told once, and start anew', () => {
    const [again, since] = ['2026-03-05T06:00:00.000Z', '2026-03-06T06:00:00.000Z'];
    const run = [
      seen(first),
      failed('2026-03-04T06:00:00.000Z', first),
      seen(again),
      seen(since),
      failed('2026-03-07T06:00:00.000Z', since),
      failed('2026-03-08T06:00:00.000Z', since),
    ];
    expect(told(historyOf(run))).toEqual([
      ['2026-03-04', failing(2)],
      ['2026-03-05', { kind: 'check-resumed' }],
      ['2026-03-08', failing(2, '2026-03-06')],
    ]);
  });

  it('a check that fails for a day is no event', () => {
    expect(
      told(historyOf([seen(first), failed('2026-03-02T06:00:00.000Z', first), seen('2026-03-03T06:00:00.000Z')])),
    ).toEqual([]);
  });

  it('are counted from the start of monitoring where the shop was never seen', () => {
    const run = [first, '2026-03-02T06:00:00.000Z', '2026-03-03T06:00:00.000Z'].map((at) => failed(at, null));
    expect(told(historyOf(run))).toEqual([['2026-03-03', failing(2)]]);
  });

  it('are counted from the first failure where a shop moved: nobody ever saw it at its new address', () => {
    const moved = ['2026-06-01T06:00:00.000Z', '2026-06-02T06:00:00.000Z', '2026-06-03T06:00:00.000Z'];
    expect(told(historyOf([seen(first), ...moved.map((at) => failed(at, null))]))).toEqual([
      ['2026-06-03', failing(2, '2026-06-01')],
    ]);
  });

  it('do not count the time in which the shop was not listed', () => {
    const ended = endHistory(historyOf([seen(first)]), { site: 'shop', at: '2026-03-02T06:00:00.000Z', salt });
    const back = ['2026-09-01T06:00:00.000Z', '2026-09-03T06:00:00.000Z'].map((at) => failed(at, first));
    expect(told(historyOf(back, ended))).toEqual([['2026-09-03', failing(2, '2026-09-01')]]);
  });

  it('a run that was killed after it told that a check got through does not bring the old days back', () => {
    const events = historyOf([
      seen(first),
      failed('2026-03-10T06:00:00.000Z', first),
      seen('2026-03-11T06:00:00.000Z'),
    ]);
    // data/checks.json was not written any more: the next run still believes the sight of 1 March.
    expect(told(historyOf([failed('2026-03-12T06:00:00.000Z', first)], events).slice(events.length))).toEqual([]);
  });

  it('say nothing of a past that is judged from a later sight', () => {
    expect(told(historyOf([failed('2026-03-01T06:00:00.000Z', '2026-08-01T06:00:00.000Z')]))).toEqual([]);
  });

  it('the same report adds nothing', () => {
    const events = historyOf([seen(first), failed('2026-03-08T06:00:00.000Z', first)]);
    expect(historyOf([failed('2026-03-08T06:00:00.000Z', first)], events)).toEqual(events);
  });
});
