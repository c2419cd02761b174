import type { APIContext } from 'astro';
import { listSites, loadReports, type SiteProps } from '../../../reports.ts';
import { viewSiteStatus } from '../../../views/status.ts';

export const getStaticPaths = listSites;

export async function GET({ props }: APIContext<SiteProps>): Promise<Response> {
  return Response.json(viewSiteStatus(await loadReports(), props.site));
}
