import type { Exchange } from '../model/snapshot.ts';
import type { Cookie, NameRule, Signal, VersionRule } from '../platforms/platform.ts';
import type { Asset } from './addresses.ts';
import { canHold, type Grams, readGrams, readNeeds } from './grams.ts';
import { headerValues, isHtml, type Page } from './page.ts';

/** What most patterns find. */
const nothing: readonly never[] = [];

/** A text that matched. */
export interface TextMatch {
  excerpt: string;
  /** What the pattern's first group took. */
  version: string | undefined;
}

/** How much of a body a pattern is tried on: what it looks for stands near the start. */
const bodyLength = 262_144;
const valueLength = 4_096;

const cookiesOf = new WeakMap<Exchange, readonly Cookie[]>();

/** Cookies that an answer sets, without their values. */
export function readCookies(exchange: Exchange): readonly Cookie[] {
  const known = cookiesOf.get(exchange) ?? parseCookies(exchange);
  cookiesOf.set(exchange, known);
  return known;
}

function parseCookies(exchange: Exchange): Cookie[] {
  return headerValues(exchange, 'set-cookie')
    .slice(0, 100)
    .map((line) => {
      const [pair = '', ...attributes] = line.slice(0, valueLength).split(';');
      const domain = attributes.map((text) => text.trim()).find((text) => /^domain=/i.test(text));
      return { name: (pair.split('=')[0] ?? '').trim(), domain: domain?.slice('domain='.length).trim() ?? null };
    });
}

/** False where the answer is a page although a file of another kind was asked: a polite way of saying "not found". */
export function isExpectedKind(exchange: Exchange): boolean {
  const extension = /\.(\w{1,5})(?:\?|$)/.exec(exchange.path)?.[1]?.toLowerCase();
  if (extension === undefined || extension === 'php') return true;
  if (!['js', 'css', 'txt', 'pot', 'json', 'png'].includes(extension)) return !isHtml(exchange);
  return !isHtml(exchange) && !/^\s{0,50}</.test(exchange.body);
}

/** An asset that matched. */
export interface AssetMatch {
  asset: Asset;
  match: RegExpExecArray;
}

const matchedAssets = new WeakMap<Page, Map<RegExp, AssetMatch[]>>();

/** The assets of a page that match: those of the shop's own site, or of the one host that the rule names. */
export function matchAssets(pattern: RegExp, page: Page, host?: string): readonly AssetMatch[] {
  if (!mayMatch('asset', pattern, page)) return nothing;
  const known = matchedAssets.get(page) ?? new Map<RegExp, AssetMatch[]>();
  matchedAssets.set(page, known);
  const matches = known.get(pattern) ?? findAssets(pattern, page.assets, host);
  known.set(pattern, matches);
  return matches;
}

function findAssets(pattern: RegExp, assets: readonly Asset[], host?: string): AssetMatch[] {
  return assets.flatMap((asset) => {
    if (host === undefined ? !asset.sameSite : asset.host !== host) return [];
    const match = pattern.exec(asset.path.slice(0, valueLength));
    return match === null ? [] : [{ asset, match }];
  });
}

interface Rule {
  kind: Signal['kind'] | VersionRule['kind'] | NameRule['from'];
  header?: string;
}

/** Kinds that are read from the whole of a body; what all others are read from is marked together. */
export const bodyKinds: ReadonlySet<Rule['kind']> = new Set(['text-file', 'version-endpoint']);

/** Whatever patterns look at but whole bodies, and a page as it was sent instead of each tag and script by itself. */
function shownTexts({ exchange, generators, assets, rewritten }: Page): string[] {
  const hosts = new Set(assets.map(({ host }) => host));
  const read = [...rewritten, ...generators, ...assets.map(({ path }) => path), ...hosts];
  return [...(isHtml(exchange) ? [exchange.body] : []), ...read, ...exchange.headers.flat()];
}

const marked = new WeakMap<Page, { body?: Grams; shown?: Grams }>();

/** Marks of all that a signal or rule of this kind is tested against in one answer, and of names of headers and hosts. */
export function gramsOf(kind: Rule['kind'], page: Page): Grams {
  const known = marked.get(page) ?? {};
  marked.set(page, known);
  if (bodyKinds.has(kind)) {
    known.body ??= readGrams(readTexts({ kind }, page));
    return known.body;
  }
  known.shown ??= readGrams(shownTexts(page));
  return known.shown;
}

function mayMatch(kind: Rule['kind'], pattern: RegExp, page: Page): boolean {
  return canHold(gramsOf(kind, page), readNeeds(pattern));
}

/** The texts of one answer that a signal or rule of this kind is tested against. */
export function readTexts(rule: Rule, page: Page): readonly string[] {
  const { exchange } = page;
  switch (rule.kind) {
    case 'header':
      return headerValues(exchange, rule.header ?? '').map((value) => value.slice(0, valueLength));
    case 'cookie':
      return readCookies(exchange).map(({ name }) => name);
    case 'generator':
      return page.generators;
    case 'markup':
      return page.markup;
    case 'script':
      return page.scripts;
    case 'text-file':
    case 'version-endpoint':
      return isExpectedKind(exchange) ? [exchange.body.slice(0, bodyLength)] : [];
    default:
      return [];
  }
}

/** Kinds whose whole text is short enough to be shown. */
const shownWhole: readonly string[] = ['header', 'cookie', 'generator'];

/** Matches by page and pattern: a visit looks at every page again before each question. */
const matched = new WeakMap<Page, Map<RegExp, readonly TextMatch[]>>();

/** Every match of a pattern in one answer, for all kinds but assets. */
export function matchTexts(rule: Rule & { pattern: RegExp }, page: Page): readonly TextMatch[] {
  if (!mayMatch(rule.kind, rule.pattern, page)) return nothing;
  // of short texts there are so few that trying is as quick as remembering
  if (shownWhole.includes(rule.kind)) return findMatches(rule, page);
  const known = matched.get(page) ?? new Map<RegExp, readonly TextMatch[]>();
  matched.set(page, known);
  const matches = known.get(rule.pattern) ?? findMatches(rule, page);
  known.set(rule.pattern, matches);
  return matches;
}

function findMatches(rule: Rule & { pattern: RegExp }, page: Page): readonly TextMatch[] {
  const isShownWhole = shownWhole.includes(rule.kind);
  const found: TextMatch[] = [];
  for (const text of readTexts(rule, page)) {
    const match = rule.pattern.exec(text);
    if (match !== null) found.push({ excerpt: isShownWhole ? text : match[0], version: match[1] });
  }
  return found;
}

/** Matches of one text that are read at most. */
const matchesAtMost = 5_000;

/** Every match of a pattern in one text, in order. */
export function listMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const every = new RegExp(pattern, `${pattern.flags}g`);
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(every)) {
    if (found.length === matchesAtMost) break;
    found.push(match);
  }
  return found;
}
