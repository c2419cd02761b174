import { describe, expect, it } from 'vitest';
import { listChanges } from '../../src/views/events.ts';
import { viewFeed, viewSiteFeed } from '../../src/views/feed.ts';
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
    [{ kind: 'withheld' }, 'A change, withheld until it is fixed.'],
  ] as const)('tells %j', (data, text) => {
    const event = sampleEvent(0, structuredClone(data) as Parameters<typeof sampleEvent>[1]);
    expect(viewHistory([event], en).changes[0]?.text).toBe(text);
  });
});
