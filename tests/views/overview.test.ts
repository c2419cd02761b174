import { describe, expect, it } from 'vitest';
import { sortByUrgency } from '../../src/views/order.ts';
import { viewOverview } from '../../src/views/overview.ts';
import { sharedAddressOf, sharedPathOf } from '../../src/views/published.ts';
import { viewSite } from '../../src/views/site-page.ts';
import { viewStatus } from '../../src/views/status.ts';
import { en } from '../../src/views/wording/en.ts';
import { asOf, sampleEvent, samplePublished, sampleSite } from './samples.ts';

const yes = { answer: 'yes', reason: 'current' } as const;

describe('sortByUrgency', () => {
  it('puts no before yes, the worse reason first, and what is no longer listed last', () => {
    const sites = [
      sampleSite({ id: 'gone', endedOn: '2026-10-04', reason: 'not-monitored' }),
      sampleSite({ id: 'good', ...yes }),
      sampleSite({ id: 'update' }),
      sampleSite({ id: 'blocked', reason: 'blocked' }),
    ];
    expect(sortByUrgency(sites).map(({ id }) => id)).toEqual(['blocked', 'update', 'good', 'gone']);
  });
});

describe('viewOverview', () => {
  const answered = (sequence: number, answer: 'yes' | 'no', day: string) =>
    sampleEvent(sequence, { kind: 'answer-changed', answer, reason: 'secure' }, `${day}T06:00:00.000Z`);

  it('says how long the answer stands, over changes of reason alone', () => {
    const events = [
      answered(0, 'no', '2026-01-01'),
      answered(1, 'yes', '2026-02-01'),
      answered(2, 'no', '2026-11-01'),
      answered(3, 'no', '2026-11-20'),
    ];
    const { listed } = viewOverview(samplePublished([sampleSite({ events })]), en);
    expect(listed[0]).toMatchObject({ since: '21 days', promise: 'no date', href: '/status/sites/acme/' });
  });

  it.each([
    ['2026-11-28', 'by 28 November', false],
    ['2026-11-22', 'by 22 November', false],
    ['2026-11-21', '1 day overdue', true],
  ])('tells the promise for %s', (by, promise, overdue) => {
    const { listed } = viewOverview(samplePublished([sampleSite({ promise: { by } })]), en);
    expect(listed[0]).toMatchObject({ promise, overdue });
  });

  it('counts listed sites only, and says until when this counts', () => {
    const sites = [sampleSite(), sampleSite(yes), sampleSite({ endedOn: '2026-10-04' })];
    const overview = viewOverview(samplePublished(sites), en);
    expect(overview.counts).toBe('1 yes, 1 no.');
    expect(overview.former).toHaveLength(1);
    expect(overview.notes).toEqual([
      { before: 'Checked on ', time: { at: asOf, text: '22 November 2026, 14:05 UTC' }, after: '.' },
      {
        before: 'If today is after ',
        time: { at: '2026-11-24', text: '24 November 2026' },
        after: ', treat this as a no.',
      },
    ]);
  });
});

describe('viewSite', () => {
  const view = (over = {}) => viewSite(samplePublished(), sampleSite(over), en);

  it('says when it was checked, seen, and until when that counts', () => {
    const { notes } = view({ seenAt: '2026-11-21T14:00:00.000Z' });
    expect(notes.map(({ before, time, after }) => before + time.text + after)).toEqual([
      'Checked on 22 November 2026, 14:05 UTC.',
      'If today is after 24 November 2026, treat this as a no.',
      'The shop was last seen well on 21 November 2026, 14:00 UTC; what it ran then is judged by what is known now.',
    ]);
    expect(notes.map(({ time }) => time.at)).toEqual([asOf, '2026-11-24', '2026-11-21T14:00:00.000Z']);
  });

  it('says what a yes covers, and asks nobody', () => {
    expect(view(yes)).toMatchObject({
      covers: 'This covers the platform itself, not extensions, theme, server or passwords.',
      mail: null,
    });
  });

  it('says that a demo is one', () => {
    const published = { ...samplePublished(), demo: true, asOf: '2026-08-22T12:00:00.000Z' };
    expect(viewSite(published, sampleSite(), en).demo).toBe(
      'This is a demo: made-up shops, judged as of 22 August 2026, the date of the data it ships with.',
    );
  });

  it('links no address that is not http', () => {
    expect(view({ url: 'javascript:alert(1)' }).shop).toBeNull();
  });
});

describe('viewStatus', () => {
  it('tells machines until when the answer counts', () => {
    expect(viewStatus(samplePublished(), sampleSite())).toMatchObject({
      answer: 'no',
      reason: 'update-missing',
      nextCheckDueAt: '2026-11-23T14:05:00.000Z',
      staleAt: '2026-11-24T14:05:00.000Z',
      answerAfterStaleAt: 'no',
      page: 'https://shops.example.org/status/sites/acme/',
      installed: [{ product: 'prestashop', versions: ['8.1.5'] }],
    });
  });

  it('holds nothing where only the answer may be shown', () => {
    const status = viewStatus(samplePublished(), sampleSite({ report: null, reason: null, products: [] }));
    expect(status).toMatchObject({ reason: null, nextStep: null, products: null, installed: null });
  });
});

describe('addresses', () => {
  it.each([
    ['https://shops.example.org', 'https://shops.example.org/sites/a/', '/sites/a/'],
    ['https://shops.example.org/status', 'https://shops.example.org/status/sites/a/', '/status/sites/a/'],
    ['https://shops.example.org/status/', 'https://shops.example.org/status/sites/a/', '/status/sites/a/'],
  ])('respect the base path of %s', (url, address, path) => {
    expect(sharedAddressOf({ url }, 'sites/a/')).toBe(address);
    expect(sharedPathOf({ url }, 'sites/a/')).toBe(path);
  });
});
