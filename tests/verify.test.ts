import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalForm, recordHistory } from '../src/history/index.ts';
import type { HistoryEvent } from '../src/model/history.ts';
import { openStore } from '../src/store.ts';
import { findHead, verifyData } from '../src/verify.ts';
import { reportOn } from './history/report.ts';

const reports = [
  reportOn('2026-03-01', ['4.1.0.3'], { reason: 'update-missing' }),
  reportOn('2026-03-09', ['4.1.0.4'], { reason: 'current' }),
];
const events = reports.reduce(
  (before, report) => recordHistory(before, report, () => '5'.repeat(32)),
  [] as HistoryEvent[],
);
const [, last] = reports;

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patchproof-verify-'));
  const store = openStore(join(dir, 'data'));
  await store.writeHistoryLines('shop', events.map(canonicalForm));
  if (last !== undefined) await store.writeReport(last);
});

const historyFile = () => join(dir, 'data/history/shop.jsonl');
const verify = () => verifyData(openStore(join(dir, 'data')));

describe('data', () => {
  it('as a scan leaves it is intact', async () => {
    const { intact, faults } = await verify();
    expect(faults).toEqual([]);
    expect(intact.map(({ site, head }) => [site, head])).toEqual([['shop', events.at(-1)?.hash]]);
  });

  it('whose last events were taken out tells something else than its report', async () => {
    const lines = (await readFile(historyFile(), 'utf8')).split('\n');
    await writeFile(historyFile(), `${lines.slice(0, 3).join('\n')}\n`);
    expect((await verify()).faults).toMatchObject([{ kind: 'report', line: null }]);
  });
});

describe('a head that somebody kept', () => {
  it('is found wherever it stands, and not where its history was rewritten', async () => {
    const { intact } = await verify();
    for (const event of events) expect(findHead(event.hash, intact)).toEqual({ site: 'shop', event });
    expect(findHead('0'.repeat(64), intact)).toBeNull();
  });

  it('is missed after any rewriting, truncation or reordering of what led to it', () => {
    const lines = events.map(canonicalForm);
    const kept = events.at(-1)?.hash ?? '';
    const changes = fc.oneof(
      fc.nat(lines.length - 1).map((end) => lines.slice(0, end)),
      fc.nat(lines.length - 1).map((at) => lines.toSpliced(at, 1)),
      fc.shuffledSubarray(lines, { minLength: lines.length }),
      // A forger who knows the rules chains everything anew, with another first event.
      fc
        .constantFrom('6', '7', '8')
        .map((salt) =>
          reports
            .reduce((before, report) => recordHistory(before, report, () => salt.repeat(32)), [] as HistoryEvent[])
            .map(canonicalForm),
        ),
    );
    return fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        fc.pre(changed.join() !== lines.join());
        await openStore(join(dir, 'data')).writeHistoryLines('shop', changed);
        expect(findHead(kept, (await verify()).intact)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe('npm run verify', () => {
  const script = resolve('scripts/verify.ts');

  function run(...args: string[]): { code: number; text: string } {
    try {
      const options = { cwd: dir, encoding: 'utf8', stdio: 'pipe' } as const;
      return { code: 0, text: execFileSync(process.execPath, [script, ...args], options) };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, text: stdout + stderr };
    }
  }

  function git(...args: string[]): void {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: dir, stdio: 'pipe' });
  }

  it('accepts a head that stands, and refuses one that does not', () => {
    const head = events[1]?.hash ?? '';
    expect(run('--head', head)).toMatchObject({ code: 0, text: expect.stringContaining('is event 1 of shop') });
    const forged = run('--head', `${head},${'f'.repeat(64)}`);
    expect(forged).toMatchObject({ code: 1, text: expect.stringContaining('stands in no intact history') });
  });

  it('names the command that repairs a damaged file, and the command repairs it', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    const before = await readFile(historyFile(), 'utf8');
    await appendFile(historyFile(), '<<<<<<< HEAD\n');
    git('commit', '-qam', 'damaged');
    const damaged = run();
    expect(damaged.code).toBe(1);
    expect(damaged.text).toContain(`shop.jsonl:${events.length + 1}: is left of a merge`);
    const command = /Remedy: (git checkout \w+ -- \S+),/.exec(damaged.text)?.[1] ?? '';
    git(...command.split(' ').slice(1));
    expect(await readFile(historyFile(), 'utf8')).toBe(before);
    expect(run().code).toBe(0);
  });
});
