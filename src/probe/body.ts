import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { hasCode } from '../lib/errors.ts';
import { codedError } from '../lib/resolve.ts';
import type { ProbeLimits } from './limits.ts';

/** A body's bytes after content-encoding. */
export interface Body {
  bytes: Buffer;
  /** False where a cap or the sender cut it short. */
  whole: boolean;
}

export type BodyCaps = Pick<ProbeLimits, 'compressedBytes' | 'inflatedBytes'>;

const decoders: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

/**
 * Reads a body up to the caps and ends the transfer there: memory stays within them whatever a compressed body would
 * unfold to. Rejects with `ERR_ENCODING_REFUSED` for encodings that were not offered or are nested.
 */
export async function readBody(source: Readable, encodings: string[], caps: BodyCaps): Promise<Body> {
  const chunks: Buffer[] = [];
  let whole = true;
  const cut = () => {
    whole = false;
  };
  try {
    for await (const chunk of decode(source, encodings, caps, cut)) chunks.push(chunk);
  } catch (error) {
    if (!isUnfinished(error)) throw error;
    cut();
  }
  return { bytes: Buffer.concat(chunks), whole };
}

/** The encodings that a Content-Encoding header names, in the order they were applied. */
export function readEncodings(header: string): string[] {
  const names = header.toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

function decode(source: Readable, encodings: string[], caps: BodyCaps, cut: () => void): AsyncGenerator<Buffer> {
  const [encoding] = encodings;
  if (encoding === undefined) return take(source, caps.inflatedBytes, cut);
  const decoder = encodings.length === 1 ? decoders.get(encoding) : undefined;
  if (decoder === undefined) {
    source.on('error', () => {}).destroy(); // the error would only say that we ended it
    throw codedError('ERR_ENCODING_REFUSED', `content-encoding ${encodings.join(', ')}`);
  }
  const compressed = Readable.from(take(source, caps.compressedBytes, cut));
  // No callback of its own: whatever fails reaches the reader of the last stream.
  return take(
    pipeline(compressed, decoder(), () => {}),
    caps.inflatedBytes,
    cut,
  );
}

/** Gives at most so many bytes, then ends the source. */
async function* take(source: Readable, most: number, cut: () => void): AsyncGenerator<Buffer> {
  let room = most;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    if (chunk.length > room) {
      cut();
      yield chunk.subarray(0, room);
      return;
    }
    room -= chunk.length;
    yield chunk;
  }
}

/** zlib's word for a compressed stream that ends too early. */
function isUnfinished(error: unknown): boolean {
  return hasCode(error, 'Z_BUF_ERROR');
}
