import { describe, expect, it } from 'vitest';
import { listChanges } from '../../src/views/events.ts';
import { viewFeed, viewGroupFeed, viewSiteFeed } from '../../src/views/feed.ts';
import { listGroups } from '../../src/views/groups.ts';
import { viewHistory } from '../../src/views/history.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleEvent, samplePublished, sampleSite } from './samples.ts';

const started = sampleEvent(0, { kind: 'monitoring-started' }, '2026-11-01T06:00:00.000Z');
const no = sampleEvent(
  1,
  { kind: 'answer-changed', answer: 'no', reason: 'update-missing' },
  '2026-11-02T06:00:00.000Z',
);
const yes = sampleEvent(2, { kind: 'answer-changed', answer: 'yes', reason: 'current' }, '2026-11-03T06:00:00.000Z');

function read(site = sampleSite({ events: [started, no] })) {
  return viewSiteFeed(samplePublished(), site, en).items;
}

describe('viewSiteFeed', () => {
  it('tells every change, newest first, with the head of the history after it', () => {
    const items = read();
    expect(items.map(({ title }) => title)).toEqual([
      'Acme Shoes: No. An update is missing.',
      'Acme Shoes: Monitoring began.',
    ]);
    expect(items[0]?.link).toBe('https://shops.example.org/status/sites/acme/');
    expect(items[0]?.content).toContain(no.hash);
    expect(items[0]?.content).toContain('npm run verify');
  });

  it('keeps every item as it was when a later event arrives', () => {
    expect(read(sampleSite({ events: [started, no, yes] })).slice(1)).toEqual(read());
  });

  it('keeps its ids when the shop gets another name', () => {
    const renamed = read(sampleSite({ events: [started, no], name: 'Better Shoes' }));
    expect(renamed.map(({ guid }) => guid)).toEqual(read().map(({ guid }) => guid));
    expect(read()[0]?.guid).toBe('tag:shops.example.org,2026:patchproof/acme/1');
  });

  it('leaves no markup in titles', () => {
    expect(read(sampleSite({ events: [no], name: '<b>Shop</b>' }))[0]?.title).toBe(
      '‹b›Shop‹/b›: No. An update is missing.',
    );
  });
});

