import { isClosed, readAccess, type Serving, servedPath } from './served.ts';
import type { ReleaseTree, TreeSource } from './source.ts';

/** A public file over all releases. Releases are indexes into a list of versions, oldest first. */
export interface TrackedFile {
  /** URL path as a default install serves it. */
  path: string;
  /** Name of the bytes -> releases that ship them. A release may have two variants. */
  variants: Map<string, number[]>;
  /** Releases that may ship it, with bytes that nobody here knows. */
  unknown: Set<number>;
  /** Releases whose own .htaccess closes it: it cannot be asked there. */
  closed: Set<number>;
  /** Bytes of the largest version. */
  size: number;
}

type AccessFiles = Parameters<typeof isClosed>[1];

function readAccessFiles(files: ReturnType<ReleaseTree['list']>, source: TreeSource): AccessFiles {
  const found = files.filter(({ file }) => /(?:^|\/)\.htaccess$/.test(file));
  return new Map(
    found.map(({ file, id }) => [
      file.replace(/\/?\.htaccess$/, ''),
      readAccess(source.read(id)?.toString('latin1') ?? ''),
    ]),
  );
}

function addSizes(files: ReadonlyMap<string, TrackedFile>, source: TreeSource): void {
  const ids = new Set([...files.values()].flatMap(({ variants }) => [...variants.keys()]));
  const sizes = source.sizes([...ids]);
  for (const file of files.values()) {
    for (const [id, releases] of file.variants) {
      const size = sizes.get(id) ?? null;
      file.size = Math.max(file.size, size ?? 0);
      if (size !== null) continue;
      file.variants.delete(id);
      for (const release of releases) file.unknown.add(release);
    }
  }
}

/** Every public file of a source; `indexOf` numbers its releases. */
export function trackFiles(
  source: TreeSource,
  serving: Serving,
  indexOf: (version: string) => number,
): Map<string, TrackedFile> {
  const files = new Map<string, TrackedFile>();
  for (const tree of source.trees) {
    const release = indexOf(tree.version);
    const listed = tree.list();
    const access = readAccessFiles(listed, source);
    for (const { file, id } of listed) {
      const path = servedPath(file, serving);
      if (path === null) continue;
      const fresh = { path, variants: new Map(), unknown: new Set<number>(), closed: new Set<number>(), size: 0 };
      const tracked = files.get(path) ?? fresh;
      files.set(path, tracked);
      const releases = tracked.variants.get(id);
      if (releases === undefined) tracked.variants.set(id, [release]);
      else if (releases.at(-1) !== release) releases.push(release);
      if (isClosed(file, access)) tracked.closed.add(release);
    }
  }
  addSizes(files, source);
  return files;
}
