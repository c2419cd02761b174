import { linkSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';

/** A file of its own that holds just these bytes: no link, and no second name of something else. */
function isSame(file: string, bytes: Buffer): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.nlink !== 1 || found.size !== bytes.length) return false;
  return readFileSync(file).equals(bytes);
}

/**
 * Writes a file. Where the former build wrote the same, its file gets a second name instead, until the first one goes with that
 * build: nothing is written, and its time stays, so that readers who have it already need not fetch it again.
 */
export function placeFile(file: string, bytes: Buffer, former: string | null): void {
  try {
    if (former !== null && isSame(former, bytes)) {
      linkSync(former, file);
      return;
    }
  } catch {
    // Not every file system has second names, and not every file may be read: then it is written like any other.
  }
  writeFileSync(file, bytes);
}
