import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All that turns data into pages, and more: whatever of it changes, nothing that was made before counts. */
export const programParts = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'node_modules/.package-lock.json',
];

/** A file itself, or all files of a folder; none where there is neither. */
function listFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found === undefined ? [] : [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Digest of the program in a folder, of its packages, and of Node, which knows how languages write days and numbers. */
export function hashProgram(root: string): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const file of programParts.flatMap((part) => listFiles(join(root, part))).sort()) {
    const bytes = readFileSync(file);
    hash.update(`\n${relative(root, file)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
