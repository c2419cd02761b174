import { listSitePaths, loadReports } from '../../../reports.ts';
import type { PublicSite } from '../../../views/disclose.ts';
import { viewStatus } from '../../../views/status.ts';

export const getStaticPaths = listSitePaths;

export async function GET({ props }: { props: { site: PublicSite } }): Promise<Response> {
  return Response.json(viewStatus(await loadReports(), props.site));
}
