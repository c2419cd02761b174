import type { APIContext } from 'astro';
import { loadReports, loadSigner } from '../reports.ts';
import { listHeads } from '../views/heads.ts';

/** `heads.txt.sig` and `heads.pub`, where a key is given. */
export function getStaticPaths(): { params: { part: string } }[] {
  return loadSigner() === null ? [] : [{ params: { part: 'txt.sig' } }, { params: { part: 'pub' } }];
}

export async function GET({ params }: APIContext): Promise<Response> {
  const signer = loadSigner();
  if (signer === null) return new Response(null, { status: 404 });
  if (params['part'] === 'pub') return new Response(signer.publicKey);
  const { sites } = await loadReports();
  return new Response(`${signer.sign(listHeads(sites))}\n`);
}
