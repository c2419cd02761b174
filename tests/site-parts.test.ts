import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReports } from '../src/reports.ts';
import { writeSmallFiles } from '../src/site-files.ts';
import { listSiteParts, type SitePart } from '../src/site-parts.ts';
import { openStore } from '../src/store.ts';
import type { PublicSite } from '../src/views/disclose.ts';
import { viewSiteFeed } from '../src/views/feed.ts';
import { viewFrame } from '../src/views/frame.ts';
import type { Published } from '../src/views/published.ts';
import { siteFolder } from '../src/views/published.ts';
import { viewSite } from '../src/views/site-page.ts';
import { wordings } from '../src/views/wording/index.ts';
import { copyFixture, makeFolder } from './build/built.ts';

let folder: string;
let base: Published;

beforeAll(async () => {
  folder = await makeFolder();
  const data = await copyFixture(join(folder, 'data'), 'https://shops.example.org/');
  const store = openStore(data);
  for (const product of ['prestashop', 'woocommerce', 'wordpress', 'magento']) {
    const releases = [
      { version: '1.0', security: false, date: '2026-05-01' },
      { version: '1.1', security: true, date: '2026-11-02' },
    ];
    await store.writeProduct({ schemaVersion: 1, product, releases });
  }
  base = { ...(await readReports(data, null)), languages: ['en', 'de'] };
});

afterAll(() => rm(folder, { recursive: true }));

/** All that src/pages/[...language]/sites/[id]/index.astro hands to its markup, and the files beside it, in every language. */
function show(published: Published, site: PublicSite): string {
  const pages = published.languages.map((language) => {
    const [edition, words] = [{ ...published, language }, wordings[language]];
    const page = viewSite(edition, site, words);
    const { title, description, name, subscribe } = page;
    const folders = siteFolder(site.id);
    const own = { path: folders, feed: { title: name, path: folders }, calendar: { title: name, path: folders } };
    const files = [writeSmallFiles(edition, site), viewSiteFeed(edition, site, words)];
    return [files, page, viewFrame(edition, { title, description, ...own, data: subscribe.data }, words)];
  });
  return JSON.stringify(pages);
}

type Path = readonly (string | number)[];

interface Leaf {
  path: Path;
  value: unknown;
}

/** Every text, number, truth and nothing in some data. */
function listLeaves(value: unknown, path: Path = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  if (value instanceof Map) return listLeaves([...value], path);
  return Object.entries(value).flatMap(([key, part]) => listLeaves(part, [...path, key]));
}

/** The same data with one leaf changed; all else is shared. */
function change<T>(data: T, [key, ...rest]: Path, value: unknown): T {
  if (key === undefined) return value as T;
  if (data instanceof Map) return new Map(change([...data], [key, ...rest], value)) as T;
  if (Array.isArray(data)) return data.map((part, i) => (String(i) === key ? change(part, rest, value) : part)) as T;
  return { ...data, [key]: change((data as Record<string, unknown>)[key], rest, value) };
}

function fieldOf({ path }: Leaf): string {
  return String(path.findLast((part) => !/^\d+$/.test(String(part))));
}

