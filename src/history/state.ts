import type { EventData, HistoryEvent, InstalledProduct } from '../model/history.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Answer, ReasonCode } from '../model/verdict.ts';

/** A promise as the history knows it. `closed`: kept, withdrawn, or answered late. */
export interface PromiseState {
  by: Day;
  status: 'open' | 'overdue' | 'closed';
}

/** What a history says stands now. The next report is compared with this, not with the last report: a killed run doubles nothing. */
export interface HistoryState {
  monitored: boolean;
  answer: Answer | null;
  reason: ReasonCode | null;
  installed: InstalledProduct[];
  /** `product advisory` of every flaw that affects what is installed. */
  affected: Set<string>;
  /** The same for those that criminals use. */
  exploited: Set<string>;
  promise: PromiseState | null;
  /** Failed checks are counted from here at the earliest: monitoring started, or a check got through again. */
  countedFrom: Instant | null;
  /** Since when no check gets through, as far as the answers tell; null: the last one did. */
  unreachedAt: Instant | null;
  /** The number of days that was last told of checks that fail; 0 where they do not. */
  failedDays: number;
  /** `product branch day` of every support end that was told -> the number of days that was told last. */
  supportTold: Map<string, number>;
}

/** Key of a flaw in one product. */
export function flawKey({ product, advisory }: { product: string; advisory: string }): string {
  return `${product} ${advisory}`;
}

function emptyState(): HistoryState {
  return {
    monitored: false,
    answer: null,
    reason: null,
    installed: [],
    affected: new Set(),
    exploited: new Set(),
    promise: null,
    countedFrom: null,
    unreachedAt: null,
    failedDays: 0,
    supportTold: new Map(),
  };
}

/** Key of a support end. Another day is another end: it is told anew. */
export function supportKey({ product, branch, on }: { product: string; branch: string; on: Day }): string {
  return `${product} ${branch} ${on}`;
}

/** Answers that say that no check got through. */
const unreached: ReadonlySet<ReasonCode> = new Set(['unreachable', 'blocked']);

function answered(state: HistoryState, data: Extract<EventData, { kind: 'answer-changed' }>, at: Instant): void {
  state.answer = data.answer;
  state.reason = data.reason;
  state.unreachedAt = unreached.has(data.reason) ? (state.unreachedAt ?? at) : null;
  if (data.answer === 'yes' && state.promise !== null) state.promise = { ...state.promise, status: 'closed' };
}

function applyPromise(state: HistoryState, data: EventData): void {
  switch (data.kind) {
    case 'promise-made':
    case 'promise-moved':
      state.promise = { by: data.by, status: 'open' };
      break;
    case 'promise-overdue':
      state.promise = { by: data.by, status: 'overdue' };
      break;
    case 'promise-kept':
    case 'promise-withdrawn':
      state.promise = { by: data.by, status: 'closed' };
      break;
    default:
  }
}

function applyDeadline(state: HistoryState, { data, at }: HistoryEvent): void {
  switch (data.kind) {
    case 'support-ending':
      state.supportTold.set(supportKey(data), data.days);
      break;
    case 'check-failed':
      state.failedDays = data.days;
      break;
    case 'check-resumed':
      state.countedFrom = at;
      state.failedDays = 0;
      break;
    default:
      applyPromise(state, data);
  }
}

function apply(state: HistoryState, event: HistoryEvent): void {
  const { data, at } = event;
  switch (data.kind) {
    case 'monitoring-started':
      state.monitored = true;
      state.countedFrom = at;
      state.failedDays = 0;
      break;
    case 'monitoring-ended':
      state.monitored = false;
      break;
    case 'answer-changed':
      answered(state, data, at);
      break;
    case 'version-changed':
      state.installed = data.installed;
      break;
    case 'advisory-affects':
      state.affected.add(flawKey(data));
      break;
    case 'advisory-exploited':
      state.exploited.add(flawKey(data));
      break;
    case 'advisory-fixed':
      state.affected.delete(flawKey(data));
      state.exploited.delete(flawKey(data));
      break;
    default:
      applyDeadline(state, event);
  }
}

/** Replays a history. */
export function replay(events: readonly HistoryEvent[]): HistoryState {
  const state = emptyState();
  for (const event of events) apply(state, event);
  return state;
}
