import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SiteFile, writeRunFiles, writeSiteFiles } from '../src/site-files.ts';
import { listSiteParts, type SitePart } from '../src/site-parts.ts';
import type { Published } from '../src/views/published.ts';
import { languageFolder, siteFolder } from '../src/views/published.ts';
import { writeSitemap } from '../src/views/sitemap.ts';
import type { Former, Made, Part } from './former.ts';
import { placeFile } from './place-file.ts';

/** Where a build is made, and what stands in its place. */
interface Target {
  out: string;
  former: Former;
}

function placeFiles({ out, former }: Target, folder: string, files: readonly Made[]): void {
  for (const [name, bytes] of files) {
    placeFile(join(out, folder, name), bytes, former.folder === null ? null : join(former.folder, folder, name));
  }
}

function encode({ name, text }: SiteFile): Made {
  return [name, Buffer.from(text)];
}

async function writeFolder(target: Target, folder: string, { published, site, cacheKey }: SitePart): Promise<void> {
  const part: Part = { folder, name: 'files', key: `${cacheKey} ${published.language}` };
  if (target.former.reuse(part)) return;
  const files = (await writeSiteFiles(published, site)).map(encode);
  placeFiles(target, folder, files);
  target.former.note(part, files);
}

/**
 * Writes what stands beside the page of each site, in all languages. One file after the other: many at once only wait for each
 * other, which costs more time of the processor than the files.
 */
export async function writeSiteFolders(reports: Published, target: Target): Promise<void> {
  const parts = listSiteParts(reports);
  for (const language of reports.languages) {
    const published = { ...reports, language };
    for (const [i, part] of parts.entries()) {
      const folder = `${languageFolder(published, language)}${siteFolder(part.site.id)}`;
      if (!existsSync(join(target.out, folder))) mkdirSync(join(target.out, folder), { recursive: true });
      await writeFolder(target, folder, { ...part, published: { ...part.published, language } });
      const site = reports.sites[i];
      if (site !== undefined) placeFiles(target, folder, writeRunFiles(published, site).map(encode));
    }
  }
}

/** Writes the sitemap. Astro's own looks through all pages for each of them where there are several languages. */
export function writeSitemapFiles(reports: Published, out: string, pages: readonly string[]): void {
  const paths = pages.map((page) => `${page}/`.replace(/^\/+/, '')).filter((path) => path !== '404/');
  for (const { name, text } of writeSitemap(reports, paths)) writeFileSync(join(out, name), text);
}
