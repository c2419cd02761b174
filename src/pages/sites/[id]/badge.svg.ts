import { listSitePaths } from '../../../reports.ts';
import { drawBadge } from '../../../views/badge.ts';
import type { PublicSite } from '../../../views/disclose.ts';
import { en } from '../../../views/wording/en/index.ts';

export const getStaticPaths = listSitePaths;

export function GET({ props }: { props: { site: PublicSite } }): Response {
  return new Response(drawBadge(props.site, en).svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}
