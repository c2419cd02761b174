import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { ProductFacts, Release, SourceState } from './model/facts.ts';
import { FileHashIndex } from './model/file-hashes.ts';
import { NameTable } from './model/name-table.ts';
import { AdvisoryFile, ExploitedFile, ReleaseFile, SupportFile } from './model/shipped.ts';
import type { Day } from './model/time.ts';
import { schemes } from './versions/index.ts';

/*
 * The only reader of what ships with Patchproof: the facts in snapshot/ and the hash indexes in platforms/file-hashes/.
 * A file is read when a site first needs its product. A malformed one is our own bug, so it throws.
 */

function fileAt(path: string): URL {
  return new URL(path, import.meta.url);
}

function readJson<T>(schema: z.ZodType<T>, path: string): T {
  return schema.parse(JSON.parse(readFileSync(fileAt(path), 'utf8')));
}

function remember<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const value = read(id);
    known.set(id, value);
    return value;
  };
}

const releaseFile = remember((product) => readJson(ReleaseFile, `./snapshot/releases/${product}.json`));
const exploited = remember(() => readJson(ExploitedFile, './snapshot/exploited.json'));

/** Ids of all products whose releases ship with Patchproof, sorted. */
export function embeddedProducts(): string[] {
  return readdirSync(fileAt('./snapshot/releases/'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

/** Releases of the file-hash index that the release data lacks are out all the same, on a day and of a nature not known. */
function withIndexed(product: string, { releases, scheme }: ReleaseFile): Release[] {
  const { compare, isPrerelease, isVersion } = schemes[scheme];
  const highest = releases
    .map(({ version }) => version)
    .sort(compare)
    .at(-1);
  const versions = fileHashIndex(product)?.versions.filter((version) => isVersion(version) && !isPrerelease(version));
  const missing = (versions ?? []).filter(
    (version) =>
      // the index of Magento 1 also holds OpenMage, whose numbers are higher than all of Magento's
      highest !== undefined &&
      compare(version, highest) < 0 &&
      !releases.some((release) => compare(release.version, version) === 0),
  );
  const added = missing.map((version) => ({
    version,
    date: null,
    security: null,
    openSource: true,
    prerelease: false,
  }));
  return [...releases, ...added];
}

/** The facts of one product as they ship; null for a product whose releases are not known. */
export const embeddedFacts: (product: string) => ProductFacts | null = remember((product) => {
  const name = `${product}.json`;
  if (!embeddedProducts().includes(product)) return null;
  const releases = releaseFile(product);
  const support = readJson(SupportFile, `./snapshot/support/${name}`);
  const { advisories } = readJson(AdvisoryFile, `./snapshot/advisories/${name}`);
  const sources = (['advisories', 'releases', 'support'] as const).map((kind) => embeddedSource(kind, releases.dataOn));
  return {
    product,
    scheme: releases.scheme,
    dataOn: releases.undatedOn ?? releases.dataOn,
    releases: withIndexed(product, releases),
    patches: releases.patches,
    support,
    advisories,
    exploited: exploited('').entries,
    vendorSecure: [],
    vendorInsecure: [],
    sources: sources.map((state) =>
      state.kind === 'advisories' && advisories.length === 0 ? { ...state, silent: true } : state,
    ),
  };
});

/** NOTICE has the whole list with addresses. */
const embeddedLicences = {
  advisories:
    'GitHub Advisory Database (CC-BY-4.0), CVE List (CVE terms of use), FriendsOfPHP (Unlicense), CISA (CC0), Drupal (MIT), rubysec (public domain)',
  releases: 'release tags and changelogs of the platforms, endoflife.date (MIT), Adobe documentation (MIT)',
  support: 'endoflife.date (MIT), Adobe documentation (MIT), notices of the platforms',
};

/** Vendors publish support windows years ahead, and for most products no live source repeats them: 180 days, in milliseconds. */
const supportMaxAgeMs = 180 * 86_400_000;

function embeddedSource(kind: keyof typeof embeddedLicences, dataOn: string): SourceState {
  return {
    id: 'embedded',
    name: 'Facts shipped with Patchproof',
    kind,
    fetchedAt: `${dataOn}T00:00:00.000Z`,
    licence: embeddedLicences[kind],
    url: 'NOTICE',
    problem: null,
    ...(kind === 'support' && { maxAgeMs: supportMaxAgeMs }),
  };
}

/** The day up to which the embedded facts of every product are complete, whatever some have since: the demo is judged as of it. */
export function embeddedOn(): Day {
  const days = embeddedProducts().map((product) => releaseFile(product).dataOn);
  return days.reduce((first, day) => (day < first ? day : first), exploited('').dataOn);
}

/** Packages under which advisory databases know a product; empty where there is none. */
export const advisoryPackages: (product: string) => string[] = remember((product) =>
  embeddedProducts().includes(product) ? readJson(AdvisoryFile, `./snapshot/advisories/${product}.json`).packages : [],
);

/** What ships beside a platform's record under its name; null where there is nothing. */
function readBeside<T>(schema: z.ZodType<T>, folder: string): (product: string) => T | null {
  return remember((product) => {
    const path = `./platforms/${folder}/${product}.json`;
    return /^[a-z0-9-]+$/.test(product) && existsSync(fileAt(path)) ? readJson(schema, path) : null;
  });
}

/** The file-hash index of a product; null where there is none. */
export const fileHashIndex = readBeside(FileHashIndex, 'file-hashes');

/** The name table of a product; null where there is none. */
export const nameTable = readBeside(NameTable, 'name-tables');
