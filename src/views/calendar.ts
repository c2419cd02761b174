import { nameProduct } from '../model/products.ts';
import type { Day, Instant } from '../model/time.ts';
import { dayOf } from '../model/time.ts';
import { plainText, shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Promised } from './promised.ts';
import { listPromises } from './promised.ts';
import type { Published } from './published.ts';
import { addressOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/** An entry that fills a day. */
export interface CalendarEntry {
  /** Permanent: the same entry under all that happens to it. */
  uid: string;
  /** How often its day or its status changed. */
  sequence: number;
  /** The instant of the event that made it what it is. */
  changedAt: Instant;
  on: Day;
  title: string;
  text: string;
  /** The page of its site. */
  page: string;
  cancelled: boolean;
}

/** A calendar that is subscribed to. Its bytes change with what it tells alone. */
export interface Calendar {
  title: string;
  description: string;
  language: string;
  /** Its own address. */
  self: string;
  /** How often it is worth asking for, milliseconds. */
  everyMs: number;
  entries: CalendarEntry[];
}

/** Entries in one calendar: readers refuse files above a megabyte, and an entry has about 700 bytes. */
const mostEntries = 1000;

/** What the entries of one site are made of. */
interface Context {
  published: Published;
  site: PublicSite;
  words: Wording;
}

type EntryPart = Omit<CalendarEntry, 'uid' | 'title' | 'text' | 'page'> & {
  id: string;
  title: string;
  lines: string[];
};

function writeEntry({ published, site, words }: Context, { id, title, lines, ...part }: EntryPart): CalendarEntry {
  const page = addressOf(published, siteFolder(site.id));
  return {
    ...part,
    uid: `${id}@${new URL(published.url).hostname}`,
    title: plainText(title),
    text: plainText([...lines, words.calendar.page(page)].join('\n')),
    page,
  };
}

function writePromise(context: Context, promise: Promised, id: string): CalendarEntry {
  const { site, words } = context;
  const { by, earlier, status, changes, changedAt } = promise;
  const maintainer = site.maintainer === null ? null : shorten(site.maintainer.name, 80);
  const days = [...new Set(earlier)].filter((day) => day !== by).map((day) => words.writeDay(day));
  const moved = days.length === 0 ? [] : [words.page.earlierPromises(words.joinAll(days))];
  return writeEntry(context, {
    id,
    sequence: changes,
    changedAt,
    on: by,
    title: words.calendar.titles[status](shorten(site.name, 100)),
    lines: [words.calendar.promised(maintainer), ...moved],
    cancelled: status === 'withdrawn' || status === 'dropped',
  });
}

/** Where the events that tell of the promise are withheld or not yet recorded: the one that stands, each day an entry of its own. */
function writeStanding(context: Context): CalendarEntry[] {
  const { published, site } = context;
  const { promise, id, answer, endedOn, events } = site;
  if (promise === null || answer === 'yes' || endedOn !== null) return [];
  const { by, made } = promise;
  const day = made ?? dayOf(events[0]?.at ?? by);
  const status = by < dayOf(published.asOf) ? 'overdue' : 'open';
  const known = {
    site: id,
    sequence: 0,
    by,
    earlier: [],
    status,
    changes: 0,
    changedAt: `${day}T00:00:00.000Z`,
  } as const;
  return [writePromise(context, { ...known, earlier: [] }, `promise-${id}-${by}`)];
}

function writePromises(context: Context): CalendarEntry[] {
  const promises = listPromises(context.site.events);
  if (promises.length === 0) return writeStanding(context);
  return promises.map((promise) => writePromise(context, promise, `promise-${promise.site}-${promise.sequence}`));
}

/** When a product that may be installed was last seen to change; ends of support from before the first event are no news. */
function writeSupport(context: Context): CalendarEntry[] {
  const { report, endedOn, events, name } = context.site;
  const { calendar } = context.words;
  const first = events[0];
  if (report === null || endedOn !== null || first === undefined) return [];
  const ends = report.verdict.supportEnds.filter(({ on }) => on >= dayOf(first.at));
  return ends.map(({ product, branch, on }) => {
    const line = `${nameProduct(product)} ${branch}`;
    const seen = events.findLast(
      ({ data }) => data.kind === 'version-changed' && data.installed.some((one) => one.product === product),
    );
    return writeEntry(context, {
      id: `support-${first.site}-${product}-${encodeURIComponent(branch)}-${on}`,
      sequence: 0,
      changedAt: seen?.at ?? first.at,
      on,
      title: calendar.supportTitle(line, shorten(name, 100)),
      lines: [calendar.support(line)],
      cancelled: false,
    });
  });
}

/** The newest promises first, then the ends of support that come next, as many as fit; in the order of their days. */
function chooseEntries(contexts: readonly Context[]): CalendarEntry[] {
  const byDay = (a: CalendarEntry, b: CalendarEntry) =>
    a.on.localeCompare(b.on, 'en') || a.uid.localeCompare(b.uid, 'en');
  const promises = contexts.flatMap(writePromises).sort(byDay).slice(-mostEntries);
  const support = contexts.flatMap(writeSupport).sort(byDay);
  return [...promises, ...support.slice(0, mostEntries - promises.length)].sort(byDay);
}

function writeCalendar(
  published: Published,
  sites: readonly PublicSite[],
  words: Wording,
): Pick<Calendar, 'description' | 'language' | 'everyMs' | 'entries'> {
  return {
    description: words.calendar.description,
    language: words.language,
    everyMs: published.everyMs,
    entries: chooseEntries(sites.map((site) => ({ published, site, words }))),
  };
}

/** The calendar of one site. */
export function viewSiteCalendar(published: Published, site: PublicSite, words: Wording): Calendar {
  return {
    ...writeCalendar(published, [site], words),
    title: plainText(words.calendar.title(shorten(site.name, 100))),
    self: addressOf(published, calendarPath(siteFolder(site.id))),
  };
}

/** The calendar of all sites. */
export function viewCalendar(published: Published, words: Wording): Calendar {
  return {
    ...writeCalendar(published, published.sites, words),
    title: plainText(words.calendar.title(shorten(published.title, 100))),
    self: addressOf(published, calendarPath('')),
  };
}

/** Path of the calendar that stands in a folder. */
export function calendarPath(folder: string): string {
  return `${folder}calendar.ics`;
}
