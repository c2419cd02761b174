import type { SourceState } from '../model/facts.ts';
import type { Report } from '../model/report.ts';
import { dayOf } from '../model/time.ts';
import { shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';
import type { Wording } from './wording/index.ts';

/** How a site is checked. */
export interface ConductView {
  requests: string;
  polite: string;
  introduces: string;
  userAgent: string;
  optOut: string;
  problemsTitle: string;
  problems: string[];
  sourcesTitle: string;
  sources: string[];
}

/** What went wrong at the shop, with what is stated of it, and with the facts it was judged by. */
function problemsOf({ problems }: Report, sources: readonly SourceState[]): string[] {
  return [...problems.map(({ message }) => message), ...new Set(sources.flatMap(({ problem }) => problem ?? []))];
}

/** What the last check did, and the facts it was judged by. */
export function viewConduct(published: Published, site: PublicSite, words: Wording): ConductView {
  const { polite, introduces, optOut, problemsTitle, sourcesTitle, ...conduct } = words.page.conduct;
  const { report } = site;
  return {
    polite,
    introduces,
    optOut,
    problemsTitle,
    sourcesTitle,
    requests: report === null ? conduct.budget : conduct.requests(report.requests),
    userAgent: shorten(published.userAgent, 300),
    problems: report === null ? [] : problemsOf(report, site.sources).map((message) => shorten(message, 300)),
    // A shop of two products is judged by the same source twice; it is named once.
    sources: [
      ...new Set(
        site.sources.map(({ name, kind, fetchedAt, licence, standsIn }) => {
          const say = standsIn === true ? conduct.standIn : conduct.source;
          return say(name, conduct.kinds[kind], words.writeDay(dayOf(fetchedAt)), licence);
        }),
      ),
    ],
  };
}
