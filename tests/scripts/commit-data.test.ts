import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startPull } from '../../src/model/pull.ts';
import { openStore, type Store } from '../../src/store.ts';

const script = fileURLToPath(new URL('../../scripts/commit-data.sh', import.meta.url));

let folder: string;
let store: Store;

/** Runs in the repository on a day of August 2026; the machine's own git settings do not count. */
function run(day: string, command: string, ...args: string[]): string {
  const at = `2026-08-${day}T06:00:00Z`;
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_DATE: at,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  return execFileSync(command, args, { cwd: folder, env, encoding: 'utf8' }).trim();
}

const commit = (day: string) => run(day, 'bash', script);
const changedBy = (commitId: string) =>
  run('01', 'git', 'show', '--name-only', '--format=', commitId).split('\n').filter(Boolean);

async function scan(asOf: string, more: { etag?: string; confirmedAt?: string; note?: string } = {}) {
  const pull = startPull('osv', { at: asOf });
  pull.validators['https://osv.example/'] = { etag: more.etag ?? asOf };
  if (more.confirmedAt !== undefined) pull.confirmedAt = { magento: more.confirmedAt };
  if (more.note !== undefined) pull.problems.push({ product: 'magento', message: more.note });
  await store.writePull(pull);
  await store.writeChecks({ schemaVersion: 1, asOf, sites: {}, sources: {} });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchproof-commit-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  store = openStore(join(folder, 'data'));
  run('01', 'git', 'init', '-q');
  run('01', 'git', 'commit', '-q', '--allow-empty', '-m', 'start');
  await scan('2026-08-01T05:17:00.000Z', { confirmedAt: '2026-07-30T05:17:00.000Z' });
});

describe('commit-data.sh', () => {
  it('commits what a scan wrote, but not the times of its checks', () => {
    expect(commit('01')).toBe('Committed the scan of 2026-08-01.');
    expect(changedBy('HEAD')).toEqual(['data/pulls/osv.json']);
    expect(run('01', 'git', 'log', '-1', '--format=%s')).toBe('data: scan of 2026-08-01');
  });

  it('commits nothing where a source says the same again', async () => {
    commit('01');
    await scan('2026-08-02T05:17:00.000Z', { confirmedAt: '2026-08-01T05:17:00.000Z', etag: 'another' });
    expect(commit('02')).toBe('Nothing changed.');
    expect(run('02', 'git', 'rev-list', '--count', 'HEAD')).toBe('2');
  });

  it('commits a source that says something else, and of the others what changed', async () => {
    commit('01');
    await scan('2026-08-02T05:17:00.000Z', { note: 'A record could not be read.' });
    await store.writeHistoryLines('shop', ['{}']);
    expect(commit('02')).toBe('Committed the scan of 2026-08-02.');
    expect(changedBy('HEAD')).toEqual(['data/history/shop.jsonl', 'data/pulls/osv.json']);

    await scan('2026-08-03T05:17:00.000Z', { note: 'A record could not be read.' });
    await rm(join(folder, 'data', 'history', 'shop.jsonl'));
    expect(commit('03')).toBe('Committed the scan of 2026-08-03.');
    expect(changedBy('HEAD')).toEqual(['data/history/shop.jsonl']);
  });

  it('leaves out the lock and everything outside of data/', async () => {
    commit('01');
    await writeFile(join(folder, 'data', 'lock'), '{}');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    expect(commit('02')).toBe('Nothing changed.');
  });

  // GitHub ends schedules after 60 days without a commit. From 1 August 06:00 to 10 September 05:17 are less than 40 days.
  it('keeps the schedule alive with an empty commit after 40 days, not before', async () => {
    commit('01');
    await scan('2026-09-10T05:17:00.000Z', { confirmedAt: '2026-09-09T05:17:00.000Z' });
    expect(commit('31')).toBe('Nothing changed.');
    await scan('2026-09-11T05:17:00.000Z', { confirmedAt: '2026-09-10T05:17:00.000Z' });
    expect(commit('31')).toBe('Nothing changed for 40 days: made an empty commit.');
    expect(changedBy('HEAD')).toEqual([]);
  });
});
