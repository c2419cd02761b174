import { nameProduct } from '../model/products.ts';
import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { PublicEvent, PublicEventData } from './disclose.ts';
import type { Wording } from './wording/index.ts';

function tellInstalled({ installed }: Extract<PublicEventData, { kind: 'version-changed' }>, words: Wording): string {
  if (installed.length === 0) return words.events.nothingInstalled;
  const names = installed.map(({ product, versions }) =>
    versions.length === 0
      ? words.events.versionHidden(nameProduct(product))
      : words.nameVersions(nameProduct(product), versions),
  );
  return words.events.installed(words.joinAll(names));
}

function tellSupport(
  { product, branch, on }: Extract<PublicEventData, { kind: 'support-ending' }>,
  today: Day,
  words: Wording,
): string {
  const line = `${nameProduct(product)} ${branch}`;
  const left = daysBetween(today, on);
  return left < 1 ? words.events.supportEndsToday(line) : words.events.supportEnding(line, left, words.writeDay(on));
}

/** What an event says, in a sentence; days are counted to the day of the event, so that it never changes. */
function tellEvent({ data, at }: PublicEvent, words: Wording): string {
  const { events, writeDay } = words;
  switch (data.kind) {
    case 'monitoring-started':
      return events.monitoringStarted;
    case 'monitoring-ended':
      return events.monitoringEnded;
    case 'answer-changed':
      return events.answer(words.answers[data.answer], data.reason === null ? null : words.shortReasons[data.reason]);
    case 'version-changed':
      return tellInstalled(data, words);
    case 'advisory-affects':
      return events.affects(nameProduct(data.product), writeDay(data.published), data.advisory);
    case 'advisory-fixed':
      return events.fixed(nameProduct(data.product), data.advisory);
    case 'advisory-exploited':
      return events.exploited(nameProduct(data.product), data.advisory);
    case 'promise-made':
      return events.promiseMade(writeDay(data.by));
    case 'promise-moved':
      return events.promiseMoved(writeDay(data.from), writeDay(data.by));
    case 'promise-withdrawn':
      return events.promiseWithdrawn(writeDay(data.by));
    case 'promise-kept':
      return events.promiseKept(writeDay(data.by));
    case 'promise-overdue':
      return events.promiseOverdue(writeDay(data.by));
    case 'support-ending':
      return tellSupport(data, dayOf(at), words);
    case 'check-failed':
      return events.checkFailed(words.countDays(daysBetween(data.since, dayOf(at))), writeDay(data.since));
    case 'check-resumed':
      return events.checkResumed;
    case 'withheld':
      return events.withheld;
  }
}

/** An event, or a run of events of one scan that say the same of many flaws: a shop that is first seen may bring hundreds. */
export interface Change {
  /** The last one of the run: its hash covers the others. */
  event: PublicEvent;
  /** The first one of the run: a run that grows by later events is still known by it. */
  first: PublicEvent;
  count: number;
}

/** Kinds that come in crowds. */
const crowds: ReadonlySet<PublicEventData['kind']> = new Set(['advisory-affects', 'advisory-fixed', 'withheld']);

/** Runs up to this length are told one by one. */
const shortRun = 3;

function belongTogether(a: PublicEvent, b: PublicEvent): boolean {
  const [one, other] = ['product' in a.data ? a.data.product : '', 'product' in b.data ? b.data.product : ''];
  return crowds.has(a.data.kind) && a.data.kind === b.data.kind && a.at === b.at && one === other;
}

/** Events with long runs taken together, oldest first. The past stays as it was when later events arrive. */
export function listChanges(events: readonly PublicEvent[]): Change[] {
  const runs: PublicEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && belongTogether(last, event)) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run): Change[] => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length <= shortRun || first === undefined || last === undefined) {
      return run.map((event) => ({ event, first: event, count: 1 }));
    }
    return [{ event: last, first, count: run.length }];
  });
}

/** What a change says, in a sentence. */
export function tellChange({ event, count }: Change, words: Wording): string {
  const { data } = event;
  if (count === 1) return tellEvent(event, words);
  if (data.kind === 'advisory-affects') return words.events.affectsMany(count, nameProduct(data.product));
  return data.kind === 'advisory-fixed'
    ? words.events.fixedMany(count, nameProduct(data.product))
    : words.events.withheldMany(count);
}
