import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { Explanation } from './answer.ts';
import { explainSite } from './answer.ts';
import { shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';
import { pathOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/** One line of the list. */
export interface SiteLine {
  id: string;
  name: string;
  href: string;
  explanation: Explanation;
  /** How long the answer stands; null where its start is not known. */
  since: string | null;
  promise: string | null;
  /** What is said before the promise to those who do not see the list. */
  promiseLead: string;
  overdue: boolean;
}

/** The day from which the present answer stands. */
function findStart({ events, answer }: PublicSite): Day | null {
  let start: Day | null = null;
  for (const { at, data } of events.toReversed()) {
    if (data.kind !== 'answer-changed') continue;
    if (data.answer !== answer) break;
    start = dayOf(at);
  }
  return start;
}

function tellPromise({ promise, answer, endedOn }: PublicSite, today: Day, words: Wording): string | null {
  if (answer === 'yes' || endedOn !== null) return null;
  if (promise === null) return words.page.overview.noDate;
  const late = daysBetween(promise.by, today);
  return late > 0
    ? words.page.overview.overdue(late)
    : words.page.overview.byDate(words.writeNearDay(promise.by, today));
}

function writeLine(published: Published, site: PublicSite, words: Wording): SiteLine {
  const today = dayOf(published.asOf);
  const start = site.endedOn === null ? findStart(site) : null;
  return {
    id: site.id,
    name: shorten(site.name, 60),
    href: pathOf(published, siteFolder(site.id)),
    explanation: explainSite(site, today, words),
    since: start === null ? null : words.page.overview.since(daysBetween(start, today)),
    promise: tellPromise(site, today, words),
    promiseLead: words.label(words.page.overview.columns.promise, ''),
    overdue: site.answer === 'no' && site.promise !== null && site.promise.by < today,
  };
}

/** A site stands on several lists. Its line hangs on what it is made of. */
const lines = new WeakMap<Published, WeakMap<PublicSite, SiteLine>>();

/** A site as one line of a list. */
export function viewLine(published: Published, site: PublicSite, words: Wording): SiteLine {
  const known = lines.get(published) ?? new WeakMap<PublicSite, SiteLine>();
  lines.set(published, known);
  const line = known.get(site) ?? writeLine(published, site, words);
  known.set(site, line);
  return line;
}
