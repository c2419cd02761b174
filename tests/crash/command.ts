import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Code that was compiled once, for all runs: half of a run's time. */
const compiled = join(tmpdir(), 'patchproof-crash-compiled');

/** A command of ours, as somebody types it. */
export interface Command {
  /** Script and arguments, from the project's folder. */
  args: readonly string[];
  /** Calls that write below it are counted. */
  writesIn: string;
}

/** How a run is disturbed: a signal after a while, or what tests/crash/strike.ts does at a counted call. */
export type Disturbance =
  | { kind: 'none' }
  | { kind: 'after'; ms: number }
  | { kind: 'at-call'; how: 'kill' | 'ENOSPC' | 'EACCES' | 'EIO'; call: number };

export interface Ended {
  killed: boolean;
  code: number | null;
  ms: number;
  /** Calls that wrote, where they were counted. */
  calls: number;
  said: string;
}

/** Runs a command to its end, whatever that is. `before` stands in front of node: another user, a limit. */
export function run(
  { args, writesIn }: Command,
  disturbance: Disturbance,
  before: readonly string[] = [],
): Promise<Ended> {
  const isCounted = disturbance.kind === 'at-call';
  const strike = isCounted ? `${disturbance.how} ${disturbance.call} ${writesIn}` : '';
  const node = [process.execPath, ...(isCounted ? ['--import', './tests/crash/strike.ts'] : []), ...args];
  const [file = '', ...rest] = [...before, ...node];
  const started = performance.now();
  return new Promise((done) => {
    const env = { ...process.env, PATCHPROOF_STRIKE: strike, NODE_COMPILE_CACHE: compiled };
    const child = spawn(file, rest, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said = `${said}${chunk.toString('utf8')}`.slice(-8_000);
      });
    const timer = disturbance.kind === 'after' ? setTimeout(() => child.kill('SIGKILL'), disturbance.ms) : undefined;
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const calls = Number(/writing calls: (\d+)/.exec(said)?.[1] ?? 0);
      done({ killed: signal === 'SIGKILL', code, ms: performance.now() - started, calls, said });
    });
  });
}
