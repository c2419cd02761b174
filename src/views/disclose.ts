import { canonicalForm } from '../model/canonical.ts';
import type { GeneralReason, OwnReason, PublicEvent, PublicReason } from '../model/disclosed.ts';
import type { SourceState } from '../model/facts.ts';
import type { EventData, HistoryEvent } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import type { Disclosure, Maintainer, SitePromise } from '../model/site.ts';
import type { ListedSite } from '../model/state.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Answer, ReasonCode } from '../model/verdict.ts';
import { cleanStrings } from './clean.ts';

export type { GeneralReason, OwnReason, PublicEvent, PublicEventData, PublicReason } from '../model/disclosed.ts';

/** All that data/ holds about one site. */
export interface KnownSite {
  site: ListedSite;
  /** The day it left sites.yaml; null while it is listed. */
  endedOn: Day | null;
  /** Set where the pages must say no whatever the report says. */
  override: OwnReason | null;
  report: Report | null;
  events: HistoryEvent[];
  checkedAt: Instant | null;
  seenAt: Instant | null;
  /** Sources of the facts, per product. */
  sources: Record<string, SourceState[]>;
}

/** A site as the public may see it. What is null or empty is withheld, or was never known. */
export interface PublicSite {
  id: string;
  name: string;
  url: string;
  maintainer: Maintainer | null;
  tags: string[];
  endedOn: Day | null;
  checkedAt: Instant | null;
  seenAt: Instant | null;
  answer: Answer;
  reason: PublicReason | null;
  promise: SitePromise | null;
  /** Ids of the products that were found. */
  products: string[];
  /** Versions, findings and evidence; null where withheld. */
  report: Report | null;
  /** True: something is known and not shown. */
  withheld: boolean;
  /** Oldest first. */
  events: PublicEvent[];
  sources: SourceState[];
}

/** Reason code -> general words. A yes has nothing to withhold. */
export const generalReasons: Record<ReasonCode, GeneralReason | null> = {
  unreachable: 'not-reached',
  blocked: 'not-reached',
  'unknown-platform': 'not-confirmed',
  'conflicting-evidence': 'not-confirmed',
  'version-not-known': 'not-confirmed',
  'sources-disagree': 'not-confirmed',
  'patch-level-unproven': 'not-confirmed',
  'evidence-expired': 'not-confirmed',
  'support-unknown': 'not-confirmed',
  'version-ambiguous': 'not-confirmed',
  'unknown-version': 'not-confirmed',
  'no-release-data': 'not-confirmed',
  'data-stale': 'not-confirmed',
  'pre-release': 'not-up-to-date',
  'end-of-life': 'not-up-to-date',
  'update-missing': 'not-up-to-date',
  'known-advisory': 'not-up-to-date',
  secure: null,
  current: null,
  'vendor-hosted': null,
};

/** Kinds of events that tell what is installed, and so what could be attacked. */
const revealing: ReadonlySet<EventData['kind']> = new Set([
  'version-changed',
  'advisory-affects',
  'advisory-fixed',
  'advisory-exploited',
  'support-ending',
]);

/**
 * An event as it is, with the salt that proves it. Where cleaning changed its words, its hash no longer fits them, and
 * the salt stays in data/.
 */
function showEvent(event: HistoryEvent): PublicEvent {
  const data = cleanStrings(event.data);
  if (data === event.data || canonicalForm(data) === canonicalForm(event.data)) return event;
  const { salt, ...rest } = event;
  return { ...rest, data };
}

/**
 * `after-patch` while the answer is no: what reveals is withheld, its hash stays; reasons in general words. What is not
 * shown as it was recorded goes without its salt: with it, whoever tries all reasons or versions would find the right one.
 */
function withholdEvents(events: readonly HistoryEvent[]): PublicEvent[] {
  let before = '';
  return events.map((event) => {
    const { data, salt, ...bare } = event;
    if (revealing.has(data.kind)) return { ...bare, data: { kind: 'withheld' } };
    if (data.kind !== 'answer-changed') return showEvent(event);
    const general = { kind: data.kind, answer: data.answer, reason: generalReasons[data.reason] };
    const isNew = before !== `${general.answer} ${general.reason}`;
    before = `${general.answer} ${general.reason}`;
    return { ...bare, data: isNew ? general : { kind: 'withheld' } };
  });
}

/**
 * `answer-only`: the answers, and only where they changed; the lines between them are not shown, so nothing links them. They
 * are numbered anew: their own numbers would count what came in between.
 */
function keepAnswers(events: readonly HistoryEvent[]): PublicEvent[] {
  const shown: PublicEvent[] = [];
  let before: Answer | null = null;
  for (const { site, at, data, hash } of events) {
    if (data.kind !== 'answer-changed' || data.answer === before) continue;
    before = data.answer;
    shown.push({ site, sequence: shown.length, at, data: { kind: data.kind, answer: before, reason: null }, hash });
  }
  return shown;
}

/** The maintainer's note may name a version, so it goes with the details. */
function withoutNote(promise: SitePromise | null): SitePromise | null {
  return promise && { by: promise.by, ...(promise.made !== undefined && { made: promise.made }) };
}

/**
 * What the public may see of a site: product.md's disclosure table. Every output is made of its result alone,
 * so what is withheld here is withheld everywhere.
 */
export function disclose(known: KnownSite, level: Disclosure): PublicSite {
  const { site, report, override, events } = known;
  const answer = override === null ? (report?.verdict.answer ?? 'no') : 'no';
  const reason = override ?? report?.verdict.reason ?? 'not-checked';
  const products = report?.identification.components.map((component) => component.product) ?? [];
  const shared = {
    id: site.id,
    name: site.name,
    url: site.url,
    maintainer: site.maintainer,
    tags: site.tags,
    endedOn: known.endedOn,
    checkedAt: known.checkedAt,
    answer,
  };
  const sources = products.flatMap((product) => known.sources[product] ?? []);
  const hidden = { report: null, withheld: true, promise: withoutNote(site.promise) };
  if (level === 'answer-only') {
    return {
      ...shared,
      ...hidden,
      seenAt: null,
      reason: override,
      products: [],
      events: keepAnswers(events),
      sources: [],
    };
  }
  const { seenAt } = known;
  if (level === 'after-patch' && answer === 'no') {
    const general = override ?? (report === null ? 'not-checked' : generalReasons[report.verdict.reason]);
    return { ...shared, ...hidden, seenAt, reason: general, products, events: withholdEvents(events), sources };
  }
  const { promise } = site;
  return {
    ...shared,
    report,
    withheld: false,
    promise,
    seenAt,
    reason,
    products,
    events: events.map(showEvent),
    sources,
  };
}
