import { headOf, isRecorded, readChain } from './history/index.ts';
import { InvalidResponseError } from './lib/errors.ts';
import type { HistoryEvent } from './model/history.ts';
import type { Store } from './store.ts';

/** Something that is not as it was written. */
export interface Fault {
  file: string;
  /** 1 = the first; null: the file as a whole. */
  line: number | null;
  what: string;
  kind: 'chain' | 'report' | 'unreadable';
}

/** A history whose chain holds. */
export interface IntactHistory {
  site: string;
  events: HistoryEvent[];
  head: string;
}

async function verifyReport(site: string, events: HistoryEvent[], store: Store): Promise<Fault[]> {
  const file = `${store.dir}/reports/${site}.json`;
  try {
    const report = await store.readReport(site);
    if (report === null || isRecorded(events, report)) return [];
    const what = 'tells something else than the history of its site: events were taken out, or a run was interrupted';
    return [{ file, line: null, what, kind: 'report' }];
  } catch (error) {
    if (!(error instanceof InvalidResponseError)) throw error;
    return [{ file, line: null, what: error.message, kind: 'unreadable' }];
  }
}

/** Checks every history and every report of a data folder. Nothing is written. */
export async function verifyData(store: Store): Promise<{ intact: IntactHistory[]; faults: Fault[] }> {
  const intact: IntactHistory[] = [];
  const faults: Fault[] = [];
  for (const site of await store.historyIds()) {
    const { events, fault } = readChain(await store.readHistoryLines(site));
    if (fault !== null) {
      const file = `${store.dir}/history/${site}.jsonl`;
      faults.push({ file, line: fault.line, what: fault.fault, kind: 'chain' });
      continue;
    }
    intact.push({ site, events, head: headOf(events) });
    faults.push(...(await verifyReport(site, events, store)));
  }
  return { intact, faults };
}

/** Where an earlier head stands today; null where the history that led to it is gone or was rewritten. */
export function findHead(
  hash: string,
  histories: readonly IntactHistory[],
): { site: string; event: HistoryEvent } | null {
  for (const { site, events } of histories) {
    const event = events.find((one) => one.hash === hash);
    if (event !== undefined) return { site, event };
  }
  return null;
}
