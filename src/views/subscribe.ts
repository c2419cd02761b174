import { badgeHeight, drawBadge } from './badge.ts';
import { calendarPath } from './calendar.ts';
import { escapeMarkup } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import { feedPath } from './feed.ts';
import type { DataLink } from './frame.ts';
import type { Published } from './published.ts';
import { addressOf, pathOf, sharedAddressOf, sharedPathOf, siteFolder } from './published.ts';
import { hasVex } from './vex.ts';
import type { Wording } from './wording/index.ts';

export interface Link {
  href: string;
  label: string;
}

/** How to stay informed of a site. */
export interface SubscribeView {
  feed: Link;
  feedHint: string;
  /** What machines read. */
  data: DataLink[];
  /** With the program for calendars that the computer has, or as a file. */
  calendar: { open: Link; file: Link; hint: string };
  /** The page that explains how. */
  how: Link;
  badge: { title: string; src: string; alt: string; width: number; height: number };
  snippets: { label: string; code: string }[];
}

function listData(published: Published, site: PublicSite, { page }: Wording): DataLink[] {
  const pathTo = (file: string) => sharedPathOf(published, `${siteFolder(site.id)}${file}`);
  const { status, history, vex } = page.subscribe;
  return [
    { title: status, type: 'application/json', href: pathTo('status.json') },
    { title: history, type: 'application/jsonl', href: pathTo('history.jsonl') },
    ...(hasVex(site) ? [{ title: vex, type: 'application/json', href: pathTo('vex.json') }] : []),
  ];
}

/** Text inside `[...]` of Markdown. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\[\]<>*_`&]/g, '\\$&');
}

/** An address inside `(...)` of Markdown. */
function enclose(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** The badge as a link to the page, to be copied: what stands on other pages asks the question and never answers it. */
function writeSnippets(published: Published, site: PublicSite, words: Wording): SubscribeView['snippets'] {
  const { html, markdown, shield } = words.page.subscribe;
  const folder = siteFolder(site.id);
  const [page, image] = [addressOf(published, folder), addressOf(published, `${folder}badge.svg`)];
  const data = sharedAddressOf(published, `${folder}badge.json`);
  const { linked } = words.badge;
  const link = (source: string) => `[![${escapeMarkdown(linked)}](${enclose(source)})](${enclose(page)})`;
  const tag = `<img src="${escapeMarkup(image)}" alt="${escapeMarkup(linked)}" height="${badgeHeight}">`;
  return [
    { label: html, code: `<a href="${escapeMarkup(page)}">${tag}</a>` },
    { label: markdown, code: link(image) },
    { label: shield, code: link(`https://img.shields.io/endpoint?url=${encodeURIComponent(data)}`) },
  ];
}

/** The calendar of what stands in a folder. A `webcal:` address is subscribed to, an `https:` one is saved. */
export function linkCalendar(published: Published, folder: string, words: Wording): SubscribeView['calendar'] {
  const { calendar, calendarFile, calendarHint } = words.page.subscribe;
  const path = calendarPath(folder);
  return {
    open: { href: addressOf(published, path).replace(/^https?:/, 'webcal:'), label: calendar },
    file: { href: pathOf(published, path), label: calendarFile },
    hint: calendarHint,
  };
}

/** Path of the page that explains how to subscribe. */
export const subscribePath = 'subscribe/';

/** Links to feed, calendar, data and badge, and how to put the badge on one's own site. */
export function viewSubscribe(published: Published, site: PublicSite, words: Wording): SubscribeView {
  const { subscribe } = words.page;
  const folder = siteFolder(site.id);
  const { alternative, width } = drawBadge(published, site, words);
  return {
    feed: { href: pathOf(published, feedPath(folder)), label: subscribe.feed },
    feedHint: subscribe.feedHint,
    data: listData(published, site, words),
    calendar: linkCalendar(published, folder, words),
    how: { href: pathOf(published, subscribePath), label: subscribe.how },
    badge: {
      title: subscribe.badge,
      src: pathOf(published, `${folder}badge.svg`),
      alt: alternative,
      width,
      height: badgeHeight,
    },
    snippets: writeSnippets(published, site, words),
  };
}
