import type { FileHashIndex } from '../model/file-hashes.ts';
import type { Day } from '../model/time.ts';
import { schemes } from '../versions/index.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import type { IdentifyContext } from './context.ts';

/** A public file whose bytes tell releases apart. */
export interface HashedFile {
  /** As in the index: `{static}` stands for the base of the static files. */
  path: string;
  /** Hash of the raw bytes -> releases. */
  hashes: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same after CRLF became LF. */
  hashesLf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Releases whose bytes are not known: under every hash, so that they stay candidates whatever is seen. */
  unknownBytes: ReadonlySet<string>;
  /** Hashes of releases whose name is no version of the scheme, such as `1.06-SP1`: they tell nothing. */
  unreadable: ReadonlySet<string>;
}

/** Every release that is known of a product, from the release data and the file-hash index. */
export interface Catalogue {
  scheme: VersionScheme;
  /** Oldest first, as the release data spells them. */
  versions: readonly string[];
  /** Those in the release data. */
  released: ReadonlySet<string>;
  /** Those in the file-hash index. */
  indexed: ReadonlySet<string>;
  files: readonly HashedFile[];
  /** Days on which releases came out, where they are known. */
  dates: ReadonlyMap<string, Day>;
  /** Names that releases list -> those releases. */
  names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Releases of the name table, oldest first. */
  named: ReadonlySet<string>;
}

/** The place of a version in an ordered list: of an equal one (`7.1` for `7.1.0`), else where it would be put. */
function locate(version: string, ordered: readonly string[], scheme: VersionScheme): { at: number; equal: boolean } {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const difference = scheme.compare(ordered[middle] ?? version, version);
    if (difference === 0) return { at: middle, equal: true };
    if (difference < 0) low = middle + 1;
    else high = middle;
  }
  return { at: low, equal: false };
}

function findEqual(version: string, ordered: readonly string[], scheme: VersionScheme): string {
  if (!scheme.isVersion(version)) return version;
  const { at, equal } = locate(version, ordered, scheme);
  return equal ? (ordered[at] ?? version) : version;
}

/** True for a release of the release data, the index or the name table. */
export function isListed(version: string, { released, indexed, named }: Catalogue): boolean {
  return released.has(version) || indexed.has(version) || named.has(version);
}

/** A version as the catalogue spells it: `7.1` for `7.1.0`; unchanged where it is not listed or no version at all. */
export function spell(version: string, catalogue: Catalogue): string {
  return isListed(version, catalogue) ? version : findEqual(version, catalogue.versions, catalogue.scheme);
}

/** The releases of the index right below and above a version that the index lacks. */
export function findIndexedNeighbours(version: string, { versions, indexed, scheme }: Catalogue): string[] {
  const { at, equal } = locate(version, versions, scheme);
  const below = versions.slice(0, at).findLast((other) => indexed.has(other));
  const above = versions.slice(equal ? at + 1 : at).find((other) => indexed.has(other));
  return [below, above].filter((other) => other !== undefined);
}

type Group = [hash: string, releases: Set<string>];

function readGroups(table: Record<string, number[]>, names: readonly string[]): Group[] {
  return Object.entries(table).map(([hash, at]) => [hash, new Set(at.flatMap((index) => names[index] ?? []))]);
}

function readFile(
  file: FileHashIndex['files'][number],
  names: readonly string[],
  isVersion: (name: string) => boolean,
): HashedFile {
  const groups = readGroups(file.hashes, names);
  const groupsLf = file.hashesLf === undefined ? groups : readGroups(file.hashesLf, names);
  const isReadable = ([, releases]: Group) => [...releases].every(isVersion);
  const [first, ...others] = groups.map(([, releases]) => releases);
  const everywhere = [...(first ?? [])].filter((release) => others.every((group) => group.has(release)));
  return {
    path: file.path,
    hashes: new Map(groups.filter(isReadable)),
    hashesLf: new Map(groupsLf.filter(isReadable)),
    // a file with one hash: its releases are known by it
    unknownBytes: new Set(groups.length > 1 ? everywhere : []),
    unreadable: new Set([...groups, ...groupsLf].flatMap((group) => (isReadable(group) ? [] : [group[0]]))),
  };
}

function openCatalogue(product: string, context: IdentifyContext): Catalogue {
  const facts = context.releases(product);
  const index = context.hashIndex(product);
  const table = context.nameTable(product);
  const scheme = facts?.scheme ?? schemes.composer;
  const isVersion = (version: string) => scheme.isVersion(version);
  const known = (facts?.releases ?? []).filter(({ version }) => isVersion(version));
  const released = new Set(known.map(({ version }) => version));
  const ordered = [...released].sort(scheme.compare);
  const spelled = (version: string) => (released.has(version) ? version : findEqual(version, ordered, scheme));
  const names = (index?.versions ?? []).map(spelled);
  const indexed = new Set(names.filter(isVersion));
  const tabled = (table?.versions ?? []).map(spelled);
  const listed = (at: readonly number[]) => new Set(at.flatMap((i) => tabled[i] ?? []));
  return {
    scheme,
    versions: [...new Set([...ordered, ...indexed, ...tabled.filter(isVersion)])].sort(scheme.compare),
    released,
    indexed,
    files: (index?.files ?? []).map((file) => readFile(file, names, isVersion)),
    dates: new Map(known.flatMap(({ version, date }) => (date === null ? [] : [[version, date] as const]))),
    names: new Map(Object.entries(table?.names ?? {}).map(([name, at]) => [name, listed(at)])),
    named: new Set(tabled),
  };
}

const opened = new WeakMap<IdentifyContext['releases'], Map<string, Catalogue>>();

/** The catalogue of a product; put together once for the release data that a context gives. */
export function readCatalogue(product: string, context: IdentifyContext): Catalogue {
  const known = opened.get(context.releases) ?? new Map<string, Catalogue>();
  opened.set(context.releases, known);
  const catalogue = known.get(product) ?? openCatalogue(product, context);
  known.set(product, catalogue);
  return catalogue;
}
