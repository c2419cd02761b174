import { answerFeed } from '../../../layouts/feed.ts';
import { listSitePaths, loadReports } from '../../../reports.ts';
import type { PublicSite } from '../../../views/disclose.ts';
import { viewSiteFeed } from '../../../views/feed.ts';
import { en } from '../../../views/wording/en/index.ts';

export const getStaticPaths = listSitePaths;

export async function GET({ props }: { props: { site: PublicSite } }): Promise<Response> {
  return answerFeed(viewSiteFeed(await loadReports(), props.site, en));
}
