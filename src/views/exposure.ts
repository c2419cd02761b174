import type { Day } from '../model/time.ts';
import { dayOf } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import type { PublicEvent } from './disclose.ts';

type Events = readonly Pick<PublicEvent, 'at' | 'data'>[];

/** The day from which the flaw was seen here: the later of its publication and its first sight; null where it was not. */
export function findExposure(events: Events, { product, id }: Pick<Finding, 'product' | 'id'>): Day | null {
  for (const { at, data } of events.toReversed()) {
    if (data.kind !== 'advisory-fixed' && data.kind !== 'advisory-affects') continue;
    if (data.product !== product || data.advisory !== id) continue;
    if (data.kind === 'advisory-fixed') return null;
    return data.published > dayOf(at) ? data.published : dayOf(at);
  }
  return null;
}

/** The day from which the shop has been open to any of the flaws that affect it now; null where none was seen. */
export function findFirstExposure(events: Events, findings: readonly Finding[]): Day | null {
  const days = findings
    .filter(({ status }) => status === 'affected')
    .flatMap((finding) => findExposure(events, finding) ?? []);
  return days.sort()[0] ?? null;
}
