import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSiteFiles } from '../src/site-files.ts';
import type { Published } from '../src/views/published.ts';
import { languageFolder, siteFolder } from '../src/views/published.ts';
import { writeSitemap } from '../src/views/sitemap.ts';
import { placeFile } from './place-file.ts';

/**
 * Writes what stands beside the page of each site, in all languages. One file after the other: many at once only wait for each
 * other, which costs more time of the processor than the files. `former`: where the former build is.
 */
export function writeSiteFolders(reports: Published, out: string, former: string | null): void {
  for (const language of reports.languages) {
    const published = { ...reports, language };
    for (const site of reports.sites) {
      const folder = `${languageFolder(published, language)}${siteFolder(site.id)}`;
      mkdirSync(join(out, folder), { recursive: true });
      for (const { name, text } of writeSiteFiles(published, site)) {
        const path = `${folder}${name}`;
        placeFile(join(out, path), Buffer.from(text), former === null ? null : join(former, path));
      }
    }
  }
}

/** Writes the sitemap. Astro's own looks through all pages for each of them where there are several languages. */
export function writeSitemapFiles(reports: Published, out: string, pages: readonly string[]): void {
  const paths = pages.map((page) => `${page}/`.replace(/^\/+/, '')).filter((path) => path !== '404/');
  for (const { name, text } of writeSitemap(reports, paths)) writeFileSync(join(out, name), text);
}