/** What could stand there instead: what stands in the same field elsewhere, and something new. */
function listOthers(leaf: Leaf, seen: ReadonlyMap<string, Set<unknown>>): unknown[] {
  const { value } = leaf;
  const known = [...(seen.get(fieldOf(leaf)) ?? [])].filter((one) => one !== value).slice(0, 2);
  if (typeof value === 'number') return [...known, value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return known;
  return [...known, /^\d{4}-\d{2}-\d{2}/.test(value) ? value.replace(/^\d{4}-\d{2}-\d{2}/, '2026-10-19') : `${value}x`];
}

/** What is shown; null where no page can be made of such data, as when a code has no words. */
function tryShow(published: Published, site: PublicSite): string | null {
  try {
    return show(published, site);
  } catch {
    return null;
  }
}

function partOf(published: Published, id: string): SitePart {
  const part = listSiteParts(published).find(({ site }) => site.id === id);
  if (part === undefined) throw new Error(`no ${id}`);
  return part;
}

/** One field after the other gets another value; gives how many of the changes showed on a page. */
function changeEach(published: Published, leaves: readonly Leaf[], ids: readonly string[]): number {
  const seen = new Map<string, Set<unknown>>();
  for (const leaf of listLeaves(base)) {
    seen.set(fieldOf(leaf), (seen.get(fieldOf(leaf)) ?? new Set()).add(leaf.value));
  }
  const before = new Map(ids.map((id) => [id, partOf(published, id)]));
  let shown = 0;
  for (const leaf of leaves) {
    for (const value of listOthers(leaf, seen)) {
      const changed = change(published, leaf.path, value);
      for (const id of ids) {
        const site = changed.sites.find((one) => one.id === id);
        const old = before.get(id);
        if (site === undefined || old === undefined) continue;
        const whole = tryShow(changed, site);
        if (whole === null) continue;
        const part = partOf(changed, id);
        const what = `${id}: ${leaf.path.join('.')} = ${JSON.stringify(value)}`;
        // the page made of its part alone is the one that is made of everything
        expect(show(part.published, part.site) === whole, what).toBe(true);
        if (whole === show(old.published, old.site)) continue;
        shown += 1;
        expect(part.cacheKey, what).not.toBe(old.cacheKey);
      }
    }
  }
  return shown;
}

describe('the key under which a page is kept', () => {
  it('changes with every field of a site that its page shows', () => {
    for (const { id } of base.sites) {
      const alone = {
        ...base,
        languages: base.languages.slice(0, 1),
        sites: base.sites.filter((site) => site.id === id),
      };
      const leaves = listLeaves(alone.sites[0]).map((leaf) => ({ ...leaf, path: ['sites', '0', ...leaf.path] }));
      const fields = leaves.filter(({ path }) => path.at(-1) !== 'id' || path.length > 3);
      // every page shows a name, an address, an answer at least
      expect(changeEach(alone, fields, [id]), id).toBeGreaterThan(3);
    }
  }, 120_000);

  it('changes with every field of what is not the site itself that its page shows', () => {
    const { sites, ...rest } = base;
    const leaves = listLeaves(rest);
    expect(leaves.some(({ path }) => path[0] === 'timelines')).toBe(true);
    const ids = sites.slice(0, 4).map(({ id }) => id);
    expect(changeEach(base, leaves, ids)).toBeGreaterThan(20);
  }, 120_000);

  it('changes with the languages', () => {
    const keys = [['en'], ['en', 'de'], ['de', 'en'], ['en', 'de', 'fr']].map(
      (languages) => listSiteParts({ ...base, languages: languages as Published['languages'] })[0]?.cacheKey,
    );
    expect(new Set(keys).size).toBe(4);
  });

  it('stays where another site changes, or a later scan of the same day finds the same', () => {
    const [first, second, ...others] = base.sites;
    if (first === undefined || second === undefined) throw new Error('two sites at least');
    const later = '2026-11-22T23:59:00.000Z';
    const again = <T extends { fetchedAt: string }>(sources: readonly T[]) =>
      sources.map((source) => ({ ...source, fetchedAt: source.fetchedAt.replace(/T.*/, 'T23:58:00.000Z') }));
    const next = {
      ...base,
      asOf: later,
      sources: again(base.sources),
      sites: [
        { ...first, checkedAt: later, seenAt: later },
        ...[second, ...others].map((site) => ({ ...site, sources: again(site.sources) })),
      ],
    };
    const [before, after] = [listSiteParts(base), listSiteParts(next)];
    expect(after[0]?.cacheKey).not.toBe(before[0]?.cacheKey);
    expect(after.slice(1).map(({ cacheKey }) => cacheKey)).toEqual(before.slice(1).map(({ cacheKey }) => cacheKey));
    expect(listSiteParts({ ...next, asOf: '2026-11-23T00:00:00.000Z' })[1]?.cacheKey).not.toBe(before[1]?.cacheKey);
  });
});
