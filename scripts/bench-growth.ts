import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../src/config/index.ts';
import { embeddedOn } from '../src/embedded.ts';
import { ConfigError } from '../src/lib/errors.ts';
import type { Report } from '../src/model/report.ts';
import { daysAfter } from '../src/model/time.ts';
import { openStore, type Store } from '../src/store.ts';
import { readArguments } from './arguments.ts';
import { buildSite } from './build.ts';
import { openShops, scanShops } from './growth.ts';
import { runCommand } from './run.ts';

const usage = `npm run bench:growth -- [options]
Lets shops live through a year of daily scans in a repository of its own, commits data/ as the workflow does, and prints what
that adds to a clone. No network, no clock.`;

const commitScript = fileURLToPath(new URL('./commit-data.sh', import.meta.url));

function configOf(count: number) {
  const sites = Array.from({ length: count }, (_, n) => `  - { id: shop-${n}, url: "https://shop-${n}.example/" }`);
  const head = 'title: Growth\nurl: https://status.example.com/\ncontact: status@example.com\nsites:\n';
  return parseConfig(`${head}${sites.join('\n')}\n`, 'sites.yaml');
}

/** Runs in the repository as of a day; the machine's own git settings do not count. */
function runner(repository: string) {
  return (day: string, command: string, ...given: string[]): string => {
    const at = `${day}T05:30:00Z`;
    const who = { GIT_AUTHOR_NAME: 'growth', GIT_AUTHOR_EMAIL: 'growth@example.com' };
    const env = {
      ...process.env,
      ...who,
      GIT_COMMITTER_NAME: who.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: who.GIT_AUTHOR_EMAIL,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    return execFileSync(command, given, { cwd: repository, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => stat(join(parentPath, name)));
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
}

function readCount(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new ConfigError('command line', `${text} is no number from 1 to 9999.\n\n${usage}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** A data folder that counts the reports which it is told to write. */
function openCountingStore(data: string): { store: Store; reports: () => number } {
  const store = openStore(data);
  let reports = 0;
  const writeReport = (report: Report) => {
    reports += 1;
    return store.writeReport(report);
  };
  return { store: { ...store, writeReport }, reports: () => reports };
}

function kilobytes(bytes: number): string {
  return (bytes / 1e3).toFixed(1);
}

/** What the shops came to, in files. */
async function describeVolume({ data, out, sites }: { data: string; out: string; sites: number }, reports: number) {
  const history = await sizeOf(join(data, 'history'));
  const files = await readdir(join(data, 'history'));
  const lines = files.map((file) => readFileSync(join(data, 'history', file), 'utf8').split('\n').length - 1);
  const events = lines.reduce((sum, count) => sum + count, 0);
  const report = (await sizeOf(join(data, 'reports'))) / sites;
  const pages = join(out, 'sites');
  const entries = await readdir(pages, { recursive: true, withFileTypes: true });
  const perShop = (count: number) => (count / sites).toFixed(1);
  return [
    `Per shop: ${perShop(events)} events in ${kilobytes(history / sites)} kB of history, ${perShop(reports)} reports of ${kilobytes(report)} kB`,
    `Pages per shop in one language: ${kilobytes((await sizeOf(pages)) / sites)} kB in ${perShop(entries.filter((entry) => entry.isFile()).length)} files`,
  ];
}

await runCommand(async () => {
  const { texts } = readArguments(usage, {
    sites: { value: 'N', means: 'shops (default 200)' },
    days: { value: 'N', means: 'daily scans, the last on the day of the facts that ship (default 365)' },
  });
  const [sites, days] = [readCount(texts['sites'], 200), readCount(texts['days'], 365)];
  const folder = await mkdtemp(join(tmpdir(), 'patchproof-growth-'));
  try {
    const run = runner(folder);
    const first = daysAfter(embeddedOn(), 1 - days);
    run(first, 'git', 'init', '--quiet', '--initial-branch=main', 'repository');
    const repository = join(folder, 'repository');
    const inside = runner(repository);
    inside(first, 'git', 'commit', '--quiet', '--allow-empty', '--message=start');
    const sizeOfClone = async (name: string) => {
      run(first, 'git', 'clone', '--quiet', `file://${repository}`, name);
      return { all: await sizeOf(join(folder, name)), history: await sizeOf(join(folder, name, '.git')) };
    };
    const data = join(repository, 'data');
    const { store, reports } = openCountingStore(data);
    const at = { config: configOf(sites), store };
    const shops = openShops(at.config, first);
    let firstClone = await sizeOfClone('empty');
    for (let n = 0; n < days; n += 1) {
      const day = daysAfter(first, n);
      await scanShops(shops, day, at);
      const said = inside(day, 'bash', commitScript).trim();
      if (n === 0) firstClone = await sizeOfClone('first');
      if ((n + 1) % 30 === 0) console.log(`${day}: ${said}`);
    }
    inside(first, 'git', 'gc', '--quiet');
    const after = await sizeOfClone('after');
    const commits = Number(inside(first, 'git', 'rev-list', '--count', 'HEAD')) - 1;
    const told = ({ all, history }: typeof after) => `${megabytes(all)}, ${megabytes(history)} of it history`;
    console.log(`${sites} shops, ${days} daily scans, ${commits} commits`);
    console.log(`A clone after the first scan: ${told(firstClone)}`);
    console.log(`A clone after the last scan:  ${told(after)}`);
    console.log(`Added: ${megabytes(after.all - firstClone.all)}`);
    const out = join(folder, 'dist');
    await buildSite({ data, out, log: () => {} });
    for (const line of await describeVolume({ data, out, sites }, reports())) console.log(line);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
