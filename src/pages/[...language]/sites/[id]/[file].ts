import type { APIContext } from 'astro';
import { listEditions, loadEdition } from '../../../../reports.ts';
import { type SiteFile, writeRunFiles, writeSiteFiles } from '../../../../site-files.ts';

interface Props extends Record<string, unknown> {
  file: SiteFile;
}

/** For `npm run dev` alone: a build writes these files without Astro (scripts/site-folders.ts), at a fraction of the cost. */
export async function getStaticPaths() {
  if (!import.meta.env.DEV) return [];
  const editions = (await listEditions()).map(async ({ params }) => {
    const { published } = await loadEdition(params.language);
    const files = published.sites.map(async (site) =>
      [...writeRunFiles(published, site), ...(await writeSiteFiles(published, site))].map((file) => ({
        params: { ...params, id: site.id, file: file.name },
        props: { file },
      })),
    );
    return Promise.all(files);
  });
  return (await Promise.all(editions)).flat(2);
}

export function GET({ props: { file } }: APIContext<Props>): Response {
  return new Response(file.text, { headers: { 'Content-Type': file.type } });
}
