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

/** A link as every page has it: which of them is being read comes later. */
type Way = Omit<FilterLink, 'current'> & {
  folder: string;
  /** False: it has one page. */
  isPaged: boolean;
};

/** The filters as every page has them. */
type Ways = Omit<FiltersView, 'main' | 'groups'> & { main: Way[]; groups: { title: string; links: Way[] }[] };

type Edition = Omit<Setting, 'reading'>;

function linkList({ sites, ...list }: List, { published, words }: Edition, count = sites.length): Way {
  return {
    label: nameList(list, words),
    count: words.writeCount(count),
    href: pathOf(published, list.folder),
    folder: list.folder,
    isPaged: true,
  };
}

function linkIndex({ kind, folder, lists }: Index, { published, words }: Edition): Way {
  const label = words.page.lists.every[kind](lists.length);
  return { label, count: '', href: pathOf(published, folder), folder, isPaged: false };
}

/** A kind's largest groups, and where the others are. None where the only group holds everything and says nothing new. */
function linkKind(kind: NamedKind, { groups, indexes }: Lists, edition: Edition): Way[] {
  const lists = groups.filter((list) => list.kind === kind);
  const total = countListed(groups);
  if (kind !== 'maintainer' && lists.every(({ sites }) => sites.length === total)) return [];
  return [
    ...lists.slice(0, mostLinks).map((list) => linkList(list, edition)),
    ...indexes.filter((index) => index.kind === kind).map((index) => linkIndex(index, edition)),
  ];
}

/** Shops that are listed: each is in the group of one answer. */
function countListed(groups: readonly List[]): number {
  return groups.filter(({ kind }) => kind === 'answer').reduce((sum, { sites }) => sum + sites.length, 0);
}

function listWays(lists: Lists, edition: Edition): Ways {
  const { groups, hall, all } = lists;
  const { page } = edition.words;
  const answers = groups.filter(({ kind, sites }) => kind === 'answer' && sites.length > 0);
  const some = [...(answers.length > 1 ? answers : []), ...(hall === null ? [] : [hall])];
  const named = namedKinds.map((kind) => ({ title: page.lists.groups[kind], links: linkKind(kind, lists, edition) }));
  return {
    label: page.lists.filters,
    main: [linkList(all, edition, countListed(groups)), ...some.map((list) => linkList(list, edition))],
    more: page.lists.more,
    groups: named.filter(({ links }) => links.length > 0),
  };
}

const known = new WeakMap<Lists, WeakMap<Published, Ways>>();

/** Made once for all pages of a language: there may be thousands of groups, and a page for each. */
function recallWays(lists: Lists, edition: Edition): Ways {
  const { published } = edition;
  const ofLists = known.get(lists) ?? new WeakMap<Published, Ways>();
  known.set(lists, ofLists);
  const ways = ofLists.get(published) ?? listWays(lists, edition);
  ofLists.set(published, ways);
  return ways;
}

/** Ways to all other lists; null where there is nothing to narrow down. */
export function viewFilters(lists: Lists, { reading, ...edition }: Setting): FiltersView | null {
  if (lists.groups.length === 0) return null;
  const here = (isPaged: boolean) => (isPaged && reading.number > 1 ? 'true' : 'page');
  const mark = ({ folder, isPaged, ...link }: Way): FilterLink => ({
    ...link,
    current: folder === reading.folder ? here(isPaged) : undefined,
  });
  const { label, main, more, groups } = recallWays(lists, edition);
  return {
    label,
    main: main.map(mark),
    more,
    groups: groups.map(({ title, links }) => ({ title, links: links.map(mark) })),
  };
}
