import { createHash } from 'node:crypto';
import { advisorySources } from '../src/advisories/index.ts';
import { embeddedFacts } from '../src/embedded.ts';
import type { Config } from '../src/model/config.ts';
import type { ProductFacts, Release } from '../src/model/facts.ts';
import type { Component, Evidence } from '../src/model/identification.ts';
import { type Pull, startPull } from '../src/model/pull.ts';
import type { Report } from '../src/model/report.ts';
import type { Site, SitePromise } from '../src/model/site.ts';
import { type Day, daysAfter, daysBetween, type Instant } from '../src/model/time.ts';
import { releaseSources } from '../src/releases/index.ts';
import { listingOf, timelineOf } from '../src/scan/listing.ts';
import { recordReport } from '../src/scan/record.ts';
import type { Store } from '../src/store.ts';
import { reachVerdict } from '../src/verdict/index.ts';
import { branchOf } from '../src/verdict/releases.ts';
import { schemes } from '../src/versions/index.ts';

/*
 * Shops that live through a past in which everything that ships was not known yet: releases and flaws come on their real days,
 * some shops update at once, some after weeks, some never, some promise. No network, no clock, no chance: the same every time.
 */

/** What the shops run; a third of them WooCommerce on WordPress. */
const mix = [
  ['wordpress', 'woocommerce'],
  ['magento'],
  ['wordpress', 'woocommerce'],
  ['prestashop'],
  ['shopware6'],
  ['wordpress', 'woocommerce'],
  ['opencart'],
  ['joomla'],
  ['drupal'],
] as const;

const products = [...new Set(mix.flat())];

/** One shop as it stands on a day. */
interface Shop {
  site: Site;
  installed: Map<string, Release>;
  report: Report | null;
  promise: SitePromise | null;
}

/** A number from 0 to 1 that stands in for chance. */
function chance(...parts: (string | number)[]): number {
  return createHash('sha256').update(parts.join(' ')).digest().readUInt32BE() / 2 ** 32;
}

function factsOf(product: string): ProductFacts {
  const facts = embeddedFacts(product);
  if (facts === null) throw new Error(`no facts of ${product} ship`);
  return facts;
}

const ranked = new Map<string, Release[]>();

/** Releases that are out by a day, the highest first. */
function releasesBy(day: Day, { product, releases, scheme }: ProductFacts): Release[] {
  const { compare } = schemes[scheme];
  const all = ranked.get(product) ?? releases.toSorted((a, b) => compare(b.version, a.version));
  ranked.set(product, all);
  return all.filter(({ date, prerelease }) => date !== null && date <= day && !prerelease);
}

/** Half of the shops begin with the newest release, the others up to forty behind. */
function firstRelease(id: string, product: string, day: Day): Release {
  const out = releasesBy(day, factsOf(product));
  const behind = chance(id, product) < 0.5 ? 0 : Math.floor(chance(id, product, 'behind') * 40);
  const release = out[Math.min(behind, out.length - 1)];
  if (release === undefined) throw new Error(`no release of ${product} is out by ${day}`);
  return release;
}

/** Days until a shop installs a release: up to a week for two of five, up to two months for two, never for one. */
function waitFor(id: string, version: string): number {
  const luck = chance(id, version, 'kind');
  if (luck >= 0.8) return Number.POSITIVE_INFINITY;
  return Math.ceil(chance(id, version, 'days') * (luck < 0.4 ? 7 : 60));
}

const newestOn = new Map<string, Release | undefined>();

/** The newest release of the branch that is installed. */
function newestOf(product: string, { version }: Release, day: Day): Release | undefined {
  const key = `${product} ${version} ${day}`;
  if (newestOn.has(key)) return newestOn.get(key);
  const facts = factsOf(product);
  const branch = branchOf(version, facts);
  const newest = releasesBy(day, facts).find((release) => branchOf(release.version, facts) === branch);
  newestOn.set(key, newest);
  return newest;
}

function updateShop(shop: Shop, day: Day): void {
  let behind = false;
  for (const [product, release] of shop.installed) {
    const newest = newestOf(product, release, day);
    if (newest === undefined || newest.version === release.version) continue;
    const waited = daysBetween(newest.date ?? day, day);
    if (waited >= waitFor(shop.site.id, newest.version)) shop.installed.set(product, newest);
    else behind = true;
  }
  if (!behind) shop.promise = null;
  else if (shop.promise === null ? chance(shop.site.id, day) < 0.02 : shop.promise.by < day) {
    shop.promise = { by: daysAfter(day, 14), made: day };
  }
}

