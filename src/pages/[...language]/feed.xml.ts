import type { APIContext } from 'astro';
import { answerFeed } from '../../layouts/feed.ts';
import { listEditions, loadEdition } from '../../reports.ts';
import { viewFeed } from '../../views/feed.ts';

export const getStaticPaths = listEditions;

export async function GET({ params }: APIContext): Promise<Response> {
  const { published, words } = await loadEdition(params['language']);
  return answerFeed(viewFeed(published, words));
}
