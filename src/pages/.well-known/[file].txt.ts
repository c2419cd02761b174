import { loadReports } from '../../reports.ts';
import { writeSecurityText } from '../../views/security.ts';

interface Props {
  text: string;
}

export async function getStaticPaths(): Promise<{ params: { file: string }; props: Props }[]> {
  const text = writeSecurityText(await loadReports());
  return text === null ? [] : [{ params: { file: 'security' }, props: { text } }];
}

export function GET({ props }: { props: Props }): Response {
  return new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
