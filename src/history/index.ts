import { canonicalForm } from '../model/canonical.ts';
import type { EventData, HistoryEvent, InstalledProduct } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { dayOf, type Instant } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import { chainEvent } from './chain.ts';
import { checkChanges, supportChanges } from './deadlines.ts';
import { flawKey, type HistoryState, replay } from './state.ts';

export { canonicalForm } from '../model/canonical.ts';
export { findFault, headOf, readChain } from './chain.ts';

function installedBy(report: Report): InstalledProduct[] {
  return report.identification.components.map(({ product, versions }) => ({ product, versions }));
}

/** Flaws are only compared for products whose versions were judged: a failed check neither hurts nor heals. */
function flawChanges(state: HistoryState, report: Report): EventData[] {
  const judged = new Set(
    report.verdict.judgements.flatMap(({ product, version }) => (version === null ? [] : [product])),
  );
  const { findings } = report.verdict;
  const affecting = findings.filter(({ status }) => status === 'affected');
  const keyOf = ({ product, id }: Finding) => flawKey({ product, advisory: id });
  // What may still affect the shop, because several versions fit, is not told as fixed.
  const open = findings.filter(({ status }) => status === 'affected' || status === 'under_investigation');
  const current = new Set(open.map(keyOf));
  const fixed = [...state.affected].sort().flatMap((key): EventData[] => {
    const [product = '', advisory = ''] = key.split(' ');
    return judged.has(product) && !current.has(key) ? [{ kind: 'advisory-fixed', product, advisory }] : [];
  });
  const started = affecting
    .filter((finding) => !state.affected.has(keyOf(finding)))
    .map(({ product, id, published }): EventData => ({ kind: 'advisory-affects', product, advisory: id, published }));
  const exploited = affecting.flatMap((finding): EventData[] => {
    const { product, id, exploitedSince } = finding;
    if (exploitedSince === null || state.exploited.has(keyOf(finding))) return [];
    return [{ kind: 'advisory-exploited', product, advisory: id, since: exploitedSince }];
  });
  return [...fixed, ...started, ...exploited];
}

function promiseChanges(state: HistoryState, report: Report, today: string): EventData[] {
  const changes: EventData[] = [];
  const { promise } = report;
  let standing = state.promise;
  if (promise === null) {
    if (standing !== null && standing.status !== 'closed') changes.push({ kind: 'promise-withdrawn', by: standing.by });
    return changes;
  }
  if (standing === null || standing.by !== promise.by) {
    const moved = standing !== null && standing.status !== 'closed';
    changes.push(
      moved && standing !== null
        ? { kind: 'promise-moved', from: standing.by, by: promise.by }
        : { kind: 'promise-made', by: promise.by },
    );
    standing = { by: promise.by, status: 'open' };
  }
  if (standing.status !== 'open') return changes;
  if (report.verdict.answer === 'no' && today > promise.by) changes.push({ kind: 'promise-overdue', by: promise.by });
  if (report.verdict.answer === 'yes' && today <= promise.by) changes.push({ kind: 'promise-kept', by: promise.by });
  return changes;
}

function changesSince(state: HistoryState, report: Report): EventData[] {
  const installed = installedBy(report);
  const { answer, reason } = report.verdict;
  const changes: EventData[] = [];
  if (!state.monitored) changes.push({ kind: 'monitoring-started' });
  if (canonicalForm(installed) !== canonicalForm(state.installed)) changes.push({ kind: 'version-changed', installed });
  changes.push(...flawChanges(state, report), ...promiseChanges(state, report, dayOf(report.asOf)));
  changes.push(...supportChanges(state, report), ...checkChanges(state, report));
  if (answer !== state.answer || reason !== state.reason) changes.push({ kind: 'answer-changed', answer, reason });
  return changes;
}

/** Whether a report tells nothing that its history does not tell. */
export function isRecorded(events: readonly HistoryEvent[], report: Report): boolean {
  return changesSince(replay(events), report).length === 0;
}

/** Gives 128 random bits, hex, for an event of a site; a test may give the same ones again. */
export type Salt = (site: string, sequence: number) => string;

/** What a new event needs besides its data. */
export interface Stamp {
  site: string;
  at: Instant;
  salt: Salt;
}

function append(events: readonly HistoryEvent[], changes: readonly EventData[], stamp: Stamp): HistoryEvent[] {
  const chained = [...events];
  for (const data of changes) {
    chained.push(
      chainEvent(chained, { site: stamp.site, at: stamp.at, data, salt: stamp.salt(stamp.site, chained.length) }),
    );
  }
  return chained;
}

/** The history after a report: the same events, and one more per change. The same report twice adds nothing. */
export function recordHistory(events: readonly HistoryEvent[], report: Report, salt: Salt): HistoryEvent[] {
  return append(events, changesSince(replay(events), report), { site: report.site, at: report.asOf, salt });
}

/** The history of a site that left sites.yaml. */
export function endHistory(events: readonly HistoryEvent[], stamp: Stamp): HistoryEvent[] {
  return replay(events).monitored ? append(events, [{ kind: 'monitoring-ended' }], stamp) : [...events];
}
