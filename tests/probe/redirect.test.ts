import { describe, expect, it } from 'vitest';
import { isProblem } from '../../src/probe/failure.ts';
import { readTarget, refuseMove } from '../../src/probe/redirect.ts';

const from = new URL('https://shop.example/a/b');

function target(location: string | null, status = 302): string | null {
  const found = readTarget(from, { status, headers: location === null ? [] : [['location', location]] });
  return isProblem(found) ? found.code : (found?.href ?? null);
}

describe('readTarget', () => {
  it.each([
    ['c', 'https://shop.example/a/c'],
    ['/c?d#e', 'https://shop.example/c?d'],
    ['//www.shop.example/', 'https://www.shop.example/'],
    ['http://shop.example/', 'http://shop.example/'],
    ['http://0x7f000001/', 'http://127.0.0.1/'],
    ['javascript:alert(1)', 'bad-response'],
    ['data:text/html,hello', 'bad-response'],
    ['file:///etc/passwd', 'bad-response'],
    ['gopher://shop.example/', 'bad-response'],
    ['https://user@shop.example/', 'bad-response'],
    ['https://:secret@shop.example/', 'bad-response'],
    ['https://[::1', 'bad-response'],
    [`/${'a'.repeat(2_000)}`, 'bad-response'],
  ])('%s', (location, expected) => expect(target(location)).toBe(expected));

  it('is null where nothing redirects', () => {
    expect(target(null)).toBeNull();
    expect(target('/c', 200)).toBeNull();
    expect(target('/c', 304)).toBeNull();
  });
});

describe('refuseMove', () => {
  it.each([
    ['https://example.com/', 'https://www.example.com/', null],
    ['https://www.example.co.uk/', 'https://shop.example.co.uk/', null],
    ['https://a.co.uk/', 'https://b.co.uk/', 'moved'],
    ['https://example.com/', 'https://example.com.evil.net/', 'moved'],
    ['https://a.myshopify.com/', 'https://b.myshopify.com/', 'moved'],
    ['http://a.localhost/', 'http://b.localhost/', 'moved'],
    ['http://a.localhost/', 'http://b.a.localhost/', 'moved'],
    ['http://intranet/', 'http://intranet/x', null],
    ['http://93.184.216.34/', 'http://93.184.216.35/', 'moved'],
    ['https://example.com/', 'http://169.254.169.254/latest/', 'address-refused'],
    ['https://example.com/', 'http://[::ffff:10.0.0.1]/', 'address-refused'],
    ['https://example.com/', 'http://[64:ff9b::7f00:1]/', 'address-refused'],
    ['https://example.com/', 'http://2852039166/', 'address-refused'],
  ])('%s to %s', (start, end, code) => expect(refuseMove(new URL(start), new URL(end))?.code ?? null).toBe(code));

  it('names the new address by its origin only, and the remedy', () => {
    const problem = refuseMove(new URL('https://example.com/'), new URL('https://new.example.net/shop?session=1'));
    expect(problem?.message).toContain('https://new.example.net, ');
    expect(problem?.message).not.toContain('session');
    expect(problem?.message).toContain('change url in sites.yaml');
  });
});
