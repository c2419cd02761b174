import { loadReports } from '../reports.ts';
import { sharedAddressOf } from '../views/published.ts';

/** All pages are for everybody. Read at the root of a host only; elsewhere it does no harm. */
export async function GET(): Promise<Response> {
  const sitemap = sharedAddressOf(await loadReports(), 'sitemap-index.xml');
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
