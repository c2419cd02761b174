import type { AllStatus, SiteStatus, StatusEntry } from '../model/status.ts';
import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';
import { nextDue, sharedAddressOf, siteFolder, staleAfter } from './published.ts';
import { viewSources } from './sources.ts';

/** A site's entry in status.json. */
export function viewStatus(published: Published, site: PublicSite): StatusEntry {
  const { report, checkedAt, endedOn } = site;
  const { everyMs } = published;
  const components = report?.identification.components ?? null;
  return {
    schemaVersion: 1,
    site: site.id,
    name: site.name,
    url: site.url === '' ? null : site.url,
    page: sharedAddressOf(published, siteFolder(site.id)),
    asOf: published.asOf,
    checkedAt,
    nextCheckDueAt: checkedAt === null || endedOn !== null ? null : nextDue(checkedAt, everyMs),
    staleAt: checkedAt === null ? null : staleAfter(checkedAt, everyMs),
    answerAfterStaleAt: 'no',
    seenAt: site.seenAt,
    answer: site.answer,
    reason: site.reason,
    nextStep: report?.verdict.nextStep ?? null,
    promise: site.promise,
    products: site.products.length === 0 ? null : site.products,
    installed: components?.map(({ product, versions }) => ({ product, versions })) ?? null,
    endedOn,
    sources: site.sources.length === 0 ? null : viewSources(site.sources, published.asOf),
  };
}

/** One site's status.json. */
export function viewSiteStatus(published: Published, site: PublicSite): SiteStatus {
  return { $schema: sharedAddressOf(published, 'schemas/site-status.json'), ...viewStatus(published, site) };
}

/** The status.json of all sites; its generator marks a folder as ours. */
export function viewAllStatus(published: Published): AllStatus {
  const { title, url, asOf, everyMs, sites } = published;
  return {
    $schema: sharedAddressOf(published, 'schemas/status.json'),
    schemaVersion: 1,
    generator: 'Patchproof',
    title,
    url,
    asOf,
    nextCheckDueAt: nextDue(asOf, everyMs),
    staleAt: staleAfter(asOf, everyMs),
    answerAfterStaleAt: 'no',
    sources: viewSources(published.sources, asOf),
    sites: sites.map((site) => viewStatus(published, site)),
  };
}
