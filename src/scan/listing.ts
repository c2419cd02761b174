import type { Config } from '../model/config.ts';
import type { Site } from '../model/site.ts';
import type { ListedSite, Listing } from '../model/state.ts';

/** Sent with every request: who asks, where the answer is published, whom to write to. */
export function userAgentOf(config: Config): string {
  return `Patchproof/0.1 (+${config.url}; ${config.contact})`;
}

function listedSite(site: Site): ListedSite {
  const { id, name, url, tags, disclosure } = site;
  return { id, name, url, tags, disclosure, maintainer: site.maintainer ?? null, promise: site.promise ?? null };
}

/** What the build needs of sites.yaml. */
export function listingOf(config: Config): Listing {
  const { title, url, contact, everyMs, maxAgeMs, demo } = config;
  const sites = config.sites.map(listedSite);
  return { schemaVersion: 1, title, url, contact, everyMs, maxAgeMs, demo, userAgent: userAgentOf(config), sites };
}
