import type { SitePromise } from '../model/site.ts';
import type { Day } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import { shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Wording } from './wording/index.ts';

/** The answer to the second question. */
export interface PromiseView {
  text: string;
  overdue: boolean;
  /** What the maintainer adds, with its introduction; null where there is none. */
  note: { says: string; text: string } | null;
  /** Dates that were promised before; null where there are none. */
  earlier: string | null;
}

/** Dates that another date took the place of; each stays visible. */
function listEarlier({ events, promise }: PublicSite): Day[] {
  const dates = events.flatMap(({ data }) => (data.kind === 'promise-moved' ? [data.from] : []));
  return [...new Set(dates)].filter((day) => day !== promise?.by);
}

/** Who promised it, and when. */
function tellMade({ maintainer }: PublicSite, { made }: SitePromise, today: Day, { page, writeNearDay }: Wording) {
  const name = maintainer === null ? null : shorten(maintainer.name, 80);
  if (made === undefined) return name === null ? [] : [page.promisedBy({ name })];
  const day = writeNearDay(made, today);
  return [name === null ? page.promisedOn({ day }) : page.promisedByOn({ name, day })];
}

function writePromise(site: PublicSite, today: Day, words: Wording): string {
  const { promise } = site;
  if (site.answer === 'yes') return words.page.applied;
  if (promise === null) return words.page.noPromise;
  const away = daysBetween(today, promise.by);
  const relative = words.fromToday(away);
  if (away < 0) return words.page.overdue(words.writeNearDay(promise.by, today), relative);
  const promised = words.page.promised(words.writeDay(promise.by), relative);
  return [promised, ...tellMade(site, promise, today, words)].join(' ');
}

/** When it will be applied, as the maintainer says. */
export function viewPromise(site: PublicSite, today: Day, words: Wording): PromiseView {
  const open = site.answer === 'no';
  const note = open ? site.promise?.note : undefined;
  const earlier = open ? listEarlier(site).map((day) => words.writeNearDay(day, today)) : [];
  const name = site.maintainer === null ? null : shorten(site.maintainer.name, 80);
  return {
    text: writePromise(site, today, words),
    overdue: open && site.promise !== null && site.promise.by < today,
    note:
      note === undefined
        ? null
        : { says: name === null ? words.page.note : words.page.noteNamed({ name }), text: note },
    earlier: earlier.length === 0 ? null : words.page.earlierPromises(words.joinAll(earlier)),
  };
}
