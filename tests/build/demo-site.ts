import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startDemo } from '../../demo/index.ts';
import { parseConfig } from '../../src/config/index.ts';
import { scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';

const root = resolve(import.meta.dirname, '../..');

/** Scans the demo shops into a new folder, with sites.yaml changed as `change` says; gives the folder. */
export async function scanDemo(change: (text: string) => string = (text) => text): Promise<string> {
  const demo = await startDemo({ port: 0 });
  const dir = await mkdtemp(join(tmpdir(), 'patchproof-build-'));
  const text = change(await readFile(join(root, 'sites.yaml'), 'utf8')).replaceAll(':4400/', `:${demo.port}/`);
  await writeFile(join(dir, 'sites.yaml'), text);
  await scanSites({
    config: parseConfig(text, 'sites.yaml'),
    store: openStore(join(dir, 'data')),
    now: '2026-08-22T12:00:00.000Z',
    past: true,
    http: null,
    only: [],
  });
  await demo.stop();
  return dir;
}

/** Builds a scanned folder the way its users do; gives the published folder. */
export function buildDemo(dir: string, out = 'dist', more: string[] = []): string {
  const args = ['scripts/build.ts', '--data', join(dir, 'data'), '--out', join(dir, out), ...more];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return join(dir, out);
}
