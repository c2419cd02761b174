/** CPU milliseconds of this process, its threads included: what else runs on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** What one piece of work cost. */
export interface Cost {
  cpuMs: number;
  wallMs: number;
}

export async function costOf(work: () => unknown): Promise<Cost> {
  const [cpu, wall] = [cpuMs(), performance.now()];
  await work();
  return { cpuMs: cpuMs() - cpu, wallMs: performance.now() - wall };
}

/** The middle of some numbers, the lower one of two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1] ?? Number.NaN;
}

/** A subject and its floor, measured in turns. */
export interface Pair {
  subject: Cost;
  floor: Cost;
  /** Median of the ratios of each turn: what slows both of a turn does not count. */
  ratio: number;
}

export function summarisePairs(turns: readonly { subject: Cost; floor: Cost }[]): Pair {
  const middle = (costs: readonly Cost[]): Cost => ({
    cpuMs: median(costs.map((cost) => cost.cpuMs)),
    wallMs: median(costs.map((cost) => cost.wallMs)),
  });
  return {
    subject: middle(turns.map(({ subject }) => subject)),
    floor: middle(turns.map(({ floor }) => floor)),
    ratio: median(turns.map(({ subject, floor }) => subject.cpuMs / floor.cpuMs)),
  };
}

/** Measures both in turns, after one turn that warms up. */
export async function measurePair(runs: number, work: { subject: () => unknown; floor: () => unknown }): Promise<Pair> {
  const turns: { subject: Cost; floor: Cost }[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const floor = await costOf(work.floor);
    const subject = await costOf(work.subject);
    if (run > 0) turns.push({ subject, floor });
  }
  return summarisePairs(turns);
}

/** The exponent of growth: slope of the least-squares line through the logarithms; 1 = twice as many cost twice as much. */
export function fitExponent(points: readonly { count: number; cost: number }[]): number {
  const logs = points.map(({ count, cost }) => ({ x: Math.log(count), y: Math.log(cost) }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope = mean((point) => (point.x - x) * (point.y - y));
  return slope / mean((point) => (point.x - x) ** 2);
}
