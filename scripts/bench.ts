import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { ConfigError } from '../src/lib/errors.ts';
import { readArguments } from './arguments.ts';
import { benchBuild } from './bench/build.ts';
import { benchIdentify } from './bench/identify.ts';
import { benchJudge } from './bench/judge.ts';
import { benchCrowd, benchFar, benchScan } from './bench/scan.ts';
import { drawTable, type Row } from './bench/table.ts';
import { benchWhatWeb } from './bench/whatweb.ts';
import { runCommand } from './run.ts';

const usage = `npm run bench -- [options]
What scanning, identifying, judging and building cost, each held against a floor that is measured in turns with it (docs/performance.md).
Ratios of CPU time: what else the machine does changes them little. Everything stays on this computer.`;

/** How much is measured. */
interface Extent {
  runs: number;
  /** Shops that are scanned. */
  shops: readonly number[];
  /** Shops of which memory is measured: few and many. */
  crowds: readonly number[];
  /** Shops that WhatWeb looks at as well. */
  beside: number;
  /** One fixture of so many is identified. */
  every: number;
  /** Sites that are built. */
  sites: readonly number[];
}

const short: Extent = { runs: 1, shops: [10, 20, 40], crowds: [20, 40], beside: 8, every: 20, sites: [20, 40] };
const usual: Extent = {
  runs: 3,
  shops: [50, 100, 200, 400, 800],
  crowds: [400, 1_600],
  beside: 64,
  every: 2,
  sites: [100, 1_000],
};
const full: Extent = { ...usual, crowds: [1_000, 3_000, 10_000], sites: [100, 1_000, 5_000, 10_000] };

const parts: Record<string, (extent: Extent) => Promise<Row[]>> = {
  identify: ({ runs, every }) => benchIdentify({ runs, every }),
  judge: ({ runs }) => benchJudge({ runs, rounds: 3 }),
  scan: ({ runs, shops }) => benchScan({ runs, counts: shops }),
  crowd: async ({ crowds }) => [
    ...(await benchCrowd({ counts: crowds })),
    ...(await benchFar({ count: crowds[0] ?? 1 })),
  ],
  whatweb: ({ runs, beside }) => benchWhatWeb({ runs, count: beside }),
  build: ({ runs, sites }) => benchBuild({ runs, counts: sites }),
};

function readRuns(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new ConfigError('--runs', `--runs ${text} is no number of runs. Remedy: give one from 1 to 99.`);
}

function selectParts(only: string | undefined): string[] {
  const names = only?.split(',') ?? Object.keys(parts);
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length === 0) return names;
  throw new ConfigError('--only', `--only ${unknown.join(',')}: allowed are ${Object.keys(parts).join(', ')}.`);
}

/** The commit that was measured, where this is a clone. */
function commitOf(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}

function describeMachine() {
  const [first, ...others] = cpus();
  return {
    cpu: `${others.length + 1} x ${first?.model.trim() ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    commit: commitOf(),
  };
}

await runCommand(async () => {
  const { texts, switches } = readArguments(usage, {
    runs: { value: 'N', means: 'measure each N times and take the median (default 3)' },
    short: { means: 'little of everything, once: does it still work?' },
    full: { means: 'scans of 10,000 shops and builds of 5,000 and 10,000 sites as well' },
    only: { value: 'PART,PART', means: `of ${Object.keys(parts).join(', ')}` },
    json: { value: 'FILE', means: 'where the figures are written (default .build/bench.json)' },
  });
  const extent = switches['short'] === true ? short : switches['full'] === true ? full : usual;
  const runs = readRuns(texts['runs'], extent.runs);
  const rows: Row[] = [];
  for (const name of selectParts(texts['only'])) {
    console.error(`${name} ...`);
    rows.push(...((await parts[name]?.({ ...extent, runs })) ?? []));
  }
  const machine = describeMachine();
  console.log(drawTable(rows));
  console.log(`\nMedians of ${runs}. ${machine.cpu}, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}.`);
  const file = texts['json'] ?? '.build/bench.json';
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, runs, rows }, null, 2)}\n`);
  return 0;
});
