import type { APIContext } from 'astro';
import { answerFeed } from '../../../../layouts/feed.ts';
import { type GroupProps, listGroupEditions, loadEdition } from '../../../../reports.ts';
import { viewGroupFeed } from '../../../../views/feed.ts';

export const getStaticPaths = () => listGroupEditions('tag');

export async function GET({ params, props }: APIContext<GroupProps>): Promise<Response> {
  const { published, words } = await loadEdition(params['language']);
  return answerFeed(viewGroupFeed(published, props.group, words));
}
