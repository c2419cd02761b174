import { loadReports } from '../reports.ts';
import { viewAllStatus } from '../views/status.ts';

export async function GET(): Promise<Response> {
  return Response.json(viewAllStatus(await loadReports()));
}
