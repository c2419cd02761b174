import type { Day, Instant } from '../model/time.ts';
import { dayOf } from '../model/time.ts';
import type { PublicEvent } from './disclose.ts';

/** What became of a promise. `late`: the update came after the day; `dropped`: nobody monitors the site any more. */
export type PromiseStatus = 'open' | 'overdue' | 'kept' | 'late' | 'withdrawn' | 'dropped';

/** A promise from the day it was made on, however often it moved. */
export interface Promised {
  /** The event that made it: nothing that happens later changes these. */
  site: string;
  sequence: number;
  by: Day;
  /** Dates that another one took the place of, oldest first. */
  earlier: Day[];
  status: PromiseStatus;
  /** How often its date, or whether it stands at all, changed. */
  changes: number;
  changedAt: Instant;
}

type Change = Pick<Promised, 'status'> & Partial<Pick<Promised, 'by' | 'earlier' | 'changes'>>;

/** Statuses of a promise that may still be kept. */
const standing: ReadonlySet<PromiseStatus> = new Set(['open', 'overdue']);

/** What an event does to the promise before it; null: nothing. An update in time is told as kept before the answer is. */
function changeOf(promise: Promised, { data, at }: PublicEvent): Change | null {
  const isStanding = standing.has(promise.status);
  const moved = { changes: promise.changes + 1 };
  switch (data.kind) {
    case 'promise-moved':
      return { status: 'open', by: data.by, earlier: [...promise.earlier, data.from], ...moved };
    case 'promise-withdrawn':
      return { status: 'withdrawn', ...moved };
    case 'promise-kept':
      return { status: 'kept' };
    case 'promise-overdue':
      return { status: 'overdue' };
    case 'answer-changed':
      return isStanding && data.answer === 'yes' ? { status: 'late' } : null;
    case 'monitoring-ended':
      return isStanding ? { status: 'dropped', ...moved } : null;
    case 'monitoring-started':
      return promise.status === 'dropped' ? { status: promise.by < dayOf(at) ? 'overdue' : 'open', ...moved } : null;
    default:
      return null;
  }
}

/** Every promise of a history, oldest first. */
export function listPromises(events: readonly PublicEvent[]): Promised[] {
  const promises: Promised[] = [];
  for (const event of events) {
    const { site, sequence, at, data } = event;
    if (data.kind === 'promise-made') {
      promises.push({ site, sequence, by: data.by, earlier: [], status: 'open', changes: 0, changedAt: at });
      continue;
    }
    const last = promises.at(-1);
    const change = last === undefined ? null : changeOf(last, event);
    if (last !== undefined && change !== null) promises[promises.length - 1] = { ...last, ...change, changedAt: at };
  }
  return promises;
}
