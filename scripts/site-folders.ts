import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReports } from '../src/reports.ts';
import { writeSiteFiles } from '../src/site-files.ts';
import { languageFolder, siteFolder } from '../src/views/published.ts';

/**
 * Writes what stands beside the page of each site, in all languages. One file after the other: many at once only wait for each
 * other, which costs more time of the processor than the files.
 */
export async function writeSiteFolders(out: string): Promise<void> {
  const reports = await loadReports();
  for (const language of reports.languages) {
    const published = { ...reports, language };
    for (const site of reports.sites) {
      const folder = join(out, languageFolder(published, language), siteFolder(site.id));
      mkdirSync(folder, { recursive: true });
      for (const { name, text } of writeSiteFiles(published, site)) writeFileSync(join(folder, name), text);
    }
  }
}
