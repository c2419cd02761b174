import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm, endHistory, findFault, headOf, recordHistory } from '../../src/history/index.ts';
import type { HistoryEvent } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { affected, reportOn } from './report.ts';

const salt = () => '00112233445566778899aabbccddeeff';

function historyOf(reports: Report[]): HistoryEvent[] {
  return reports.reduce<HistoryEvent[]>((events, report) => recordHistory(events, report, salt), []);
}

function kindsOf(reports: Report[]): string[] {
  return historyOf(reports).map(({ at, data }) => `${at.slice(5, 10)} ${data.kind}`);
}

describe('events', () => {
  it('the first report starts the history; the same again adds nothing', () => {
    const report = reportOn('2026-03-01', ['4.1.0.3'], { reason: 'update-missing' });
    const first = historyOf([report]);
    expect(first.map(({ data }) => data)).toEqual([
      { kind: 'monitoring-started' },
      { kind: 'version-changed', installed: [{ product: 'opencart', versions: ['4.1.0.3'] }] },
      { kind: 'answer-changed', answer: 'no', reason: 'update-missing' },
    ]);
    expect(recordHistory(first, { ...report, asOf: '2026-03-02T06:00:00.000Z' }, salt)).toEqual(first);
  });

  it('an update that clears flaws', () => {
    const before = reportOn('2026-03-01', ['4.1.0.3'], {
      reason: 'known-advisory',
      findings: [affected('CVE-2026-1')],
    });
    const exploited = reportOn('2026-03-05', ['4.1.0.3'], {
      reason: 'known-advisory',
      findings: [affected('CVE-2026-1', { exploitedSince: '2026-03-04' })],
    });
    const after = reportOn('2026-03-09', ['4.1.0.4'], { reason: 'current' });
    expect(kindsOf([before, exploited, after])).toEqual([
      '03-01 monitoring-started',
      '03-01 version-changed',
      '03-01 advisory-affects',
      '03-01 answer-changed',
      '03-05 advisory-exploited',
      '03-09 version-changed',
      '03-09 advisory-fixed',
      '03-09 answer-changed',
    ]);
  });

  it('a check that only finds more versions that fit heals no flaw; one that excludes the affected ones does', () => {
    const flaw = affected('CVE-2026-1');
    const perhaps = affected('CVE-2026-1', { status: 'under_investigation', because: 'some-candidates' });
    const before = reportOn('2026-03-01', ['4.1.0.3'], { reason: 'known-advisory', findings: [flaw] });
    const unsure = reportOn('2026-03-09', ['4.1.0.3', '4.1.0.4'], { reason: 'version-ambiguous', findings: [perhaps] });
    const settled = reportOn('2026-03-10', ['4.1.0.4'], { reason: 'current' });
    expect(kindsOf([before, unsure, before]).filter((kind) => kind.includes('advisory'))).toEqual([
      '03-01 advisory-affects',
    ]);
    expect(kindsOf([before, unsure, settled]).filter((kind) => kind.includes('advisory'))).toEqual([
      '03-01 advisory-affects',
      '03-10 advisory-fixed',
    ]);
  });

  it('a check that could not judge versions heals no flaw', () => {
    const before = reportOn('2026-03-01', ['4.1.0.3'], {
      reason: 'known-advisory',
      findings: [affected('CVE-2026-1')],
    });
    const stale = reportOn('2026-03-20', ['4.1.0.3'], { reason: 'data-stale', judged: false });
    const again = { ...before, asOf: '2026-03-21T06:00:00.000Z', seenAt: '2026-03-21T06:00:00.000Z' };
    expect(kindsOf([before, stale]).slice(4)).toEqual(['03-20 answer-changed']);
    expect(kindsOf([before, stale, again]).slice(5)).toEqual(['03-21 answer-changed']);
  });
});

describe('promises', () => {
  const no = (day: string, by: string | null) => reportOn(day, ['4.1.0.3'], { reason: 'update-missing' }, by);
  const yes = (day: string, by: string | null) => reportOn(day, ['4.1.0.4'], { reason: 'current' }, by);
  const promises = (reports: Report[]) => kindsOf(reports).filter((kind) => kind.includes('promise'));

  it('made, moved twice, kept on its last day', () => {
    const run = [
      no('2026-03-01', '2026-03-05'),
      no('2026-03-04', '2026-03-08'),
      no('2026-03-07', '2026-03-10'),
      yes('2026-03-10', '2026-03-10'),
    ];
    expect(promises(run)).toEqual([
      '03-01 promise-made',
      '03-04 promise-moved',
      '03-07 promise-moved',
      '03-10 promise-kept',
    ]);
  });
  it('due today is not overdue; overdue is said once; a late update keeps nothing', () => {
    const run = [
      no('2026-03-01', '2026-03-05'),
      no('2026-03-05', '2026-03-05'),
      no('2026-03-06', '2026-03-05'),
      no('2026-03-07', '2026-03-05'),
      yes('2026-03-08', '2026-03-05'),
    ];
    expect(promises(run)).toEqual(['03-01 promise-made', '03-06 promise-overdue']);
  });
  it('moved after it was overdue; withdrawn', () => {
    const run = [
      no('2026-03-01', '2026-03-05'),
      no('2026-03-06', '2026-03-05'),
      no('2026-03-07', '2026-03-20'),
      no('2026-03-08', null),
      no('2026-03-09', null),
    ];
    expect(promises(run)).toEqual([
      '03-01 promise-made',
      '03-06 promise-overdue',
      '03-07 promise-moved',
      '03-08 promise-withdrawn',
    ]);
  });
  it('a promise left in sites.yaml after it was kept says nothing more; a new one is made, not moved', () => {
    const run = [
      no('2026-03-01', '2026-03-05'),
      yes('2026-03-03', '2026-03-05'),
      no('2026-03-09', '2026-03-05'),
      no('2026-03-10', '2026-03-15'),
    ];
    expect(promises(run)).toEqual(['03-01 promise-made', '03-03 promise-kept', '03-10 promise-made']);
  });
});

