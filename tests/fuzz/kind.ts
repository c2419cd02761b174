import type { Random } from './random.ts';

/** One kind of input. */
export interface Kind {
  /** One case; gives what is wrong, null where nothing is. Throws on a crash. */
  tryOne(random: Random): Promise<string | null> | string | null;
  /** What came up, so that a run that tests nothing shows. */
  counts: Record<string, number>;
  close(): Promise<void>;
}

export function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
