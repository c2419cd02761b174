import { dayOf } from '../model/time.ts';
import { linkable, shorten } from './clean.ts';
import type { DatedText } from './dated.ts';
import { dateCheck } from './dated.ts';
import { nameList } from './filters.ts';
import type { List, ListPage } from './lists.ts';
import type { Published } from './published.ts';
import type { MaintainerRecord } from './record.ts';
import { tellRecord } from './record.ts';
import type { Wording } from './wording/index.ts';

/** A link. */
export interface Link {
  href: string;
  label: string;
}

/** What stands above a list of sites. */
export interface ListHead {
  /** Of the document: a title that no other page has. */
  documentTitle: string;
  description: string;
  /** What the list's name is the name of; null where the name says it. */
  kind: string | null;
  title: string;
  /** The first question, on the list of all. */
  lead: string | null;
  /** Null where the filters say the same. */
  counts: string | null;
  /** What the list means, or how a maintainer did, in sentences. */
  about: string[];
  /** How that was counted. */
  remarks: string[];
  /** When the run was, and until when it counts. */
  notes: DatedText[];
  demo: string | null;
  /** The maintainer's own web site. */
  link: Link | null;
  /** Says that nothing is on the list. */
  empty: string | null;
}

/** The first address that a maintainer's sites give for it. */
function linkMaintainer({ kind, sites }: List): Link | null {
  if (kind !== 'maintainer') return null;
  for (const { maintainer } of sites) {
    const href = linkable(maintainer?.url ?? '');
    if (href !== null) return { href, label: shorten(new URL(href).host, 60) };
  }
  return null;
}

function titleList(published: Published, list: List, words: Wording): { kind: string | null; title: string } {
  const { lists } = words.page;
  switch (list.kind) {
    case 'all':
      return { kind: null, title: shorten(published.title, 100) };
    case 'hall':
      return { kind: null, title: lists.hall };
    case 'answer':
      return { kind: null, title: lists.answers[list.name === 'yes' ? 'yes' : 'no'] };
    default:
      return { kind: lists.kinds[list.kind], title: nameList(list, words) };
  }
}

function tellAbout({ kind, sites }: List, words: Wording): MaintainerRecord {
  if (kind === 'maintainer') return tellRecord(sites, words);
  return { told: kind === 'hall' ? [words.page.lists.hallMeans] : [], remarks: [] };
}

function tellEmpty({ kind, sites }: List, { page }: Wording): string | null {
  if (sites.some(({ endedOn }) => endedOn === null)) return null;
  return kind === 'all' ? page.overview.empty : page.overview.emptyGroup;
}

/** What stands above a list: its name, what is on it, and how old that is. */
export function viewHead(published: Published, { list, number, count }: ListPage, words: Wording): ListHead {
  const { asOf, demo } = published;
  const { page } = words;
  const { kind, title } = titleList(published, list, words);
  const named = kind === null ? title : page.lists.titleOf(kind, title);
  const listed = list.sites.filter(({ endedOn }) => endedOn === null);
  const yes = listed.filter(({ answer }) => answer === 'yes').length;
  const { told, remarks } = tellAbout(list, words);
  const counts = page.overview.counts(yes, listed.length - yes);
  const isMixed = yes > 0 && yes < listed.length;
  const isToldByFilters = list.kind === 'all' ? isMixed : list.kind === 'answer' || list.kind === 'hall';
  return {
    documentTitle: number === 1 ? named : page.lists.titlePage(named, page.lists.pageOf(number, count)),
    description: list.kind === 'all' ? words.question : `${named}. ${counts}`,
    kind,
    title,
    lead: list.kind === 'all' ? words.question : null,
    counts: isToldByFilters ? null : counts,
    about: told,
    remarks,
    notes: dateCheck(published, asOf, words),
    demo: demo ? page.demo(words.writeDay(dayOf(asOf))) : null,
    link: linkMaintainer(list),
    empty: tellEmpty(list, words),
  };
}
