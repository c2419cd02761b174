import { dayOf } from '../model/time.ts';
import type { PublicSite } from './disclose.ts';
import type { Group, GroupKind, NamedKind } from './groups.ts';
import { groupFolder, kindFolder, listGroups, namedKinds } from './groups.ts';
import { isSteady } from './hall.ts';
import type { Published } from './published.ts';

/** A list of sites that has pages of its own: all, a group, or those that were a yes for a year. */
export interface List {
  kind: 'all' | 'hall' | GroupKind;
  /** Where its first page is; empty for the list of all. */
  folder: string;
  /** Of a group, as people write it. */
  name: string;
  /** Worst first; in the list of all, sites that are no longer listed come last. */
  sites: readonly PublicSite[];
}

/** All groups of a kind, on a page of links. */
export interface Index {
  kind: NamedKind;
  folder: string;
  lists: readonly List[];
}

/** Everything that can be paged through. */
export interface Lists {
  all: List;
  groups: readonly List[];
  /** Null where nobody is in it. */
  hall: List | null;
  /** Of the kinds with more groups than the filters show. */
  indexes: readonly Index[];
}

/** One page of a list. */
export interface ListPage {
  list: List;
  /** From 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
  sites: readonly PublicSite[];
}

/** Groups of a kind that the filters link; all of more than these have a page of their own. */
export const mostLinks = 30;

/** Sites on a page. */
const pageSize = 100;

function listGroup(group: Group): List {
  return { kind: group.kind, folder: groupFolder(group), name: group.name, sites: group.sites };
}

/** Every list there is. To be made once: it goes through all sites. */
export function planLists(published: Pick<Published, 'sites' | 'asOf'>): Lists {
  const today = dayOf(published.asOf);
  const groups = listGroups(published).map(listGroup);
  const steady = groups.length === 0 ? [] : published.sites.filter((site) => isSteady(site, today));
  const indexes = namedKinds.map((kind) => ({
    kind,
    folder: kindFolder(kind),
    lists: groups.filter((list) => list.kind === kind),
  }));
  return {
    all: { kind: 'all', folder: '', name: '', sites: published.sites },
    groups,
    hall: steady.length === 0 ? null : { kind: 'hall', folder: 'hall/', name: '', sites: steady },
    indexes: indexes.filter(({ lists }) => lists.length > mostLinks),
  };
}

/** The pages of a list: every site on exactly one of them; an empty list has one empty page. */
export function cutPages(list: List): ListPage[] {
  const count = Math.max(1, Math.ceil(list.sites.length / pageSize));
  return Array.from({ length: count }, (_, i) => ({
    list,
    number: i + 1,
    count,
    sites: list.sites.slice(i * pageSize, (i + 1) * pageSize),
  }));
}

/** Folder of a list's page: `tags/wine/`, `tags/wine/2/`. */
export function pageFolder({ folder }: Pick<List, 'folder'>, number: number): string {
  return number === 1 ? folder : `${folder}${number}/`;
}
