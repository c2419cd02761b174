import { createHash } from 'node:crypto';
import { nameProduct } from '../model/products.ts';
import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';

/** Groups that have a name of their own, in the order in which they are shown. */
export const namedKinds = ['platform', 'maintainer', 'tag'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** What a list of sites can be narrowed down by. */
export type GroupKind = 'answer' | NamedKind;

/** Listed sites that have something in common, worst first. */
export interface Group {
  kind: GroupKind;
  /** As people write it; of an answer, `yes` or `no`. */
  name: string;
  /** Its folder's name: made of the name alone, so it stays when other groups come and go. */
  slug: string;
  sites: PublicSite[];
}

/** What names share that differ in case, spacing and invisible characters only. Empty: nothing of the name can be seen. */
function keyOf(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Longest slug that says the whole name, in characters. */
const longest = 48;

/** No folder on Windows may be called so. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name as a folder: `Acme Web` -> `acme_web`, `b2b-shop` -> `b2b-shop`. A name with anything else in it gets what is plain
 * of it, and a hash: `Müller & Co` -> `muller_co__9f86d08188`. No two names share a slug, but those that differ in case,
 * spacing or invisible characters only.
 */
export function slugOf(name: string): string {
  const key = keyOf(name);
  const isPlain = key.length <= longest && /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/.test(key) && !reserved.test(key);
  if (isPlain) return key.replaceAll(' ', '_');
  const plain = key
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_');
  const start = plain.replace(/^_/, '').slice(0, 32).replace(/_$/, '');
  // No plain slug has two underscores in a row, so the two sorts never meet.
  return `${start || 'x'}__${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}

const folders: Record<GroupKind, string> = {
  answer: 'answers/',
  platform: 'platforms/',
  maintainer: 'maintainers/',
  tag: 'tags/',
};

/** Folder of all groups of a kind, such as `tags/`. */
export function kindFolder(kind: GroupKind): string {
  return folders[kind];
}

/** Folder of a group's pages, such as `tags/wine/`. */
export function groupFolder({ kind, slug }: Pick<Group, 'kind' | 'slug'>): string {
  return `${folders[kind]}${slug}/`;
}

/** The spelling that most use; among equals the first in code point order. */
function commonest(spellings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of spellings) counts.set(one, (counts.get(one) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}

/** Groups by what people wrote: maintainers and tags. */
function groupByName(
  kind: GroupKind,
  sites: readonly PublicSite[],
  namesOf: (site: PublicSite) => readonly string[],
): Group[] {
  const drafts = new Map<string, { spellings: string[]; sites: Set<PublicSite> }>();
  for (const site of sites) {
    for (const name of namesOf(site)) {
      const key = keyOf(name);
      if (key === '') continue;
      const draft = drafts.get(key) ?? { spellings: [], sites: new Set() };
      drafts.set(key, draft);
      draft.spellings.push(name);
      draft.sites.add(site);
    }
  }
  return [...drafts.values()].map((draft) => {
    const name = commonest(draft.spellings);
    return { kind, name, slug: slugOf(name), sites: [...draft.sites] };
  });
}

function groupByProduct(sites: readonly PublicSite[]): Group[] {
  const byProduct = new Map<string, Set<PublicSite>>();
  for (const site of sites) {
    for (const product of site.products) byProduct.set(product, (byProduct.get(product) ?? new Set()).add(site));
  }
  // A product's id is safe as a folder: the model allows nothing else.
  return [...byProduct].map(([id, found]) => ({
    kind: 'platform',
    name: nameProduct(id),
    slug: id,
    sites: [...found],
  }));
}

function compareGroups(a: Group, b: Group): number {
  return b.sites.length - a.sites.length || a.name.localeCompare(b.name, 'en') || (a.slug < b.slug ? -1 : 1);
}

/**
 * All groups of the sites that are listed: both answers, then platforms, maintainers and tags, the largest first. Made of
 * disclosed sites alone, so a site whose platform is withheld is in no platform's group. None where there is one site:
 * nothing is left to narrow down.
 */
export function listGroups({ sites }: Pick<Published, 'sites'>): Group[] {
  const listed = sites.filter(({ endedOn }) => endedOn === null);
  if (listed.length < 2) return [];
  const answers = (['no', 'yes'] as const).map(
    (answer): Group => ({
      kind: 'answer',
      name: answer,
      slug: answer,
      sites: listed.filter((site) => site.answer === answer),
    }),
  );
  return [
    ...answers,
    ...groupByProduct(listed).sort(compareGroups),
    ...groupByName('maintainer', listed, ({ maintainer }) => (maintainer === null ? [] : [maintainer.name])).sort(
      compareGroups,
    ),
    ...groupByName('tag', listed, ({ tags }) => tags).sort(compareGroups),
  ];
}