/** As much as a visit keeps: five marks of the platform, one of which every weekly deployment changes, and three sets of releases. */
function evidenceOf(
  { id, url }: Site,
  product: string,
  { version, now }: { version: string; now: Instant },
): Evidence[] {
  const all = releasesBy('9999-12-31', factsOf(product)).map((release) => release.version);
  const place = all.indexOf(version);
  const week = Math.floor(Date.parse(now) / (7 * 86_400_000));
  const piece = { url, at: now, status: 200, sha256: null, known: 'measured' as const };
  const marks = [0, 1, 2, 3, 4].map((n) => {
    const deployed = n === 0 ? week : 0;
    const excerpt = `/assets/${createHash('md5').update(`${id} ${n} ${deployed}`).digest('hex')}/app.css`;
    return { ...piece, kind: 'markup' as const, rule: `mark ${n} of ${product}`, excerpt, versions: null };
  });
  const sets = [60, 20, 0].map((reach) => {
    const versions = all.slice(Math.max(0, place - reach), place + reach + 1).reverse();
    const sha256 = createHash('sha256').update(`${product} ${versions.join()}`).digest('hex');
    return { ...piece, kind: 'file-hash' as const, rule: `file of ${product}`, excerpt: null, sha256, versions };
  });
  return [...marks, ...sets];
}

function componentOf(site: Site, product: string, seen: { version: string; now: Instant }): Component {
  return {
    product,
    vendorHosted: false,
    embedded: false,
    versionPlace: { kind: 'back-office', name: '' },
    edition: null,
    versions: [seen.version],
    conflict: false,
    claimed: null,
    corroborated: true,
    confidence: 1,
    evidence: evidenceOf(site, product, seen),
  };
}

/** One check in a hundred gets no answer: the report says so, and the next one takes it back. */
function judgeShop(shop: Shop, now: Instant, config: Config): Report {
  const { site, installed, report, promise } = shop;
  const failed = report !== null && chance(site.id, now, 'failed') < 0.01;
  const components = [...installed].map(([product, { version }]) => componentOf(site, product, { version, now }));
  const identification = failed ? report.identification : { components, withheld: [] };
  const problems = failed
    ? [{ code: 'timed-out' as const, message: `${site.url} gave no answer.`, url: site.url }]
    : [];
  const given = { attestations: [], policy: config.policy, now, judgeSourceAge: false };
  const verdict = reachVerdict({ outcome: 'seen', identification, problems }, { ...given, facts: embeddedFacts });
  const seenAt = failed ? report.seenAt : now;
  return {
    schemaVersion: 1,
    site: site.id,
    asOf: now,
    seenAt,
    identification,
    verdict,
    promise,
    problems,
    requests: 8,
  };
}

/** More than a source says: each tells all flaws, or all releases and windows, of every product that it covers. */
function pullOf(source: { id: string; covers(product: string): boolean }, now: Instant, isOfFlaws: boolean): Pull {
  const pull = startPull(source.id, { at: now });
  for (const product of products.filter((each) => source.covers(each))) {
    const facts = factsOf(product);
    if (isOfFlaws) pull.records.advisories[product] = facts.advisories.filter(({ published }) => published <= now);
    else {
      pull.records.releases[product] = releasesBy(now.slice(0, 10), facts);
      pull.records.support[product] = facts.support.branches;
    }
    const etag = createHash('md5').update(JSON.stringify(pull.records)).digest('hex');
    pull.validators[`https://${source.id}.example/${product}.json`] = { etag };
  }
  return pull;
}

async function writeKnowledge(store: Store, now: Instant): Promise<void> {
  const keys = { githubToken: undefined };
  const pulls = [
    ...advisorySources(keys).map((source) => pullOf(source, now, true)),
    ...releaseSources(keys).map((source) => pullOf(source, now, false)),
  ];
  for (const pull of pulls) await store.writePull(pull);
  for (const product of products) await store.writeProduct(timelineOf(factsOf(product), now.slice(0, 10)));
}

/** Shops as they stand on the first day. */
export function openShops(config: Config, day: Day): Shop[] {
  return config.sites.map((site, index) => {
    const own = mix[index % mix.length] ?? mix[0];
    const installed = new Map(own.map((product) => [product, firstRelease(site.id, product, day)]));
    return { site, installed, report: null, promise: null };
  });
}

/** One daily scan: everything that a real one would leave in the data folder. */
export async function scanShops(shops: readonly Shop[], day: Day, at: { config: Config; store: Store }): Promise<void> {
  const { config, store } = at;
  const now = `${day}T05:17:00.000Z`;
  await writeKnowledge(store, now);
  for (const shop of shops) {
    updateShop(shop, day);
    const report = judgeShop(shop, now, config);
    await recordReport(report, shop.report, { store });
    shop.report = report;
  }
  const sites = shops.map(({ site, promise }) => (promise === null ? site : { ...site, promise }));
  await store.writeListing(listingOf({ ...config, sites }, await store.readListing(), () => true));
  const checked = shops.map(
    ({ site, report }) => [site.id, { checkedAt: now, seenAt: report?.seenAt ?? null }] as const,
  );
  const sources = products.map((product) => [product, factsOf(product).sources] as const);
  await store.writeChecks({
    schemaVersion: 1,
    asOf: now,
    sites: Object.fromEntries(checked),
    sources: Object.fromEntries(sources),
  });
}
