import type { Language } from '../model/language.ts';
import { escapeMarkup } from './clean.ts';
import type { Published } from './published.ts';
import { languageFolder, sharedAddressOf } from './published.ts';

/** A file of the sitemap. */
export interface SitemapFile {
  name: string;
  text: string;
}

type Place = Pick<Published, 'url' | 'languages'>;

/** Pages in one file: the protocol allows 50,000. */
const mostPages = 45_000;

const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** The language of a page, and its path as all languages have it. */
function splitPath(path: string, place: Place): { language: Language; shared: string } {
  const [first = 'en', ...others] = place.languages;
  const language = others.find((one) => path.startsWith(languageFolder(place, one))) ?? first;
  return { language, shared: path.slice(languageFolder(place, language).length) };
}

function writeEntry(path: string, links: string): string {
  return `<url><loc>${path}</loc>${links}</url>`;
}

/** Every page, each with the same page in all languages. Each path is looked at once: there may be a hundred thousand. */
function listEntries(place: Place, paths: readonly string[]): string[] {
  const addresses = paths.map((path) => escapeMarkup(sharedAddressOf(place, path)));
  const shared = paths.map((path) => splitPath(path, place));
  const links = new Map<string, string[]>();
  shared.forEach((one, i) => {
    const link = `<xhtml:link rel="alternate" hreflang="${one.language}" href="${addresses[i]}"/>`;
    const known = links.get(one.shared);
    if (known === undefined) links.set(one.shared, [link]);
    else known.push(link);
  });
  return shared.map((one, i) => {
    const same = links.get(one.shared) ?? [];
    return writeEntry(addresses[i] ?? '', same.length > 1 ? same.join('') : '');
  });
}

/** The sitemap of pages such as `sites/acme/`, and the index of its files. */
export function writeSitemap(place: Place, paths: readonly string[]): SitemapFile[] {
  const entries = listEntries(place, paths.toSorted());
  const count = Math.max(1, Math.ceil(entries.length / mostPages));
  const files = Array.from({ length: count }, (_, i) => ({
    name: `sitemap-${i}.xml`,
    text: `${declaration}<urlset ${namespaces}>${entries.slice(i * mostPages, (i + 1) * mostPages).join('')}</urlset>`,
  }));
  const index = files.map(({ name }) => `<sitemap><loc>${escapeMarkup(sharedAddressOf(place, name))}</loc></sitemap>`);
  const text = `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${index.join('')}</sitemapindex>`;
  return [{ name: 'sitemap-index.xml', text }, ...files];
}
