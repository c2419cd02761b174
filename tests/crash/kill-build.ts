import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What a run of kills came to: the published folder was whole, half built, or not there. */
export interface BuildFigures {
  killed: number;
  finished: number;
  half: number;
  missing: number;
}

/** Runs a build, killed after `delayMs`; resolves to whether it was. */
function runBuild(data: string, out: string, delayMs: number | null): Promise<boolean> {
  return new Promise((done) => {
    const build = spawn(process.execPath, ['scripts/build.ts', '--data', data, '--out', out], {
      cwd: root,
      stdio: 'ignore',
    });
    const timer = delayMs === null ? undefined : setTimeout(() => build.kill('SIGKILL'), delayMs);
    build.once('exit', (_code, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

/** One hash over names and bytes of all files of a folder. */
export async function hashFolder(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file.slice(dir.length))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

/** Kills builds of the same data at random moments until `kills` of them were, and compares what is published with a whole build. */
export async function killBuilds(data: string, kills: number): Promise<BuildFigures> {
  const out = join(await mkdtemp(join(tmpdir(), 'patchproof-kill-build-')), 'dist');
  const figures: BuildFigures = { killed: 0, finished: 0, half: 0, missing: 0 };
  const first = performance.now();
  await runBuild(data, out, null);
  let wholeMs = performance.now() - first;
  const whole = await hashFolder(out);
  while (figures.killed < kills && figures.finished < kills * 4) {
    const started = performance.now();
    const killed = await runBuild(data, out, wholeMs * (0.3 + Math.random() * 0.7));
    figures[killed ? 'killed' : 'finished'] += 1;
    wholeMs = killed ? wholeMs * 1.02 : performance.now() - started;
    if (!existsSync(out)) figures.missing += 1;
    else if ((await hashFolder(out)) !== whole) figures.half += 1;
  }
  await runBuild(data, out, null);
  if ((await hashFolder(out)) !== whole) figures.half += 1;
  await rm(join(out, '..'), { recursive: true, force: true });
  return figures;
}

if (import.meta.main)
  console.log(
    JSON.stringify(await killBuilds(resolve(process.argv[2] ?? '.demo/data'), Number(process.argv[3] ?? 50))),
  );
