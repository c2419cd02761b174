import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const inflate = promisify(gunzip);

/** The answer cannot be used, whatever is tried again. */
export class UnusableBodyError extends Error {
  override name = 'UnusableBodyError';
}

async function collect(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new UnusableBodyError(`its body is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decode(bytes: Buffer, header: string, maxBytes: number): Promise<Buffer> {
  const encoding = header.trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return bytes;
  if (encoding !== 'gzip')
    throw new UnusableBodyError(`its body is encoded as ${encoding.slice(0, 40)}, only gzip was offered`);
  return inflate(bytes, { maxOutputLength: maxBytes }).catch((cause: unknown) => {
    throw new UnusableBodyError(`its body does not inflate within ${maxBytes} bytes`, { cause });
  });
}

/** The text of a body, never more than `maxBytes` of it on the wire or inflated. Throws UnusableBodyError, or what the connection throws. */
export async function readText(body: AsyncIterable<Uint8Array>, encoding: string, maxBytes: number): Promise<string> {
  const bytes = await decode(await collect(body, maxBytes), encoding, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnusableBodyError('its body is not UTF-8', { cause });
  }
}