describe('the chain', () => {
  const events = historyOf([
    reportOn('2026-03-01', ['4.1.0.3'], { reason: 'update-missing' }),
    reportOn('2026-03-09', ['4.1.0.4'], { reason: 'current' }),
  ]);
  const lines = events.map(canonicalForm);
  /** What a second run at the same time would have written as event 1. */
  function anotherSecond(): string {
    return historyOf([reportOn('2026-03-02', ['4.1.0.2'], { reason: 'update-missing' })])
      .map(canonicalForm)
      .at(1) as string;
  }

  it('each event names the hash of the one before, and its own is sha256 of its canonical form', () => {
    expect(events[0]?.previous).toBe('0'.repeat(64));
    for (const [i, { hash, ...rest }] of events.entries()) {
      expect(createHash('sha256').update(canonicalForm(rest)).digest('hex')).toBe(hash);
      if (i > 0) expect(rest.previous).toBe(events[i - 1]?.hash);
    }
    expect(findFault(lines)).toBeNull();
    expect(headOf(events)).toBe(events.at(-1)?.hash);
  });
  it('a known event has a known hash, worked out by sha256sum', () => {
    // printf '%s' '{"at":"2026-03-01T06:00:00.000Z","data":{"kind":"monitoring-started"},"previous":"00..00","salt":"00112233445566778899aabbccddeeff","sequence":0,"site":"shop"}' | sha256sum
    expect(events[0]?.hash).toBe('00b7d133d280fcf5d229d83886cad2ac71c8ae4113235073069b3f0247a17e0e');
  });
  it('canonical form sorts keys at every depth and adds no white space', () => {
    expect(canonicalForm({ b: [{ z: 1, a: 'ü' }], a: null })).toBe('{"a":null,"b":[{"a":"ü","z":1}]}');
  });

  it.each([
    ['a cut line', (l: string[]) => [...l.slice(0, 2), (l[2] ?? '').slice(0, 40)], 3, 'cut off'],
    ['a missing line', (l: string[]) => l.toSpliced(1, 1), 2, 'sequence is 2, expected 1'],
    [
      'swapped lines',
      (l: string[]) => [l[0] ?? '', l[2] ?? '', l[1] ?? '', ...l.slice(3)],
      2,
      'sequence is 2, expected 1',
    ],
    ['a doubled line', (l: string[]) => [l[0] ?? '', ...l], 2, 'sequence is 0, expected 1'],
    ['merge marks', (l: string[]) => ['<<<<<<< HEAD', ...l], 1, 'left of a merge'],
    ['two writers', (l: string[]) => [...l.slice(0, 2), anotherSecond(), ...l.slice(2)], 3, 'two runs wrote'],
    ['zero bytes', (l: string[]) => [...l, '\0\0\0\0'], lines.length + 1, 'zero bytes'],
    ['a flipped bit', (l: string[]) => l.with(0, (l[0] ?? '').replace('shop', 'shoq')), 1, 'was changed'],
    ['white space', (l: string[]) => l.with(1, ` ${l[1]}`), 2, 'canonical form'],
    ['a changed day', (l: string[]) => l.with(1, (l[1] ?? '').replace('03-01', '03-02')), 2, 'was changed'],
    [
      'a field too many',
      (l: string[]) => l.with(0, (l[0] ?? '').replace('"previous"', '"note":1,"previous"')),
      1,
      'was changed',
    ],
  ])('%s is found and named', (_name, damage, line, fault) => {
    const found = findFault(damage([...lines]));
    expect(found?.line).toBe(line);
    expect(found?.fault).toContain(fault);
  });

  it('any changed character is found', () => {
    const text = lines.join('\n');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '}'), (at, character) => {
        fc.pre(text[at] !== character);
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        return findFault(changed.split('\n')) !== null;
      }),
    );
  });
});

describe('a site that is no longer listed', () => {
  it('says so once, and starts again when it comes back', () => {
    const stamp = { site: 'shop', at: '2026-04-01T06:00:00.000Z', salt };
    const report = reportOn('2026-03-01', ['4.1.0.3'], { reason: 'update-missing' });
    const ended = endHistory(historyOf([report]), stamp);
    expect(ended.at(-1)?.data).toEqual({ kind: 'monitoring-ended' });
    expect(endHistory(ended, stamp)).toEqual(ended);
    expect(
      recordHistory(ended, report, salt)
        .slice(ended.length)
        .map(({ data }) => data.kind),
    ).toEqual(['monitoring-started']);
  });
});
