import type { InstalledProduct } from '../model/history.ts';
import type { SitePromise } from '../model/site.ts';
import type { Instant } from '../model/time.ts';
import type { Answer, NextStep } from '../model/verdict.ts';
import type { PublicReason, PublicSite } from './disclose.ts';
import type { Published } from './published.ts';
import { addressOf, siteFolder, staleAfter } from './published.ts';
import { type SourceStatus, viewSources } from './sources.ts';

/** A site's answer for machines. Null: withheld, or not known. */
export interface SiteStatus {
  schemaVersion: 1;
  site: string;
  name: string;
  /** The shop. */
  url: string;
  /** Its page. */
  page: string;
  asOf: Instant;
  checkedAt: Instant | null;
  /** After this instant the answer counts as a no. */
  staleAt: Instant | null;
  seenAt: Instant | null;
  answer: Answer;
  reason: PublicReason | null;
  nextStep: NextStep | null;
  promise: SitePromise | null;
  products: string[] | null;
  installed: InstalledProduct[] | null;
  endedOn: string | null;
  /** By what it was judged. */
  sources: SourceStatus[] | null;
}

/** All answers for machines. */
export interface AllStatus {
  schemaVersion: 1;
  generator: 'Patchproof';
  title: string;
  url: string;
  asOf: Instant;
  /** Of the facts behind all answers that show theirs. */
  sources: SourceStatus[];
  sites: SiteStatus[];
}

/** One site's status.json. */
export function viewStatus(published: Published, site: PublicSite): SiteStatus {
  const { report, checkedAt } = site;
  const components = report?.identification.components ?? null;
  return {
    schemaVersion: 1,
    site: site.id,
    name: site.name,
    url: site.url,
    page: addressOf(published, siteFolder(site.id)),
    asOf: published.asOf,
    checkedAt,
    staleAt: checkedAt === null ? null : staleAfter(checkedAt, published.everyMs),
    seenAt: site.seenAt,
    answer: site.answer,
    reason: site.reason,
    nextStep: report?.verdict.nextStep ?? null,
    promise: site.promise,
    products: site.products.length === 0 ? null : site.products,
    installed: components?.map(({ product, versions }) => ({ product, versions })) ?? null,
    endedOn: site.endedOn,
    sources: site.sources.length === 0 ? null : viewSources(site.sources, published.asOf),
  };
}

/** The status.json of all sites; its generator marks a folder as ours. */
export function viewAllStatus(published: Published): AllStatus {
  const { title, url, asOf, sites } = published;
  return {
    schemaVersion: 1,
    generator: 'Patchproof',
    title,
    url,
    asOf,
    sources: viewSources(published.sources, asOf),
    sites: sites.map((site) => viewStatus(published, site)),
  };
}
