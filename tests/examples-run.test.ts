import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/** Stands in for npm and gh: notes how it was called, prints and ends as the test says. */
const standIn = `#!/usr/bin/env bash
name=$(basename "$0")
echo "$name $*" >> "$CALLS"
case "$name $*" in
  'npm run -s scan'*) exit "\${SCAN_CODE:-0}" ;;
  'npm run -s build'*) exit "\${BUILD_CODE:-0}" ;;
  'npm run -s late'*) echo 'The scan ...'; exit "\${LATE_CODE:-0}" ;;
  'gh issue list'*) echo "\${OPEN_ISSUE:-}" ;;
esac
`;

interface Outcome {
  code: number | null;
  calls: string[];
  output: string;
}

/** Runs a shell text as GitHub does, in a folder of its own with the stand-ins first in its path. */
function runShell(text: string, env: Record<string, string>): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'patchproof-example-'));
  const [bin, calls, output] = [join(folder, 'bin'), join(folder, 'calls'), join(folder, 'output')];
  mkdirSync(bin);
  for (const name of ['npm', 'gh']) {
    writeFileSync(join(bin, name), standIn);
    chmodSync(join(bin, name), 0o755);
  }
  for (const file of [calls, output]) writeFileSync(file, '');
  const script = new URL('../examples/server/scan-and-build.sh', import.meta.url);
  cpSync(script, join(folder, 'examples/server/scan-and-build.sh'));
  const path = `${bin}:${process.env['PATH'] ?? ''}`;
  const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], {
    cwd: folder,
    env: { PATH: path, CALLS: calls, GITHUB_OUTPUT: output, RUNNER_TEMP: folder, ...env },
  });
  const lines = readFileSync(calls, 'utf8').split('\n').filter(Boolean);
  return { code: status, calls: lines, output: readFileSync(output, 'utf8') };
}

const Workflow = z.looseObject({
  jobs: z.record(
    z.string(),
    z.looseObject({ steps: z.array(z.looseObject({ name: z.string().optional(), run: z.string().optional() })) }),
  ),
});

/** The shell of a step of an example. */
function stepOf(file: string, name: string): string {
  const text = readFileSync(new URL(`../examples/github/${file}`, import.meta.url), 'utf8');
  const steps = Object.values(Workflow.parse(parse(text)).jobs).flatMap((job) => job.steps);
  const run = steps.find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`${file} has no step "${name}"`);
  return run;
}

describe.each(['scan.yml', 'scan-sharded.yml'])('the scan of %s', (file) => {
  const scan = (code: string) => runShell(stepOf(file, 'Scan'), { SCAN_CODE: code, SHARD: '2', SHARDS: '4' });

  it.each(['0', '1'])('goes on after exit code %s and hands it on', (code) => {
    expect(scan(code)).toMatchObject({ code: 0, output: `code=${code}\n` });
  });

  // 2: misconfigured; 137: killed, as by a machine that ran out of memory
  it.each(['2', '137'])('stops at exit code %s', (code) => {
    expect(scan(code)).toMatchObject({ code: Number(code), output: '' });
  });
});

it('the sharded scan names its part', () => {
  const { calls } = runShell(stepOf('scan-sharded.yml', 'Scan'), { SHARD: '2', SHARDS: '4' });
  expect(calls).toEqual(['npm run -s scan -- --shard 2/4']);
});

describe('the issue of late.yml', () => {
  const ask = (env: Record<string, string>) =>
    runShell(stepOf('late.yml', 'Ask, and open or close the issue'), {
      STATUS_URL: 'https://status.example.com/status.json',
      TITLE: 'The scan is late',
      ...env,
    });
  const changes = ({ calls }: Outcome) => calls.filter((call) => /^gh issue (create|close)/.test(call));

  it('is opened once', () => {
    const first = ask({ LATE_CODE: '1' });
    expect(first.calls[0]).toBe('npm run -s late -- https://status.example.com/status.json');
    expect(changes(first)).toEqual([expect.stringMatching(/^gh issue create --title The scan is late --body-file /)]);
    expect(changes(ask({ LATE_CODE: '1', OPEN_ISSUE: '7' }))).toEqual([]);
  });

  it('is closed when the scan is in time again', () => {
    expect(changes(ask({ LATE_CODE: '0', OPEN_ISSUE: '7' }))).toEqual(['gh issue close 7 --comment The scan ...']);
    expect(changes(ask({ LATE_CODE: '0' }))).toEqual([]);
  });

  it('is left alone where the address is wrong, and the run fails', () => {
    const wrong = ask({ LATE_CODE: '2', OPEN_ISSUE: '7' });
    expect(wrong.code).toBe(2);
    expect(changes(wrong)).toEqual([]);
  });
});

describe('the round on a server', () => {
  const round = (env: Record<string, string>) => runShell('bash examples/server/scan-and-build.sh', env);

  it('builds after a scan that could not process something, and says so', () => {
    expect(round({ SCAN_CODE: '1' })).toMatchObject({ code: 1, calls: ['npm run -s scan', 'npm run -s build'] });
    expect(round({})).toMatchObject({ code: 0, calls: ['npm run -s scan', 'npm run -s build'] });
  });

  it('stops where it is misconfigured, and tells of a build that fails', () => {
    expect(round({ SCAN_CODE: '2' })).toMatchObject({ code: 2, calls: ['npm run -s scan'] });
    expect(round({ BUILD_CODE: '1' })).toMatchObject({ code: 1 });
  });
});
