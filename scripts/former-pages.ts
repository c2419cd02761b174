import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../src/lib/errors.ts';
import { placeFile } from './place-file.ts';

/** Under which key each page of a published folder was made, and its digest. */
const Index = z.object({
  /** Digest of the program that made them. */
  program: z.string(),
  pages: z.record(z.string(), z.object({ key: z.string(), sha256: z.string() })),
});
type Index = z.infer<typeof Index>;

/** What the former build published, for the one that takes its place. */
export interface FormerPages {
  /** Where it is; null: nothing is there. */
  folder: string | null;
  /** Puts the page that was made under the same key into the new build. False: there is none, or it was altered since. */
  reuse(path: string, key: string): boolean;
  /** Says under which key a page of the new build was made. */
  note(path: string, key: string, page: Buffer): void;
  /** Remembers all of that, once the new build has taken its place. */
  save(): void;
}

/** Published folders whose index is kept: those that were built last. */
const mostKept = 50;

function digest(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Null: there is none that can be read. */
function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) return null;
    throw error;
  }
}

function readIndex(file: string, program: string): Index['pages'] {
  try {
    const index = Index.parse(JSON.parse(readOrNull(file)?.toString('utf8') ?? 'null'));
    return index.program === program ? index.pages : {};
  } catch {
    // none, half a one, or one of another version: all pages are made anew
    return {};
  }
}

function pruneIndexes(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const dated = files.map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { file } of dated.sort((a, b) => b.at - a.at).slice(mostKept)) rmSync(file, { recursive: true, force: true });
}

/** What a build is made of, where it is made, and where the indexes are. */
interface Place {
  indexes: string;
  /** Where it is published in the end. */
  out: string;
  /** Where it is made. */
  workshop: string;
  program: string;
}

/**
 * The former pages of `out`. A page is taken only where it lies there just as it was made, and was made by the same program under the
 * same key: neither a failed build, nor one at the same time, nor whoever edits the folder can put another one in its place.
 */
export function openFormerPages({ indexes, out, workshop, program }: Place): FormerPages {
  const file = join(indexes, `${digest(resolve(out)).slice(0, 32)}.json`);
  const former = new Map(Object.entries(readIndex(file, program)));
  const pages: [string, { key: string; sha256: string }][] = [];
  const folder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true ? out : null;
  return {
    folder,
    reuse(path, key) {
      const known = former.get(path);
      if (folder === null || known?.key !== key) return false;
      const page = readOrNull(join(folder, path));
      if (page === null || digest(page) !== known.sha256) return false;
      mkdirSync(dirname(join(workshop, path)), { recursive: true });
      placeFile(join(workshop, path), page, join(folder, path));
      pages.push([path, known]);
      return true;
    },
    note: (path, key, page) => pages.push([path, { key, sha256: digest(page) }]),
    save() {
      mkdirSync(indexes, { recursive: true });
      writeFileSync(file, JSON.stringify({ program, pages: Object.fromEntries(pages) } satisfies Index));
      pruneIndexes(indexes);
    },
  };
}
