import { canonicalForm } from '../history/index.ts';
import { InvalidResponseError } from '../lib/errors.ts';
import type { AttestedCopies } from '../model/attested.ts';
import type { Checks, ListedSite, Listing, ProductTimeline } from '../model/state.ts';
import type { Store } from '../store.ts';
import { mergeHistories } from './histories.ts';
import { mergeRecords, newest } from './newest.ts';
import { mergePulls } from './pulls.ts';

function present<T>(values: readonly (T | null)[]): T[] {
  return values.flatMap((value) => (value === null ? [] : [value]));
}

/**
 * The shards are made of one sites.yaml: what is no longer listed may differ, what is listed may not. But for the address of a
 * site whose visit failed: the shard that it belongs to keeps the one at which it was seen, which was listed before.
 */
function mergeListings(listings: readonly Listing[], before: Listing | null): Listing | null {
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
  const addressIn = (listing: Listing | null, id: string) => listing?.sites.find((site) => site.id === id)?.url;
  const addressOf = ({ id, url }: ListedSite) => {
    const seenAt = addressIn(before, id);
    return listings.some((listing) => addressIn(listing, id) === seenAt) ? (seenAt ?? url) : url;
  };
  return { ...last, sites: last.sites.map((site) => ({ ...site, url: addressOf(site) })) };
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

/** Checks of sites that are no longer listed are not kept. */
function keepListed(checks: Checks, listing: Listing | null): Checks {
  if (listing === null) return checks;
  const listed = new Set(listing.sites.map(({ id }) => id));
  return { ...checks, sites: Object.fromEntries(Object.entries(checks.sites).filter(([id]) => listed.has(id))) };
}

function lastOf({ releases }: ProductTimeline): string {
  return `${releases.at(-1)?.date ?? ''} ${String(releases.length).padStart(9, '0')}`;
}

function lastRead({ copies }: AttestedCopies): string {
  const read = Object.values(copies).map(({ readAt }) => readAt);
  return read.sort().at(-1) ?? '';
}

async function ofAll<T>(shards: readonly Store[], read: (store: Store) => Promise<T>): Promise<T[]> {
  return Promise.all(shards.map(read));
}

async function namesOf(shards: readonly Store[], list: (store: Store) => Promise<string[]>): Promise<string[]> {
  return [...new Set((await ofAll(shards, list)).flat())].sort();
}

/** Reads everything first: what cannot be merged leaves the target as it was. */
async function readShards(target: Store, parts: readonly Store[]) {
  const shards = [target, ...parts];
  const listings = present(await ofAll(parts, (store) => store.readListing()));
  const listing = mergeListings(listings, await target.readListing());
  const listed = new Set(listing?.sites.map(({ id }) => id));
  const ids = await namesOf(shards, (store) => store.historyIds());
  const { histories, adopted } = await mergeHistories(ids, shards, (id) => listed.has(id));
  const checks = mergeChecks(present(await ofAll(shards, (store) => store.readChecks())));
  return { listing, histories, adopted, checks };
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
  const { listing, histories, adopted, checks } = await readShards(target, parts);
  for (const [id, lines] of histories) await target.writeHistoryLines(id, lines);
  for (const id of adopted) await target.removeHistory(id);
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
