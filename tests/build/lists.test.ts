import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, readFolder, runBuild } from './built.ts';
import { writeMany } from './many-sites.ts';

let folder: string;
/** Path -> text. */
let pages: Map<string, string>;

beforeAll(async () => {
  folder = await makeFolder();
  // Of 260 shops every fiftieth is no longer listed: 5 are not.
  await writeMany(join(folder, 'data'), 260);
  await runBuild(join(folder, 'data'), join(folder, 'out'));
  const files = [...(await readFolder(join(folder, 'out')))].filter(([path]) => path.endsWith('.html'));
  pages = new Map(files.map(([path, bytes]) => [path, bytes.toString('utf8')]));
});

afterAll(() => rm(folder, { recursive: true }));

interface Link {
  href: string;
  rel: string;
}

function linksOf(path: string): Link[] {
  const links: Link[] = [];
  const parser = new Parser({
    onopentag: (name, { href = '', rel = '' }) => {
      if (name === 'a') links.push({ href, rel });
    },
  });
  parser.end(pages.get(path) ?? '');
  return links;
}

/** Ids of the shops on a list, over all of its pages, as somebody meets them who follows `Next`. */
function walk(start: string): string[] {
  const ids: string[] = [];
  let path: string | undefined = start;
  while (path !== undefined) {
    const links = linksOf(`${path}index.html`);
    ids.push(...links.flatMap(({ href }) => /^\/sites\/([^/]+)\/$/.exec(href)?.[1] ?? []));
    path = links.find(({ rel }) => rel === 'next')?.href.slice(1);
  }
  return ids;
}

const lists = () => [...pages.keys()].filter((path) => !path.startsWith('sites/') && path !== '404.html');

describe('the lists of 260 shops', () => {
  it('have every shop exactly once over their pages', () => {
    const ids = walk('');
    expect(ids.toSorted()).toEqual(Array.from({ length: 260 }, (_, i) => `shop-${i}`).toSorted());
    const listed = ids.filter((id) => !/^shop-(?:49|99|149|199|249)$/.test(id));
    expect([...walk('answers/no/'), ...walk('answers/yes/')].toSorted()).toEqual(listed.toSorted());
    // Worst first, over all pages; those that left come last.
    expect([...walk('answers/no/'), ...walk('answers/yes/')]).toEqual(listed);
    expect(ids.slice(0, 255)).toEqual(listed);
  });

  it('lead nowhere that is not there', () => {
    for (const path of lists()) {
      for (const { href } of linksOf(path)) {
        if (!href.startsWith('/') || !href.endsWith('/')) continue;
        expect(pages.has(`${href.slice(1)}index.html`), `${path}: ${href}`).toBe(true);
      }
    }
  });

  it('are all reached from the first page', () => {
    const seen = new Set(['index.html']);
    for (const path of seen) {
      for (const { href } of linksOf(path)) {
        const next = `${href.slice(1)}index.html`;
        if (href.startsWith('/') && pages.has(next)) seen.add(next);
      }
    }
    expect(lists().filter((path) => !seen.has(path))).toEqual([]);
  });

  it('have at most a hundred shops and some hundred other links on a page', () => {
    for (const path of lists()) {
      const links = linksOf(path);
      const shops = links.filter(({ href }) => href.startsWith('/sites/'));
      expect(shops.length, path).toBeLessThanOrEqual(100);
      expect(links.length - shops.length, path).toBeLessThan(110);
    }
  });

  it('are indexed by their first page alone, under titles of their own', () => {
    const titles = lists().map((path) => /<title>([^<]*)<\/title>/.exec(pages.get(path) ?? '')?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const path of lists()) {
      const further = /(?:^|\/)\d+\/index\.html$/.test(path);
      expect(/<meta name="robots" content="noindex">/.test(pages.get(path) ?? ''), path).toBe(further);
    }
  });

  it('are valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const path of lists()) {
      const { results } = await validator.validateString(pages.get(path) ?? '', path);
      expect(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${path} ${ruleId} ${message}`)),
      ).toEqual([]);
    }
  });
});
