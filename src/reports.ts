import { InvalidResponseError } from './lib/errors.ts';
import type { HistoryEvent } from './model/history.ts';
import type { Report } from './model/report.ts';
import { Disclosure } from './model/site.ts';
import type { Checks, ListedSite, Listing } from './model/state.ts';
import { dayOf } from './model/time.ts';
import type { Store } from './store.ts';
import { openStore } from './store.ts';
import { cleanStrings } from './views/clean.ts';
import type { OwnReason, PublicSite } from './views/disclose.ts';
import { disclose } from './views/disclose.ts';
import { sortByUrgency } from './views/order.ts';
import type { Published } from './views/published.ts';
import { staleAfter } from './views/published.ts';
import { listSources } from './views/sources.ts';

/** What sites are read against. */
interface State {
  store: Store;
  listing: Listing;
  checks: Checks;
  /** Takes the place of every site's own level. */
  level: Disclosure | null;
}

/** Sites that are read at once. */
const atOnce = 64;

/** A site of which only its history is left: nobody says what of it may be shown, so its answers alone are. */
function listNothing(id: string): ListedSite {
  return { id, name: id, url: '', maintainer: null, tags: [], disclosure: 'answer-only', promise: null };
}

/** Reports change only when something changed; the checks say whether anybody still looked. */
function findOverride(id: string, report: Report | null, { listing, checks }: State): OwnReason | null {
  if (report === null) return 'not-checked';
  const checkedAt = checks.sites[id]?.checkedAt ?? report.asOf;
  return dayOf(staleAfter(checkedAt, listing.everyMs)) < dayOf(checks.asOf) ? 'check-overdue' : null;
}

function endOf(events: readonly HistoryEvent[], asOf: string): string {
  const end = events.findLast(({ data }) => data.kind === 'monitoring-ended') ?? events.at(-1);
  return dayOf(end?.at ?? asOf);
}

async function readSite(site: ListedSite, listed: boolean, state: State): Promise<PublicSite> {
  const { store, checks, level } = state;
  const [report, events] = await Promise.all([store.readReport(site.id), store.readHistory(site.id)]);
  const check = checks.sites[site.id];
  const known = {
    site,
    endedOn: listed ? null : endOf(events, checks.asOf),
    override: listed ? findOverride(site.id, report, state) : ('not-monitored' as const),
    ...cleanStrings({ report: listed ? report : null, events }),
    checkedAt: check?.checkedAt ?? report?.asOf ?? null,
    seenAt: check?.seenAt ?? report?.seenAt ?? null,
    sources: checks.sources,
  };
  return disclose(known, level ?? site.disclosure);
}

async function readSites(state: State): Promise<PublicSite[]> {
  const { store, listing } = state;
  const listed = new Set(listing.sites.map(({ id }) => id));
  const former = (await store.historyIds()).filter((id) => !listed.has(id));
  const rows = [
    ...listing.sites.map((site) => ({ site, isListed: true })),
    ...former.map((id) => ({
      site: listing.formerSites?.find((site) => site.id === id) ?? listNothing(id),
      isListed: false,
    })),
  ];
  const sites: PublicSite[] = [];
  for (let start = 0; start < rows.length; start += atOnce) {
    const batch = rows.slice(start, start + atOnce).map(({ site, isListed }) => readSite(site, isListed, state));
    sites.push(...(await Promise.all(batch)));
  }
  return sortByUrgency(sites);
}

function missing(dir: string, file: string): InvalidResponseError {
  return new InvalidResponseError(
    dir,
    `${dir} holds no ${file}: nothing was scanned into it. Remedy: run "npm run scan" first, or name another folder with --data.`,
  );
}

/**
 * Everything the pages show, read from a data folder, cleaned and disclosed. `level` takes the place of every
 * site's own. Throws InvalidResponseError on anything missing or malformed: a build never publishes half the truth.
 */
export async function readReports(dir: string, level: Disclosure | null): Promise<Published> {
  const store = openStore(dir);
  const [listing, checks] = await Promise.all([store.readListing(), store.readChecks()]);
  if (listing === null) throw missing(dir, 'sites.json');
  if (checks === null) throw missing(dir, 'checks.json');
  const state = cleanStrings({ listing, checks });
  const sites = await readSites({ store, ...state, level });
  const { title, url, contact, demo, userAgent, everyMs } = state.listing;
  const sources = listSources(sites.flatMap((site) => site.sources));
  return { title, url, contact, demo, userAgent, everyMs, asOf: checks.asOf, sites, sources };
}

let loaded: Promise<Published> | undefined;

/** The same for the pages, once per build; scripts/build.ts names the folder and the level in the environment. */
export function loadReports(): Promise<Published> {
  const level = Disclosure.optional().parse(process.env['PATCHPROOF_DISCLOSURE'] || undefined);
  loaded ??= readReports(process.env['PATCHPROOF_DATA'] ?? 'data', level ?? null);
  return loaded;
}

/** One path per site, for every page and file of a site. */
export async function listSitePaths(): Promise<{ params: { id: string }; props: { site: PublicSite } }[]> {
  const { sites } = await loadReports();
  return sites.map((site) => ({ params: { id: site.id }, props: { site } }));
}
