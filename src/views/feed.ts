import { shorten } from './clean.ts';
import type { PublicEvent, PublicSite } from './disclose.ts';
import { tellEvent } from './events.ts';
import type { Published } from './published.ts';
import { addressOf, siteFolder } from './published.ts';
import type { Wording } from './wording/en/index.ts';

/** One item: a history event. */
export interface FeedItem {
  title: string;
  link: string;
  pubDate: Date;
  content: string;
  /** Permanent: made of host, site and sequence, of nothing that may be reworded. */
  guid: string;
}

/** A feed. Its bytes change with its events alone. */
export interface Feed {
  title: string;
  description: string;
  language: string;
  /** The page it belongs to. */
  site: string;
  /** Its own address. */
  self: string;
  items: FeedItem[];
}

/** Items in the feed of all sites. */
const mostItems = 100;

function writeItem(published: Published, happened: { site: PublicSite; event: PublicEvent }, words: Wording): FeedItem {
  const { site, event } = happened;
  const text = tellEvent(event, words);
  return {
    title: `${shorten(site.name, 100)}: ${text}`,
    link: addressOf(published, siteFolder(site.id)),
    pubDate: new Date(event.at),
    content: [text, words.feed.head(event.hash), words.feed.verify].join('\n'),
    guid: `tag:${new URL(published.url).hostname},2026:patchproof/${event.site}/${event.sequence}`,
  };
}

/** The feed of one site: all of its events, newest first. */
export function viewSiteFeed(published: Published, site: PublicSite, words: Wording): Feed {
  const ended = site.endedOn === null ? '' : ` ${words.page.endedOn(words.writeDay(site.endedOn))}`;
  return {
    title: words.feed.title(shorten(site.name, 100)),
    description: `${words.feed.description}${ended}`,
    language: words.language,
    site: addressOf(published, siteFolder(site.id)),
    self: addressOf(published, `${siteFolder(site.id)}feed.xml`),
    items: site.events.toReversed().map((event) => writeItem(published, { site, event }, words)),
  };
}

/** The feed of all sites: the newest events of each, newest first. */
export function viewFeed(published: Published, words: Wording): Feed {
  const events = published.sites.flatMap((site) => site.events.slice(-mostItems).map((event) => ({ site, event })));
  const newest = events
    .sort(
      (a, b) =>
        b.event.at.localeCompare(a.event.at) ||
        a.site.id.localeCompare(b.site.id) ||
        b.event.sequence - a.event.sequence,
    )
    .slice(0, mostItems);
  return {
    title: published.title,
    description: words.feed.description,
    language: words.language,
    site: addressOf(published, ''),
    self: addressOf(published, 'feed.xml'),
    items: newest.map((happened) => writeItem(published, happened, words)),
  };
}
