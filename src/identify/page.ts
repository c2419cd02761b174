import { getDomain } from 'tldts';
import type { Exchange } from '../model/snapshot.ts';
import { type Markup, readMarkup, type Tag } from './markup.ts';

/** A file that a page loads. */
export interface Asset {
  /** Host and port. */
  host: string;
  /** Path and query, exactly as linked. */
  path: string;
  /** On the host that sent the page. */
  sameHost: boolean;
  /** On that host or another one of the same registrable domain. */
  sameSite: boolean;
}

/** What one answer shows, read once. */
export interface Page {
  exchange: Exchange;
  /** Contents of `<meta name="generator">`. */
  generators: readonly string[];
  assets: readonly Asset[];
  /** Opening tags and comments, written back in one form: `<body class="home">`. */
  markup: readonly string[];
  /** Texts of inline scripts. */
  scripts: readonly string[];
}

/** Attributes that name a file which the browser loads, `data-src` for lazy loaders. */
const fileAttributes: Record<string, readonly string[]> = {
  script: ['src', 'data-src'],
  link: ['href'],
  img: ['src', 'data-src'],
  source: ['src', 'data-src'],
};

function readGenerators(tags: readonly Tag[]): string[] {
  return tags
    .filter(({ name, attributes }) => name === 'meta' && attributes.get('name')?.toLowerCase() === 'generator')
    .map(({ attributes }) => (attributes.get('content') ?? '').trim())
    .slice(0, 200);
}

/** What is kept of hostile pages at most: assets, characters of an address, characters of all tags together. */
const limits = { assets: 1_000, linkLength: 1_000, markup: 2_000_000 };

function isSameSite(host: string, other: string): boolean {
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(other, { allowPrivateDomains: true });
}

function readAssets(tags: readonly Tag[], pageUrl: string): Asset[] {
  const page = new URL(pageUrl);
  const base = tags.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const from = URL.parse(base?.attributes.get('href') ?? '', pageUrl) ?? page;
  const links = tags.flatMap(({ name, attributes }) =>
    (fileAttributes[name] ?? []).map((key) => attributes.get(key)).filter((link) => link !== undefined),
  );
  const assets = new Map<string, Asset>();
  for (const link of links) {
    if (assets.size >= limits.assets) break;
    const url = link.length > limits.linkLength ? null : URL.parse(link, from.href);
    if (url === null || !/^https?:$/.test(url.protocol) || assets.has(url.href)) continue;
    const sameHost = url.host === page.host;
    const sameSite = sameHost || isSameSite(page.hostname, url.hostname);
    const path = url.pathname.replace(/^\/{2,}/, '/') + url.search; // //catalog/a.js, from a base that ends in a slash
    assets.set(url.href, { host: url.host, path, sameHost, sameSite });
  }
  return [...assets.values()];
}

/** Tags and comments in one form, up to a bound on all of them together. */
function writeMarkup({ tags, comments }: Markup): string[] {
  const written: string[] = [];
  let length = 0;
  const next = function* () {
    for (const tag of tags) yield tag.text;
    for (const comment of comments) yield `<!--${comment}-->`;
  };
  for (const text of next()) {
    length += text.length;
    if (length > limits.markup) break;
    written.push(text);
  }
  return written;
}

/** The values of a header; `name` in lower case. */
export function headerValues(exchange: Exchange, name: string): string[] {
  return exchange.headers.filter(([key]) => key === name).map(([, value]) => value);
}

/** True for an answer with a status of success. */
export function isSuccess({ status }: Exchange): boolean {
  return status >= 200 && status < 300;
}

/** True where the answer is a web page, whatever was asked. */
export function isHtml(exchange: Exchange): boolean {
  const [type = ''] = headerValues(exchange, 'content-type');
  return (
    /^\s*(?:text\/html|application\/xhtml)/i.test(type) || /^\s{0,50}<(?:!doctype html|html)\b/i.test(exchange.body)
  );
}

const none: Markup = { tags: [], comments: [], scripts: [] };
const pages = new WeakMap<Exchange, Page>();

/** Reads an answer; each only once. */
export function readPage(exchange: Exchange): Page {
  const known = pages.get(exchange);
  if (known !== undefined) return known;
  const markup = isHtml(exchange) ? readMarkup(exchange.body) : none;
  const { tags, scripts } = markup;
  const page: Page = {
    exchange,
    generators: readGenerators(tags),
    assets: URL.canParse(exchange.url) ? readAssets(tags, exchange.url) : [],
    markup: writeMarkup(markup),
    scripts,
  };
  pages.set(exchange, page);
  return page;
}
