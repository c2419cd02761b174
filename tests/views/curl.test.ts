import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/identification.ts';
import { quoteShell, writeCurl } from '../../src/views/curl.ts';

const page: Evidence = {
  kind: 'generator',
  rule: 'generator names PrestaShop',
  url: "https://shop.example/?a=1&b='$(id)'",
  at: '2026-11-22T14:04:51.000Z',
  status: 200,
  excerpt: '<meta content="PrestaShop">',
  sha256: null,
  versions: null,
  known: 'measured',
};

describe('quoteShell', () => {
  it('gives the shell one word, whatever is in it', () => {
    const texts = fc.sample(fc.string({ unit: 'binary-ascii', maxLength: 40 }), { numRuns: 40, seed: 7 });
    const words = [...texts, "'; rm -rf ~ #", '$(id)', '`id`', '\\', "'''", '!!', '-e'].map((text) =>
      text.replaceAll('\0', ''),
    );
    const printed = execFileSync('sh', ['-c', `printf '%s\\036' ${words.map(quoteShell).join(' ')}`], {
      encoding: 'utf8',
    });
    expect(printed).toBe(words.map((word) => `${word}\u001e`).join(''));
  });
});

describe('writeCurl', () => {
  it('looks for the matched text in the page', () => {
    expect(writeCurl(page)).toEqual({
      command: `curl -s 'https://shop.example/?a=1&b='\\''$(id)'\\''' | grep -i -o -m 1 -F -e '<meta content="PrestaShop">'`,
      expected: '<meta content="PrestaShop">',
    });
  });

  it('looks into the headers for what was there', () => {
    const line = writeCurl({ ...page, kind: 'header', url: 'https://shop.example/', excerpt: 'powered-by: Shopify' });
    expect(line?.command).toBe(
      "curl -s -o /dev/null -D - 'https://shop.example/' | grep -i -o -m 1 -F -e 'powered-by: Shopify'",
    );
  });

  it('prints the hash of a file', () => {
    const sha256 = 'ab'.repeat(32);
    const line = writeCurl({ ...page, kind: 'file-hash', url: 'https://shop.example/a.css', excerpt: null, sha256 });
    expect(line).toEqual({ command: "curl -s 'https://shop.example/a.css' | sha256sum", expected: `${sha256}  -` });
  });

  it('offers nothing for what was not measured', () => {
    expect(writeCurl({ ...page, known: 'stated' })).toBeNull();
  });
});
