import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageSource } from '../astro.ts';
import { buildSite } from '../build.ts';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Builds the pages of a data folder once more and compares every byte: same data, same bytes. Gives the files that differ. */
export async function comparePublished(published: string, source: PageSource): Promise<string[]> {
  const fresh = await mkdtemp(join('.build', 'verify-'));
  try {
    const out = join(fresh, 'out');
    await buildSite({ ...source, out, log: () => {} });
    const [ours, theirs] = await Promise.all([filesIn(out), filesIn(published)]);
    const differing: string[] = [];
    for (const file of new Set([...ours, ...theirs])) {
      const isBoth = ours.includes(file) && theirs.includes(file);
      const isSame = isBoth && (await readFile(join(out, file))).equals(await readFile(join(published, file)));
      if (!isSame) differing.push(file);
    }
    return differing.sort();
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
