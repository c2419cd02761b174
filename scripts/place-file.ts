import { linkSync, lstatSync, readFileSync, type Stats, writeFileSync } from 'node:fs';

/** A file of its own: no link, and no second name of something else. */
function isOwn(found: Stats | undefined): found is Stats {
  return found?.isFile() === true && found.nlink === 1;
}

/** Gives a file a second name; false where that is not to be had. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // Not every file system has second names, and not everybody may give them.
    return false;
  }
}

/** A file that holds just these bytes. */
function isSame(file: string, bytes: Buffer): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!isOwn(found) || found.size !== bytes.length) return false;
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    // may not be read: then it is written like any other
    return false;
  }
}

/**
 * Writes a file. Where the former build wrote the same, its file gets a second name instead, until the first one goes with that
 * build: nothing is written, and its time stays, so that readers who have it already need not fetch it again.
 */
export function placeFile(file: string, bytes: Buffer, former: string | null): void {
  if (former === null || !isSame(former, bytes) || !tryLink(former, file)) writeFileSync(file, bytes);
}

/** The same for bytes that were just read from the former file. */
export function takeFile(file: string, bytes: Buffer, former: string): void {
  if (!isOwn(lstatSync(former, { throwIfNoEntry: false })) || !tryLink(former, file)) writeFileSync(file, bytes);
}
