import { describe, expect, it } from 'vitest';
import { cleanStrings, cleanText, linkable, shorten } from '../../src/views/clean.ts';

describe('cleanText', () => {
  it.each([
    ['a\u0000b\u0007c', 'a b c'],
    ['shop\u202eevil\u202c', 'shop evil'],
    ['\u2066x\u2069\u200f', 'x'],
    ['line\r\nbreak\u2028here', 'line break here'],
    ['half \ud83d pair', 'half \ufffd pair'],
    ['متجر 👩‍💻 Žluťoučký', 'متجر 👩‍💻 Žluťoučký'],
  ])('turns %j into %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('cuts floods', () => {
    expect(cleanText('x'.repeat(10_000))).toHaveLength(2000);
  });
});

describe('cleanStrings', () => {
  it('cleans every string and leaves the rest as it is', () => {
    const data = { a: ['x\u0001y', 1, null], b: { c: '\u202ez', d: true } };
    expect(cleanStrings(data)).toEqual({ a: ['x y', 1, null], b: { c: 'z', d: true } });
  });
});

describe('shorten', () => {
  it('never cuts a character in half', () => {
    expect(shorten('😀😀😀', 2)).toBe('😀…');
    expect(shorten('abc', 3)).toBe('abc');
  });
});

describe('linkable', () => {
  it.each([
    ['https://shop.example', 'https://shop.example/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//shop.example/', null],
    ['', null],
  ])('%j becomes %j', (url, href) => {
    expect(linkable(url)).toBe(href);
  });
});
