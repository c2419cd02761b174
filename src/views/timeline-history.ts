import type { Day } from '../model/time.ts';
import { dayOf, daysAfter } from '../model/time.ts';
import type { PublicSite } from './disclose.ts';
import type { Exposure, Window } from './exposure.ts';
import { listExposures, sortByTime } from './exposure.ts';
import type { PromiseFact } from './promise-course.ts';
import { listPromises } from './promise-course.ts';
import type { Published } from './published.ts';
import type { AnswerSpan, VersionSpan } from './time-spans.ts';
import { endOfKnowledge, listAnswers, listProducts, listUnchecked, listVersions } from './time-spans.ts';

/** A site's past as it may be told: picture and table are made of it alone. */
export interface History {
  today: Day;
  /** The last day that anything is known of: today, or the one on which the site left. */
  lastDay: Day;
  /** The day from which on nothing is drawn of it. */
  end: Day;
  /** The first day that anything is known of. */
  first: Day;
  /** What was installed; empty where that is withheld or was never seen. */
  products: { product: string; versions: VersionSpan[] }[];
  answers: AnswerSpan[];
  exposures: Exposure[];
  unchecked: Window[];
  promises: PromiseFact[];
  /** Days on which a version came out, of the products that may be named. */
  releases: ReadonlyMap<string, Day[]>;
}

/** Products that are installed now come first. */
function sortProducts(seen: readonly string[], now: readonly string[]): string[] {
  const current = now.filter((product) => seen.includes(product));
  return [...new Set([...current, ...seen])];
}

/** The past of a site; null where nothing was ever seen. */
export function readHistory(site: PublicSite, published: Pick<Published, 'asOf' | 'timelines'>): History | null {
  const { events, endedOn, products } = site;
  const [first] = sortByTime(events);
  if (first === undefined) return null;
  const today = dayOf(published.asOf);
  const end = endOfKnowledge(site, today);
  const releases = products.map((product): [string, Day[]] => [
    product,
    published.timelines.get(product)?.releases.map(({ date }) => date) ?? [],
  ]);
  return {
    today,
    lastDay: endedOn ?? today,
    end,
    first: dayOf(first.at),
    products: sortProducts(listProducts(events), products).map((product) => ({
      product,
      versions: listVersions(events, product, end),
    })),
    answers: listAnswers(events, end),
    exposures: listExposures(events),
    unchecked: listUnchecked(site, today),
    promises: listPromises(site, today),
    releases: new Map(releases),
  };
}

/** Days that a picture should reach, those to come among them: promised ones, and 30 days from the start of what is open. */
export function listAhead({ promises, exposures, lastDay, today }: History): Day[] {
  const open = lastDay === today ? exposures.filter(({ until }) => until === null) : [];
  return [...promises.map(({ by }) => by), ...open.map(({ from }) => daysAfter(from, 30))];
}
