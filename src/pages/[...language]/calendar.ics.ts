import type { APIContext } from 'astro';
import { answerCalendar } from '../../layouts/calendar.ts';
import { listEditions, loadEdition } from '../../reports.ts';
import { viewCalendar } from '../../views/calendar.ts';

export const getStaticPaths = listEditions;

export async function GET({ params }: APIContext): Promise<Response> {
  const { published, words } = await loadEdition(params['language']);
  return answerCalendar(viewCalendar(published, words));
}
