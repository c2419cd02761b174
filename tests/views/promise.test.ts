import { describe, expect, it } from 'vitest';
import { viewPromise } from '../../src/views/promise.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleEvent, sampleSite, today } from './samples.ts';

const promised = (by: string, made?: string) =>
  viewPromise(sampleSite({ promise: made === undefined ? { by } : { by, made } }), today, en);

describe('viewPromise', () => {
  it.each([
    ['2026-11-28', 'By 28 November 2026, in 6 days. Promised by Acme Web on 20 November.', false],
    ['2026-11-23', 'By 23 November 2026, tomorrow. Promised by Acme Web on 20 November.', false],
    ['2026-11-22', 'By 22 November 2026, today. Promised by Acme Web on 20 November.', false],
    ['2026-11-21', 'It was promised for 21 November, yesterday.', true],
    ['2026-11-10', 'It was promised for 10 November, 12 days ago.', true],
    ['2025-11-22', 'It was promised for 22 November 2025, 365 days ago.', true],
  ])('tells the promise for %s', (by, text, overdue) => {
    expect(promised(by, '2026-11-20')).toMatchObject({ text, overdue });
  });

  it('tells what is missing of a promise by leaving it out', () => {
    const site = sampleSite({ promise: { by: '2026-11-28' }, maintainer: null });
    expect(viewPromise(site, today, en).text).toBe('By 28 November 2026, in 6 days.');
  });

  it('says so where nobody has given a date', () => {
    expect(viewPromise(sampleSite(), today, en).text).toBe('Nobody has given a date.');
  });

  it('keeps every earlier date visible', () => {
    const events = [
      sampleEvent(0, { kind: 'promise-moved', from: '2026-11-01', by: '2026-11-10' }),
      sampleEvent(1, { kind: 'promise-moved', from: '2026-11-10', by: '2026-11-28' }),
    ];
    const site = sampleSite({ promise: { by: '2026-11-28' }, events });
    expect(viewPromise(site, today, en).earlier).toBe('Earlier it was promised for 1 November and 10 November.');
  });

  it('asks for nothing where the answer is yes', () => {
    const site = sampleSite({ answer: 'yes', promise: { by: '2026-11-10', note: 'soon' } });
    expect(viewPromise(site, today, en)).toEqual({ text: 'It is applied.', overdue: false, note: null, earlier: null });
  });
});
