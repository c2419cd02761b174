import { describe, expect, it } from 'vitest';
import type { PublicSite } from '../../src/views/disclose.ts';
import { cutPages, planLists } from '../../src/views/lists.ts';
import { sortByUrgency } from '../../src/views/order.ts';
import { type OverviewView, viewOverview } from '../../src/views/overview.ts';
import { sharedAddressOf, sharedPathOf } from '../../src/views/published.ts';
import { viewSite } from '../../src/views/site-page.ts';
import { viewStatus } from '../../src/views/status.ts';
import { en } from '../../src/views/wording/en.ts';
import { asOf, sampleEvent, samplePublished, sampleSite } from './samples.ts';

const yes = { answer: 'yes', reason: 'current' } as const;

/** One page of the list of all, or of the list in `folder`. */
function overviewOf(sites: PublicSite[], folder = '', number = 1): OverviewView {
  const published = samplePublished(sites);
  const lists = planLists(published);
  const list = lists.groups.find((one) => one.folder === folder) ?? lists.all;
  const page = cutPages(list)[number - 1];
  if (page === undefined) throw new RangeError(`${folder} has no page ${number}`);
  return viewOverview({ published, lists, words: en }, page);
}

describe('sortByUrgency', () => {
  it('puts those first that promised nothing, then the earliest promise; of a yes no promise counts', () => {
    const by = (id: string, day: string) => sampleSite({ id, name: id, promise: { by: day } });
    const kept = { ...by('a', '2026-12-01'), ...yes };
    const sites = [
      kept,
      sampleSite({ id: 'b', name: 'b', ...yes }),
      by('c', '2026-12-01'),
      by('d', '2026-11-01'),
      sampleSite(),
    ];
    expect(sortByUrgency(sites).map(({ id }) => id)).toEqual(['acme', 'd', 'c', 'a', 'b']);
  });

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
    const { listed } = overviewOf([sampleSite({ events })]);
    expect(listed[0]).toMatchObject({ since: '21 days', promise: 'no date', href: '/status/sites/acme/' });
  });

  it.each([
    ['2026-11-28', 'by 28 November', false],
    ['2026-11-22', 'by 22 November', false],
    ['2026-11-21', '1 day overdue', true],
  ])('tells the promise for %s', (by, promise, overdue) => {
    const { listed } = overviewOf([sampleSite({ promise: { by } })]);
    expect(listed[0]).toMatchObject({ promise, overdue });
  });

  it('says until when this counts, and lists former sites apart', () => {
    const overview = overviewOf([sampleSite(), sampleSite(yes), sampleSite({ endedOn: '2026-10-04' })]);
    expect(overview.filters?.main.map(({ label, count }) => `${label} ${count}`)).toEqual(['All 2', 'No 1', 'Yes 1']);
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

  it('has nothing superfluous where there is one shop', () => {
    expect(overviewOf([sampleSite()])).toMatchObject({ counts: '0 yes, 1 no.', filters: null, pager: null, about: [] });
  });

  it('counts listed sites where no filter does', () => {
    const sites = [sampleSite(yes), sampleSite(yes), sampleSite({ endedOn: '2026-10-04' })];
    expect(overviewOf(sites).counts).toBe('2 yes, 0 no.');
    expect(overviewOf([...sites, sampleSite()], 'maintainers/acme_web/').counts).toBe('2 yes, 1 no.');
    expect(overviewOf([...sites, sampleSite()], 'answers/yes/').counts).toBeNull();
  });

  it('leads from page to page', () => {
    const sites = Array.from({ length: 201 }, (_, i) => sampleSite({ id: `s${i}`, tags: ['wine'] }));
    const page = (number: number) => overviewOf(sites, 'tags/wine/', number);
    expect(page(1).pager).toMatchObject({
      here: 'Page 1 of 3',
      previous: null,
      next: { href: '/status/tags/wine/2/' },
    });
    expect(page(2).pager).toMatchObject({
      previous: { href: '/status/tags/wine/' },
      next: { href: '/status/tags/wine/3/' },
    });
    expect(page(3)).toMatchObject({ documentTitle: 'Tag: wine. Page 3 of 3', pager: { next: null } });
    expect(page(3).listed).toHaveLength(1);
  });

  it('names a maintainer, links what is a link, and says where an answer has no shop', () => {
    const by = (url: string) => sampleSite({ maintainer: { name: 'Acme Web', url } });
    const view = overviewOf([by('javascript:alert(1)'), by('https://acme-web.example/')], 'maintainers/acme_web/');
    expect(view).toMatchObject({
      kind: 'Maintainer',
      title: 'Acme Web',
      link: { href: 'https://acme-web.example/', label: 'acme-web.example' },
    });
    expect(overviewOf([sampleSite(), sampleSite()], 'answers/yes/')).toMatchObject({
      title: 'Shops whose answer is yes',
      empty: 'No shop is here today.',
      listed: [],
    });
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
