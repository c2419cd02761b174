import { writeCalendarText } from './layouts/calendar.ts';
import { writeFeedText } from './layouts/feed.ts';
import { drawBadge } from './views/badge.ts';
import { viewSiteCalendar } from './views/calendar.ts';
import type { PublicSite } from './views/disclose.ts';
import { viewSiteFeed } from './views/feed.ts';
import { writeHistoryLines } from './views/history-lines.ts';
import type { Published } from './views/published.ts';
import { viewShield } from './views/shield.ts';
import { viewSiteStatus } from './views/status.ts';
import { viewVex } from './views/vex.ts';
import type { Wording } from './views/wording/index.ts';
import { wordings } from './views/wording/index.ts';

/** A file that stands beside a site's page. */
export interface SiteFile {
  /** `badge.svg` */
  name: string;
  /** Media type, for those who serve it. */
  type: string;
  text: string;
}

function jsonFile(name: string, document: object | null): SiteFile[] {
  return document === null ? [] : [{ name, type: 'application/json', text: JSON.stringify(document) }];
}

/** Those that all languages share stand beside the page of the first one, and are written in it. */
function writeShared(published: Published, site: PublicSite, words: Wording): SiteFile[] {
  return [
    ...jsonFile('badge.json', viewShield(site, words)),
    ...jsonFile('vex.json', viewVex(published, site, words)),
    { name: 'history.jsonl', type: 'application/jsonl', text: writeHistoryLines(site) },
  ];
}

function isFirst({ language, languages }: Published): boolean {
  return language === languages[0];
}

/** The files that tell the instant of the run, so that they are others after each. All else of a site knows no more than its page. */
export function writeRunFiles(published: Published, site: PublicSite): SiteFile[] {
  return isFirst(published) ? jsonFile('status.json', viewSiteStatus(published, site)) : [];
}

/** Badge, calendar and what all languages share. */
export function writeSmallFiles(published: Published, site: PublicSite): SiteFile[] {
  const words = wordings[published.language];
  const calendar = writeCalendarText(viewSiteCalendar(published, site, words));
  return [
    ...(isFirst(published) ? writeShared(published, site, words) : []),
    { name: 'badge.svg', type: 'image/svg+xml', text: drawBadge(published, site, words).svg },
    { name: 'calendar.ics', type: 'text/calendar; charset=utf-8', text: calendar },
  ];
}

/** All other files of a site in a language but its page: made of its part alone (site-parts.ts). */
export async function writeSiteFiles(published: Published, site: PublicSite): Promise<SiteFile[]> {
  const feed = await writeFeedText(viewSiteFeed(published, site, wordings[published.language]));
  return [...writeSmallFiles(published, site), { name: 'feed.xml', type: 'application/xml', text: feed }];
}
