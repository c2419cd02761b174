import type { APIContext } from 'astro';
import { listSites, type SiteProps } from '../../../reports.ts';
import { writeHistoryLines } from '../../../views/history-lines.ts';

export const getStaticPaths = listSites;

export function GET({ props }: APIContext<SiteProps>): Response {
  return new Response(writeHistoryLines(props.site), { headers: { 'Content-Type': 'application/jsonl' } });
}
