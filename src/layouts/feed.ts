import { getRssString } from '@astrojs/rss';
import { escapeMarkup } from '../views/clean.ts';
import type { Feed } from '../views/feed.ts';

/** A feed as RSS 2.0. No build date: its bytes change with its items alone. */
export function writeFeedText({ title, description, site, self, language, items }: Feed): Promise<string> {
  return getRssString({
    title,
    description,
    site,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${language}</language><atom:link href="${escapeMarkup(self)}" rel="self" type="application/rss+xml"/>`,
    items: items.map(({ guid, ...item }) => ({ ...item, customData: `<guid isPermaLink="false">${guid}</guid>` })),
  });
}

/** The same as an answer. */
export async function answerFeed(feed: Feed): Promise<Response> {
  return new Response(await writeFeedText(feed), { headers: { 'Content-Type': 'application/xml' } });
}
