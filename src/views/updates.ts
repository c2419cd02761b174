import type { Report } from '../model/report.ts';
import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { Verdict } from '../model/verdict.ts';
import { shorten } from './clean.ts';
import type { PublicEvent } from './disclose.ts';
import type { Wording } from './wording/index.ts';

/** What a report's answer is set against. */
export interface Setting {
  events: readonly Pick<PublicEvent, 'at' | 'data'>[];
  today: Day;
  words: Wording;
}

interface Update {
  product: string;
  /** The version before it; null where more than one fitted. */
  from: string | null;
  /** The day the present version was first seen. */
  on: Day;
}

/** How the product came to its present version, where another one was seen before. */
function findUpdate(events: Setting['events'], product: string): Update | null {
  let seen: string[] | null = null;
  let update: Update | null = null;
  for (const { at, data } of events) {
    if (data.kind !== 'version-changed') continue;
    const versions = data.installed.find((one) => one.product === product)?.versions ?? [];
    const isOther = seen !== null && versions.join() !== seen.join();
    if (isOther) update = { product, from: seen?.length === 1 ? (seen[0] ?? null) : null, on: dayOf(at) };
    seen = versions;
  }
  return update;
}

/** Whether the update took away a flaw that became public only after it. */
function isAhead({ fixedAhead = [] }: Verdict, { product, from, on }: Update): boolean {
  return fixedAhead.some(
    (flaw) => flaw.product === product && on < flaw.published && from !== null && flaw.versions.includes(from),
  );
}

function tellUpdate(updatedOn: Day, releasedOn: string | undefined, { today, words }: Setting): string {
  const { additions } = words;
  const updated = words.writeNearDay(updatedOn, today);
  const later = releasedOn === undefined ? null : daysBetween(releasedOn, updatedOn);
  if (later === 0) return additions.updatedSameDay({ updated });
  return later === null || later < 0
    ? additions.updated({ updated })
    : additions.updatedLater({ updated, later: words.countDays(later) });
}

function isExploited({ verdict }: Report): boolean {
  return verdict.findings.some(({ status, exploitedSince }) => status === 'affected' && exploitedSince !== null);
}

/** What is added to a reason. To a no: that criminals are at it; to a yes: how fast the last update came, and who states what is not seen. */
export function tellAdditions(report: Report, product: string | null, setting: Setting): string[] {
  const { additions } = setting.words;
  const { verdict } = report;
  if (verdict.answer === 'no') return isExploited(report) ? [additions.exploited] : [];
  if (verdict.reason === 'vendor-hosted') return [];
  const update = product === null ? null : findUpdate(setting.events, product);
  const author = verdict.stated[0]?.author;
  return [
    ...(update === null ? [] : [tellUpdate(update.on, verdict.nextStep.params['releasedOn'], setting)]),
    ...(update !== null && isAhead(verdict, update) ? [additions.beforePublic] : []),
    ...(author === undefined ? [] : [additions.statedOnly({ author: shorten(author, 60) })]),
  ];
}
