import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { canonicalForm, endHistory, readChain, recordHistory, type Salt } from '../history/index.ts';
import { InvalidResponseError } from '../lib/errors.ts';
import type { HistoryEvent } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import type { Site } from '../model/site.ts';
import type { Checks, Listing } from '../model/state.ts';
import type { Instant } from '../model/time.ts';
import type { Store } from '../store.ts';
import { addressIn } from './listing.ts';
import type { Earlier } from './site.ts';

function randomSalt(): string {
  return randomBytes(16).toString('hex');
}

/** Where a run writes; `salt` is random where it is left out. */
export interface Recorder {
  store: Store;
  salt?: Salt | undefined;
}

/** A history is only ever continued when its chain is intact: a damaged one is reported, never written over. */
async function intactHistory(id: string, store: Store): Promise<HistoryEvent[]> {
  const { events, fault } = readChain(await store.readHistoryLines(id));
  if (fault === null) return events;
  const file = `${store.dir}/history/${id}.jsonl`;
  throw new InvalidResponseError(
    id,
    `${file}:${fault.line} ${fault.fault}. Nothing was recorded for this site. Remedy: restore the file from version control (git checkout -- ${file}), then run "npm run verify".`,
  );
}

async function writeGrown(
  id: string,
  store: Store,
  lengths: { before: number; events: HistoryEvent[] },
): Promise<void> {
  if (lengths.events.length === lengths.before) return;
  await store.writeHistoryLines(id, lengths.events.map(canonicalForm));
}

/** What did not change is not written: everything but the instants and the number of requests. */
function isSameReport(a: Report | null, b: Report): boolean {
  const stable = ({ asOf, seenAt, requests, identification, ...rest }: Report) => ({
    ...rest,
    components: identification.components.map(({ evidence, ...component }) => ({
      ...component,
      evidence: evidence.map(({ at, ...piece }) => piece),
    })),
  });
  // as they are read back: without what is not defined
  const written = (report: Report) => JSON.parse(JSON.stringify(stable(report)));
  return a !== null && isDeepStrictEqual(written(a), written(b));
}

/**
 * Writes what a report changed: first the history, then the report. The history is compared with its own replay, so a run
 * that is killed between the two neither loses nor doubles an event.
 */
export async function recordReport(
  report: Report,
  earlier: Report | null,
  { store, salt = randomSalt }: Recorder,
): Promise<void> {
  const before = await intactHistory(report.site, store);
  await writeGrown(report.site, store, { before: before.length, events: recordHistory(before, report, salt) });
  if (!isSameReport(earlier, report)) await store.writeReport(report);
}

/** `formerly`: the history of an earlier id goes on under the new one. */
async function adoptFormer(site: Site, store: Store): Promise<void> {
  // all histories are listed only where somebody may have moved
  if (site.formerly.length === 0) return;
  const ids = await store.historyIds();
  const former = site.formerly.find((id) => ids.includes(id));
  if (former === undefined || ids.includes(site.id)) return;
  await intactHistory(former, store);
  await store.renameHistory(former, site.id);
}

/** Ids of histories whose site left sites.yaml. One that waits to go on under another id, perhaps in another shard, did not. */
export function listUnlisted(ids: readonly string[], sites: readonly Site[]): string[] {
  const known = new Set(ids);
  const awaited = sites.filter(({ id }) => !known.has(id)).flatMap(({ formerly }) => formerly);
  const listed = new Set([...sites.map(({ id }) => id), ...awaited]);
  return ids.filter((id) => !listed.has(id));
}

/** Sites that left sites.yaml keep their history, which says so. */
export async function endUnlisted(
  ids: readonly string[],
  at: Instant,
  { store, salt = randomSalt }: Recorder,
): Promise<void> {
  for (const site of ids) {
    const before = await intactHistory(site, store);
    await writeGrown(site, store, {
      before: before.length,
      events: endHistory(before, { site, at, salt }),
    });
  }
}

/** What the last runs left of a site, under its earlier id too. */
export async function readEarlier(
  site: Site,
  store: Store,
  { listing, checks }: { listing: Listing | null; checks: Checks | null },
): Promise<Earlier> {
  await adoptFormer(site, store);
  const report = await store.readReport(site.id);
  const listedUrl = addressIn(listing, site.id) ?? site.url;
  // Another address is another shop: nothing that was seen at the old one stands for it.
  if (report !== null && listedUrl !== site.url) {
    return { report: { ...report, identification: { components: [], withheld: [] } }, seenAt: null };
  }
  return { report, seenAt: checks?.sites[site.id]?.seenAt ?? report?.seenAt ?? null };
}
