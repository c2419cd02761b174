import type { APIContext } from 'astro';
import { listSites, loadEdition, type SiteProps } from '../../../reports.ts';
import { viewShield } from '../../../views/shield.ts';

export const getStaticPaths = listSites;

export async function GET({ props }: APIContext<SiteProps>): Promise<Response> {
  const { words } = await loadEdition(undefined);
  return Response.json(viewShield(props.site, words));
}
