import type { Evidence } from '../model/identification.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Platform, Signal } from '../platforms/platform.ts';
import { recordEvidence } from './evidence.ts';
import { matchAssets, matchTexts } from './match.ts';
import { isSuccess, type Page } from './page.ts';
import { type Place, resolvePath, robotsPath } from './root.ts';

/** From here on a platform is named. */
const threshold = 0.5;

/** How surely a site shows a platform. */
export interface Naming {
  /** 0 to 1. */
  confidence: number;
  named: boolean;
  evidence: Evidence[];
}

function matchSignal(signal: Signal, pages: readonly Page[]): Evidence | null {
  for (const page of pages) {
    if (!isSuccess(page.exchange)) continue;
    const text =
      signal.kind === 'asset'
        ? matchAssets(signal.pattern, page, signal.host)[0]?.asset.path
        : matchTexts(signal, page)[0]?.excerpt;
    if (text !== undefined) {
      return recordEvidence({ kind: signal.kind, rule: signal.rule, text, versions: null }, page.exchange);
    }
  }
  return null;
}

/** A trace of a product: a signal of this weight or more is typical of it; a lighter one is a name that others use as well. */
export const trace = 0.3;

/** What a server adds to a page: a copy of the page elsewhere does not show it. */
const fromServer: ReadonlySet<Signal['kind']> = new Set(['header', 'cookie']);

/**
 * A vendor-hosted platform needs signals of two kinds, since embedded widgets show one; and one from its vendor's servers,
 * where its record knows any, since pages are copied.
 */
function isServedByVendor({ signals }: Platform, kinds: ReadonlySet<Evidence['kind']>): boolean {
  const isSigned = signals.some(({ kind, weight }) => fromServer.has(kind) && weight >= trace);
  return kinds.size > 1 && (!isSigned || [...fromServer].some((kind) => kinds.has(kind)));
}

/** What a visit brought: pages and files of the shop, and its robots.txt, which is evidence by its text alone. */
export interface Visited {
  pages: readonly Page[];
  robots: readonly Page[];
}

/** Adds up the platform's signals. */
export function namePlatform(platform: Platform, { pages, robots }: Visited, place: Place): Naming {
  const evidence: Evidence[] = [];
  let confidence = 0;
  let hasNeeded = platform.signals.every(({ needed }) => needed !== true);
  for (const signal of platform.signals) {
    const path = signal.path === undefined ? null : resolvePath(signal.path, place);
    const all = path === robotsPath ? robots : pages;
    const asked = path === null ? pages : all.filter(({ exchange }) => exchange.path === path);
    const found = matchSignal(signal, asked);
    if (found === null) continue;
    evidence.push(found);
    confidence = Math.min(1, confidence + signal.weight);
    hasNeeded ||= signal.needed === true;
  }
  const kinds = new Set(evidence.map(({ kind }) => kind));
  const named =
    confidence >= threshold && hasNeeded && (platform.vendorHosted !== true || isServedByVendor(platform, kinds));
  return { confidence: Math.round(confidence * 100) / 100, named, evidence };
}

/** Paths whose answer may name the platform, not yet asked. */
export function listNamingPaths(platform: Platform, place: Place, { exchanges }: Snapshot): string[] {
  const paths = platform.signals.flatMap(({ path }) => (path === undefined ? [] : (resolvePath(path, place) ?? [])));
  return [...new Set(paths)].filter(
    (path) => path !== robotsPath && exchanges.every((exchange) => exchange.path !== path),
  );
}
