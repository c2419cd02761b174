import { loadReports } from '../reports.ts';
import { listHeads } from '../views/heads.ts';

export async function GET(): Promise<Response> {
  const { sites } = await loadReports();
  return new Response(listHeads(sites));
}
