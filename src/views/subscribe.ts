import { badgeHeight, drawBadge } from './badge.ts';
import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';
import { addressOf, pathOf, sharedPathOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/** How to stay informed of a site. */
export interface SubscribeView {
  feed: { href: string; label: string };
  feedHint: string;
  status: { href: string; label: string };
  badge: { title: string; src: string; alt: string; width: number; height: number };
  snippets: { label: string; code: string }[];
}

/** Links to feed, JSON and badge, and how to put the badge on one's own site. */
export function viewSubscribe(published: Published, site: PublicSite, words: Wording): SubscribeView {
  const { subscribe } = words.page;
  const folder = siteFolder(site.id);
  const [page, image] = [addressOf(published, folder), addressOf(published, `${folder}badge.svg`)];
  const { alternative, width } = drawBadge(site, words);
  const { label } = words.badge;
  return {
    feed: { href: pathOf(published, `${folder}feed.xml`), label: subscribe.feed },
    feedHint: subscribe.feedHint,
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
