import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { SourceState } from '../../src/model/facts.ts';
import type { EventData, HistoryEvent } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import type { ListedSite, ProductTimeline } from '../../src/model/state.ts';
import type { ReasonCode } from '../../src/model/verdict.ts';
import { openStore } from '../../src/store.ts';
import { sampleComponent, sampleReport } from '../views/samples.ts';

const asOf = '2026-11-22T14:05:00.000Z';
const zeros = '0'.repeat(64);

const products = [
  ...['woocommerce', 'woocommerce', 'woocommerce', 'prestashop', 'prestashop', 'magento', 'shopware6', 'opencart'],
  ...['shopify', 'drupal-commerce', 'zencart', 'oxid', 'sylius', 'nopcommerce'],
];
const goods = ['Books', 'Bikes', 'Tea', 'Wine', 'Lamps', 'Shoes', 'Maps', 'Garden Supplies', 'Toys', 'Bread & Cake'];
const places = ['Harbour', 'Old Mill', 'Northgate', 'Juniper', 'Copper', 'Saffron', 'Müller’s', 'Meridian', 'Lantern'];
const firms = ['Web', 'Digital', 'Kontor', 'Studio', 'IT Services GmbH', 'Commerce & Code', 'e-Handel'];
const tags = ['wine', 'b2b', 'flagship', 'Süd', 'click-and-collect', 'wholesale', 'food', 'gold support', 'pilot'];
const reasons: readonly ReasonCode[] = [
  ...(['update-missing', 'update-missing', 'known-advisory', 'end-of-life', 'version-ambiguous'] as const),
  ...(['blocked', 'unknown-version', 'patch-level-unproven', 'unreachable'] as const),
];

/** The same numbers in every run: spread over 0 ... `below` - 1. */
function spread(index: number, salt: number, below: number): number {
  return createHash('sha256').update(`${index} ${salt}`).digest().readUInt32BE(0) % below;
}

function pick<T>(from: readonly T[], index: number, salt: number): T {
  const one = from[spread(index, salt, from.length)];
  if (one === undefined) throw new RangeError('Nothing to pick from');
  return one;
}

/** The instant of a scan so many days before the run. */
function daysAgo(days: number): string {
  return new Date(Date.parse(asOf) - days * 86_400_000).toISOString();
}

function dayAgo(days: number): string {
  return daysAgo(days).slice(0, 10);
}

function isYes(index: number): boolean {
  return spread(index, 1, 5) > 1;
}

function nameMaintainer(index: number, count: number): ListedSite['maintainer'] {
  const which = Math.floor(spread(index, 2, 1000) ** 2 / (1_000_000 / Math.max(1, count * 0.15)));
  if (spread(index, 3, 12) === 0) return null;
  const name = `${pick(places, which, 4)} ${pick(firms, which, 5)}${which < 50 ? '' : ` ${which}`}`;
  return { name, ...(which % 3 === 0 && { url: `https://agency-${which}.example/` }) };
}

function listSite(index: number, count: number): ListedSite {
  const promised = !isYes(index) && spread(index, 6, 3) === 0;
  const level = spread(index, 7, 20);
  return {
    id: `shop-${index}`,
    name: `${pick(places, index, 8)} ${pick(goods, index, 9)}${index < 40 ? '' : ` ${index}`}`,
    url: `https://shop-${index}.example/`,
    maintainer: nameMaintainer(index, count),
    tags: tags.filter((_, i) => spread(index, 20 + i, 6 + i) === 0),
    disclosure: level === 0 ? 'answer-only' : level === 1 ? 'after-patch' : 'full',
    promise: promised ? { by: dayAgo(spread(index, 10, 30) - 20), made: dayAgo(31) } : null,
  };
}

function writeReport(index: number): Report {
  const product = pick(products, index, 11);
  const yes = isYes(index);
  const hosted = product === 'shopify';
  const reason = hosted ? 'vendor-hosted' : pick(['current', 'secure'] as const, index, 12);
  const version = product === 'woocommerce' ? '10.5.3' : '8.1.5';
  const component = sampleComponent({ product, vendorHosted: hosted, versions: hosted ? [] : [version] });
  const base = product === 'woocommerce' ? [sampleComponent({ product: 'wordpress', versions: ['7.0.6'] })] : [];
  const said = yes
    ? ({ answer: 'yes', reason, product, nextStep: { code: 'keep-going', params: {} } } as const)
    : ({ answer: 'no', reason: pick(reasons, index, 13), product } as const);
  return { ...sampleReport(said, [component, ...base]), site: `shop-${index}`, asOf };
}

