import type { Config } from '../model/config.ts';
import type { ProductFacts } from '../model/facts.ts';
import type { Site } from '../model/site.ts';
import type { ListedSite, Listing, ProductTimeline } from '../model/state.ts';
import type { Day } from '../model/time.ts';
import type { Store } from '../store.ts';
import { schemes } from '../versions/index.ts';
import type { Knowledge } from './knowledge.ts';

/** Sent with every request: who asks, where the answer is published, whom to write to. */
export function userAgentOf(config: Config): string {
  return `Patchproof/0.1 (+${config.url}; ${config.contact})`;
}

function listedSite(site: Site): ListedSite {
  const { id, name, url, tags, disclosure } = site;
  return { id, name, url, tags, disclosure, maintainer: site.maintainer ?? null, promise: site.promise ?? null };
}

/** The address at which a site was last checked, as a listing has it, also of one that left sites.yaml. */
export function addressIn(listing: Listing | null, id: string): string | undefined {
  const known = [...(listing?.sites ?? []), ...(listing?.formerSites ?? [])];
  return known.find((site) => site.id === id)?.url;
}

/**
 * What the build needs of sites.yaml. Sites that left it are kept as they were last listed, so that their pages keep name and
 * level. A site that this run did not visit keeps its address: what is known was seen there.
 */
export function listingOf(config: Config, previous: Listing | null, isVisited: (id: string) => boolean): Listing {
  const { title, url, contact, everyMs, maxAgeMs, demo, languages } = config;
  const sites = config.sites.map(listedSite).map((site) => {
    const known = isVisited(site.id) ? undefined : addressIn(previous, site.id);
    return { ...site, url: known ?? site.url };
  });
  const taken = new Set(config.sites.flatMap(({ id, formerly }) => [id, ...formerly]));
  const former = [...(previous?.sites ?? []), ...(previous?.formerSites ?? [])].filter(({ id }) => !taken.has(id));
  const formerSites = former.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    schemaVersion: 1,
    title,
    url,
    contact,
    everyMs,
    maxAgeMs,
    demo,
    userAgent: userAgentOf(config),
    languages,
    sites,
    formerSites,
  };
}

/** What the pages need of a product's facts: its releases up to a day. */
export function timelineOf({ product, releases, scheme }: ProductFacts, today: Day): ProductTimeline {
  const dated = releases.flatMap(({ version, date, security, prerelease }) =>
    date === null || date > today || prerelease ? [] : [{ version, security, date }],
  );
  const { compare } = schemes[scheme];
  return {
    schemaVersion: 1,
    product,
    releases: dated.sort((a, b) => a.date.localeCompare(b.date, 'en') || compare(a.version, b.version)),
  };
}

/** Writes what the pages need of the products that were found, where it says something else than before. */
export async function writeTimelines(
  products: Iterable<string>,
  { factsOf, store, today }: { factsOf: Knowledge['factsOf']; store: Store; today: Day },
): Promise<void> {
  for (const product of products) {
    const facts = factsOf(product);
    if (facts === null) continue;
    const timeline = timelineOf(facts, today);
    const before = await store.readProduct(product);
    if (JSON.stringify(before) !== JSON.stringify(timeline)) await store.writeProduct(timeline);
  }
}
