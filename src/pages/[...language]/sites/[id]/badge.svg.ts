import type { APIContext } from 'astro';
import { listSiteEditions, loadEdition, type SiteProps } from '../../../../reports.ts';
import { drawBadge } from '../../../../views/badge.ts';

export const getStaticPaths = listSiteEditions;

export async function GET({ params, props }: APIContext<SiteProps>): Promise<Response> {
  const { published, words } = await loadEdition(params['language']);
  return new Response(drawBadge(published, props.site, words).svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}
