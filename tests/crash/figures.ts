import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findFault } from '../../src/history/index.ts';
import { openStore } from '../../src/store.ts';

/** What a row of disturbed runs came to. All but the first two ought to be 0. */
export interface Figures {
  /** Runs that were disturbed. */
  runs: number;
  /** Of these, those that SIGKILL ended. */
  kills: number;
  /** Events of a history that went missing, after the next run. */
  lost: number;
  /** Events that were recorded twice, after the next run. */
  doubled: number;
  /** Histories that `verify` refused, and next runs that did not end well: a stale lock, a file that cannot be read. */
  refused: number;
  /** Files or folders that were neither the old nor the new ones. */
  halfWritten: number;
  /** Folders that were not there at all until the next run. */
  missing: number;
}

export function noFigures(): Figures {
  return { runs: 0, kills: 0, lost: 0, doubled: 0, refused: 0, halfWritten: 0, missing: 0 };
}

/** A command with its data, as it is disturbed again and again. */
export interface Subject {
  name: string;
  /** Gives the next run something to write. */
  prepare(): Promise<void>;
  args: readonly string[];
  writesIn: string;
  /** What may be read of what it writes, before anybody repairs anything. */
  inspect(figures: Figures): Promise<void>;
  /** After a run that nobody disturbed. */
  conclude(figures: Figures): Promise<void>;
  /** Of the data, for those who take rights away. */
  dir: string;
  close(): Promise<void>;
}

/** Every file of a folder by its path in there -> SHA-256; a lock is no data. */
export async function hashFiles(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/^lock/.test(entry.name));
  const hashed = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const file = join(parentPath, name);
    return [
      file.slice(dir.length + 1),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ];
  });
  return new Map((await Promise.all(hashed)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One hash over names and bytes of all files of a folder; null where there is none. */
export async function hashFolder(dir: string): Promise<string | null> {
  if (!existsSync(dir)) return null;
  return createHash('sha256')
    .update(JSON.stringify([...(await hashFiles(dir))]))
    .digest('hex');
}

export async function copyFresh(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}

/** The lines of every history. */
export async function readLines(dir: string): Promise<Map<string, string[]>> {
  const store = openStore(dir);
  const ids = await store.historyIds();
  return new Map(await Promise.all(ids.map(async (id) => [id, await store.readHistoryLines(id)] as const)));
}

/** Chains that do not hold. */
export function countBroken(histories: ReadonlyMap<string, string[]>): number {
  return [...histories.values()].filter((lines) => findFault(lines) !== null).length;
}

/** Files of JSON that are none. */
export async function countHalfWritten(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true }).catch(() => []);
  const texts = names.filter((name) => name.endsWith('.json')).map((name) => readFile(join(dir, name), 'utf8'));
  return (await Promise.all(texts)).filter((text) => {
    try {
      JSON.parse(text);
      return false;
    } catch {
      return true;
    }
  }).length;
}
