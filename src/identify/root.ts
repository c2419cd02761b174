import type { Snapshot } from '../model/snapshot.ts';
import type { Platform } from '../platforms/platform.ts';
import { matchAssets } from './match.ts';
import { isSuccess, type Page } from './page.ts';

/** Where a platform lives on a site. */
export interface Place {
  /** Path of the shop's root without the last slash: empty, or `/shop`. */
  root: string;
  /** Base of the static files, read from the page; null where the platform has none or none was seen. */
  staticBase: string | null;
  /** Files that the pages load from their own host, without query -> exactly as linked. */
  linked: ReadonlyMap<string, string>;
}

/** Longer addresses are never asked. */
const longestPath = 1_000;

/** The text that occurs most often; of equals the first. */
export function findMostCommon(texts: readonly string[]): string | undefined {
  if (texts.length < 2) return texts[0];
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function findRoot({ signals }: Platform, pages: readonly Page[]): string | undefined {
  const patterns = signals.filter(({ kind, host }) => kind === 'asset' && host === undefined);
  const matches = pages.flatMap((page) => patterns.flatMap(({ pattern }) => matchAssets(pattern, page)));
  const own = matches.filter(({ asset }) => asset.sameHost && asset.path.length <= longestPath);
  return findMostCommon(own.map(({ asset, match }) => asset.path.slice(0, match.index)));
}

/** Folder of the page that answered, after redirects: `/shop/` led to from `/`. */
function homeFolder([home]: Snapshot['exchanges']): string {
  const path = URL.parse(home?.url ?? '')?.pathname ?? home?.path.split('?')[0] ?? '/';
  return path.slice(0, path.lastIndexOf('/'));
}

/** What is the same for every platform of a visit. */
export interface Ground {
  /** Pages that answered well. */
  pages: readonly Page[];
  homeFolder: string;
  linked: Place['linked'];
}

export function surveyGround(pages: readonly Page[], snapshot: Snapshot): Ground {
  const answered = pages.filter(({ exchange }) => isSuccess(exchange));
  return { pages: answered, homeFolder: homeFolder(snapshot.exchanges), linked: linkedFiles(answered) };
}

/**
 * The root is what the platform's assets have in front of their known part; without such assets that of the platform
 * which it is built on, else the folder of the home page. `stack`: the platform and what it is built on.
 */
export function locatePlatform(stack: readonly Platform[], { pages, homeFolder: home, linked }: Ground): Place {
  const roots = stack.map((platform) => findRoot(platform, pages)).filter((root) => root !== undefined);
  const [{ staticBase } = {}] = stack;
  const bases = staticBase === undefined ? [] : pages.flatMap((page) => matchAssets(staticBase, page));
  return {
    root: roots[0] ?? home,
    staticBase: findMostCommon(bases.map(({ asset, match }) => asset.path.slice(0, match.index) + match[0])) ?? null,
    linked,
  };
}

/** Files of the page's own host, without query -> exactly as linked. */
function linkedFiles(pages: readonly Page[]): Map<string, string> {
  const own = pages
    .flatMap(({ assets }) => assets)
    .filter(({ sameHost, path }) => sameHost && path.length <= longestPath);
  return new Map(own.map(({ path }) => [path.split('?')[0] ?? path, path]));
}

/** Read at every visit, at the origin wherever the shop lives. */
export const robotsPath = '/robots.txt';

/** The address of a path of the platform's record; null where its static base is not known. */
export function resolvePath(path: string, { root, staticBase }: Place): string | null {
  if (path === robotsPath) return path;
  if (!path.startsWith('{static}')) return root + path;
  return staticBase === null ? null : staticBase + path.slice('{static}'.length);
}
