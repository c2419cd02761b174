import type { Exchange } from '../model/snapshot.ts';
import { type Asset, addressReader } from './addresses.ts';
import { type Markup, readMarkup, type Tag } from './markup.ts';

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
  /** Those of the texts above that do not stand in the body as they are. */
  rewritten: readonly string[];
}

/** Attributes that name a file which the browser loads, `data-src` for lazy loaders. */
const fileAttributes: Record<string, readonly string[]> = {
  script: ['src', 'data-src'],
  link: ['href'],
  img: ['src', 'data-src'],
  source: ['src', 'data-src'],
};

const kindsRead = new Set(['base', 'meta', ...Object.keys(fileAttributes)]);

function readGenerators(tags: readonly Tag[]): string[] {
  return tags
    .filter(({ name, attributes }) => name === 'meta' && attributes.get('name')?.toLowerCase() === 'generator')
    .map(({ attributes }) => (attributes.get('content') ?? '').trim())
    .slice(0, 200);
}

/** What is kept of hostile pages at most: assets, characters of an address, characters of all tags together. */
const limits = { assets: 1_000, linkLength: 1_000, markup: 2_000_000 };

function readAssets(tags: readonly Tag[], pageUrl: string): Asset[] {
  const base = tags.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const readAddress = addressReader(pageUrl, base?.attributes.get('href'));
  const assets = new Map<string, Asset>();
  for (const { name, attributes } of tags) {
    for (const key of fileAttributes[name] ?? []) {
      const link = attributes.get(key);
      if (link === undefined || link.length > limits.linkLength) continue;
      if (assets.size >= limits.assets) return [...assets.values()];
      const address = readAddress(link);
      if (address !== null && !assets.has(address.href)) assets.set(address.href, address.asset);
    }
  }
  return [...assets.values()];
}

/** Tags and comments, up to a bound on all of them together. */
function listMarkup({ tagTexts, comments }: Markup): string[] {
  const all = [...tagTexts, ...comments];
  let length = 0;
  const end = all.findIndex((text) => {
    length += text.length;
    return length > limits.markup;
  });
  return end < 0 ? all : all.slice(0, end);
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

const none: Markup = { tags: [], tagTexts: [], comments: [], scripts: [], rewritten: [] };
const pages = new WeakMap<Exchange, Page>();

/** Reads an answer; each only once. */
export function readPage(exchange: Exchange): Page {
  const known = pages.get(exchange);
  if (known !== undefined) return known;
  const markup = isHtml(exchange) ? readMarkup(exchange.body, kindsRead) : none;
  const { tags, scripts, rewritten } = markup;
  const page: Page = {
    exchange,
    generators: readGenerators(tags),
    assets: URL.canParse(exchange.url) ? readAssets(tags, exchange.url) : [],
    markup: listMarkup(markup),
    scripts,
    rewritten,
  };
  pages.set(exchange, page);
  return page;
}
