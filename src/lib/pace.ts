export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** Runs `task` once every earlier task of `host` is done and at least `gapMs` have passed since the last one ended. */
export type Pace = <T>(host: string, gapMs: number, task: () => Promise<T>) => Promise<T>;

/** One queue per host: a public API is asked one thing at a time, slowly. */
export function createPace(clock: Clock): Pace {
  const lastEnd = new Map<string, Promise<number>>();
  return (host, gapMs, task) => {
    const turn = (lastEnd.get(host) ?? Promise.resolve(-Infinity)).then(async (endedAt) => {
      const wait = endedAt + gapMs - clock.now();
      if (wait > 0) await clock.sleep(wait);
      return await task();
    });
    const end = () => clock.now();
    lastEnd.set(host, turn.then(end, end));
    return turn;
  };
}
