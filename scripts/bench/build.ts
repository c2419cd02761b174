import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
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

/** How long after the last scan the next one is. */
const laterMs = 600_000;

/** What a scan of one shop of a hundred leaves behind: their reports and times of check, its own instant, sources asked again. */
async function changeSome(data: string): Promise<void> {
  const store = openStore(data);
  const checks = await store.readChecks();
  if (checks === null) throw new Error(`${data} holds no checks.json`);
  const asOf = new Date(Date.parse(checks.asOf) + laterMs).toISOString();
  const ids = (await store.reportIds()).filter((_, index) => index % 100 === 0);
  for (const id of ids) {
    const report = await store.readReport(id);
    if (report !== null) await store.writeReport({ ...report, asOf, requests: (report.requests % 9) + 1 });
    if (checks.sites[id] !== undefined) checks.sites[id] = { checkedAt: asOf, seenAt: asOf };
  }
  const again = Object.entries(checks.sources).map(([product, sources]) => [
    product,
    sources.map((source) => ({ ...source, fetchedAt: asOf })),
  ]);
  await store.writeChecks({ ...checks, asOf, sources: Object.fromEntries(again) });
}

interface Place {
  data: string;
  out: string;
  floor: string;
}

function buildOurs({ data, out }: Omit<Place, 'floor'>): Promise<Usage> {
  return runMeasured(root, 'scripts/build.ts', '--data', data, '--out', out);
}

/**
 * Out of the way, and removed when all is measured: for minutes after thousands of files were removed, ext4 looks for each new one's
 * inode among theirs, which costs more than the build.
 */
async function setAside(...paths: string[]): Promise<void> {
  const aside = join(workshop, 'aside');
  await mkdir(aside, { recursive: true });
  for (const path of paths) if (existsSync(path)) await rename(path, join(aside, randomUUID()));
}

async function takeTurn({ floor, ...place }: Place): Promise<Turn> {
  await setAside(join(floor, 'node_modules'), join(floor, 'dist'), join(floor, 'raw'));
  const astro = await runMeasured(floor, 'build.mjs');
  await setAside(place.out, join(root, '.build', 'cache'));
  const cold = await buildOurs(place);
  const raw = await runMeasured(floor, 'raw.mjs');
  await changeSome(place.data);
  // Both take the place of a former build, which is removed. The second one pays for it, as said above.
  const changed = await buildOurs(place);
  return { astro, cold, raw, changed, unchanged: await buildOurs(place) };
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
    {
      ...row('peak memory', ['cold', 'astro'], null),
      ratio: middle(turns, 'cold').peakMb / middle(turns, 'astro').peakMb,
      target: sites === 10_000 ? 1.5 : null,
    },
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
  await setAside(folder);
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
  await rm(workshop, { recursive: true, force: true });
  const few = measured.find(({ sites }) => sites === 1_000) ?? measured[0];
  const many = measured.at(-1);
  const rows = measured.flatMap((each) => each.rows);
  if (few === undefined || many === undefined || few === many) return rows;
  // what Astro costs before the first page hides the growth of few sites
  const large = measured.filter(({ sites }) => sites >= 1_000);
  const points = (large.length > 1 ? large : measured).map(({ sites, cold }) => ({ count: sites, cost: cold.cpuMs }));
  return [...rows, memoryRow(few, many), growthRow('build: growth with the number of sites', points)];
}
