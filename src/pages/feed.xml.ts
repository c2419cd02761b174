import { answerFeed } from '../layouts/feed.ts';
import { loadReports } from '../reports.ts';
import { viewFeed } from '../views/feed.ts';
import { en } from '../views/wording/en/index.ts';

export async function GET(): Promise<Response> {
  return answerFeed(viewFeed(await loadReports(), en));
}
