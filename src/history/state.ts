import type { EventData, HistoryEvent, InstalledProduct } from '../model/history.ts';
import type { Day } from '../model/time.ts';
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
  };
}

function answered(state: HistoryState, data: Extract<EventData, { kind: 'answer-changed' }>): void {
  state.answer = data.answer;
  state.reason = data.reason;
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

function apply(state: HistoryState, data: EventData): void {
  switch (data.kind) {
    case 'monitoring-started':
      state.monitored = true;
      break;
    case 'monitoring-ended':
      state.monitored = false;
      break;
    case 'answer-changed':
      answered(state, data);
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
      applyPromise(state, data);
  }
}

/** Replays a history. */
export function replay(events: readonly HistoryEvent[]): HistoryState {
  const state = emptyState();
  for (const { data } of events) apply(state, data);
  return state;
}
