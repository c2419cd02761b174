import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A hand-written data folder: fourteen sites, a hostile one and one of each disclosure level among them. */
export const fixture = join(root, 'tests', 'fixtures', 'published');

/** A folder of its own for a test. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'patchproof-build-'));
}

/** Runs a script of ours; gives what it printed. Rejects with its output where it fails. */
export async function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const options = { cwd: root, env: { ...process.env, ...env } };
  return (await run(process.execPath, [`scripts/${script}.ts`, ...args], options)).stdout;
}

/** Runs the real build command. Rejects with its output where it fails. */
export async function runBuild(data: string, out: string, ...more: string[]): Promise<void> {
  await runScript('build', ['--data', data, '--out', out, ...more]);
}

/** A copy of the fixture that is published elsewhere. */
export async function copyFixture(folder: string, url: string): Promise<string> {
  await cp(fixture, folder, { recursive: true });
  const file = join(folder, 'sites.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), url }));
  return folder;
}

/** Every file of a folder: path with slashes -> bytes. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (file): Promise<[string, Buffer]> => {
    return [relative(folder, file).split(sep).join('/'), await readFile(file)];
  });
  return new Map(await Promise.all(read));
}
