import { calendarPath } from './calendar.ts';
import { shorten } from './clean.ts';
import { feedPath } from './feed.ts';
import { groupFolder, listGroups } from './groups.ts';
import type { Published } from './published.ts';
import { addressOf, pathOf } from './published.ts';
import type { Link } from './subscribe.ts';
import { linkCalendar } from './subscribe.ts';
import type { Wording } from './wording/index.ts';

/** A way to stay informed of all shops. */
interface Way {
  title: string;
  text: string;
  /** To be copied. */
  address: string;
  links: Link[];
}

/** The page that explains how to subscribe. */
export interface SubscribePage {
  title: string;
  lead: string;
  ways: Way[];
  /** Feeds of the shops that share a tag or a maintainer. */
  groups: { title: string; feeds: Link[] }[];
}

function listGroupFeeds(published: Published, words: Wording): SubscribePage['groups'] {
  const { groups } = words.subscribing;
  const all = listGroups(published);
  return (['maintainer', 'tag'] as const).flatMap((kind) => {
    const feeds = all
      .filter((group) => group.kind === kind)
      .map((group) => ({ href: pathOf(published, feedPath(groupFolder(group))), label: shorten(group.name, 60) }));
    return feeds.length === 0 ? [] : [{ title: groups[kind], feeds }];
  });
}

/** How to subscribe to all shops, and where one shop's own addresses are. */
export function viewSubscribePage(published: Published, words: Wording): SubscribePage {
  const { title, lead, reader, mail, calendar } = words.subscribing;
  const feed = { href: pathOf(published, feedPath('')), label: words.page.overview.feed };
  const address = addressOf(published, feedPath(''));
  const { open, file } = linkCalendar(published, '', words);
  return {
    title,
    lead,
    ways: [
      { ...reader, address, links: [feed] },
      { ...mail, address, links: [] },
      { ...calendar, address: addressOf(published, calendarPath('')), links: [open, file] },
    ],
    groups: listGroupFeeds(published, words),
  };
}
