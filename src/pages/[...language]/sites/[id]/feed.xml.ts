import type { APIContext } from 'astro';
import { answerFeed } from '../../../../layouts/feed.ts';
import { listSiteEditions, loadEdition, type SiteProps } from '../../../../reports.ts';
import { viewSiteFeed } from '../../../../views/feed.ts';

export const getStaticPaths = listSiteEditions;

export async function GET({ params, props }: APIContext<SiteProps>): Promise<Response> {
  const { published, words } = await loadEdition(params['language']);
  return answerFeed(viewSiteFeed(published, props.site, words));
}
