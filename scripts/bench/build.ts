import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openStore } from '../../src/store.ts';
import { listOutputs, type Output, writeFloor } from './astro-floor.ts';
import { median } from './measure.ts';
import { growthRow, type Row, showMs } from './table.ts';

const Usage = z.object({ cpuMs: z.number(), wallMs: z.number(), peakMb: z.number() });
type Usage = z.infer<typeof Usage>;

const root = fileURLToPath(new URL('../..', import.meta.url));
const preload = new URL('usage.ts', import.meta.url).href;

/** Inside of the project, where the packages are found. */
const workshop = resolve(root, '.build', 'bench');

/** Runs a script in a process of its own and tells what it cost. */
async function runMeasured(cwd: string, ...args: string[]): Promise<Usage> {
  const file = join(workshop, 'usage.json');
  const env = { ...process.env, BENCH_USAGE: file };
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return Usage.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** What the floors cost, and our own build in three states. */
interface Turn {
  cold: Usage;
  unchanged: Usage;
  changed: Usage;
  astro: Usage;
  raw: Usage;
}

/** Another finding and another day for one report of a hundred. */
async function changeSome(data: string): Promise<void> {
  const store = openStore(data);
  const ids = (await store.reportIds()).filter((_, index) => index % 100 === 0);
  for (const id of ids) {
    const report = await store.readReport(id);
    if (report !== null) await store.writeReport({ ...report, requests: (report.requests % 9) + 1 });
  }
}

interface Place {
  data: string;
  out: string;
  floor: string;
}

function buildOurs({ data, out }: Place): Promise<Usage> {
  return runMeasured(root, 'scripts/build.ts', '--data', data, '--out', out);
}

async function forgetBuilds({ out }: Place): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await rm(join(root, '.build', 'cache'), { recursive: true, force: true });
}

async function takeTurn(place: Place): Promise<Turn> {
  await rm(join(place.floor, 'node_modules'), { recursive: true, force: true });
  const astro = await runMeasured(place.floor, 'build.mjs');
  await forgetBuilds(place);
  const cold = await buildOurs(place);
  const raw = await runMeasured(place.floor, 'raw.mjs');
  const unchanged = await buildOurs(place);
  await changeSome(place.data);
  return { astro, cold, raw, unchanged, changed: await buildOurs(place) };
}

function middle(turns: readonly Turn[], of: keyof Turn): Usage {
  const one = (field: keyof Usage) => median(turns.map((turn) => turn[of][field]));
  return { cpuMs: one('cpuMs'), wallMs: one('wallMs'), peakMb: one('peakMb') };
}

function show({ cpuMs, wallMs, peakMb }: Usage): string {
  return `${showMs(cpuMs)} CPU, ${showMs(wallMs)}, ${peakMb.toFixed(0)} MB`;
}

function ratioOf(turns: readonly Turn[], subject: keyof Turn, floor: keyof Turn): number {
  return median(turns.map((turn) => turn[subject].cpuMs / turn[floor].cpuMs));
}

function describe(sites: number, outputs: readonly Output[], turns: readonly Turn[]): Row[] {
  const megabytes = outputs.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000;
  const cold = show(middle(turns, 'cold'));
  const row = (what: string, pair: [keyof Turn, keyof Turn], target: number | null): Row => ({
    what: `build: ${sites} sites, ${what}`,
    subject: show(middle(turns, pair[0])),
    floor:
      pair[1] === 'cold'
        ? 'cold'
        : `${pair[1] === 'astro' ? 'Astro alone' : 'Node alone'}: ${show(middle(turns, pair[1]))}`,
    ratio: ratioOf(turns, pair[0], pair[1]),
    target,
  });
  return [
    {
      ...row('cold', ['cold', 'astro'], 1.4),
      what: `build: ${sites} sites, cold (${outputs.length} files, ${megabytes.toFixed(0)} MB)`,
      subject: cold,
    },
    row('cold', ['cold', 'raw'], null),
    row('nothing changed', ['unchanged', 'cold'], null),
    row('1 % changed', ['changed', 'cold'], sites === 5_000 ? 0.45 : null),
  ];
}

async function measureSites(sites: number, runs: number): Promise<{ rows: Row[]; cold: Usage }> {
  const folder = join(workshop, String(sites));
  const place = { data: join(folder, 'data'), out: join(folder, 'out'), floor: join(folder, 'floor') };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await runMeasured(root, 'tests/build/many-sites.ts', place.data, String(sites));
  await buildOurs(place);
  const outputs = await listOutputs(place.out);
  await writeFloor(place.floor, outputs);
  const turns: Turn[] = [];
  for (let run = 0; run < runs; run += 1) turns.push(await takeTurn(place));
  await rm(folder, { recursive: true, force: true });
  return { rows: describe(sites, outputs, turns), cold: middle(turns, 'cold') };
}

function memoryRow(few: { sites: number; cold: Usage }, many: { sites: number; cold: Usage }): Row {
  return {
    what: `build: peak memory, ${many.sites} sites`,
    subject: `${many.cold.peakMb.toFixed(0)} MB`,
    floor: `${few.sites} sites: ${few.cold.peakMb.toFixed(0)} MB`,
    ratio: many.cold.peakMb / few.cold.peakMb,
    target: many.sites === 10_000 && few.sites === 1_000 ? 1.3 : null,
  };
}

/** Whole builds of made-up sites, cold and after changes, against Astro and Node alone writing as much. */
export async function benchBuild({ runs, counts }: { runs: number; counts: readonly number[] }): Promise<Row[]> {
  const measured: { sites: number; rows: Row[]; cold: Usage }[] = [];
  for (const sites of counts) measured.push({ sites, ...(await measureSites(sites, runs)) });
  const few = measured.find(({ sites }) => sites === 1_000) ?? measured[0];
  const many = measured.at(-1);
  const rows = measured.flatMap((each) => each.rows);
  if (few === undefined || many === undefined || few === many) return rows;
  // what Astro costs before the first page hides the growth of few sites
  const large = measured.filter(({ sites }) => sites >= 1_000);
  const points = (large.length > 1 ? large : measured).map(({ sites, cold }) => ({ count: sites, cost: cold.cpuMs }));
  return [...rows, memoryRow(few, many), growthRow('build: growth with the number of sites', points)];
}
