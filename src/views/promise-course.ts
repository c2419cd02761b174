import type { Day } from '../model/time.ts';
import { dayOf } from '../model/time.ts';
import type { PublicEventData, PublicSite } from './disclose.ts';
import { sortByTime } from './exposure.ts';

/** What became of a promised day. `late`: the update was first seen after it. */
export type PromiseOutcome = 'open' | 'kept' | 'passed' | 'late' | 'moved' | 'withdrawn';

/** A day that was promised, and what became of it. */
export interface PromiseFact {
  by: Day;
  outcome: PromiseOutcome;
  /** The day that took its place. */
  movedTo: Day | null;
  /** It passed without the update, whatever came after. */
  passed: boolean;
  /** The day the update was seen. */
  appliedOn: Day | null;
}

function make(by: Day): PromiseFact {
  return { by, outcome: 'open', movedTo: null, passed: false, appliedOn: null };
}

function isStanding(fact: PromiseFact | undefined): fact is PromiseFact {
  return fact !== undefined && (fact.outcome === 'open' || fact.outcome === 'passed');
}

function move(facts: PromiseFact[], { from, by }: { from: Day; by: Day }, today: Day): void {
  if (facts.at(-1)?.by !== from) facts.push(make(from));
  const last = facts.at(-1);
  if (last !== undefined) {
    last.outcome = 'moved';
    last.movedTo = by;
    last.passed ||= from < today;
  }
  facts.push(make(by));
}

function apply(facts: PromiseFact[], data: PublicEventData, today: Day): void {
  const last = facts.at(-1);
  if (data.kind === 'promise-made') facts.push(make(data.by));
  if (data.kind === 'promise-moved') move(facts, data, today);
  if (!isStanding(last)) return;
  if (data.kind === 'promise-withdrawn') last.outcome = 'withdrawn';
  if (data.kind === 'promise-kept') last.outcome = 'kept';
  if (data.kind === 'promise-overdue') {
    last.outcome = 'passed';
    last.passed = true;
  }
  if (data.kind === 'answer-changed' && data.answer === 'yes') {
    last.outcome = today > last.by ? 'late' : 'kept';
    last.appliedOn = today;
  }
}

/** Every day that was promised, in the order in which it was. */
export function listPromises(site: PublicSite, today: Day): PromiseFact[] {
  const facts: PromiseFact[] = [];
  for (const { at, data } of sortByTime(site.events)) apply(facts, data, dayOf(at));
  const { promise } = site;
  // Where events are withheld, the standing promise is told all the same.
  if (promise !== null && site.answer === 'no' && !facts.some(({ by }) => by === promise.by)) {
    facts.push(make(promise.by));
  }
  return facts.map((fact) =>
    fact.outcome === 'open' && fact.by < today ? { ...fact, outcome: 'passed' as const, passed: true } : fact,
  );
}
