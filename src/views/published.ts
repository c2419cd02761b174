import type { SourceState } from '../model/facts.ts';
import type { Language } from '../model/language.ts';
import type { ProductTimeline } from '../model/state.ts';
import type { Instant } from '../model/time.ts';
import type { PublicSite } from './disclose.ts';

/** All that the pages of one language are made of. */
export interface Published {
  title: string;
  /** Where it is published; its path is the base path. */
  url: string;
  contact: string;
  demo: boolean;
  userAgent: string;
  /** The language of these pages. */
  language: Language;
  /** All languages there are, the default first. */
  languages: Language[];
  /** How often the shops are checked. */
  everyMs: number;
  /** The run's instant: all durations are counted to it. */
  asOf: Instant;
  /** Worst first; sites that are no longer listed come last. */
  sites: PublicSite[];
  /** Sources of the facts that were used, each once for each kind of fact. */
  sources: SourceState[];
  /** Releases of the products that are shown, by product. */
  timelines: ReadonlyMap<string, ProductTimeline>;
}

type Address = Pick<Published, 'url' | 'language' | 'languages'>;

/** The address that everything is published under, with a slash at its end. */
interface Base {
  href: string;
  pathname: string;
}

const bases = new Map<string, Base>();

function baseOf(url: string): Base {
  const known = bases.get(url);
  if (known !== undefined) return known;
  const { href, pathname } = new URL('.', url.endsWith('/') ? url : `${url}/`);
  const base = { href, pathname };
  bases.set(url, base);
  return base;
}

/** Paths that an address takes as they are: `sites/acme/`, `de/status.json`. */
const plain = /^(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?$/;

/** Absolute URL of a file that all languages share, such as `status.json`. */
export function sharedAddressOf({ url }: Pick<Published, 'url'>, path: string): string {
  const { href } = baseOf(url);
  return plain.test(path) ? `${href}${path}` : new URL(path, href).href;
}

/** The same for links inside the published site: base path included, no host. */
export function sharedPathOf({ url }: Pick<Published, 'url'>, path: string): string {
  const { href, pathname } = baseOf(url);
  return plain.test(path) ? `${pathname}${path}` : new URL(path, href).pathname;
}

/** Folder of a language's pages: the default language has none. */
export function languageFolder({ languages }: Pick<Published, 'languages'>, language: Language): string {
  return language === languages[0] ? '' : `${language}/`;
}

/** Absolute URL of a path such as `sites/acme/`, in the language of these pages. */
export function addressOf(published: Address, path: string): string {
  return sharedAddressOf(published, `${languageFolder(published, published.language)}${path}`);
}

/** The same for links inside the published site: base path included, no host. */
export function pathOf(published: Address, path: string): string {
  return sharedPathOf(published, `${languageFolder(published, published.language)}${path}`);
}

/** Folder of a site's files. */
export function siteFolder(id: string): string {
  return `sites/${id}/`;
}

/** The instant at which the check after this one is due. */
export function nextDue(checkedAt: Instant, everyMs: number): Instant {
  return new Date(Date.parse(checkedAt) + everyMs).toISOString();
}

/** The instant after which a check no longer counts: two rounds after it. */
export function staleAfter(checkedAt: Instant, everyMs: number): Instant {
  return nextDue(checkedAt, 2 * everyMs);
}
