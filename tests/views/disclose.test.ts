import { describe, expect, it } from 'vitest';
import type { EventData, HistoryEvent } from '../../src/model/history.ts';
import { disclose } from '../../src/views/disclose.ts';
import { listed, sampleKnown, sampleReport } from './samples.ts';

const all: EventData[] = [
  { kind: 'monitoring-started' },
  { kind: 'version-changed', installed: [{ product: 'prestashop', versions: ['8.1.5'] }] },
  { kind: 'answer-changed', answer: 'yes', reason: 'secure' },
  { kind: 'advisory-affects', product: 'prestashop', advisory: 'GHSA-1', published: '2026-11-19' },
  { kind: 'advisory-exploited', product: 'prestashop', advisory: 'GHSA-1', since: '2026-11-20' },
  { kind: 'answer-changed', answer: 'no', reason: 'known-advisory' },
  { kind: 'answer-changed', answer: 'no', reason: 'update-missing' },
  { kind: 'promise-made', by: '2026-11-28' },
  { kind: 'advisory-fixed', product: 'prestashop', advisory: 'GHSA-0' },
  { kind: 'support-ending', product: 'prestashop', branch: '8.1', on: '2026-12-01', days: 30 },
  { kind: 'check-failed', since: '2026-11-18', days: 2 },
  { kind: 'check-resumed' },
];

const events: HistoryEvent[] = all.map((data, sequence) => ({
  site: 'acme',
  sequence,
  at: '2026-11-20T06:00:00.000Z',
  data,
  salt: String(sequence).repeat(32).slice(0, 32),
  previous: String(sequence).repeat(64).slice(0, 64),
  hash: String(sequence + 1)
    .repeat(64)
    .slice(0, 64),
}));

const promise = { by: '2026-11-28', made: '2026-11-20', note: 'We go to 8.1.6.' };
const known = sampleKnown({ site: { ...listed, promise }, events });
const yes = { answer: 'yes' as const, reason: 'secure' as const };

describe('disclose', () => {
  it('shows everything at full, each event with the salt that proves it', () => {
    const site = disclose(known, 'full');
    expect(site).toMatchObject({
      answer: 'no',
      reason: 'update-missing',
      products: ['prestashop'],
      withheld: false,
      promise,
    });
    expect(site.report).toBe(known.report);
    expect(site.events).toEqual(events);
  });

  it('keeps the salt of an event whose words had to be cleaned: they no longer fit its hash', () => {
    const [first] = events;
    const data: EventData = { kind: 'advisory-fixed', product: 'prestashop', advisory: 'GHSA\u202e-1' };
    const hostile = { ...known, events: first === undefined ? [] : [{ ...first, data }] };
    expect(disclose(hostile, 'full').events).toEqual([
      {
        site: 'acme',
        sequence: 0,
        at: '2026-11-20T06:00:00.000Z',
        data: { ...data, advisory: 'GHSA -1' },
        previous: '0'.repeat(64),
        hash: '1'.repeat(64),
      },
    ]);
  });

  it('shows the platform and general words after-patch while the answer is no', () => {
    const site = disclose(known, 'after-patch');
    expect(site).toMatchObject({ reason: 'not-up-to-date', products: ['prestashop'], report: null, withheld: true });
    expect(site.promise).toEqual({ by: '2026-11-28', made: '2026-11-20' });
    expect(site.events.map(({ data }) => data)).toEqual([
      { kind: 'monitoring-started' },
      { kind: 'withheld' },
      { kind: 'answer-changed', answer: 'yes', reason: null },
      { kind: 'withheld' },
      { kind: 'withheld' },
      { kind: 'answer-changed', answer: 'no', reason: 'not-up-to-date' },
      { kind: 'withheld' },
      { kind: 'promise-made', by: '2026-11-28' },
      { kind: 'withheld' },
      { kind: 'withheld' },
      { kind: 'check-failed', since: '2026-11-18', days: 2 },
      { kind: 'check-resumed' },
    ]);
    expect(site.events.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
    expect(site.events.map(({ previous }) => previous)).toEqual(events.map(({ previous }) => previous));
    // Only what is shown as it was recorded: the start (0), the promise (7), and that checks failed and went on (10, 11).
    const salts = site.events.map(({ salt }) => salt);
    expect(salts.flatMap((salt, sequence) => (salt === undefined ? [] : [sequence]))).toEqual([0, 7, 10, 11]);
    expect(JSON.stringify(site)).not.toMatch(/8\.1|GHSA|2026-12-01|known-advisory|update-missing/);
  });

  it('shows everything after-patch once the answer is yes', () => {
    const fixed = { ...known, report: sampleReport(yes) };
    expect(disclose(fixed, 'after-patch')).toEqual(disclose(fixed, 'full'));
  });

  it.each(['no', 'yes'] as const)('shows nothing but answers at answer-only when the answer is %s', (answer) => {
    const report = answer === 'yes' ? sampleReport(yes) : known.report;
    const site = disclose({ ...known, report }, 'answer-only');
    expect(site).toMatchObject({ answer, reason: null, products: [], report: null, seenAt: null, sources: [] });
    expect(site.events.map(({ data }) => data)).toEqual([
      { kind: 'answer-changed', answer: 'yes', reason: null },
      { kind: 'answer-changed', answer: 'no', reason: null },
    ]);
    // Numbered anew: their own numbers would tell how many flaws and versions came in between.
    expect(site.events.map(({ sequence }) => sequence)).toEqual([0, 1]);
    expect(JSON.stringify(site)).not.toMatch(/prestashop|8\.1\.|GHSA|secure|missing|advisory|salt|previous/i);
  });

  it.each(['full', 'after-patch', 'answer-only'] as const)('turns an overdue yes into a no at %s', (level) => {
    const site = disclose({ ...known, report: sampleReport(yes), override: 'check-overdue' }, level);
    expect(site).toMatchObject({ answer: 'no', reason: 'check-overdue' });
  });
});