describe('viewFeed', () => {
  it('holds the newest hundred of all sites, newest first', () => {
    const many = (id: string) =>
      sampleSite({
        id,
        events: Array.from({ length: 80 }, (_, i) =>
          sampleEvent(i, no.data, new Date(Date.UTC(2026, 0, 1 + i)).toISOString()),
        ),
      });
    const { items } = viewFeed(samplePublished([many('b'), many('a')]), en);
    expect(items).toHaveLength(100);
    expect(items[0]?.link).toBe('https://shops.example.org/status/sites/a/');
    expect(items[1]?.link).toBe('https://shops.example.org/status/sites/b/');
    const times = items.map(({ pubDate }) => pubDate.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});

describe('viewSiteFeed of a long history', () => {
  const long = Array.from({ length: 250 }, (_, i) =>
    sampleEvent(i, i % 2 === 0 ? no.data : yes.data, new Date(Date.UTC(2026, 0, 1 + i)).toISOString()),
  );

  it('holds the newest two hundred changes', () => {
    const items = read(sampleSite({ events: long }));
    expect(items).toHaveLength(200);
    expect(items[0]?.guid).toMatch(/\/249$/);
    expect(items.at(-1)?.guid).toMatch(/\/50$/);
  });
  it('changes no id as it grows', () => {
    const before = read(sampleSite({ events: long.slice(0, 249) }));
    expect(read(sampleSite({ events: long })).slice(1)).toEqual(before.slice(0, 199));
  });
});

describe('what a change means for the reader', () => {
  it.each([
    [yes.data, 'This covers the platform itself, not extensions, theme, server or passwords.'],
    [no.data, 'Ask whoever runs the shop: a mail with both questions stands ready on the page.'],
    [{ kind: 'promise-overdue', by: '2026-11-01' }, 'Ask whoever runs the shop for a new date.'],
    [
      { kind: 'support-ending', product: 'prestashop', branch: '8.1', on: '2026-12-01', days: 30 },
      'After that day, staying on it cannot become a yes.',
    ],
    [{ kind: 'check-failed', since: '2026-11-20', days: 2 }, 'If it isn’t a yes, treat it as a no.'],
  ] as const)('of %j', (data, meaning) => {
    const event = sampleEvent(0, structuredClone(data) as Parameters<typeof sampleEvent>[1]);
    expect(read(sampleSite({ events: [event] }))[0]?.content).toContain(`<p>${meaning}</p>`);
  });
  it('is left out where the sentence says it all', () => {
    expect(read(sampleSite({ events: [started] }))[0]?.content.split('<p>')).toHaveLength(4);
  });
});

describe('viewGroupFeed', () => {
  const shop = (id: string, tags: string[], name: string) =>
    sampleSite({
      id,
      tags,
      maintainer: { name },
      events: [sampleEvent(0, no.data, `2026-11-0${tags.length}T06:00:00.000Z`)],
    });
  const published = samplePublished([
    shop('one', ['wine'], 'Acme Web'),
    shop('two', ['wine', 'tea'], 'Acme Web'),
    shop('three', [], 'Kontor Nord'),
  ]);
  const feedOf = (slug: string) => {
    const group = listGroups(published).find((one) => one.slug === slug);
    if (group === undefined) throw new Error(slug);
    return viewGroupFeed(published, group, en);
  };

  it.each([
    ['wine', 'tags/wine/', ['two', 'one']],
    ['tea', 'tags/tea/', ['two']],
    ['acme_web', 'maintainers/acme_web/', ['two', 'one']],
    ['kontor_nord', 'maintainers/kontor_nord/', ['three']],
  ])('of %s holds its shops alone, newest first', (slug, folder, sites) => {
    const { self, site, items } = feedOf(slug);
    expect(self).toBe(`https://shops.example.org/status/${folder}feed.xml`);
    expect(site).toBe(`https://shops.example.org/status/${folder}`);
    expect(items.map(({ link }) => link.split('/').at(-2))).toEqual(sites);
  });
  it('has the same items as the feeds of its shops', () => {
    const own = viewSiteFeed(published, published.sites[2] ?? sampleSite(), en);
    expect(feedOf('kontor_nord').items).toEqual(own.items);
  });
});

describe('listChanges', () => {
  const affects = (sequence: number, product: string) =>
    sampleEvent(sequence, { kind: 'advisory-affects', product, advisory: `GHSA-${sequence}`, published: '2026-11-01' });

  it('takes hundreds of flaws of one scan together under the last hash', () => {
    const events = [
      started,
      ...Array.from({ length: 244 }, (_, i) => affects(i + 1, 'magento')),
      affects(245, 'wordpress'),
    ];
    const changes = listChanges(events);
    expect(changes.map(({ count }) => count)).toEqual([1, 244, 1]);
    expect(viewHistory(events, en).changes[1]).toMatchObject({
      text: '244 published flaws in Magento affect this shop.',
      head: events[244]?.hash.slice(0, 12),
    });
  });

  it('knows a run by its first event: it keeps its id when a second scan of the same instant adds to it', () => {
    const events = [started, ...Array.from({ length: 5 }, (_, i) => affects(i + 1, 'magento'))];
    const guids = (count: number) => read(sampleSite({ events: events.slice(0, count) })).map(({ guid }) => guid);
    expect(guids(6)).toEqual(guids(5));
    expect(guids(6)[0]).toMatch(/acme\/1$/);
    expect(read(sampleSite({ events }))[0]?.content).toContain(events[5]?.hash);
  });

  it('tells three flaws one by one', () => {
    expect(listChanges([1, 2, 3].map((sequence) => affects(sequence, 'magento')))).toHaveLength(3);
  });
});

describe('viewHistory', () => {
  it.each([
    [{ kind: 'monitoring-ended' }, 'Monitoring ended.'],
    [{ kind: 'version-changed', installed: [] }, 'No platform is recognised any more.'],
    [
      { kind: 'version-changed', installed: [{ product: 'magento', versions: [] }] },
      'Now installed: Magento, version not visible.',
    ],
    [
      { kind: 'version-changed', installed: [{ product: 'opencart', versions: ['1', '2', '3', '4', '5'] }] },
      'Now installed: OpenCart, one of 5 versions from 1 to 5.',
    ],
    [
      { kind: 'advisory-exploited', product: 'magento', advisory: 'CVE-1', since: '2026-11-20' },
      'Criminals are using a flaw in Magento that affects this shop (CVE-1).',
    ],
    [
      { kind: 'advisory-fixed', product: 'magento', advisory: 'CVE-1' },
      'A flaw in Magento no longer affects this shop (CVE-1).',
    ],
    [{ kind: 'promise-withdrawn', by: '2026-11-28' }, 'The promise for 28 November 2026 was taken back.'],
    [{ kind: 'promise-kept', by: '2026-11-28' }, 'The promise for 28 November 2026 was kept.'],
    [{ kind: 'promise-overdue', by: '2026-11-28' }, 'The promised 28 November 2026 passed without the update.'],
    // The sample events are of 22 November: 30 days before 22 December.
    [
      { kind: 'support-ending', product: 'prestashop', branch: '8.1', on: '2026-12-22', days: 30 },
      'PrestaShop 8.1 gets security updates for 30 more days, until 22 December 2026.',
    ],
    [
      { kind: 'support-ending', product: 'prestashop', branch: '8.1', on: '2026-11-23', days: 7 },
      'PrestaShop 8.1 gets security updates for 1 more day, until 23 November 2026.',
    ],
    [
      { kind: 'support-ending', product: 'prestashop', branch: '8.1', on: '2026-11-22', days: 7 },
      'This is the last day on which PrestaShop 8.1 gets security updates.',
    ],
    [
      { kind: 'check-failed', since: '2026-11-15', days: 7 },
      'For 7 days, since 15 November 2026, no check has got through to the shop.',
    ],
    [{ kind: 'check-resumed' }, 'A check got through to the shop again.'],
    [{ kind: 'withheld' }, 'A change, withheld until it is fixed.'],
  ] as const)('tells %j', (data, text) => {
    const event = sampleEvent(0, structuredClone(data) as Parameters<typeof sampleEvent>[1]);
    expect(viewHistory([event], en).changes[0]?.text).toBe(text);
  });
});
