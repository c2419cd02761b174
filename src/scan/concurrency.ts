import { performance } from 'node:perf_hooks';

/** How many visits go on at the same time. */
export interface Level {
  now(): number;
  /** Ends the measuring. */
  stop(): void;
}

/** What one look at this process found. */
export interface Load {
  /** Part of the time in which the event loop was busy, 0 to 1. */
  busy: number;
  /** Memory of this process, in bytes. */
  rss: number;
}

/** Visits at the same time: it starts with the fewest, and each visit may hold some megabytes. */
export const bounds = { fewest: 16, most: 128 };

/** Between one look at the load and the next, in milliseconds. */
const lookEveryMs = 250;

/** Above this much memory no more visits are begun than the fewest; some hostile shops at once come near it. */
const muchMemory = 1_000_000_000;

/**
 * The next level. While this process mostly waits for shops, more of them are visited at the same time. Once it is busy, more
 * would only wait in line here while their time runs out.
 */
export function nextLevel(level: number, { busy, rss }: Load): number {
  if (rss > muchMemory) return bounds.fewest;
  if (busy > 0.85) return Math.max(bounds.fewest, Math.floor(level * 0.75));
  return busy < 0.6 ? Math.min(bounds.most, Math.ceil(level * 1.25)) : level;
}

/** A level that follows the load of this process. */
export function followLoad(): Level {
  let level = bounds.fewest;
  let before = performance.eventLoopUtilization();
  const look = () => {
    const now = performance.eventLoopUtilization();
    const { utilization: busy } = performance.eventLoopUtilization(now, before);
    before = now;
    level = nextLevel(level, { busy, rss: process.memoryUsage.rss() });
  };
  const timer = setInterval(look, lookEveryMs);
  return { now: () => level, stop: () => clearInterval(timer) };
}

/** Works on items in their order; one begins whenever fewer than `level` are worked on. Rejects with the first that does. */
export function forEachConcurrently<T>(
  items: readonly T[],
  level: () => number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let running = 0;
  return new Promise((resolve, reject) => {
    const end = () => {
      running -= 1;
      begin();
    };
    const begin = () => {
      while (running < level()) {
        const next = queue.next();
        if (next.done === true) {
          if (running === 0) resolve();
          return;
        }
        running += 1;
        work(next.value).then(end, reject);
      }
    };
    begin();
  });
}

/** Lets only so many at a time work under one key; the others wait in line. */
export function limitEach(most: number): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, { working: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { working: 0, waiting: [] };
    lines.set(key, line);
    // whoever ends hands the place over: nobody comes between
    if (line.working >= most) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.working += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if (line.working === 1) lines.delete(key);
      else line.working -= 1;
    }
  };
}
