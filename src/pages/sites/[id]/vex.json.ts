import type { APIContext } from 'astro';
import { listSites, loadEdition, type SiteProps } from '../../../reports.ts';
import { hasVex, viewVex } from '../../../views/vex.ts';

export async function getStaticPaths() {
  return (await listSites()).filter(({ props }) => hasVex(props.site));
}

export async function GET({ props }: APIContext<SiteProps>): Promise<Response> {
  const { published, words } = await loadEdition(undefined);
  return Response.json(viewVex(published, props.site, words));
}
