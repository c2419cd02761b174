import { describe, expect, test } from 'vitest';
import { readMarkup } from '../../src/identify/markup.ts';
import { readPage } from '../../src/identify/page.ts';
import { exchange } from './shop.ts';

describe('readMarkup', () => {
  test('reads tags, comments and scripts, whatever their spelling', () => {
    const { tags, comments, scripts } = readMarkup(
      `<META name="generator" CONTENT='A&amp;B &eacute; > "c"'><script src=a.js></script><!-- hi --><script>if (a < b) x = "<b class='no'>&amp;";</script><br/><p title="first" title="second">`,
    );
    expect(tags.map(({ name, attributes }) => [name, Object.fromEntries(attributes)])).toEqual([
      ['meta', { name: 'generator', content: 'A&B é > "c"' }],
      ['script', { src: 'a.js' }],
      ['script', {}],
      ['br', {}],
      ['p', { title: 'first' }],
    ]);
    expect(comments).toEqual([' hi ']);
    expect(scripts).toEqual([`if (a < b) x = "<b class='no'>&amp;";`]);
  });

  test('reads a script that the end of the body cuts short', () => {
    expect(readMarkup('<script>var a = 1;').scripts).toEqual(['var a = 1;']);
  });

  test.each<[string, string]>([
    ['tags that are never closed', '<p><x>'.repeat(200_000)],
    ['tags that close nothing', '<a>'.repeat(200_000) + '</b>'.repeat(200_000)],
    ['one tag of attributes', `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')}>`],
    ['a long attribute', `<a b="${'&amp;x'.repeat(200_000)}">`],
    ['comments that never end', '<!--'.repeat(300_000)],
    ['many scripts', '<script>aaaa</script>'.repeat(60_000)],
    ['one long script', `<script>${'a'.repeat(1_000_000)}`],
    ['angle brackets', '<'.repeat(1_000_000)],
  ])('keeps little of %s', (_name, html) => {
    const { tags, comments, scripts } = readMarkup(html);
    expect(tags.length).toBeLessThanOrEqual(5_000);
    expect(comments.length).toBeLessThanOrEqual(5_000);
    expect(scripts.length).toBeLessThanOrEqual(200);
    for (const script of scripts) expect(script.length).toBeLessThanOrEqual(65_536);
    for (const { attributes } of tags) {
      expect(attributes.size).toBeLessThanOrEqual(64);
      for (const value of attributes.values()) expect(value.length).toBeLessThanOrEqual(4_096);
    }
  });
});

describe('readPage', () => {
  test('resolves files against the base, keeps queries, and tells hosts apart', () => {
    const body = `<!doctype html><base href="/shop/"><script src="a.js?v=1&amp;w=2"></script><img data-src="//cdn.shop.example/b.png">
      <link href="https://cdn.other.example/c.css"><a href="d.js"></a><img src="data:image/png;base64,AA"><script src="http://[::1"></script>`;
    expect(readPage(exchange({ path: '/', body })).assets).toEqual([
      { host: 'shop.example', path: '/shop/a.js?v=1&w=2', sameHost: true, sameSite: true },
      { host: 'cdn.shop.example', path: '/b.png', sameHost: false, sameSite: true },
      { host: 'cdn.other.example', path: '/c.css', sameHost: false, sameSite: false },
    ]);
  });

  test('an address without a domain is its own site only', () => {
    const body =
      '<!doctype html><script src="http://127.0.0.1:81/a.js"></script><script src="http://127.0.0.1/b.js"></script>';
    const { assets } = readPage(exchange({ path: '/', url: 'http://127.0.0.1/', body }));
    expect(assets.map(({ sameSite }) => sameSite)).toEqual([false, true]);
  });

  test('writes tags back in one form and reads nothing from what is no page', () => {
    const body = '<html><BODY   CLASS=home\n id="x"><!-- made by hand -->';
    expect(readPage(exchange({ path: '/', body })).markup).toEqual([
      '<html>',
      '<body class="home" id="x">',
      '<!-- made by hand -->',
    ]);
    expect(
      readPage(exchange({ path: '/a.js', headers: [['content-type', 'text/javascript']], body: '"<body>"' })).markup,
    ).toEqual([]);
  });
});
