import { countOpenDays, type Exposure } from './exposure.ts';

/** How long updates take. */
export interface PatchPace {
  /** Flaws that were seen and are gone. */
  fixed: number;
  /** Median in whole days, rounded up; null where there are too few to tell. */
  days: number | null;
}

/** Up to this many fixed flaws chance says more than the median does. */
const tooFew = 5;

/** The pace of updates, told by the flaws that were open and are gone. */
export function measurePace(exposures: readonly Exposure[]): PatchPace {
  const days = exposures
    .flatMap((exposure) => (exposure.until === null ? [] : [countOpenDays(exposure, exposure.until)]))
    .sort((a, b) => a - b);
  const [lower, upper] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
  const isTold = days.length > tooFew && lower !== undefined && upper !== undefined;
  return { fixed: days.length, days: isTold ? Math.ceil((lower + upper) / 2) : null };
}
