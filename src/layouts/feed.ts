import { escapeMarkup } from '../views/clean.ts';
import type { Feed, FeedItem } from '../views/feed.ts';

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text).replaceAll("'", '&apos;')}</${name}>`;
}

function writeItem({ title, link, guid, pubDate, content }: FeedItem): string {
  return [
    '<item>',
    element('title', title),
    element('link', link),
    `<guid isPermaLink="false">${escapeMarkup(guid)}</guid>`,
    element('pubDate', pubDate.toUTCString()),
    element('content:encoded', content),
    '</item>',
  ].join('');
}

/** A feed as RSS 2.0. No build date: its bytes change with its items alone. */
export function writeFeedText({ title, description, site, self, language, items }: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"',
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', title),
    element('description', description),
    element('link', site),
    element('language', language),
    `<atom:link href="${escapeMarkup(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(writeItem),
    '</channel></rss>',
  ].join('');
}

/** The same as an answer. */
export function answerFeed(feed: Feed): Response {
  return new Response(writeFeedText(feed), { headers: { 'Content-Type': 'application/xml' } });
}
