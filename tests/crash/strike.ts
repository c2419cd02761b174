/**
 * Loaded before a command (`node --import`): ends the process, or makes its writing fail, at a counted call that writes.
 * PATCHPROOF_STRIKE: how, the number of the call (from 1), and the folder whose calls count.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: unknown[]) => unknown;

const [how = '', at = '0', folder = ''] = (process.env['PATCHPROOF_STRIKE'] ?? '').split(' ');
/** Files below the folder that are open for writing. */
const open = new Set<unknown>();
let calls = 0;

/** What each kind of fault hits; once it has begun it stays. */
const hit: Record<string, RegExp> = {
  ENOSPC: /^(?:write|open|mkdir|cp|link)/,
  EACCES: /^(?:open|writeFile|mkdir|cp|link|rename|unlink|rm)/,
  EIO: /^rename/,
};

function isOurs(target: unknown): boolean {
  return typeof target === 'number' ? open.has(target) : String(target).startsWith(folder);
}

/** A disk that is full, or a computer that stops, has taken the first half. */
function writeHalf(name: string, [target, text]: unknown[]): void {
  if (typeof text !== 'string' || !name.startsWith('write')) return;
  const half = text.slice(0, text.length / 2);
  if (typeof target === 'number') real.writeSync(target, half);
  else real.writeFileSync(String(target), half);
}

function failure(name: string, target: unknown): Error {
  return Object.assign(new Error(`${how}: ${name} '${String(target)}'`), { code: how, syscall: name });
}

/** Counts a call; gives what it fails with, if it does. */
function strike(name: string, args: unknown[]): Error | null {
  if (!isOurs(args[0])) return null;
  calls += 1;
  if (calls === Number(at) && how === 'kill') {
    writeHalf(name, args);
    process.kill(process.pid, 'SIGKILL');
  }
  if (calls < Number(at) || hit[how]?.test(name) !== true) return null;
  if (how === 'ENOSPC') writeHalf(name, args);
  return failure(name, args[0]);
}

const real = { writeSync: fs.writeSync, writeFileSync: fs.writeFileSync };

function wrap(functions: object, name: string, kind: 'promise' | 'sync' | 'callback'): void {
  const original: unknown = Reflect.get(functions, name);
  if (typeof original !== 'function') throw new Error(`node:fs has no ${name}.`);
  const call: Call = original.bind(functions);
  const wrapped = (...args: unknown[]): unknown => {
    const isReading = name.startsWith('open') && !/[wa]/.test(String(args[1]));
    const error = isReading ? null : strike(name, args);
    if (error === null) return name === 'open' && !isReading ? remember(call, args) : call(...args);
    if (kind === 'sync') throw error;
    if (kind === 'promise') return Promise.reject(error);
    const done = args.at(-1);
    if (typeof done === 'function') process.nextTick(() => done(error));
    return undefined;
  };
  Reflect.set(functions, name, wrapped);
}

function remember(call: Call, args: unknown[]): unknown {
  const done = args.at(-1);
  const opened = (error: unknown, file: unknown) => {
    if (error === null && isOurs(args[0])) open.add(file);
    if (typeof done === 'function') done(error, file);
  };
  return call(...args.slice(0, -1), opened);
}

if (how !== '') {
  for (const name of ['open', 'write', 'rename', 'unlink']) wrap(fs, name, 'callback');
  for (const name of ['writeFileSync', 'renameSync', 'cpSync', 'rmSync', 'rmdirSync', 'mkdirSync'])
    wrap(fs, name, 'sync');
  for (const name of ['writeFile', 'rename', 'rm', 'mkdir', 'link', 'cp']) wrap(fs.promises, name, 'promise');
  syncBuiltinESMExports();
  process.on('exit', () => real.writeFileSync(2, `\nwriting calls: ${calls}\n`));
}
