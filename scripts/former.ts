import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../src/lib/errors.ts';
import { takeFile } from './place-file.ts';

/** Files of one folder that were made at once: under which key, and the digest of them all. */
const Entry = z.object({ key: z.string(), names: z.array(z.string()), sha256: z.string() });
type Entry = z.infer<typeof Entry>;

/** What a published folder holds. */
const Index = z.object({
  /** Digest of the program that made it. */
  program: z.string(),
  entries: z.record(z.string(), Entry),
});
type Index = z.infer<typeof Index>;

/** Some files of a folder such as `sites/acme/`. */
export interface Part {
  folder: string;
  /** Tells apart what is made of the same folder at different times. */
  name: 'page' | 'files';
  /** The same key, the same files. */
  key: string;
}

/** A file's name, and what is in it. */
export type Made = readonly [name: string, bytes: Buffer];

/** What the former build published, for the one that takes its place. */
export interface Former {
  /** Where it is; null: nothing is there. */
  folder: string | null;
  /** Puts files that were made under the same key into the new build. False: there are none, or they were altered since. */
  reuse(part: Part): boolean;
  /** Says under which key files of the new build were made. */
  note(part: Part, files: readonly Made[]): void;
  /** Remembers all of that, once the new build has taken its place. */
  save(): void;
}

/** Published folders whose index is kept: those that were built last. */
const mostKept = 50;

function digest(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function digestFiles(files: readonly Made[]): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('base64url');
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

function readIndex(file: string, program: string): Index['entries'] {
  try {
    const index = Index.parse(JSON.parse(readOrNull(file)?.toString('utf8') ?? 'null'));
    return index.program === program ? index.entries : {};
  } catch {
    // none, half a one, or one of another version: all is made anew
    return {};
  }
}

function pruneIndexes(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const dated = files.map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { file } of dated.sort((a, b) => b.at - a.at).slice(mostKept))
    rmSync(file, { recursive: true, force: true });
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

/** Files as they lie there; null where one of them is missing. */
function readFiles(folder: string, names: readonly string[]): Made[] | null {
  const files = names.flatMap((name): Made[] => {
    const bytes = readOrNull(join(folder, name));
    return bytes === null ? [] : [[name, bytes]];
  });
  return files.length === names.length ? files : null;
}

/**
 * What the former build of `out` published. Files are taken only where they lie there just as they were made, and were made by the
 * same program under the same key: neither a failed build, nor one at the same time, nor whoever edits the folder can put others in
 * their place.
 */
export function openFormer({ indexes, out, workshop, program }: Place): Former {
  const file = join(indexes, `${digest(resolve(out)).slice(0, 32)}.json`);
  const former = new Map(Object.entries(readIndex(file, program)));
  const entries = new Map<string, Entry>();
  const folder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true ? out : null;
  const idOf = ({ folder: inside, name }: Part) => `${inside} ${name}`;
  return {
    folder,
    reuse(part) {
      const known = former.get(idOf(part));
      if (folder === null || known?.key !== part.key) return false;
      const files = readFiles(join(folder, part.folder), known.names);
      if (files === null || digestFiles(files) !== known.sha256) return false;
      const target = join(workshop, part.folder);
      if (!existsSync(target)) mkdirSync(target, { recursive: true });
      for (const [name, bytes] of files) {
        takeFile(join(target, name), bytes, join(folder, part.folder, name));
      }
      entries.set(idOf(part), known);
      return true;
    },
    note(part, files) {
      entries.set(idOf(part), { key: part.key, names: files.map(([name]) => name), sha256: digestFiles(files) });
    },
    save() {
      mkdirSync(indexes, { recursive: true });
      writeFileSync(file, JSON.stringify({ program, entries: Object.fromEntries(entries) } satisfies Index));
      pruneIndexes(indexes);
    },
  };
}
