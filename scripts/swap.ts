import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../src/lib/errors.ts';
import { isRunning } from '../src/lib/processes.ts';

/** Folders of one build, side by side on one file system, so that a rename swaps them. */
export interface Staging {
  out: string;
  /** Where the build writes. */
  next: string;
  /** Where the published folder waits while the new one takes its place. */
  previous: string;
}

/** What marks a folder as one of ours: its status.json. */
const Marker = z.object({ generator: z.literal('Patchproof') });

async function isOurs(out: string): Promise<boolean> {
  try {
    return Marker.safeParse(JSON.parse(await readFile(join(out, 'status.json'), 'utf8'))).success;
  } catch (cause) {
    if (cause instanceof SyntaxError || (cause instanceof Error && 'code' in cause)) return false;
    throw cause;
  }
}

async function refuseForeign(out: string): Promise<void> {
  if (!existsSync(out) || (await readdir(out)).length === 0 || (await isOurs(out))) return;
  throw new ConfigError(
    out,
    `${out} is not empty and was not built by Patchproof (it has no status.json of ours), so it is left alone. Remedy: name another folder with --out, or empty this one.`,
  );
}

/** Brings back what a killed build had set aside, and removes what it had half written. */
async function recover(folder: string, out: string): Promise<void> {
  const name = basename(out);
  const left = (await readdir(folder)).flatMap((entry) => {
    // `dist-next-4711`, `dist-previous-4711`, `dist-next-4711.1`
    const [, kind, pid] = entry.startsWith(`${name}-`)
      ? (/^-(next|previous)-(\d+)(?:\.\d+)?$/.exec(entry.slice(name.length)) ?? [])
      : [];
    return kind === undefined || isRunning(Number(pid)) ? [] : [{ path: join(folder, entry), kind }];
  });
  for (const { path, kind } of left) {
    if (kind === 'previous' && !existsSync(out)) await rename(path, out);
    else await rm(path, { recursive: true, force: true });
  }
}

const stagings = new Map<string, number>();

/**
 * A name that this process uses once. Node keeps the modules that Astro makes in such a folder by their path: a second build at
 * the same one would publish what the first one read, perhaps an old yes.
 */
function nameOnce(out: string): string {
  const before = stagings.get(out) ?? 0;
  stagings.set(out, before + 1);
  return before === 0 ? String(process.pid) : `${process.pid}.${before}`;
}

/** Makes room for a new `out` beside it, once what a killed run left behind is in order. */
export async function stageBeside(target: string): Promise<Staging> {
  const out = resolve(target);
  const folder = join(dirname(out), '.build');
  await mkdir(folder, { recursive: true });
  await recover(folder, out);
  const name = nameOnce(out);
  const at = (kind: string) => join(folder, `${basename(out)}-${kind}-${name}`);
  return { out, next: at('next'), previous: at('previous') };
}

/** Makes room for a build of `out`. Throws ConfigError where `out` holds what is not ours. */
export async function prepareStaging(target: string): Promise<Staging> {
  const staging = await stageBeside(target);
  await refuseForeign(staging.out);
  return staging;
}

/** Sets the present folder aside and puts the next one in its place; where that fails, the present one comes back. */
function exchange({ out, next, previous }: Staging): void {
  const isPresent = existsSync(out);
  if (isPresent) renameSync(out, previous);
  try {
    renameSync(next, out);
  } catch (cause) {
    if (isPresent) renameSync(previous, out);
    throw cause;
  }
}

/**
 * Puts the finished folder in the place of the present one. Two renames without a wait in between: only a kill that falls
 * right there leaves no folder, until the next run brings the former one back.
 */
export async function swapIn(staging: Staging): Promise<void> {
  await rm(staging.previous, { recursive: true, force: true });
  exchange(staging);
  // At once costs a fraction of one after the other, and nobody waits for anything else.
  rmSync(staging.previous, { recursive: true, force: true });
}
