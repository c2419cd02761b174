import { describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../src/views/disclose.ts';
import { viewFilters } from '../../src/views/filters.ts';
import { viewIndex } from '../../src/views/list-index.ts';
import { cutPages, type List, pageFolder, planLists } from '../../src/views/lists.ts';
import { viewOverview } from '../../src/views/overview.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleEvent, samplePublished, sampleSite } from './samples.ts';

const yes = { answer: 'yes', reason: 'current' } as const;

function listOf(count: number): List {
  const sites = Array.from({ length: count }, (_, i) => sampleSite({ id: `s${i}` }));
  return { kind: 'all', folder: 'tags/wine/', name: '', sites };
}

describe('cutPages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [2_000, 20],
  ])('cuts %i sites into %i pages, each site on one of them', (sites, pages) => {
    const list = listOf(sites);
    const cut = cutPages(list);
    expect(cut).toHaveLength(pages);
    expect(cut.flatMap((page) => page.sites)).toEqual(list.sites);
    expect(Math.max(...cut.map((page) => page.sites.length))).toBeLessThanOrEqual(100);
    expect(cut.map(({ number }) => pageFolder(list, number)).slice(0, 2)).toEqual(
      ['tags/wine/', 'tags/wine/2/'].slice(0, pages),
    );
  });
});

describe('the hall', () => {
  const answered = (day: string, answer: 'yes' | 'no') =>
    sampleEvent(0, { kind: 'answer-changed', answer, reason: 'secure' }, `${day}T14:05:00.000Z`);
  const watched = (day: string, kind: 'monitoring-started' | 'monitoring-ended') =>
    sampleEvent(0, { kind }, `${day}T14:05:00.000Z`);
  const isIn = (events: PublicEvent[], over = {}) =>
    planLists(samplePublished([sampleSite({ ...yes, events, ...over }), sampleSite({ id: 'other' })])).hall !== null;

  // Judged as of 22 November 2026; 365 days before is 22 November 2025.
  it.each([
    ['a year to the day', [answered('2025-11-22', 'yes')], true],
    ['a day less', [answered('2025-11-23', 'yes')], false],
    [
      'a no in between',
      [answered('2025-01-01', 'yes'), answered('2026-03-01', 'no'), answered('2026-03-02', 'yes')],
      false,
    ],
    ['a no long ago', [answered('2024-01-01', 'no'), answered('2024-01-02', 'yes')], true],
    ['another reason for the yes', [answered('2025-01-01', 'yes'), answered('2026-03-01', 'yes')], true],
    ['nothing on record', [], false],
    [
      'a time without checks',
      [
        answered('2024-01-01', 'yes'),
        watched('2026-01-01', 'monitoring-ended'),
        watched('2026-01-02', 'monitoring-started'),
      ],
      false,
    ],
    [
      'a year since a time without checks',
      [
        answered('2024-01-01', 'yes'),
        watched('2025-01-01', 'monitoring-ended'),
        watched('2025-02-02', 'monitoring-started'),
      ],
      true,
    ],
    ['an end without a new start', [answered('2024-01-01', 'yes'), watched('2026-01-01', 'monitoring-ended')], false],
  ] as const)('%s: %j', (_what, events, expected) => {
    expect(isIn([...events])).toBe(expected);
  });

  it('has no room for a no, for what is no longer listed, and for what withholds its history', () => {
    const events = [answered('2025-01-01', 'yes')];
    expect(isIn(events)).toBe(true);
    expect(isIn(events, { answer: 'no', reason: 'check-overdue' })).toBe(false);
    expect(isIn(events, { endedOn: '2026-11-20' })).toBe(false);
    expect(isIn(events, { withheld: true })).toBe(false);
  });

  it('says what it means and what it does not, and is linked only where somebody is in it', () => {
    const sites = [sampleSite({ ...yes, events: [answered('2025-01-01', 'yes')] }), sampleSite({ id: 'other' })];
    const published = samplePublished(sites);
    const lists = planLists(published);
    const page = cutPages(lists.hall ?? listOf(0))[0];
    const view = page && viewOverview({ published, lists, words: en }, page);
    expect(view?.about.join()).toMatch(
      /^Every check of the last 365 days said yes; .* not the time between two checks\.$/,
    );
    expect(view?.listed.map(({ id }) => id)).toEqual(['acme']);
    expect(view?.filters?.main.map(({ label }) => label)).toEqual(['All', 'No', 'Yes', 'Yes for a year']);
    const without = samplePublished([sampleSite(yes), sampleSite({ id: 'other' })]);
    const filters = viewFilters(planLists(without), {
      published: without,
      reading: { folder: '', number: 1 },
      words: en,
    });
    expect(filters?.main.map(({ label }) => label)).toEqual(['All', 'No', 'Yes']);
  });
});

describe('the filters', () => {
  const filtersOf = (sites: ReturnType<typeof sampleSite>[], folder = '', number = 1) => {
    const published = samplePublished(sites);
    return viewFilters(planLists(published), { published, reading: { folder, number }, words: en });
  };

  it('are left out where there is one shop', () => {
    expect(filtersOf([sampleSite()])).toBeNull();
  });

  it('count listed shops, and leave out what would show the same list again', () => {
    const former = sampleSite({ id: 'c', endedOn: '2026-10-04' });
    const filters = filtersOf([
      sampleSite({ id: 'a', tags: ['wine'] }),
      sampleSite({ id: 'b', tags: ['wine'] }),
      former,
    ]);
    expect(filters?.main).toEqual([{ label: 'All', count: '2', href: '/status/', current: 'page' }]);
    // All of PrestaShop, all tagged: nothing to choose. The maintainer's page tells more than the list.
    expect(filters?.groups.map(({ title, links }) => [title, links.map(({ label }) => label)])).toEqual([
      ['Maintainers', ['Acme Web']],
    ]);
  });

  it('mark what is being read', () => {
    const sites = [sampleSite({ id: 'a', tags: ['wine'] }), sampleSite({ id: 'b' })];
    const linkIn = (number: number) =>
      filtersOf(sites, 'tags/wine/', number)?.groups.find(({ title }) => title === 'Tags')?.links[0];
    expect(linkIn(1)).toEqual({ label: 'wine', count: '1', href: '/status/tags/wine/', current: 'page' });
    expect(linkIn(2)?.current).toBe('true');
  });

  it('show the 30 largest of a kind, and the rest on a page by name', () => {
    const sites = Array.from({ length: 32 }, (_, i) =>
      sampleSite({ id: `s${i}`, tags: [`tag ${i}`, ...(i > 29 ? ['tag 31'] : [])], ...(i === 0 && yes) }),
    );
    const published = samplePublished(sites);
    const lists = planLists(published);
    const links = filtersOf(sites)?.groups.find(({ title }) => title === 'Tags')?.links ?? [];
    expect(links).toHaveLength(31);
    expect(links[0]).toMatchObject({ label: 'tag 31', count: '2' });
    expect(links.at(-1)).toMatchObject({ label: 'All 32 tags', count: '', href: '/status/tags/' });
    const index = lists.indexes[0];
    const view = index && viewIndex({ published, lists, words: en }, index);
    expect(view?.groups).toHaveLength(32);
    expect(view?.groups[0]).toEqual({ name: 'tag 0', href: '/status/tags/tag_0/', shops: '1 shop', open: 'all yes' });
    expect(view?.groups.find(({ name }) => name === 'tag 31')).toMatchObject({ shops: '2 shops', open: '2 no' });
    expect(lists.indexes.map(({ folder }) => folder)).toEqual(['tags/']);
  });
});
