import { canonicalForm, findFault } from './history/index.ts';
import { InvalidResponseError } from './lib/errors.ts';
import type { AttestedCopies } from './model/attested.ts';
import { confirmedAt, keepProduct, keepRecords, listLost, type Pull, startPull } from './model/pull.ts';
import type { Checks, Listing, ProductTimeline } from './model/state.ts';
import type { Store } from './store.ts';

/** Several copies, the newest by `rank` first; in the same order whatever theirs was. */
function newestFirst<T>(copies: readonly T[], rank: (copy: T) => string): T[] {
  const ranked = copies.map((copy) => ({ copy, key: `${rank(copy)} ${canonicalForm(copy)}` }));
  return ranked.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ copy }) => copy);
}

function newest<T>(copies: readonly T[], rank: (copy: T) => string): T | undefined {
  return newestFirst(copies, rank)[0];
}

function present<T>(values: readonly (T | null)[]): T[] {
  return values.flatMap((value) => (value === null ? [] : [value]));
}

function names(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
}

/** Every key of all records, each with its newest value. */
function mergeRecords<T>(
  records: readonly Readonly<Record<string, T>>[],
  rank: (value: T) => string,
): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const name of names(records)) {
    const values = records.map((record) => record[name]).filter((value) => value !== undefined);
    const value = newest(values, rank);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** What one shard lists, and when it checked what. */
interface ShardListing {
  listing: Listing;
  checks: Checks | null;
}

/** A shard keeps the address at which a site that it does not visit was seen: the one that checked it last knows it. */
function addressOf(id: string, shards: readonly ShardListing[]): string | undefined {
  const last = newest(
    shards.map(({ listing, checks }) => ({
      url: listing.sites.find((site) => site.id === id)?.url,
      checkedAt: checks?.sites[id]?.checkedAt ?? '',
    })),
    ({ checkedAt }) => checkedAt,
  );
  return last?.url;
}

/** The shards are made of one sites.yaml: what is no longer listed may differ, what is listed may not. */
function mergeListings(shards: readonly ShardListing[]): Listing | null {
  const listings = shards.map(({ listing }) => listing);
  const head = ({ formerSites, sites, ...rest }: Listing) =>
    canonicalForm({ ...rest, sites: sites.map(({ url, ...site }) => site) });
  const [first] = listings;
  if (first === undefined) return null;
  if (listings.some((one) => head(one) !== head(first))) {
    throw new InvalidResponseError(
      'sites.json',
      'The shards were scanned with different sites.yaml files. Remedy: scan all of them with the same one, then merge again.',
    );
  }
  const last = newest(listings, ({ formerSites = [] }) => String(formerSites.length).padStart(9, '0')) ?? first;
  return { ...last, sites: last.sites.map((site) => ({ ...site, url: addressOf(site.id, shards) ?? site.url })) };
}

function mergeChecks(checks: readonly Checks[]): Checks | null {
  const last = newest(checks, ({ asOf }) => asOf);
  if (last === undefined) return null;
  return {
    schemaVersion: 1,
    asOf: last.asOf,
    sites: mergeRecords(
      checks.map(({ sites }) => sites),
      ({ checkedAt }) => checkedAt,
    ),
    sources: mergeRecords(
      checks.map(({ sources }) => sources),
      (states) =>
        states
          .map(({ fetchedAt }) => fetchedAt)
          .sort()
          .at(-1) ?? '',
    ),
  };
}

/** Products that a pull speaks of, be it by a problem. */
function productsOf({ records: { advisories, releases, support, flags }, problems }: Pull): string[] {
  return [...names([advisories, releases, support, flags]), ...problems.map(({ product }) => product)];
}

/** Checks of sites that are no longer listed are not kept. */
function keepListed(checks: Checks, listing: Listing | null): Checks {
  if (listing === null) return checks;
  const listed = new Set(listing.sites.map(({ id }) => id));
  return { ...checks, sites: Object.fromEntries(Object.entries(checks.sites).filter(([id]) => listed.has(id))) };
}

/**
 * What was confirmed last of a product. A copy that has nothing of what an older one had, be it that it could not be read or
 * that it answered empty, takes nothing away: that stands with the age that it had, and no validators confirm the empty answer.
 */
function mergeProduct(to: Pull, product: string, pulls: readonly Pull[]): void {
  const speaking = pulls.filter((pull) => productsOf(pull).includes(product));
  const [last, ...others] = newestFirst(speaking, (pull) => confirmedAt(pull, product));
  if (last === undefined) return;
  keepProduct(to, product, last);
  let confirmed = confirmedAt(last, product);
  for (const from of others) {
    const kinds = listLost(to, from, product);
    keepRecords(to, product, { from, kinds });
    if (kinds.length === 0) continue;
    confirmed = confirmedAt(from, product);
    to.validators = {};
  }
  if (confirmed !== to.fetchedAt) to.confirmedAt = { ...to.confirmedAt, [product]: confirmed };
}

/** Of each document those of the newest pull that read it: another's would confirm records that they do not belong to. */
function mergeValidators(pulls: readonly Pull[]): Pull['validators'] {
  const urls = names(pulls.map(({ validators }) => validators));
  return Object.fromEntries(
    urls.map((url) => [url, pulls.find(({ validators }) => validators[url] !== undefined)?.validators[url] ?? {}]),
  );
}

/** One copy of a source's pulls: of each product what was confirmed last. */
function mergePulls(pulls: readonly Pull[]): Pull | null {
  const last = newest(pulls, ({ fetchedAt }) => fetchedAt);
  if (last === undefined) return null;
  const merged: Pull = {
    ...startPull(last.source, { at: last.fetchedAt }),
    validators: mergeValidators(newestFirst(pulls, ({ fetchedAt }) => fetchedAt)),
  };
  merged.records.exploited = last.records.exploited;
  for (const product of [...new Set(pulls.flatMap(productsOf))].sort()) mergeProduct(merged, product, pulls);
  return merged;
}

function lastOf({ releases }: ProductTimeline): string {
  return `${releases.at(-1)?.date ?? ''} ${String(releases.length).padStart(9, '0')}`;
}

function lastRead({ copies }: AttestedCopies): string {
  const read = Object.values(copies).map(({ readAt }) => readAt);
  return read.sort().at(-1) ?? '';
}

/** The longest of histories that go on from each other. Throws where two of them went on separately, or one is damaged. */
async function mergeHistory(id: string, shards: readonly Store[]): Promise<string[]> {
  let longest: string[] = [];
  for (const store of shards) {
    const lines = await store.readHistoryLines(id);
    const file = `${store.dir}/history/${id}.jsonl`;
    const fault = findFault(lines);
    if (fault !== null) {
      throw new InvalidResponseError(
        id,
        `${file}:${fault.line} ${fault.fault}. Nothing was merged. Remedy: scan that shard again, then merge again.`,
      );
    }
    const shared = Math.min(lines.length, longest.length);
    if (lines.slice(0, shared).join() !== longest.slice(0, shared).join()) {
      throw new InvalidResponseError(
        id,
        `${file} went on separately from the history in another shard: one site was scanned in two shards. Nothing was merged. Remedy: scan with one number of shards, each shard once, then merge again.`,
      );
    }
    if (lines.length > longest.length) longest = lines;
  }
  return longest;
}

async function ofAll<T>(shards: readonly Store[], read: (store: Store) => Promise<T>): Promise<T[]> {
  return Promise.all(shards.map(read));
}

async function namesOf(shards: readonly Store[], list: (store: Store) => Promise<string[]>): Promise<string[]> {
  return [...new Set((await ofAll(shards, list)).flat())].sort();
}

/** Reads everything first: what cannot be merged leaves the target as it was. */
async function readShards(shards: readonly Store[]) {
  const histories = new Map<string, string[]>();
  for (const id of await namesOf(shards, (store) => store.historyIds())) {
    histories.set(id, await mergeHistory(id, shards));
  }
  const checks = mergeChecks(present(await ofAll(shards, (store) => store.readChecks())));
  return { histories, checks };
}

async function writeNewest<T>(
  ids: readonly string[],
  shards: readonly Store[],
  {
    read,
    merge,
    write,
  }: {
    read: (store: Store, id: string) => Promise<T | null>;
    merge: (copies: T[]) => T | null | undefined;
    write: (value: T) => Promise<void>;
  },
): Promise<void> {
  for (const id of ids) {
    const merged = merge(present(await ofAll(shards, (store) => read(store, id))));
    if (merged !== null && merged !== undefined) await write(merged);
  }
}

/**
 * Puts the data folders of shards together: what one run over all sites would have written. The order of the shards does
 * not matter, and merging twice changes nothing. Throws InvalidResponseError, naming site and shard, before anything is written.
 */
export async function mergeShards(target: Store, parts: readonly Store[]): Promise<{ sites: number }> {
  const shards = [target, ...parts];
  const { histories, checks } = await readShards(shards);
  const listed = await ofAll(parts, async (store) => ({
    listing: await store.readListing(),
    checks: await store.readChecks(),
  }));
  const listing = mergeListings(
    listed.flatMap(({ listing, checks }) => (listing === null ? [] : [{ listing, checks }])),
  );
  for (const [id, lines] of histories) await target.writeHistoryLines(id, lines);
  await writeNewest(await namesOf(shards, (store) => store.reportIds()), shards, {
    read: (store, id) => store.readReport(id),
    merge: (reports) => newest(reports, ({ asOf }) => asOf),
    write: (report) => target.writeReport(report),
  });
  await writeNewest(await namesOf(shards, (store) => store.pullIds()), shards, {
    read: (store, id) => store.readPull(id),
    merge: mergePulls,
    write: (pull) => target.writePull(pull),
  });
  await writeNewest(await namesOf(shards, (store) => store.productIds()), shards, {
    read: (store, id) => store.readProduct(id),
    merge: (timelines) => newest(timelines, lastOf),
    write: (timeline) => target.writeProduct(timeline),
  });
  await writeNewest(await namesOf(shards, (store) => store.attestedIds()), shards, {
    read: (store, id) => store.readAttested(id),
    merge: (copies) => newest(copies, lastRead),
    write: (copies) => target.writeAttested(copies),
  });
  if (listing !== null) await target.writeListing(listing);
  if (checks !== null) await target.writeChecks(keepListed(checks, listing));
  return { sites: Object.keys(checks?.sites ?? {}).length };
}