/** Flaws that came and went, then the answer as it stands. */
function tellPast(index: number, report: Report): { daysAgo: number; data: EventData }[] {
  const { answer, reason, product } = report.verdict;
  const began = 30 + spread(index, 14, 600);
  const start: { daysAgo: number; data: EventData }[] = [
    { daysAgo: began, data: { kind: 'monitoring-started' } },
    { daysAgo: began, data: { kind: 'answer-changed', answer: 'yes', reason: 'current' } },
  ];
  const steady = answer === 'yes' && spread(index, 15, 4) === 0;
  if (steady) return start;
  const from = 1 + spread(index, 16, 25);
  const gone = Math.max(0, from - 1 - spread(index, 17, 20));
  const flaw = { product: product ?? 'prestashop', advisory: `EXAMPLE-${index}` };
  const hit = { daysAgo: from, data: { kind: 'advisory-affects', ...flaw, published: dayAgo(from) } } as const;
  const no = { daysAgo: from, data: { kind: 'answer-changed', answer: 'no', reason: 'known-advisory' } } as const;
  if (answer === 'no') return [...start, hit, { ...no, data: { ...no.data, reason } }];
  const kept = spread(index, 18, 2) === 0;
  return [
    ...start,
    hit,
    no,
    { daysAgo: gone, data: { kind: 'advisory-fixed', ...flaw } },
    { daysAgo: gone, data: { kind: kept ? 'promise-kept' : 'promise-overdue', by: dayAgo(gone) } },
    { daysAgo: gone, data: { kind: 'answer-changed', answer, reason } },
  ];
}

function writeHistory(index: number, report: Report): HistoryEvent[] {
  const site = `shop-${index}`;
  const hashOf = (sequence: number) => createHash('sha256').update(`${site} ${sequence}`).digest('hex');
  return tellPast(index, report).map(({ daysAgo: days, data }, sequence) => ({
    site,
    sequence,
    at: daysAgo(days),
    data,
    salt: hashOf(sequence).slice(0, 32),
    previous: sequence === 0 ? zeros : hashOf(sequence - 1),
    hash: hashOf(sequence),
  }));
}

/** Two sources of each product, asked by the last scan. */
function listSources(): SourceState[] {
  const source = { fetchedAt: asOf, licence: 'CC-BY-4.0', url: 'https://advisories.example/', problem: null };
  return [
    { ...source, id: 'osv', name: 'OSV', kind: 'advisories' },
    { ...source, id: 'packagist', name: 'Packagist', kind: 'releases' },
  ];
}

/** A release every three weeks, for some years. */
function listReleases(product: string): ProductTimeline {
  const releases = Array.from({ length: 60 }, (_, i) => ({
    version: `8.${Math.floor(i / 10)}.${i % 10}`,
    security: i % 4 === 0,
    date: dayAgo((60 - i) * 21),
  }));
  return { schemaVersion: 1, product, releases };
}

/** Writes a data folder of `count` made-up shops, the same at every call. Its hash chains are made up as well. */
export async function writeMany(dir: string, count: number): Promise<void> {
  const store = openStore(dir);
  const indexes = Array.from({ length: count }, (_, i) => i);
  // The last of every fifty left the list.
  const left = (index: number) => index % 50 === 49;
  const sites = indexes.map((index) => listSite(index, count));
  await store.writeListing({
    schemaVersion: 1,
    title: 'Shops of the Valley',
    url: 'https://shops.example.org/',
    contact: 'checks@example.org',
    everyMs: 86_400_000,
    maxAgeMs: 172_800_000,
    demo: false,
    userAgent: 'Patchproof/0.1 (+https://shops.example.org/)',
    languages: ['en'],
    sites: sites.filter((_, index) => !left(index)),
    formerSites: sites.filter((_, index) => left(index)),
  });
  for (const index of indexes) {
    const report = writeReport(index);
    await store.writeReport(report);
    await store.writeHistoryLines(
      report.site,
      writeHistory(index, report).map((event) => JSON.stringify(event)),
    );
  }
  const names = [...new Set([...products, 'wordpress'])];
  for (const product of names) await store.writeProduct(listReleases(product));
  const sources = names.map((product) => [product, listSources()]);
  const seen = indexes
    .filter((index) => !left(index))
    .map((index) => [`shop-${index}`, { checkedAt: asOf, seenAt: asOf }]);
  await store.writeChecks({
    schemaVersion: 1,
    asOf,
    sites: Object.fromEntries(seen),
    sources: Object.fromEntries(sources),
  });
}

if (import.meta.main) {
  const [dir, count] = parseArgs({ allowPositionals: true }).positionals;
  if (dir === undefined || count === undefined) throw new Error('Usage: node tests/build/many-sites.ts DIR COUNT');
  await writeMany(dir, Number(count));
}
