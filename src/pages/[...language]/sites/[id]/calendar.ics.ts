import type { APIContext } from 'astro';
import { answerCalendar } from '../../../../layouts/calendar.ts';
import { listSiteEditions, loadEdition, type SiteProps } from '../../../../reports.ts';
import { viewSiteCalendar } from '../../../../views/calendar.ts';

export const getStaticPaths = listSiteEditions;

export async function GET({ params, props }: APIContext<SiteProps>): Promise<Response> {
  const { published, words } = await loadEdition(params['language']);
  return answerCalendar(viewSiteCalendar(published, props.site, words));
}
