import { ScanError } from '../../src/lib/errors.ts';
import { openConfigs } from './configs.ts';
import { openHistories } from './histories.ts';
import type { Kind } from './kind.ts';
import { openPublished } from './published.ts';
import { createRandom, seedOf } from './random.ts';
import { openShops } from './shops.ts';
import { openSources } from './sources.ts';

/** What a run of one kind came to. */
export interface Figures {
  cases: number;
  crashes: number;
  wrongYes: number;
  /** All else that is not as it should be. */
  other: number;
  /** Processor time of the slowest case, and of all, in milliseconds. */
  slowestMs: number;
  totalMs: number;
}

/** Kinds of input, and how many of a hundred cases each has. */
export const kinds: Readonly<Record<string, { share: number; open: () => Kind | Promise<Kind> }>> = {
  shops: { share: 45, open: openShops },
  histories: { share: 20, open: openHistories },
  published: { share: 20, open: openPublished },
  configs: { share: 10, open: openConfigs },
  sources: { share: 5, open: openSources },
};

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function tryCase(kind: Kind, seed: number): Promise<{ found: string | null; crashed: boolean }> {
  try {
    return { found: await kind.tryOne(createRandom(seed)), crashed: false };
  } catch (error) {
    const known = error instanceof ScanError ? 'a failure that nobody expected here: ' : '';
    return { found: `${known}${error instanceof Error ? error.stack : String(error)}`, crashed: true };
  }
}

/** Tries so many cases of a kind. Case `i` of a seed is the same in every run. */
export async function fuzz(
  name: string,
  { cases, seed, from = 0 }: { cases: number; seed: number; from?: number },
  tell: (line: string) => void,
): Promise<{ figures: Figures; counts: Kind['counts'] }> {
  const opened = await kinds[name]?.open();
  if (opened === undefined) throw new Error(`${name}: no such kind. Allowed: ${Object.keys(kinds).join(', ')}.`);
  const figures: Figures = { cases: 0, crashes: 0, wrongYes: 0, other: 0, slowestMs: 0, totalMs: 0 };
  for (let at = from; at < from + cases; at += 1) {
    const started = cpuMs();
    const { found, crashed } = await tryCase(opened, seedOf(seed, at));
    const spent = cpuMs() - started;
    figures.cases += 1;
    if (figures.cases % 5_000 === 0) tell(`${name}: ${figures.cases} cases`);
    figures.totalMs += spent;
    figures.slowestMs = Math.max(figures.slowestMs, spent);
    if (found === null) continue;
    figures[crashed ? 'crashes' : found.startsWith('wrong yes') ? 'wrongYes' : 'other'] += 1;
    tell(`${name}, seed ${seed}, case ${at}: ${found}`);
  }
  await opened.close();
  return { figures, counts: opened.counts };
}
