import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** A file of a built site: its path with slashes, and its size in bytes. */
export interface Output {
  path: string;
  bytes: number;
}

/** What a build wrote. */
export async function listOutputs(folder: string): Promise<Output[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: (await stat(file)).size })),
  );
}

/** Lines of a hundred characters, which a page writes one after the other; enough of them for the size. */
const lines = `/** Lines of a hundred characters. */
export function fill(bytes) {
  const line = 'All about the shops of the valley, and what they said of it on that day, one after the other: ';
  return Array.from({ length: Math.ceil(bytes / 100) }, (_, i) => (line + i).padEnd(100, '.').slice(0, 100));
}
`;

const page = `---
import { outputs } from '../outputs.js';
import { fill } from '../fill.js';

export function getStaticPaths() {
  return outputs
    .filter(({ path }) => /(?:^|\\/)index\\.html$/.test(path))
    .map(({ path, bytes }) => ({ params: { page: path.replace(/\\/?index\\.html$/, '') || undefined }, props: { bytes } }));
}

const rows = fill((Astro.props.bytes * 100) / 107);
---

<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>{rows.map((row) => <p>{row}</p>)}</body></html>
`;

const file = `import { outputs } from '../outputs.js';
import { fill } from '../fill.js';

export function getStaticPaths() {
  return outputs
    .filter(({ path }) => !path.endsWith('.html'))
    .map(({ path, bytes }) => ({ params: { file: path }, props: { bytes } }));
}

export function GET({ props }) {
  return new Response(fill(props.bytes).join(''));
}
`;

/** The same settings as ours, and a build that says nothing. */
const build = `import { build } from 'astro';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await build({
  root: process.cwd(), logLevel: 'error', compressHTML: true, output: 'static',
  build: { inlineStylesheets: 'never', concurrency: 16 },
});
`;

const raw = `import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fill } from './src/fill.js';
import { outputs } from './src/outputs.js';
for (const { path, bytes } of outputs) {
  const to = join('raw', path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, fill(bytes).join(''));
}
`;

/** The smallest Astro project that writes as many files of the same sizes, and a script that does without Astro. */
export async function writeFloor(folder: string, outputs: readonly Output[]): Promise<void> {
  const files = {
    'package.json': '{ "type": "module" }\n',
    'src/outputs.js': `export const outputs = ${JSON.stringify(outputs)};\n`,
    'src/fill.js': lines,
    'src/pages/[...page].astro': page,
    'src/pages/[...file].js': file,
    'build.mjs': build,
    'raw.mjs': raw,
  };
  for (const [path, text] of Object.entries(files)) {
    const to = join(folder, path);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, text);
  }
}
