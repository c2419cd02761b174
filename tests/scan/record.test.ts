import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { recordReport } from '../../src/scan/record.ts';
import { openStore } from '../../src/store.ts';
import { reportOn } from '../history/report.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patchproof-record-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function record(report: Report): Promise<void> {
  const store = openStore(dir);
  await recordReport(report, await store.readReport('shop'), { store });
}

async function lastEvent(): Promise<unknown> {
  const events = await openStore(dir).readHistory('shop');
  const { at, data } = events.at(-1) ?? {};
  return { at, data };
}

const supportEnds = [{ product: 'opencart', branch: '4.1', on: '2026-12-31' }];
const supported = (day: string): Report => {
  const report = reportOn(day, ['4.1.0.3'], { reason: 'secure' });
  return { ...report, verdict: { ...report.verdict, supportEnds } };
};
const blocked = (day: string): Report => ({
  ...reportOn(day, [], { reason: 'blocked' }),
  seenAt: '2026-11-01T06:00:00.000Z',
});
const promised = (day: string) => reportOn(day, ['4.1.0.3'], { reason: 'update-missing' }, '2026-12-01');

/** Reports that differ in their instants alone: the report stays as it was written, the history grows by one event. */
describe('what time alone brings is recorded', () => {
  it.each([
    [
      'the end of support',
      supported,
      ['2026-11-30', '2026-12-01'],
      { kind: 'support-ending', ...supportEnds[0], days: 30 },
    ],
    ['failing checks', blocked, ['2026-11-07', '2026-11-08'], { kind: 'check-failed', since: '2026-11-01', days: 7 }],
    ['an overdue promise', promised, ['2026-12-01', '2026-12-02'], { kind: 'promise-overdue', by: '2026-12-01' }],
  ] as const)('%s', async (_name, report, [before, after], data) => {
    // Monitoring starts before the days that are told of.
    await record(reportOn('2026-11-01', ['4.1.0.3'], { reason: 'secure' }));
    await record(report(before));
    const written = await readFile(join(dir, 'reports/shop.json'), 'utf8');
    const length = (await openStore(dir).readHistory('shop')).length;
    await record(report(after));
    expect(await readFile(join(dir, 'reports/shop.json'), 'utf8')).toBe(written);
    expect(await lastEvent()).toEqual({ at: `${after}T06:00:00.000Z`, data });
    expect(await openStore(dir).readHistory('shop')).toHaveLength(length + 1);
    await record(report(after));
    expect(await openStore(dir).readHistory('shop')).toHaveLength(length + 1);
  });
});
