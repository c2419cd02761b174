import { escapeMarkup, plainText, shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import type { Change } from './events.ts';
import { listChanges, tellChange } from './events.ts';
import type { Group } from './groups.ts';
import { groupFolder } from './groups.ts';
import type { Published } from './published.ts';
import { addressOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/** One item: a change of a site's history. */
export interface FeedItem {
  title: string;
  link: string;
  pubDate: Date;
  content: string;
  /** Permanent: made of host, site and sequence of the first event, of nothing that may be reworded or that later events change. */
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

/** Items in the feed of several sites. */
const mostItems = 100;

/** Items in the feed of one site. */
const mostOfOne = 200;

interface Happened {
  site: PublicSite;
  change: Change;
}

/** What a change means for the reader; null where its sentence says it all. */
function explain({ event: { data } }: Change, words: Wording): string | null {
  if (data.kind === 'answer-changed') return data.answer === 'yes' ? words.covers : words.feed.askWhen;
  return words.feed.meanings[data.kind] ?? null;
}

function writeItem(published: Published, { site, change }: Happened, words: Wording): FeedItem {
  const { event, first } = change;
  const text = tellChange(change, words);
  const meaning = explain(change, words) ?? [];
  const lines = [text, meaning, words.feed.head(event.hash), words.feed.verify(event.hash)].flat();
  return {
    title: plainText(words.label(shorten(site.name, 100), text)),
    link: addressOf(published, siteFolder(site.id)),
    pubDate: new Date(event.at),
    content: lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join(''),
    guid: `tag:${new URL(published.url).hostname},2026:patchproof/${first.site}/${first.sequence}`,
  };
}

/** What a feed says of itself. */
type FeedHead = Pick<Feed, 'title' | 'description'>;

/** The feed of what stands in a folder such as `sites/acme/`. */
function writeFeed(
  published: Published,
  place: { folder: string; head: FeedHead; items: FeedItem[] },
  words: Wording,
): Feed {
  const { folder, head, items } = place;
  return {
    ...head,
    language: words.language,
    site: addressOf(published, folder),
    self: addressOf(published, feedPath(folder)),
    items,
  };
}

/** The feed of one site: its newest changes, newest first. */
export function viewSiteFeed(published: Published, site: PublicSite, words: Wording): Feed {
  const ended = site.endedOn === null ? '' : ` ${words.page.endedOn(words.writeDay(site.endedOn))}`;
  const changes = listChanges(site.events).slice(-mostOfOne).toReversed();
  const head = {
    title: plainText(words.feed.title(shorten(site.name, 100))),
    description: `${words.feed.description}${ended}`,
  };
  const items = changes.map((change) => writeItem(published, { site, change }, words));
  return writeFeed(published, { folder: siteFolder(site.id), head, items }, words);
}

function compareNewest(a: Happened, b: Happened): number {
  const [one, other] = [a.change.event, b.change.event];
  return (
    other.at.localeCompare(one.at, 'en') || a.site.id.localeCompare(b.site.id, 'en') || other.sequence - one.sequence
  );
}

/** The newest changes of some sites, newest first. */
function listItems(published: Published, sites: readonly PublicSite[], words: Wording): FeedItem[] {
  const happened = sites.flatMap((site) =>
    listChanges(site.events)
      .slice(-mostItems)
      .map((change) => ({ site, change })),
  );
  const newest = happened.sort(compareNewest).slice(0, mostItems);
  return newest.map((one) => writeItem(published, one, words));
}

/** The feed of all sites. */
export function viewFeed(published: Published, words: Wording): Feed {
  const head = { title: plainText(published.title), description: words.feed.description };
  return writeFeed(published, { folder: '', head, items: listItems(published, published.sites, words) }, words);
}

/** The feed of the sites that share a tag or a maintainer. */
export function viewGroupFeed(published: Published, group: Group, words: Wording): Feed {
  const head = {
    title: plainText(words.feed.title(shorten(group.name, 100))),
    description: words.feed.groupDescription,
  };
  const items = listItems(published, group.sites, words);
  return writeFeed(published, { folder: groupFolder(group), head, items }, words);
}

/** Path of the feed that stands in a folder. */
export function feedPath(folder: string): string {
  return `${folder}feed.xml`;
}
