import { createHash } from 'node:crypto';
import type { Exchange } from '../model/snapshot.ts';
import type { Instant } from '../model/time.ts';
import { readHeader } from './headers.ts';
import type { Arrival } from './request.ts';
import { decodeText, isBinary } from './text.ts';

/** An answer in the model's words: text decoded, bytes hashed. */
export function toExchange(path: string, { url, answer }: Arrival, at: Instant): Exchange {
  const contentType = readHeader(answer.headers, 'content-type');
  return {
    path,
    url: url.href,
    at,
    status: answer.status,
    headers: answer.headers,
    body: isBinary(contentType) ? '' : decodeText(answer.bytes, contentType),
    sha256: answer.whole ? hashBytes(answer.bytes) : null,
    sha256Lf: answer.whole ? hashBytes(withoutCarriageReturns(answer.bytes)) : null,
  };
}

/** The exchange without what it said: nothing in a firewall's page may count as evidence of a shop. */
export function withholdBody(exchange: Exchange): Exchange {
  return { ...exchange, body: '', sha256: null, sha256Lf: null };
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** CRLF as LF, no UTF-8 byte-order mark: what transfers and editors change without changing a file. */
function withoutCarriageReturns(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''); // the mark as three Latin-1 characters
  return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
}
