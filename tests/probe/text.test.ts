import { describe, expect, it } from 'vitest';
import { decodeText, isBinary } from '../../src/probe/text.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('decodeText', () => {
  it.each([
    ['UTF-8 by default', bytes('caf', [0xc3, 0xa9]), 'text/html', 'caf\u00e9'],
    ["the header's charset", bytes('caf\xe9'), 'text/html; charset=ISO-8859-1', 'caf\u00e9'],
    ['a quoted charset', bytes([0xcf, 0xf0]), 'text/html; charset="windows-1251"', '\u041f\u0440'],
    [
      'a meta element',
      bytes('<meta charset=windows-1251>', [0xcf, 0xf0]),
      'text/html',
      '<meta charset=windows-1251>\u041f\u0440',
    ],
    [
      'the older meta element',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">\xa4'),
      '',
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">\u20ac',
    ],
    [
      'a meta element that comes too late',
      bytes(' '.repeat(1024), '<meta charset=windows-1251>', [0xc3, 0xa9]),
      '',
      `${' '.repeat(1024)}<meta charset=windows-1251>\u00e9`,
    ],
    ['a mark over the header', bytes([0xef, 0xbb, 0xbf, 0xc3, 0xa9]), 'text/html; charset=latin1', '\u00e9'],
    ['UTF-16 little-endian', bytes([0xff, 0xfe, 0x61, 0x00, 0xac, 0x20]), 'text/html', 'a\u20ac'],
    ['UTF-16 big-endian', bytes([0xfe, 0xff, 0x00, 0x61, 0x20, 0xac]), 'text/html', 'a\u20ac'],
    [
      'a meta element that cannot be UTF-16',
      bytes('<meta charset="utf-16le">', [0xc3, 0xa9]),
      '',
      '<meta charset="utf-16le">\u00e9',
    ],
    ['an unknown charset', bytes('\x80 caf\xe9'), 'text/html; charset=klingon', '\u20ac caf\u00e9'],
    ['broken sequences', bytes('a', [0xff, 0xc3], 'b'), 'text/html', 'a\ufffd\ufffdb'],
    ['NUL bytes', bytes('a\0b'), 'text/html', 'a\0b'],
  ])('%s', (_name, body, contentType, text) => expect(decodeText(body, contentType)).toBe(text));
});

describe('isBinary', () => {
  it('names what is no text', () => {
    for (const type of ['image/png', 'font/woff2', 'application/octet-stream', ' Image/SVG+xml', 'video/mp4'])
      expect(isBinary(type)).toBe(true);
    for (const type of ['text/html; charset=utf-8', 'application/javascript', 'application/json', '', 'text/plain'])
      expect(isBinary(type)).toBe(false);
  });
});
