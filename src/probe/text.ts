import { TextDecoder } from 'node:util';

/** Content types whose bytes are hashed but never read as text. */
const binaryType =
  /^(image|font|audio|video)\/|^application\/(octet-stream|pdf|zip|gzip|wasm|vnd\.ms-fontobject|x-font)/i;

const byteOrderMarks: [Buffer, string][] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];

export function isBinary(contentType: string): boolean {
  return binaryType.test(contentType.trim());
}

/** A body as text. Charset from the byte-order mark, else the content type, else a meta element, else UTF-8; broken sequences become U+FFFD. */
export function decodeText(bytes: Buffer, contentType: string): string {
  const label = markedCharset(bytes) ?? charsetOf(contentType) ?? metaCharset(bytes) ?? 'utf-8';
  return makeDecoder(label).decode(bytes);
}

function markedCharset(bytes: Buffer): string | undefined {
  return byteOrderMarks.find(([mark]) => bytes.subarray(0, mark.length).equals(mark))?.[1];
}

/** From `<meta charset="windows-1251">` or `<meta http-equiv=... content="text/html; charset=...">` in the first 1024 bytes. */
function metaCharset(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 1024).toString('latin1');
  const meta = head.match(/<meta[^>]{0,200}charset[^>]{0,100}/i)?.[0]; // <meta charset="utf-8"
  const label = meta === undefined ? undefined : charsetOf(meta);
  // Whoever could read the element as bytes did not read UTF-16: HTML says to take UTF-8.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function charsetOf(text: string): string | undefined {
  return text.match(/charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i)?.[1]?.toLowerCase(); // charset="ISO-8859-15"
}

function makeDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder('windows-1252');
  }
}
