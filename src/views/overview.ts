import type { PublicSite } from './disclose.ts';
import { feedPath } from './feed.ts';
import type { FiltersView } from './filters.ts';
import { viewFilters } from './filters.ts';
import type { DataLink } from './frame.ts';
import type { Link, ListHead } from './list-head.ts';
import { viewHead } from './list-head.ts';
import type { List, ListPage, Lists } from './lists.ts';
import { pageFolder } from './lists.ts';
import type { Published } from './published.ts';
import { pathOf, sharedPathOf } from './published.ts';
import type { SiteLine } from './site-line.ts';
import { viewLine } from './site-line.ts';
import type { Wording } from './wording/index.ts';

/** What the lists of one language are made of. */
export interface Edition {
  published: Published;
  lists: Lists;
  words: Wording;
}

/** The way from page to page. */
export interface PagerView {
  label: string;
  /** `Page 2 of 20` */
  here: string;
  previous: Link | null;
  next: Link | null;
}

/** One page of a list of sites. */
export interface OverviewView extends ListHead {
  /** Null where there is nothing to narrow down. */
  filters: FiltersView | null;
  listed: SiteLine[];
  former: SiteLine[];
  /** Null where there is one page. */
  pager: PagerView | null;
  labels: Wording['page']['overview'];
  /** Of the sites on the list, where they have a feed of their own. */
  feed: { title: string; path: string } | null;
  links: Link[];
  data: DataLink[];
}

function viewPager(published: Published, { list, number, count }: ListPage, words: Wording): PagerView | null {
  if (count === 1) return null;
  const { lists } = words.page;
  const link = (page: number, label: string): Link | null =>
    page < 1 || page > count ? null : { href: pathOf(published, pageFolder(list, page)), label };
  return {
    label: lists.pages,
    here: lists.pageOf(number, count),
    previous: link(number - 1, lists.previous),
    next: link(number + 1, lists.next),
  };
}

/** Tags and maintainers have a feed of their own. */
function feedOf({ kind, folder }: List, title: string): OverviewView['feed'] {
  return kind === 'tag' || kind === 'maintainer' ? { title, path: feedPath(folder) } : null;
}

function listLinks(published: Published, { list, number }: ListPage, { page }: Wording): Link[] {
  if (number > 1) return [];
  const feed = { href: pathOf(published, feedPath(list.folder)), label: page.overview.feed };
  if (list.kind !== 'all') return feedOf(list, '') === null ? [] : [feed];
  return [feed, { href: sharedPathOf(published, 'status.json'), label: page.overview.status }];
}

/** The list of all has a file for machines beside it. */
function listData(published: Published, { list }: ListPage, { page }: Wording): DataLink[] {
  if (list.kind !== 'all') return [];
  return [{ title: page.overview.status, type: 'application/json', href: sharedPathOf(published, 'status.json') }];
}

/** A page of a list of sites, worst first. */
export function viewOverview({ published, lists, words }: Edition, page: ListPage): OverviewView {
  const { list, number, sites } = page;
  const lines = (some: readonly PublicSite[]) => some.map((site) => viewLine(published, site, words));
  const head = viewHead(published, page, words);
  return {
    ...head,
    filters: viewFilters(lists, { published, reading: { folder: list.folder, number }, words }),
    listed: lines(sites.filter(({ endedOn }) => endedOn === null)),
    former: lines(sites.filter(({ endedOn }) => endedOn !== null)),
    pager: viewPager(published, page, words),
    labels: words.page.overview,
    feed: feedOf(list, head.documentTitle),
    links: listLinks(published, page, words),
    data: listData(published, page, words),
  };
}
