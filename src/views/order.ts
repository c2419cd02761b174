import { reasonCodes } from '../model/verdict.ts';
import type { PublicReason, PublicSite } from './disclose.ts';

/** Worst first. Only what may be shown decides, so that the order gives nothing away. */
const reasonOrder: readonly (PublicReason | null)[] = [
  'check-overdue',
  'not-checked',
  'not-reached',
  'not-up-to-date',
  'not-confirmed',
  null,
  ...reasonCodes,
  'not-monitored',
];

function rank({ endedOn, answer, reason }: PublicSite): number {
  const group = endedOn !== null ? 2 : Number(answer === 'yes');
  return group * reasonOrder.length + reasonOrder.indexOf(reason);
}

/** Sites by urgency: no before yes, no longer listed last; within a reason those that promised nothing or are overdue first. */
export function sortByUrgency(sites: readonly PublicSite[]): PublicSite[] {
  const promised = ({ promise, answer, endedOn }: PublicSite) =>
    answer === 'no' && endedOn === null ? (promise?.by ?? '') : '';
  return sites.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      promised(a).localeCompare(promised(b), 'en') ||
      a.name.localeCompare(b.name, 'en') ||
      a.id.localeCompare(b.id, 'en'),
  );
}
