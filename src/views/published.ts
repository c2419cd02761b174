import type { SourceState } from '../model/facts.ts';
import type { Instant } from '../model/time.ts';
import type { PublicSite } from './disclose.ts';

/** All that the pages are made of. */
export interface Published {
  title: string;
  /** Where it is published; its path is the base path. */
  url: string;
  contact: string;
  demo: boolean;
  userAgent: string;
  /** How often the shops are checked. */
  everyMs: number;
  /** The run's instant: all durations are counted to it. */
  asOf: Instant;
  /** Worst first; sites that are no longer listed come last. */
  sites: PublicSite[];
  /** Sources of the facts that were used, each once for each kind of fact. */
  sources: SourceState[];
}

/** Absolute URL of a path such as `sites/acme/`. */
export function addressOf({ url }: Pick<Published, 'url'>, path: string): string {
  return new URL(path, url.endsWith('/') ? url : `${url}/`).href;
}

/** The same for links inside the published site: base path included, no host. */
export function pathOf(published: Pick<Published, 'url'>, path: string): string {
  return new URL(addressOf(published, path)).pathname;
}

/** Folder of a site's files. */
export function siteFolder(id: string): string {
  return `sites/${id}/`;
}

/** The instant after which a check no longer counts: two rounds after it. */
export function staleAfter(checkedAt: Instant, everyMs: number): Instant {
  return new Date(Date.parse(checkedAt) + 2 * everyMs).toISOString();
}
