import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/lib/lock.ts';

let dir = '';
let file = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patchproof-lock-'));
  file = join(dir, 'data', 'lock');
});

/** The number of a process that has just ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

async function holdBy(owner: object): Promise<void> {
  await (await takeLock(file))();
  await writeFile(file, JSON.stringify(owner));
}

describe('a lock', () => {
  it('is held by one at a time, and leaves nothing behind', async () => {
    const release = await takeLock(file);
    await expect(takeLock(file)).rejects.toThrow(
      new RegExp(`held by process ${process.pid} on .*, for 0 h 0 min: .*remove .*lock`),
    );
    await release();
    await (await takeLock(file))();
    expect(await readdir(join(dir, 'data'))).toEqual([]);
  });

  it('of a dead process is taken over', async () => {
    const owner = { host: hostname(), pid: await deadPid(), born: '', since: '2026-01-01T00:00:00.000Z' };
    await holdBy(owner);
    const release = await takeLock(file);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid });
    await release();
  });

  it.skipIf(process.platform !== 'linux')('of a process whose number another has now is taken over', async () => {
    await holdBy({ host: hostname(), pid: process.pid, born: 'boot 1', since: '2026-01-01T00:00:00.000Z' });
    await (await takeLock(file))();
  });

  it('clears away what runs left that were killed while they took it', async () => {
    const dead = { host: hostname(), pid: await deadPid(), born: '', since: '2026-01-01T00:00:00.000Z' };
    const living = { ...dead, pid: process.ppid };
    await (await takeLock(file))();
    // half written, whole, and set aside by a run that still looks at it
    await writeFile(`${file}.1.new`, '{"host":"');
    await writeFile(`${file}.2.new`, JSON.stringify(dead));
    await writeFile(`${file}.3`, JSON.stringify(living));
    await (await takeLock(file))();
    expect(await readdir(join(dir, 'data'))).toEqual(['lock.3']);
  });

  it.each([
    ['of a living process', { host: hostname(), pid: process.ppid, born: '', since: '2026-01-01T00:00:00.000Z' }],
    ['of another computer', { host: 'elsewhere', pid: 1, born: '', since: '2026-01-01T00:00:00.000Z' }],
    ['of nobody knows whom', { pid: 'x' }],
  ])('%s is left alone', async (_whose, owner) => {
    await holdBy(owner);
    await expect(takeLock(file)).rejects.toThrow(/is held by/);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(owner);
  });

  it('of a dead process is taken over by exactly one of many', async () => {
    await holdBy({ host: hostname(), pid: await deadPid(), born: '', since: '2026-01-01T00:00:00.000Z' });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(file)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
