import type { Language } from '../model/language.ts';
import { dayOf } from '../model/time.ts';
import { calendarPath } from './calendar.ts';
import { linkable, shorten } from './clean.ts';
import { feedPath } from './feed.ts';
import type { Published } from './published.ts';
import { addressOf, languageFolder, pathOf, sharedAddressOf, sharedPathOf } from './published.ts';
import { listLicences } from './sources.ts';
import { subscribePath } from './subscribe.ts';
import type { Wording } from './wording/index.ts';

/** What stands around every page. */
export interface FrameView {
  language: string;
  title: string;
  description: string;
  /** Null where the page has no address of its own (404). */
  canonical: string | null;
  /** False: search engines leave it out. */
  isIndexed: boolean;
  icon: string;
  sitemap: string;
  /** The list of all sites; null on its own pages. */
  home: string | null;
  /** Title of the published site. */
  brand: string;
  skip: string;
  feeds: { title: string; href: string }[];
  /** The same for machines. */
  data: DataLink[];
  calendars: { title: string; href: string }[];
  /** The page that explains how to subscribe; null on that page itself. */
  subscribe: { label: string; href: string } | null;
  /** The same page in all languages; empty where there is one language, or no address. */
  translations: Translation[];
  about: string;
  contact: { label: string; href: string | null };
  licencesTitle: string;
  licences: { name: string; licence: string; href: string | null }[];
}

/** A file that says the same as the page. */
export interface DataLink {
  title: string;
  type: string;
  href: string;
}

/** The page in a language. */
export interface Translation {
  language: Language;
  /** The language's name for itself: `Deutsch`. */
  name: string;
  /** Absolute, for machines. */
  address: string;
  /** Of the link; null on that page itself. */
  href: string | null;
}

/** A page's own part of its frame. */
export interface FramePart {
  title: string;
  description: string;
  /** Path inside the published site, `sites/acme/`; null for 404. */
  path: string | null;
  /** A feed besides the one of all sites. */
  feed?: { title: string; path: string };
  /** What says the same for machines. */
  data?: DataLink[];
  /** Of a list of sites: which of its pages it is, and whether it is the list of all. Only first pages are indexed. */
  list?: { page: number; isAll: boolean };
  /** A calendar besides the one of all sites. */
  calendar?: { title: string; path: string };
}

/** The contact as a link: a mail address or an http(s) URL. */
export function linkContact(contact: string): string | null {
  return /^[^\s@:/]+@[^\s@:/]+$/.test(contact)
    ? `mailto:${encodeURIComponent(contact).replace('%40', '@')}`
    : linkable(contact);
}

function listTranslations(published: Published, path: string | null): Translation[] {
  const { language: own, languages } = published;
  if (path === null || languages.length < 2) return [];
  return languages.map((language) => {
    const file = `${languageFolder(published, language)}${path}`;
    return {
      language,
      name: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
      address: sharedAddressOf(published, file),
      href: language === own ? null : sharedPathOf(published, file),
    };
  });
}

/** Builds a page's frame. */
export function viewFrame(published: Published, part: FramePart, words: Wording): FrameView {
  const { page } = words;
  const brand = shorten(published.title, 100);
  const isAll = part.list?.isAll ?? false;
  const all = (path: string) => ({ title: brand, path });
  const link = ({ title, path }: { title: string; path: string }) => ({ title, href: pathOf(published, path) });
  const { path, feed, calendar } = part;
  return {
    language: words.language,
    title: part.title,
    description: part.description,
    canonical: path === null ? null : addressOf(published, path),
    isIndexed: path !== null && (part.list?.page ?? 1) === 1,
    icon: sharedPathOf(published, 'favicon.svg'),
    home: isAll ? null : pathOf(published, ''),
    brand,
    skip: page.skip,
    feeds: [feed ?? [], all(feedPath(''))].flat().map(link),
    calendars: [calendar ?? [], all(calendarPath(''))].flat().map(link),
    subscribe: path === subscribePath ? null : { label: page.subscribe.how, href: pathOf(published, subscribePath) },
    sitemap: sharedPathOf(published, 'sitemap-index.xml'),
    data: part.data ?? [],
    translations: listTranslations(published, path),
    about: page.about,
    contact: {
      label: words.label(page.contact, shorten(published.contact, 100)),
      href: linkContact(published.contact),
    },
    licencesTitle: page.licences,
    licences: listLicences(published.sources).map(({ name, licence, url, fetchedAt }) => ({
      name,
      licence: page.sourceDay(licence, words.writeDay(dayOf(fetchedAt))),
      href: linkable(url),
    })),
  };
}
