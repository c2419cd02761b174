import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { Explanation } from './answer.ts';
import { explainSite } from './answer.ts';
import { shorten } from './clean.ts';
import type { DatedText } from './dated.ts';
import { dateCheck } from './dated.ts';
import type { PublicSite } from './disclose.ts';
import type { DataLink } from './frame.ts';
import type { Published } from './published.ts';
import { pathOf, sharedPathOf, siteFolder } from './published.ts';
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
  overdue: boolean;
}

export interface OverviewView {
  title: string;
  counts: string;
  /** When the run was, and until when it counts. */
  notes: DatedText[];
  demo: string | null;
  listed: SiteLine[];
  former: SiteLine[];
  labels: Wording['page']['overview'];
  feed: string;
  status: string;
  data: DataLink[];
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

function viewLine(published: Published, site: PublicSite, words: Wording): SiteLine {
  const today = dayOf(published.asOf);
  const start = site.endedOn === null ? findStart(site) : null;
  return {
    id: site.id,
    name: shorten(site.name, 60),
    href: pathOf(published, siteFolder(site.id)),
    explanation: explainSite(site, today, words),
    since: start === null ? null : words.page.overview.since(daysBetween(start, today)),
    promise: tellPromise(site, today, words),
    overdue: site.answer === 'no' && site.promise !== null && site.promise.by < today,
  };
}

/** The list of all sites, worst first. */
export function viewOverview(published: Published, words: Wording): OverviewView {
  const { asOf, sites } = published;
  const listed = sites.filter((site) => site.endedOn === null);
  const yes = listed.filter((site) => site.answer === 'yes').length;
  const lines = (some: PublicSite[]) => some.map((site) => viewLine(published, site, words));
  const status = sharedPathOf(published, 'status.json');
  return {
    title: shorten(published.title, 100),
    counts: words.page.overview.counts(yes, listed.length - yes),
    notes: dateCheck(published, asOf, words),
    demo: published.demo ? words.page.demo(words.writeDay(dayOf(asOf))) : null,
    listed: lines(listed),
    former: lines(sites.filter((site) => site.endedOn !== null)),
    labels: words.page.overview,
    feed: pathOf(published, 'feed.xml'),
    status,
    data: [{ title: words.page.overview.status, type: 'application/json', href: status }],
  };
}
