import { badgeHeight, drawBadge } from './badge.ts';
import { escapeMarkup } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { DataLink } from './frame.ts';
import type { Published } from './published.ts';
import { addressOf, pathOf, sharedAddressOf, sharedPathOf, siteFolder } from './published.ts';
import { hasVex } from './vex.ts';
import type { Wording } from './wording/index.ts';

/** How to stay informed of a site. */
export interface SubscribeView {
  feed: { href: string; label: string };
  feedHint: string;
  /** What machines read. */
  data: DataLink[];
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

/** Links to feed, data and badge, and how to put the badge on one's own site. */
export function viewSubscribe(published: Published, site: PublicSite, words: Wording): SubscribeView {
  const { subscribe } = words.page;
  const folder = siteFolder(site.id);
  const { alternative, width } = drawBadge(published, site, words);
  return {
    feed: { href: pathOf(published, `${folder}feed.xml`), label: subscribe.feed },
    feedHint: subscribe.feedHint,
    data: listData(published, site, words),
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
