import type { Exchange } from '../model/snapshot.ts';
import type { NameRule, Platform } from '../platforms/platform.ts';
import type { Catalogue } from './catalogue.ts';
import { listMatches, matchAssets, readTexts } from './match.ts';
import { isSuccess, type Page } from './page.ts';
import type { Piece } from './piece.ts';
import { type Place, resolvePath } from './root.ts';

/** A module that is switched off takes its few names along; so many new names at once are never missing for that reason. */
const manyNames = 9;

/** Names that narrow one by one at most: a page loads two or three. */
const namesAtMost = 50;

/** Names as a page lists them, in the form of the table, and where they stood. */
interface Listing {
  names: Set<string>;
  excerpt: string;
  exchange: Exchange;
}

/** `v6.5.0.0` and `V6_5_0_0` are one flag. */
function normalise(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

function listTexts(rule: NameRule, page: Page): string[] {
  if (rule.from === 'asset') return matchAssets(rule.list, page).map(({ match }) => match[1] ?? '');
  return readTexts({ kind: rule.from }, page).flatMap((text) => rule.list.exec(text)?.[1] ?? []);
}

function readListings(rule: NameRule, pages: readonly Page[]): Listing[] {
  return pages.flatMap((page) => {
    const texts = listTexts(rule, page);
    const found = texts.flatMap((text) => listMatches(rule.name, text));
    const names = new Set(found.map(([, name]) => normalise(name ?? '')));
    return names.size === 0 ? [] : [{ names, excerpt: texts.join(' '), exchange: page.exchange }];
  });
}

/** What a rule makes of a list: the releases that fit it, of those that it speaks of. Null: it says nothing. */
type Fit = { speaksOf(version: string): boolean; fits(version: string): boolean } | null;

/** Exactly the known names that were seen. Between two releases that list the same names, the one in between does too. */
function fitSame({ names }: Listing, { names: table, named, scheme }: Catalogue): Fit {
  const isListedBy = (version: string) =>
    [...table].every(([name, releases]) => names.has(name) === releases.has(version));
  const fitting = new Set([...named].filter(isListedBy));
  if (fitting.size === 0) return null;
  const ordered = [...named].sort(scheme.compare);
  const signature = (version: string) => [...table].flatMap(([name, releases]) => (releases.has(version) ? name : []));
  const isBetweenOthers = (version: string) => {
    const below = ordered.findLast((other) => scheme.compare(other, version) < 0);
    const above = ordered.find((other) => scheme.compare(other, version) > 0);
    if (below === undefined || above === undefined || fitting.has(below)) return false;
    return signature(below).join() === signature(above).join();
  };
  return {
    speaksOf: (version) => named.has(version) || isBetweenOthers(version),
    fits: (version) => fitting.has(version),
  };
}

/** From the release of the newest name that was seen, up to the first whose many new names are all missing. */
function fitSince({ names }: Listing, { names: table, named, scheme }: Catalogue): Fit {
  const ordered = [...named].sort(scheme.compare);
  const seen = [...table].filter(([name]) => names.has(name));
  if (seen.length === 0) return null;
  const firstOf = (releases: ReadonlySet<string>) => ordered.findIndex((version) => releases.has(version));
  const newest = Math.max(...seen.map(([, releases]) => firstOf(releases)));
  const missing = ordered.findIndex((_version, at) => {
    const introduced = [...table].filter(([, releases]) => firstOf(releases) === at);
    return at > newest && introduced.length >= manyNames && introduced.every(([name]) => !names.has(name));
  });
  const [from, before] = [ordered[newest], ordered[missing]];
  const fits = (version: string) =>
    (from === undefined || scheme.compare(version, from) >= 0) &&
    (before === undefined || scheme.compare(version, before) < 0);
  return { speaksOf: () => true, fits };
}

function pieceOf(rule: NameRule, listing: Listing, fit: NonNullable<Fit>, named: ReadonlySet<string>): Piece {
  return {
    kind: rule.kind,
    rule: rule.rule,
    text: listing.excerpt,
    exchange: listing.exchange,
    source: rule.path === null ? `page ${rule.kind}` : listing.exchange.path,
    stated: null,
    brings: [],
    allows: (version) => !fit.speaksOf(version) || fit.fits(version),
    // a bound fits too much to speak for any release
    supports: (version) => rule.fit !== 'since' && named.has(version) && fit.fits(version),
  };
}

/** Each known name narrows by itself. Where as many are unknown, the files were built anew and name nothing. */
function readEach(rule: NameRule, listings: readonly Listing[], { names: table, named }: Catalogue): Piece[] {
  const seen = listings.flatMap(({ names, exchange }) => [...names].map((name) => ({ name, exchange })));
  const distinct = [...new Map(seen.toReversed().map((each) => [each.name, each])).values()];
  const known = distinct.filter(({ name }) => table.has(name)).slice(0, namesAtMost);
  if (known.length * 2 <= distinct.length) return [];
  return known.map(({ name, exchange }) => {
    const fit = {
      speaksOf: (version: string) => named.has(version),
      fits: (version: string) => table.get(name)?.has(version) === true,
    };
    return pieceOf(rule, { names: new Set(), excerpt: name, exchange }, fit, named);
  });
}

/** What the names on pages and in answers leave of the releases. */
export function readNamePieces(
  platform: Platform,
  pages: readonly Page[],
  place: Place,
  catalogue: Catalogue,
): Piece[] {
  if (catalogue.named.size === 0) return [];
  const answered = pages.filter(({ exchange }) => isSuccess(exchange));
  return (platform.nameRules ?? []).flatMap((rule) => {
    const path = rule.path === null ? null : resolvePath(rule.path, place);
    const listings = readListings(
      rule,
      path === null ? answered : answered.filter(({ exchange }) => exchange.path === path),
    );
    if (rule.fit === 'each') return readEach(rule, listings, catalogue);
    const [listing] = listings;
    const fit = listing && (rule.fit === 'same' ? fitSame(listing, catalogue) : fitSince(listing, catalogue));
    return listing === undefined || !fit ? [] : [pieceOf(rule, listing, fit, catalogue.named)];
  });
}
