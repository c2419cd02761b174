import { z } from 'zod';
import { PublicEvent } from '../../model/disclosed.ts';
import { Report, ScanDocument } from '../../model/report.ts';
import { Shield } from '../../model/shield.ts';
import { AllStatus, SiteStatus } from '../../model/status.ts';
import { Vex } from '../../model/vex.ts';
import { loadReports } from '../../reports.ts';
import { sharedAddressOf } from '../../views/published.ts';

/** What the published files hold; `history` is one line of a history.jsonl. */
const published = { badge: Shield, history: PublicEvent, 'site-status': SiteStatus, status: AllStatus, vex: Vex };

/** What the scan writes; older files may lack what has a default. */
const scanned = { report: Report, scan: ScanDocument };

interface Props {
  schema: object;
}

export function getStaticPaths(): { params: { name: string }; props: Props }[] {
  const [output, input] = [Object.entries(published), Object.entries(scanned)];
  return [
    ...output.map(([name, type]) => ({ params: { name }, props: { schema: z.toJSONSchema(type, { io: 'output' }) } })),
    ...input.map(([name, type]) => ({ params: { name }, props: { schema: z.toJSONSchema(type, { io: 'input' }) } })),
  ];
}

interface Context {
  params: { name: string };
  props: Props;
}

export async function GET({ params, props }: Context): Promise<Response> {
  const $id = sharedAddressOf(await loadReports(), `schemas/${params.name}.json`);
  return Response.json({ ...props.schema, $id });
}
