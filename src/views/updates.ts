import type { Report } from '../model/report.ts';
import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import { shorten } from './clean.ts';
import type { PublicEvent } from './disclose.ts';
import type { Wording } from './wording/index.ts';

/** What a report's answer is set against. */
export interface Setting {
  events: readonly Pick<PublicEvent, 'at' | 'data'>[];
  today: Day;
  words: Wording;
}

/** The day the product's present version was first seen, where another one was seen before. */
function findUpdate(events: Setting['events'], product: string): Day | null {
  let seen: string | null = null;
  let updatedOn: Day | null = null;
  for (const { at, data } of events) {
    if (data.kind !== 'version-changed') continue;
    const versions = data.installed.find((one) => one.product === product)?.versions.join() ?? '';
    if (seen !== null && versions !== seen) updatedOn = dayOf(at);
    seen = versions;
  }
  return updatedOn;
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

/** What a yes adds to its reason: how fast the last update came, and who states what is not seen. */
export function tellAdditions({ verdict }: Report, product: string | null, setting: Setting): string[] {
  if (verdict.reason !== 'secure' && verdict.reason !== 'current') return [];
  const { additions } = setting.words;
  const updatedOn = product === null ? null : findUpdate(setting.events, product);
  const author = verdict.stated[0]?.author;
  return [
    ...(updatedOn === null ? [] : [tellUpdate(updatedOn, verdict.nextStep.params['releasedOn'], setting)]),
    ...(author === undefined ? [] : [additions.statedOnly({ author: shorten(author, 60) })]),
  ];
}
