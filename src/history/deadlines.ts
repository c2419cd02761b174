import type { EventData } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { dayOf, daysBetween, type Instant } from '../model/time.ts';
import { type HistoryState, supportKey } from './state.ts';

/** Days before the end of support at which it is told, the nearest first. */
const supportSteps = [7, 30, 90] as const;

/** Whole days without a check that got through at which it is told, the longest first. */
const failureSteps = [30, 7, 2] as const;

const dayMs = 86_400_000;

/** Of several numbers of days that passed at once only the nearest is told. What has ended already is an answer, no deadline. */
export function supportChanges(state: HistoryState, { asOf, verdict }: Report): EventData[] {
  return verdict.supportEnds.flatMap(({ product, branch, on }): EventData[] => {
    const left = daysBetween(dayOf(asOf), on);
    const days = supportSteps.find((step) => left <= step);
    if (left < 0 || days === undefined) return [];
    const told = state.supportTold.get(supportKey({ product, branch, on }));
    return told !== undefined && told <= days ? [] : [{ kind: 'support-ending', product, branch, on, days }];
  });
}

/**
 * Since when no check gets through. Where the site was never seen well under this address, the answers tell; the time
 * in which nobody monitored it does not count, nor what lies before a check that is known to have got through.
 */
function failingSince(state: HistoryState, { asOf, seenAt }: Report): Instant {
  const unseenSince = seenAt ?? state.unreachedAt ?? asOf;
  const countedFrom = state.monitored ? (state.countedFrom ?? asOf) : asOf;
  return unseenSince > countedFrom ? unseenSince : countedFrom;
}

/** Checks that fail for days; a site that is seen well again says so once. */
export function checkChanges(state: HistoryState, report: Report): EventData[] {
  const { asOf, seenAt } = report;
  if (seenAt === asOf) return state.failedDays > 0 ? [{ kind: 'check-resumed' }] : [];
  const since = failingSince(state, report);
  const elapsed = Math.floor((Date.parse(asOf) - Date.parse(since)) / dayMs);
  const days = failureSteps.find((step) => elapsed >= step);
  if (days === undefined || days <= state.failedDays) return [];
  return [{ kind: 'check-failed', since: dayOf(since), days }];
}
