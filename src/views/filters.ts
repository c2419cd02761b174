import { shorten } from './clean.ts';
import type { NamedKind } from './groups.ts';
import { namedKinds } from './groups.ts';
import type { Index, List, Lists } from './lists.ts';
import { mostLinks } from './lists.ts';
import type { Published } from './published.ts';
import { pathOf } from './published.ts';
import type { Wording } from './wording/index.ts';

/** A way to another list. */
export interface FilterLink {
  label: string;
  /** How many shops are there; empty where the label says it. */
  count: string;
  href: string;
  /** `page`: the page that is being read; `true`: another page of its list. */
  current: 'page' | 'true' | undefined;
}

/** Ways to all other lists. */
export interface FiltersView {
  label: string;
  /** All, the answers, the hall. */
  main: FilterLink[];
  /** Heading of what opens. */
  more: string;
  groups: { title: string; links: FilterLink[] }[];
}

/** What is being read. */
export interface Reading {
  folder: string;
  /** From 1. */
  number: number;
}

/** A list's name as a label. */
export function nameList({ kind, name }: Pick<List, 'kind' | 'name'>, words: Wording): string {
  if (kind === 'all') return words.page.lists.all;
  if (kind === 'hall') return words.page.lists.hall;
  if (kind === 'answer') return name === 'yes' ? words.answers.yes : words.answers.no;
  return shorten(name, 60);
}

interface Setting {
  published: Published;
  reading: Reading;
  words: Wording;
}

function linkList(list: Pick<List, 'kind' | 'name' | 'folder'>, count: number, setting: Setting): FilterLink {
  const { published, reading, words } = setting;
  const here = reading.number === 1 ? 'page' : 'true';
  return {
    label: nameList(list, words),
    count: words.writeCount(count),
    href: pathOf(published, list.folder),
    current: list.folder === reading.folder ? here : undefined,
  };
}

function linkIndex({ kind, folder, lists }: Index, { published, reading, words }: Setting): FilterLink[] {
  const label = words.page.lists.every[kind](lists.length);
  return [
    { label, count: '', href: pathOf(published, folder), current: folder === reading.folder ? 'page' : undefined },
  ];
}

/** A kind's largest groups, and where the others are. None where the only group holds everything and says nothing new. */
function linkKind(kind: NamedKind, { groups, indexes }: Lists, setting: Setting): FilterLink[] {
  const lists = groups.filter((list) => list.kind === kind);
  const total = countListed(groups);
  if (kind !== 'maintainer' && lists.every(({ sites }) => sites.length === total)) return [];
  return [
    ...lists.slice(0, mostLinks).map((list) => linkList(list, list.sites.length, setting)),
    ...indexes.filter((index) => index.kind === kind).flatMap((index) => linkIndex(index, setting)),
  ];
}

/** Shops that are listed: each is in the group of one answer. */
function countListed(groups: readonly List[]): number {
  return groups.filter(({ kind }) => kind === 'answer').reduce((sum, { sites }) => sum + sites.length, 0);
}

/** Ways to all other lists; null where there is nothing to narrow down. */
export function viewFilters(lists: Lists, setting: Setting): FiltersView | null {
  const { groups, hall, all } = lists;
  if (groups.length === 0) return null;
  const { page } = setting.words;
  const answers = groups.filter(({ kind, sites }) => kind === 'answer' && sites.length > 0);
  const some = [...(answers.length > 1 ? answers : []), ...(hall === null ? [] : [hall])];
  const named = namedKinds.map((kind) => ({ title: page.lists.groups[kind], links: linkKind(kind, lists, setting) }));
  return {
    label: page.lists.filters,
    main: [
      linkList(all, countListed(groups), setting),
      ...some.map((list) => linkList(list, list.sites.length, setting)),
    ],
    more: page.lists.more,
    groups: named.filter(({ links }) => links.length > 0),
  };
}
