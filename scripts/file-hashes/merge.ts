import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import { type Digests, type FileEntry, readEntry, unknownIn } from './entry.ts';
import type { TrackedFile } from './track.ts';

export interface Merging {
  present: FileHashIndex;
  digests: Digests;
  /** Numbers a version; undefined for one that the new index leaves out. */
  indexOf: (version: string) => number | undefined;
  /** Releases that the source has. */
  inSource: ReadonlySet<number>;
  /** True: releases that only the present index has keep what it says of them. */
  merge: boolean;
}

function emptyFile(path: string): TrackedFile {
  return { path, variants: new Map(), unknown: new Set(), closed: new Set(), size: 0 };
}

function addRelease(file: TrackedFile, content: string, release: number): void {
  const releases = file.variants.get(content) ?? [];
  if (!releases.includes(release)) releases.push(release);
  file.variants.set(
    content,
    releases.sort((a, b) => a - b),
  );
}

/** The same file with its contents named by hash, so that they can be compared with those of the present index. */
function nameByHash(file: TrackedFile, digests: Digests): TrackedFile {
  const named = { ...file, variants: new Map<string, number[]>() };
  for (const [id, releases] of file.variants) {
    for (const release of releases) addRelease(named, digests.state(digests.of(id)), release);
  }
  return named;
}

/** Adds what an entry of the present index says. Where the source says otherwise of a release, both stand: two variants. */
function addKnown(file: TrackedFile, entry: FileEntry, { digests, inSource, indexOf, present }: Merging): void {
  const numberOf = (at: number) => indexOf(present.versions[at] ?? '');
  for (const { digest, releases } of readEntry(entry)) {
    for (const release of releases.map(numberOf)) {
      if (release === undefined) continue;
      addRelease(file, digests.state(digest), release);
      file.unknown.delete(release);
    }
  }
  for (const release of unknownIn(entry).map(numberOf)) {
    if (release !== undefined && !inSource.has(release)) file.unknown.add(release);
  }
}

/**
 * Brings what the present index knows into the files of a source. Of a file that the present index does not list, nothing
 * is known for the releases that it alone has.
 */
export function mergePresent(files: Map<string, TrackedFile>, merging: Merging): void {
  const { present, digests, indexOf, inSource, merge } = merging;
  for (const entry of present.files) {
    const file = nameByHash(files.get(entry.path) ?? emptyFile(entry.path), digests);
    files.set(entry.path, file);
    if (merge) addKnown(file, entry, merging);
  }
  if (!merge) return;
  const listed = new Set(present.files.map(({ path }) => path));
  const onlyPresent = present.versions.flatMap((version) => indexOf(version) ?? []).filter((at) => !inSource.has(at));
  for (const file of files.values()) {
    if (!listed.has(file.path)) for (const release of onlyPresent) file.unknown.add(release);
  }
}
