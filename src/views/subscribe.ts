import { badgeHeight, drawBadge } from './badge.ts';
import { calendarPath } from './calendar.ts';
import type { PublicSite } from './disclose.ts';
import { feedPath } from './feed.ts';
import type { Published } from './published.ts';
import { addressOf, pathOf, sharedPathOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

export interface Link {
  href: string;
  label: string;
}

/** How to stay informed of a site. */
export interface SubscribeView {
  feed: Link;
  feedHint: string;
  /** With the program for calendars that the computer has, or as a file. */
  calendar: { open: Link; file: Link; hint: string };
  /** The page that explains how. */
  how: Link;
  status: Link;
  badge: { title: string; src: string; alt: string; width: number; height: number };
  snippets: { label: string; code: string }[];
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

/** Links to feed, JSON and badge, and how to put the badge on one's own site. */
export function viewSubscribe(published: Published, site: PublicSite, words: Wording): SubscribeView {
  const { subscribe } = words.page;
  const folder = siteFolder(site.id);
  const [page, image] = [addressOf(published, folder), addressOf(published, `${folder}badge.svg`)];
  const { alternative, width } = drawBadge(site, words);
  const { label } = words.badge;
  return {
    feed: { href: pathOf(published, feedPath(folder)), label: subscribe.feed },
    feedHint: subscribe.feedHint,
    calendar: linkCalendar(published, folder, words),
    how: { href: pathOf(published, subscribePath), label: subscribe.how },
    status: { href: sharedPathOf(published, `${folder}status.json`), label: subscribe.status },
    badge: {
      title: subscribe.badge,
      src: pathOf(published, `${folder}badge.svg`),
      alt: alternative,
      width,
      height: badgeHeight,
    },
    snippets: [
      { label: 'HTML', code: `<a href="${page}"><img src="${image}" alt="${label}" height="${badgeHeight}"></a>` },
      { label: 'Markdown', code: `[![${label}](${image})](${page})` },
    ],
  };
}
