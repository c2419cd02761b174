import { escapeMarkup, shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Change } from './events.ts';
import { listChanges, tellChange } from './events.ts';
import type { Published } from './published.ts';
import { addressOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/** One item: a change of a site's history. */
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

/** Some readers take a title for HTML: none is left in it. */
function plain(title: string): string {
  return title.replaceAll('<', '‹').replaceAll('>', '›');
}

interface Happened {
  site: PublicSite;
  change: Change;
}

function writeItem(published: Published, { site, change }: Happened, words: Wording): FeedItem {
  const { event } = change;
  const text = tellChange(change, words);
  const lines = [text, words.feed.head(event.hash), words.feed.verify];
  return {
    title: plain(`${shorten(site.name, 100)}: ${text}`),
    link: addressOf(published, siteFolder(site.id)),
    pubDate: new Date(event.at),
    content: lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join(''),
    guid: `tag:${new URL(published.url).hostname},2026:patchproof/${event.site}/${event.sequence}`,
  };
}

/** The feed of one site: all of its changes, newest first. */
export function viewSiteFeed(published: Published, site: PublicSite, words: Wording): Feed {
  const ended = site.endedOn === null ? '' : ` ${words.page.endedOn(words.writeDay(site.endedOn))}`;
  const changes = listChanges(site.events).toReversed();
  return {
    title: plain(words.feed.title(shorten(site.name, 100))),
    description: `${words.feed.description}${ended}`,
    language: words.language,
    site: addressOf(published, siteFolder(site.id)),
    self: addressOf(published, `${siteFolder(site.id)}feed.xml`),
    items: changes.map((change) => writeItem(published, { site, change }, words)),
  };
}

function compareNewest(a: Happened, b: Happened): number {
  const [one, other] = [a.change.event, b.change.event];
  return (
    other.at.localeCompare(one.at, 'en') || a.site.id.localeCompare(b.site.id, 'en') || other.sequence - one.sequence
  );
}

/** The feed of all sites: the newest changes, newest first. */
export function viewFeed(published: Published, words: Wording): Feed {
  const happened = published.sites.flatMap((site) =>
    listChanges(site.events)
      .slice(-mostItems)
      .map((change) => ({ site, change })),
  );
  const newest = happened.sort(compareNewest).slice(0, mostItems);
  return {
    title: plain(published.title),
    description: words.feed.description,
    language: words.language,
    site: addressOf(published, ''),
    self: addressOf(published, 'feed.xml'),
    items: newest.map((one) => writeItem(published, one, words)),
  };
}
