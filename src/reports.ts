import { InvalidResponseError } from './lib/errors.ts';
import { openSigner, type Signer } from './lib/signature.ts';
import type { HistoryEvent } from './model/history.ts';
import type { Language } from './model/language.ts';
import type { Report } from './model/report.ts';
import { Disclosure } from './model/site.ts';
import type { Checks, ListedSite, Listing, ProductTimeline } from './model/state.ts';
import { dayOf } from './model/time.ts';
import { listSiteParts } from './site-parts.ts';
import type { Store } from './store.ts';
import { openStore } from './store.ts';
import { cleanStrings } from './views/clean.ts';
import type { OwnReason, PublicSite } from './views/disclose.ts';
import { disclose } from './views/disclose.ts';
import type { Group } from './views/groups.ts';
import { listGroups } from './views/groups.ts';
import type { Index, ListPage, Lists } from './views/lists.ts';
import { cutPages, pageFolder, planLists } from './views/lists.ts';
import { sortByUrgency } from './views/order.ts';
import type { Published } from './views/published.ts';
import { languageFolder, staleAfter } from './views/published.ts';
import { listSources } from './views/sources.ts';
import type { Wording } from './views/wording/index.ts';
import { wordings } from './views/wording/index.ts';

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
  const isOverdue = dayOf(staleAfter(checkedAt, listing.everyMs)) < dayOf(checks.asOf);
  // dated by a wrong clock: nobody knows how old it is
  return isOverdue || checkedAt > checks.asOf ? 'check-overdue' : null;
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
    report: listed ? cleanStrings(report) : null,
    // Cleaned as they are disclosed: only an event that cleaning leaves as it is still fits its hash.
    events,
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

/** Of every product that may be shown. */
async function readTimelines(sites: readonly PublicSite[], store: Store): Promise<Map<string, ProductTimeline>> {
  const timelines = new Map<string, ProductTimeline>();
  for (const product of new Set(sites.flatMap(({ products }) => products))) {
    const timeline = await store.readProduct(product);
    if (timeline !== null) timelines.set(product, cleanStrings(timeline));
  }
  return timelines;
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
  const { title, url, contact, demo, userAgent, everyMs, languages } = state.listing;
  const [language = 'en'] = languages;
  const about = { title, url, contact, demo, userAgent, everyMs, language, languages };
  const sources = listSources(sites.flatMap((site) => site.sources));
  const timelines = await readTimelines(sites, store);
  return { ...about, asOf: checks.asOf, sites, sources, timelines };
}

let loaded: Promise<Published> | undefined;
let planned: Promise<Lists> | undefined;
const editions = new Map<Language, Published>();

/** The same for the pages, once per build; scripts/build.ts names the folder and the level in the environment. */
export function loadReports(): Promise<Published> {
  const level = Disclosure.optional().parse(process.env['PATCHPROOF_DISCLOSURE'] || undefined);
  loaded ??= readReports(process.env['PATCHPROOF_DATA'] ?? 'data', level ?? null);
  return loaded;
}

/** Begins a build: what an earlier one of this process read may be an old yes. */
export function forgetReports(): void {
  loaded = undefined;
  planned = undefined;
  editions.clear();
}

/** Signs the list of heads, where the environment gives a key; null: nothing is signed. */
export function loadSigner(): Signer | null {
  const variable = 'PATCHPROOF_SIGNING_KEY';
  const pem = process.env[variable]?.trim() ?? '';
  return pem === '' ? null : openSigner(pem, variable);
}

/** The same in another language, named by the folder its pages stand in; undefined: the default. */
export async function loadEdition(folder: string | undefined): Promise<{ published: Published; words: Wording }> {
  const published = await loadReports();
  const language = published.languages.find((one) => one === folder) ?? published.language;
  // One object per language: what is remembered of a language hangs on it.
  const edition = editions.get(language) ?? { ...published, language };
  editions.set(language, edition);
  return { published: edition, words: wordings[language] };
}

/** One folder per language; the default language has none. */
export async function listEditions(): Promise<{ params: { language: string | undefined } }[]> {
  const { languages } = await loadReports();
  return languages.map((language, index) => ({ params: { language: index === 0 ? undefined : language } }));
}

/** All that a site's page is given: it can show nothing else. */
export interface SiteProps extends Record<string, unknown> {
  published: Published;
  site: PublicSite;
}

/** What the files of a group of sites are given. */
export interface GroupProps extends Record<string, unknown> {
  group: Group;
}

/** One path per language and group of a kind: for each tag, or for each maintainer. */
export async function listGroupEditions(
  kind: Group['kind'],
): Promise<{ params: { language: string | undefined; slug: string }; props: GroupProps }[]> {
  const [editions, published] = await Promise.all([listEditions(), loadReports()]);
  const groups = listGroups(published).filter((group) => group.kind === kind);
  return editions.flatMap((edition) =>
    groups.map((group) => ({ params: { ...edition.params, slug: group.slug }, props: { group } })),
  );
}

/** A site's page and what it is made of; the same `cacheKey`, the same page. */
export interface SitePath {
  params: { language: string | undefined; id: string };
  props: SiteProps;
  cacheKey: string;
}

/** One path per site and language. */
export async function listSiteEditions(): Promise<SitePath[]> {
  const [editions, published] = await Promise.all([listEditions(), loadReports()]);
  const parts = listSiteParts(published);
  return editions.flatMap(({ params }, index) => {
    const language = published.languages[index] ?? published.language;
    return parts.map(({ site, cacheKey, ...part }) => ({
      params: { ...params, id: site.id },
      props: { published: { ...part.published, language }, site },
      cacheKey: `${cacheKey} ${language}`,
    }));
  });
}

/** All lists of sites, made once per build: they are the same in every language. */
export function loadLists(): Promise<Lists> {
  planned ??= loadReports().then(planLists);
  return planned;
}

/** What a page of a list is given. */
export interface ListProps extends Record<string, unknown> {
  /** Folder of the language; undefined: the default. */
  language: string | undefined;
  page: ListPage;
}

/** One path per page of every list and language: `tags/wine/2`, `de/tags/wine`; undefined: the first page of all. */
export async function listListPages(): Promise<{ params: { list: string | undefined }; props: ListProps }[]> {
  const [published, { all, groups, hall }] = await Promise.all([loadReports(), loadLists()]);
  const pages = [all, ...groups, ...(hall === null ? [] : [hall])].flatMap(cutPages);
  return published.languages.flatMap((language) =>
    pages.map((page) => {
      const folder = `${languageFolder(published, language)}${pageFolder(page.list, page.number)}`;
      return { params: { list: folder.replace(/\/$/, '') || undefined }, props: { language, page } };
    }),
  );
}

/** What a page of all groups of a kind is given. */
export interface IndexProps extends Record<string, unknown> {
  index: Index;
}

/** One path per kind of groups and language, where there are many of the kind. */
export async function listIndexPages(): Promise<
  { params: { language: string | undefined; kind: string }; props: IndexProps }[]
> {
  const [editions, { indexes }] = await Promise.all([listEditions(), loadLists()]);
  return editions.flatMap((edition) =>
    indexes.map((index) => ({
      params: { ...edition.params, kind: index.folder.replace(/\/$/, '') },
      props: { index },
    })),
  );
}
