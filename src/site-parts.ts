import { createHash } from 'node:crypto';
import type { SourceState } from './model/facts.ts';
import type { ProductTimeline } from './model/state.ts';
import { dayOf, type Instant } from './model/time.ts';
import type { PublicSite } from './views/disclose.ts';
import type { Published } from './views/published.ts';
import { listLicences } from './views/sources.ts';

/** All that the page of a site and the files beside it are made of, in all languages, and a digest of it. */
export interface SitePart {
  /** Without other sites, and without what changes at every run while no page shows it. */
  published: Published;
  site: PublicSite;
  /** The same key, the same part. */
  cacheKey: string;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** Pages show days: where they show the instant of a check it is the site's own. */
function startOfDay(instant: Instant): Instant {
  return `${dayOf(instant)}T00:00:00.000Z`;
}

function dateSource(source: SourceState): SourceState {
  return { ...source, fetchedAt: startOfDay(source.fetchedAt) };
}

function cutParts({ sites, timelines, ...published }: Published): SitePart[] {
  const shared = {
    ...published,
    asOf: startOfDay(published.asOf),
    sources: listLicences(published.sources).map(dateSource),
    sites: [],
  };
  const sharedKey = digest(shared);
  const keys = new Map([...timelines].map(([product, timeline]) => [product, digest(timeline)]));
  return sites.map((one) => {
    const own = one.products.flatMap((product): [string, ProductTimeline][] => {
      const timeline = timelines.get(product);
      return timeline === undefined ? [] : [[product, timeline]];
    });
    const site = { ...one, sources: one.sources.map(dateSource) };
    const cacheKey = digest([sharedKey, own.map(([product]) => keys.get(product)), site]);
    return { published: { ...shared, timelines: new Map(own) }, site, cacheKey };
  });
}

const known = new WeakMap<Published, SitePart[]>();

/** Cuts what is published into what each site's page may know, in their order. */
export function listSiteParts(published: Published): SitePart[] {
  const parts = known.get(published) ?? cutParts(published);
  known.set(published, parts);
  return parts;
}
