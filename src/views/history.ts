import { dayOf } from '../model/time.ts';
import type { PublicEvent } from './disclose.ts';
import type { Change } from './events.ts';
import { listChanges, tellChange } from './events.ts';
import type { Wording } from './wording/index.ts';

/** One line of the history. */
export interface ChangeView {
  at: string;
  day: string;
  text: string;
  /** First twelve digits of the event's hash. */
  head: string;
}

/** The history of a site, with the labels around it. */
export interface HistoryView {
  title: string;
  columns: { when: string; what: string; proof: string };
  /** Newest first. */
  changes: ChangeView[];
  empty: string;
  headTitle: string;
  /** Hash of the last event; null without events. */
  head: string | null;
}

/** The newest ones are printed; the feed and data/ hold them all. */
const mostChanges = 200;

function viewChange(change: Change, words: Wording): ChangeView {
  const { event } = change;
  return {
    at: event.at,
    day: words.writeDay(dayOf(event.at)),
    text: tellChange(change, words),
    head: event.hash.slice(0, 12),
  };
}

/** Every change, newest first. */
export function viewHistory(events: readonly PublicEvent[], words: Wording): HistoryView {
  const newest = listChanges(events).slice(-mostChanges).toReversed();
  return {
    ...words.page.history,
    changes: newest.map((change) => viewChange(change, words)),
    head: events.at(-1)?.hash ?? null,
  };
}
