import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { hasCode, ScanError } from './errors.ts';
import { isRunning } from './processes.ts';

/** Who holds a lock. */
const Owner = z.object({
  host: z.string(),
  pid: z.number().int().positive(),
  /** Tells a process from a later one of the same number, where the system says so. */
  born: z.string(),
  /** When it was taken, ISO 8601. */
  since: z.string(),
});
type Owner = z.infer<typeof Owner>;

/** Linux: boot and clock tick in which a process began. Empty on other systems, and where there is no such process. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    // The 20th field behind the name, which stands in parentheses and may hold anything.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

/** Only of a process of this computer can we know that it has ended. */
function isDead({ host, pid, born }: Owner): boolean {
  if (host !== hostname()) return false;
  return !isRunning(pid) || (born !== '' && birthOf(pid) !== born);
}

/** Null: nobody holds it any more. A lock that cannot be read counts as held. */
async function readOwner(file: string): Promise<Owner | 'unreadable' | null> {
  try {
    return Owner.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? 'unreadable';
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    return 'unreadable';
  }
}

/** Creates a file with its whole content, or fails because it is there: both at once. */
async function createWhole(file: string, text: string): Promise<boolean> {
  const beside = `${file}.${randomUUID()}.new`;
  await writeFile(beside, text);
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    // ENOENT: whoever holds the lock has swept it away.
    if (hasCode(error, 'EEXIST', 'ENOENT')) return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Gives back a lock that was taken away by mistake. */
async function putBack(aside: string, file: string): Promise<void> {
  try {
    await link(aside, file);
  } catch (error) {
    // Somebody has taken the place meanwhile: then that lock holds.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

/** Takes a dead owner's lock away; what another run has put there meanwhile goes back. */
async function clear(file: string, dead: Owner): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (JSON.stringify(moved) !== JSON.stringify(dead)) await putBack(aside, file);
  await rm(aside, { force: true });
}

/** Removes what runs left beside the lock that were killed while they took it; for its holder only. */
async function tidy(file: string): Promise<void> {
  const folder = dirname(file);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${basename(file)}.`));
  for (const path of names.map((name) => join(folder, name))) {
    const owner = await readOwner(path);
    const isLeft = owner === 'unreadable' ? path.endsWith('.new') : owner !== null && isDead(owner);
    if (isLeft) await rm(path, { force: true });
  }
}

/** `2 h 5 min` */
function ageOf(since: string): string {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000));
  return Number.isNaN(minutes) ? 'an unknown time' : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function refusal(file: string, owner: Owner | 'unreadable'): ScanError {
  const holder =
    owner === 'unreadable'
      ? 'another run, which did not say who it is'
      : `process ${owner.pid} on ${owner.host}, for ${ageOf(owner.since)}`;
  return new ScanError(
    file,
    `${file} is held by ${holder}: two runs at once would write over each other. Remedy: wait for it; if it is no longer there, remove ${file} and try again.`,
  );
}

/** How often a lock that changes hands meanwhile is tried for. */
const attempts = 3;

/**
 * Takes a lock file; the result gives it back. A lock whose owner is dead is taken over. Throws ScanError, naming owner
 * and age, while somebody else holds it.
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  const own: Owner = {
    host: hostname(),
    pid: process.pid,
    born: birthOf(process.pid),
    since: new Date().toISOString(),
  };
  for (let attempt = 1; ; attempt += 1) {
    if (await createWhole(file, `${JSON.stringify(own)}\n`)) {
      await tidy(file);
      return () => rm(file, { force: true });
    }
    const owner = await readOwner(file);
    if (owner === null) continue;
    if (owner === 'unreadable' || !isDead(owner) || attempt === attempts) throw refusal(file, owner);
    await clear(file, owner);
  }
}
