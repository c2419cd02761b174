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
    ...hashesOf(answer),
  };
}

function hashesOf({ bytes, whole }: Arrival['answer']): Pick<Exchange, 'sha256' | 'sha256Lf'> {
  if (!whole) return { sha256: null, sha256Lf: null };
  const sha256 = hashBytes(bytes);
  const isPlain = !bytes.includes('\r') && bytes[0] !== byteOrderMark[0];
  return { sha256, sha256Lf: isPlain ? sha256 : hashBytes(withoutCarriageReturns(bytes)) };
}

/** The exchange without what it said: nothing in a firewall's page may count as evidence of a shop. */
export function withholdBody(exchange: Exchange): Exchange {
  return { ...exchange, body: '', sha256: null, sha256Lf: null };
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of UTF-8. */
const byteOrderMark = Buffer.from('\ufeff');

/** CRLF as LF, no UTF-8 byte-order mark: what transfers and editors change without changing a file. */
function withoutCarriageReturns(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''); // the mark as three Latin-1 characters
  return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
}
