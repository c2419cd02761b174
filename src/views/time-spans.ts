import type { Day } from '../model/time.ts';
import { dayOf, daysAfter } from '../model/time.ts';
import type { Answer } from '../model/verdict.ts';
import type { PublicEventData, PublicReason, PublicSite } from './disclose.ts';
import type { TimedEvent, Window } from './exposure.ts';
import { mergeWindows, sortByTime } from './exposure.ts';

/** What was installed, from its first sight on. */
export interface VersionSpan extends Window {
  product: string;
  /** Releases that it may be; empty where it could not be seen. */
  versions: string[];
  archived: boolean;
  /** It is what was seen last. */
  isLast: boolean;
}

export interface AnswerSpan extends Window {
  answer: Answer;
}

/** Reasons that mean that nobody could look. */
const unseen: ReadonlySet<PublicReason | null> = new Set(['unreachable', 'blocked', 'not-reached'] as const);

/** One span per value that `read` gives, from its event on; undefined changes nothing, null ends the span before. */
function listSpans<T>(
  events: readonly TimedEvent[],
  read: (data: PublicEventData) => T | null | undefined,
  end: Day,
): (Window & { value: T })[] {
  const changes = sortByTime(events).flatMap(({ at, data }) => {
    const value = read(data);
    return value === undefined ? [] : [{ from: dayOf(at), value }];
  });
  return changes.flatMap(({ from, value }, i) =>
    value === null ? [] : [{ from, until: changes[i + 1]?.from ?? (end > from ? end : from), value }],
  );
}

/** Neighbours that `same` holds for become one. */
function joinSpans<T extends Window>(spans: readonly T[], same: (a: T, b: T) => boolean): T[] {
  const joined: T[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.until === span.from && same(last, span))
      joined.splice(-1, 1, { ...last, until: span.until });
    else joined.push(span);
  }
  return joined;
}

/** Products that were ever seen, in the order in which they were. */
export function listProducts(events: readonly TimedEvent[]): string[] {
  const installed = events.flatMap(({ data }) => (data.kind === 'version-changed' ? data.installed : []));
  return [...new Set(installed.map(({ product }) => product))];
}

/** The installed versions of a product, oldest first. `end`: the first day that is not told. */
export function listVersions(events: readonly TimedEvent[], product: string, end: Day): VersionSpan[] {
  const spans = listSpans(
    events,
    (data) => {
      if (data.kind !== 'version-changed') return undefined;
      const versions = data.installed.find((one) => one.product === product)?.versions;
      return versions === undefined ? null : { versions, archived: data.known === 'archived' };
    },
    end,
  ).map(({ from, until, value }) => ({ from, until, product, ...value }));
  const joined = joinSpans(spans, (a, b) => a.versions.join(' ') === b.versions.join(' ') && a.archived === b.archived);
  return joined.map((span, i) => ({ ...span, isLast: i === joined.length - 1 && span.until === end }));
}

/** The answers, oldest first. */
export function listAnswers(events: readonly TimedEvent[], end: Day): AnswerSpan[] {
  const spans = listSpans(events, (data) => (data.kind === 'answer-changed' ? data.answer : undefined), end);
  return joinSpans(
    spans.map(({ from, until, value }) => ({ from, until, answer: value })),
    (a, b) => a.answer === b.answer,
  );
}

/** Since when nobody could look, where that is so now. */
function findSilence({ endedOn, checkedAt, seenAt, reason }: PublicSite): Day | null {
  if (endedOn !== null) return endedOn;
  if (checkedAt === null) return null;
  if (reason === 'check-overdue') return dayOf(checkedAt);
  return seenAt !== null && dayOf(seenAt) < dayOf(checkedAt) ? dayOf(seenAt) : null;
}

/** When nobody could look: the shop did not let the check in, or was not listed. */
export function listUnchecked(site: PublicSite, today: Day): Window[] {
  const end = daysAfter(today, 1);
  const failed = listSpans(
    site.events,
    (data) => (data.kind === 'answer-changed' ? unseen.has(data.reason) || null : undefined),
    end,
  );
  const unlisted = listSpans(
    site.events,
    (data) => {
      if (data.kind === 'monitoring-ended') return true;
      return data.kind === 'monitoring-started' ? null : undefined;
    },
    end,
  );
  const since = findSilence(site);
  return mergeWindows([...failed, ...unlisted, ...(since === null ? [] : [{ from: since, until: end }])]);
}

/** The first day that the versions and answers of a site are not told for. */
export function endOfKnowledge({ endedOn }: PublicSite, today: Day): Day {
  return endedOn ?? daysAfter(today, 1);
}
