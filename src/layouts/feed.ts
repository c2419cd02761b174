import rss from '@astrojs/rss';
import { escapeMarkup } from '../views/clean.ts';
import type { Feed } from '../views/feed.ts';

/** A feed as RSS 2.0. No build date: its bytes change with its items alone. */
export function answerFeed({ title, description, site, self, language, items }: Feed): Promise<Response> {
  return rss({
    title,
    description,
    site,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${language}</language><atom:link href="${escapeMarkup(self)}" rel="self" type="application/rss+xml"/>`,
    items: items.map(({ guid, ...item }) => ({ ...item, customData: `<guid isPermaLink="false">${guid}</guid>` })),
  });
}
