import { FileHashIndex } from '../../src/model/file-hashes.ts';
import type { VersionScheme } from '../../src/versions/scheme.ts';
import { chooseFiles, tellsAnything } from './choose.ts';
import { Digests, orderLike, writeEntry } from './entry.ts';
import { mergePresent } from './merge.ts';
import type { Serving } from './served.ts';
import type { TreeSource } from './source.ts';
import type { Matters } from './stakes.ts';
import { type TrackedFile, trackFiles } from './track.ts';

export interface Order {
  product: string;
  scheme: VersionScheme;
  source: TreeSource;
  /** Public address of the source, as the index names it. */
  repository: string;
  serving: Serving;
  matters: Matters;
  /** The index as it is; null for a new one. */
  present: FileHashIndex | null;
  /** Lists the files of the present index and no others. */
  keep: boolean;
  /** Keeps what the present index says of releases that the source lacks. */
  merge: boolean;
  /** Files to list at most. */
  atMost: number;
}

/** The order of the present index stays, also of text that is no version (`6.1.9pr`), and so does the spelling: `7.1` is 7.1.0. */
function listVersions({ source, present, merge, scheme }: Order): string[] {
  const held = source.trees.map(({ version }) => version);
  const isSame = (a: string, b: string) =>
    a === b || (scheme.isVersion(a) && scheme.isVersion(b) && scheme.compare(a, b) === 0);
  const versions = (present?.versions ?? []).filter((version) => merge || held.some((other) => isSame(version, other)));
  for (const version of held) {
    if (versions.some((other) => isSame(version, other))) continue;
    const above = versions.findIndex((other) => scheme.isVersion(other) && scheme.compare(other, version) > 0);
    versions.splice(above === -1 ? versions.length : above, 0, version);
  }
  return versions;
}

function indexer(versions: readonly string[], { isVersion, compare }: VersionScheme) {
  const known = new Map(versions.map((version, at) => [version, at]));
  return (version: string): number | undefined => {
    const at = known.get(version);
    if (at !== undefined || !isVersion(version)) return at;
    const equal = versions.findIndex((other) => isVersion(other) && compare(other, version) === 0);
    return equal === -1 ? undefined : equal;
  };
}

/** The state that each repository was read at; merged, what the others contributed stays. */
function listSources({ source, repository, present, merge }: Order): FileHashIndex['source'] {
  const read = { repository, commit: source.commit };
  const before = merge ? (present?.source ?? []) : [];
  const isKnown = before.some((other) => other.repository === repository);
  return isKnown ? before.map((other) => (other.repository === repository ? read : other)) : [...before, read];
}

function keepFiles(files: ReadonlyMap<string, TrackedFile>, present: FileHashIndex | null): TrackedFile[] {
  const listed = (present?.files ?? []).flatMap(({ path }) => files.get(path) ?? []);
  return listed.filter((file) => tellsAnything(file) || (file.variants.size === 1 && file.unknown.size === 0));
}

/** Builds the index that an order asks for. Pure but for reading the source: the same trees give the same index. */
export function buildIndex(order: Order): FileHashIndex {
  const { source, present, merge, keep, scheme } = order;
  const versions = listVersions(order);
  const indexOf = indexer(versions, scheme);
  const always = new Set(keep ? present?.files.map(({ path }) => path) : []);
  const files = trackFiles(source, { ...order.serving, always }, (version) => indexOf(version) ?? -1);
  const digests = new Digests(source);
  if (present !== null) {
    const inSource = new Set(source.trees.map(({ version }) => indexOf(version) ?? -1));
    mergePresent(files, { present, digests, indexOf, inSource, merge });
  }
  const choice = { versions, matters: order.matters, atMost: order.atMost };
  const chosen = keep ? keepFiles(files, present) : chooseFiles(files.values(), choice);
  return FileHashIndex.parse({
    product: order.product,
    source: listSources(order),
    versions,
    files: chosen.map((file) => orderLike(writeEntry(file, digests), present)),
  });
}
