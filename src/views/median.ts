import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { PublicEvent, PublicSite } from './disclose.ts';

/**
 * Days of every exposure that ended with a fix: from the later of (flaw public, flaw first seen at the site) to the day it
 * was gone. Only disclosed events count.
 */
function listDaysToPatch(events: readonly PublicEvent[]): number[] {
  const open = new Map<string, Day>();
  return events.flatMap(({ at, data }) => {
    if (data.kind !== 'advisory-affects' && data.kind !== 'advisory-fixed') return [];
    const flaw = `${data.product} ${data.advisory}`;
    const [day, start] = [dayOf(at), open.get(flaw)];
    if (data.kind === 'advisory-affects') {
      open.set(flaw, start ?? (data.published > day ? data.published : day));
      return [];
    }
    open.delete(flaw);
    return start === undefined ? [] : [Math.max(0, daysBetween(start, day))];
  });
}

/** How long updates take. */
export interface PatchPace {
  /** Flaws that were seen and are gone. */
  fixed: number;
  /** Median in whole days, rounded up; null where there are too few to tell. */
  days: number | null;
}

/** Up to this many fixed flaws chance says more than the median does. */
const tooFew = 5;

/** The pace of updates over sites. */
export function measurePace(sites: readonly Pick<PublicSite, 'events'>[]): PatchPace {
  const days = sites.flatMap(({ events }) => listDaysToPatch(events)).sort((a, b) => a - b);
  const [lower, upper] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
  const isTold = days.length > tooFew && lower !== undefined && upper !== undefined;
  return { fixed: days.length, days: isTold ? Math.ceil((lower + upper) / 2) : null };
}
