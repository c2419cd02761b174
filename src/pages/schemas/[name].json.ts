import { z } from 'zod';
import { Report, ScanDocument } from '../../model/report.ts';

const schemas = { report: Report, scan: ScanDocument };
type Name = keyof typeof schemas;

export function getStaticPaths(): { params: { name: Name } }[] {
  return [{ params: { name: 'report' } }, { params: { name: 'scan' } }];
}

export function GET({ params }: { params: { name: Name } }): Response {
  return Response.json(z.toJSONSchema(schemas[params.name], { io: 'input' }));
}
