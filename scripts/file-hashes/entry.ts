import { createHash } from 'node:crypto';
import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import type { TreeSource } from './source.ts';
import type { TrackedFile } from './track.ts';

export type FileEntry = FileHashIndex['files'][number];

/** Hashes of one content: as it is, and after CRLF became LF. */
export interface Digest {
  raw: string;
  lf: string;
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** CRLF as LF and no byte-order mark: the form in which the probe hashes a second time. */
function withoutCarriageReturns(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''); // the mark as three Latin-1 characters
  return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
}

/** Digests of contents by name: those read from the source, and those that the present index states. */
export class Digests {
  readonly #known = new Map<string, Digest>();
  readonly #source: TreeSource;

  constructor(source: TreeSource) {
    this.#source = source;
  }

  /** Names a content by its hash, so that a content of the source and one of the present index are the same. */
  state(digest: Digest): string {
    const name = `sha256:${digest.raw}`;
    if (!this.#known.has(name)) this.#known.set(name, digest);
    return name;
  }

  of(name: string): Digest {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const bytes = this.#source.read(name);
    if (bytes === null) throw new Error(`${name}: listed and not held`);
    const digest = { raw: hashBytes(bytes), lf: hashBytes(withoutCarriageReturns(bytes)) };
    this.#known.set(name, digest);
    return digest;
  }
}

function addReleases(table: Record<string, number[]>, hash: string, releases: Iterable<number>): void {
  table[hash] = [...new Set([...(table[hash] ?? []), ...releases])].sort((a, b) => a - b);
}

/** A release whose bytes are unknown stands under every hash: it stays a candidate whatever is seen. */
export function writeEntry({ path, variants, unknown }: TrackedFile, digests: Digests): FileEntry {
  const [hashes, hashesLf]: [Record<string, number[]>, Record<string, number[]>] = [{}, {}];
  for (const [name, releases] of variants) {
    const { raw, lf } = digests.of(name);
    addReleases(hashes, raw, [...releases, ...unknown]);
    addReleases(hashesLf, lf, [...releases, ...unknown]);
  }
  const same = Object.keys(hashes).every((hash) => hash in hashesLf);
  return same ? { path, hashes } : { path, hashes, hashesLf };
}

/** Releases under every one of several hashes: their bytes are unknown. */
export function unknownIn({ hashes }: FileEntry): number[] {
  const [first = [], ...others] = Object.values(hashes);
  return others.length === 0 ? [] : first.filter((release) => others.every((group) => group.includes(release)));
}

/** Contents that an entry states, with the releases that have them. */
export function readEntry(entry: FileEntry): { digest: Digest; releases: number[] }[] {
  const unknown = new Set(unknownIn(entry));
  return Object.entries(entry.hashes).map(([raw, listed]) => {
    const releases = listed.filter((release) => !unknown.has(release));
    const lf = Object.entries(entry.hashesLf ?? {}).find(
      ([, group]) => releases.length > 0 && releases.every((release) => group.includes(release)),
    );
    return { digest: { raw, lf: lf?.[0] ?? raw }, releases };
  });
}

/** The same entry with its hashes in the order of the present index: what did not change is no difference. */
export function orderLike(entry: FileEntry, present: FileHashIndex | null): FileEntry {
  const before = present?.files.find(({ path }) => path === entry.path);
  const order = (table: Record<string, number[]>, like: Record<string, number[]> = {}) => {
    const hashes = [...Object.keys(like).filter((hash) => hash in table), ...Object.keys(table)];
    return Object.fromEntries([...new Set(hashes)].map((hash) => [hash, table[hash] ?? []]));
  };
  const hashes = order(entry.hashes, before?.hashes);
  if (entry.hashesLf === undefined) return { ...entry, hashes };
  return { ...entry, hashes, hashesLf: order(entry.hashesLf, before?.hashesLf) };
}
