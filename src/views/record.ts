import type { PublicSite } from './disclose.ts';
import { measurePace } from './median.ts';
import type { Wording } from './wording/index.ts';

/** How a maintainer did so far, in sentences. */
export interface MaintainerRecord {
  /** Time to patch, and promises. */
  told: string[];
  /** How that was counted, and what was not. */
  remarks: string[];
}

/** How a maintainer did so far, as far as it is published. */
export function tellRecord(sites: readonly PublicSite[], { page }: Wording): MaintainerRecord {
  const { lists } = page;
  const { fixed, days } = measurePace(sites);
  const happened = sites.flatMap(({ events }) => events.map(({ data }) => data.kind));
  const count = (kind: (typeof happened)[number]) => happened.filter((one) => one === kind).length;
  const [kept, moved, missed] = [count('promise-kept'), count('promise-moved'), count('promise-overdue')];
  const promises = kept + moved + missed === 0 ? [] : [lists.promises(kept, moved, missed)];
  return {
    told: [days === null ? lists.tooFew(fixed) : lists.pace(days, fixed), ...promises],
    remarks: [
      ...(days === null ? [] : [lists.paceMeans]),
      ...(sites.some(({ withheld }) => withheld) ? [lists.withheld] : []),
    ],
  };
}
