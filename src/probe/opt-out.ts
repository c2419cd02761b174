import { z } from 'zod';
import type { Problem } from '../model/snapshot.ts';
import { isProblem, makeProblem } from './failure.ts';
import { readHeader } from './headers.ts';
import { type Answer, send, type Visit } from './request.ts';
import { decodeText } from './text.ts';

/** Where a shop says that it wants no visits; as RFC 8615 has it, beside robots.txt. */
export const optOutPath = '/.well-known/patchproof.json';

/** A page in its place is read to its end, as a rule: a connection that is broken off costs more than its bytes. */
const caps = { compressedBytes: 512 * 1024, inflatedBytes: 512 * 1024 };

const Document = z.object({ optOut: z.literal(true) });

/**
 * Why no page of an origin may be asked, after one GET: it opts out, or it gave no answer to the question. `silence` is
 * why robots.txt got none before. What is no JSON document of status 200 with `"optOut": true` opts nobody out, and no
 * redirect is followed: it leads to a page, or to an origin that is asked by itself before its pages.
 */
export async function askOptOut(visit: Visit, origin: string, silence: Problem | null): Promise<Problem | null> {
  const url = new URL(optOutPath, origin);
  const answer = await send(visit, url, caps);
  if (isProblem(answer)) {
    const remedy = `This is about ${optOutPath}, which is asked before any page: let the server answer it with 404.`;
    return silence ?? { ...answer, message: `${answer.message} ${remedy}` };
  }
  if (answer.status !== 200 || !answer.whole || !optsOut(answer)) return null;
  const message = `${optOutPath} of ${url.host} opts out of visits by Patchproof. Remove "optOut" there, or set robots: owner-consents in sites.yaml if the shop is yours.`;
  return makeProblem('opted-out', url, message);
}

function optsOut({ bytes, headers }: Answer): boolean {
  return Document.safeParse(parseJson(decodeText(bytes, readHeader(headers, 'content-type')))).success;
}

/** Null where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
