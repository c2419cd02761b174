import type { Day, Instant } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { Answer } from '../model/verdict.ts';
import type { PublicEvent, PublicSite } from './disclose.ts';

/** Days of nothing but yes that the hall asks for. */
const year = 365;

/** The day since which every check said yes; a time in which nobody checked starts it anew. */
function findSteady(events: readonly PublicEvent[]): Day | null {
  let since: Instant | null = null;
  let answer: Answer | null = null;
  for (const { at, data } of events) {
    if (data.kind === 'monitoring-ended') since = null;
    // An answer that is the same after the gap is no event of its own.
    else if (data.kind === 'monitoring-started') since = answer === 'yes' ? at : null;
    else if (data.kind === 'answer-changed') {
      answer = data.answer;
      since = answer === 'yes' ? (since ?? at) : null;
    }
  }
  return since === null ? null : dayOf(since);
}

/**
 * True where the answer was yes at every check for a year, and still is. A site that withholds its history cannot show
 * that it was checked all the time, so it is never among them.
 */
export function isSteady(site: PublicSite, today: Day): boolean {
  if (site.endedOn !== null || site.answer !== 'yes' || site.withheld) return false;
  const since = findSteady(site.events);
  return since !== null && daysBetween(since, today) >= year;
}
