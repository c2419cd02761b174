import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { readMarkup } from '../../src/identify/markup.ts';
import { readPage } from '../../src/identify/page.ts';
import { exchange } from './shop.ts';

const everyKind = new Set(['a', 'br', 'meta', 'p', 'script', 'x']);

describe('readMarkup', () => {
  test('reads tags, comments and scripts, whatever their spelling', () => {
    const { tags, comments, scripts } = readMarkup(
      `<META name="generator" CONTENT='A&amp;B &eacute; > "c"'><script src=a.js></script><!-- hi --><script>if (a < b) x = "<b class='no'>&amp;";</script><br/><p title="first" title="second">`,
      everyKind,
    );
    expect(tags.map(({ name, attributes }) => [name, Object.fromEntries(attributes)])).toEqual([
      ['meta', { name: 'generator', content: 'A&B é > "c"' }],
      ['script', { src: 'a.js' }],
      ['script', {}],
      ['br', {}],
      ['p', { title: 'first' }],
    ]);
    expect(comments).toEqual(['<!-- hi -->']);
    expect(scripts).toEqual([`if (a < b) x = "<b class='no'>&amp;";`]);
  });

  test.each<[string, string]>([
    ['<body class="home" data-id="1">', '<body class="home" data-id="1">'],
    ['<body class="home">', '<BODY CLASS="home">'],
    ['<body class="home">', "<body class='home'>"],
    ['<body class="home">', '<body class=home>'],
    ['<body class="home">', '<body\n  class = "home" >'],
    ['<body class="home">', '<body class="home"/>'],
    ['<body class="home" hidden="">', '<body class="home" hidden>'],
    ['<body class="home" id="x">', '<body class="home"id="x">'],
    ['<body class="home">', '<body class="home" class="other">'],
    ['<body class="home">', '<body class="home" CLASS="other">'],
    ['<body class="home & more">', '<body class="home &amp; more">'],
    // as browsers do: without a semicolon only where neither a letter nor an equals sign follows
    ['<body class="& &ampx=&amp=&">', "<body class='& &ampx=&amp=&amp'>"],
    ['<body class=""a" & b">', `<body class='"a" &amp; b'>`],
    ['<body class="a"b\'c&">', `<body class=a"b'c&amp;>`],
  ])('writes a tag as %s', (text, html) => {
    const { tagTexts, rewritten } = readMarkup(html, new Set());
    expect(tagTexts).toEqual([text]);
    expect(rewritten).toEqual(text === html ? [] : [text]);
  });

  test('reads attributes as the parser above the tokenizer does', () => {
    const value = fc.oneof(
      fc.constantFrom(
        '&',
        '&amp',
        '&amp;',
        '&quot',
        '&#65',
        '&#x41;',
        '&#',
        '&not',
        '&notit;',
        '=',
        '"',
        'a',
        '1',
        ';',
      ),
      fc.string({ maxLength: 2, unit: 'grapheme' }),
    );
    const quoted = fc.array(value, { maxLength: 8 }).map((parts) => `'${parts.join('').replaceAll("'", '')}'`);
    const bare = fc.array(value, { maxLength: 8 }).map((parts) => parts.join('').replace(/[\s>'/]/g, ''));
    const name = fc.constantFrom('a', 'A', 'b', 'data-c', 'é', 'É');
    const attribute = fc.tuple(name, fc.oneof(quoted, bare)).map((pair) => pair.join('='));
    fc.assert(
      fc.property(fc.array(attribute, { maxLength: 5 }), (attributes) => {
        const html = `<p ${attributes.join(' ')} >`;
        const seen: [string, string][] = [];
        const onopentag = (_name: string, read: Record<string, string>) => void seen.push(...Object.entries(read));
        new Parser({ onopentag }).end(html);
        const read = readMarkup(html, everyKind).tags[0]?.attributes ?? [];
        // the parser hands out an object, in which names that are numbers come first
        expect(Object.entries(Object.fromEntries(read))).toEqual(seen);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a tag keeps its first attributes', () => {
    const write = (count: number) => `<p${Array.from({ length: count }, (_, at) => ` a${at}="1"`).join('')}>`;
    expect(readMarkup(write(70), new Set()).tagTexts).toEqual([write(64)]);
  });

  test.each<[string, string]>([
    ['<!-- a -->', '<!-- a -->'],
    ['<!-- a -->', '<!-- a --!>'],
    ['<!-- a -->', '<!-- a -->-->'],
    ['<!-- a -->', '<! a >'],
    ['<!--? a -->', '<? a >'],
    ['<!-- a-->', '<!-- a'],
  ])('writes a comment as %s', (text, html) => {
    const { comments, rewritten } = readMarkup(html, new Set());
    expect(comments).toEqual([text]);
    expect(rewritten).toEqual(html.startsWith(text) ? [] : [text]);
  });

  test('every text stands in the source, unless it is among the rewritten ones', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '&amp;',
        '=',
        ' ',
        '/',
        '!',
        '--',
        '-->',
        '<!--',
        '</',
        ' a="1"',
        ' A=2',
      ),
      fc.constantFrom('<p', '<script>', '<script', '</script>', '</b>', '<title>', '</title>', '\n', 'K', 'İ', '<svg>'),
      fc.string({ maxLength: 3, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const html = parts.join('');
        const { tagTexts, comments, scripts, rewritten } = readMarkup(html, new Set());
        const missing = [...tagTexts, ...comments, ...scripts].filter((text) => !html.includes(text));
        expect(missing.filter((text) => !rewritten.includes(text))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads a script that the end of the body cuts short', () => {
    expect(readMarkup('<script>var a = 1;', everyKind).scripts).toEqual(['var a = 1;']);
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
    const { tags, tagTexts, comments, scripts } = readMarkup(html, everyKind);
    expect(tagTexts.length).toBeLessThanOrEqual(5_000);
    for (const text of [...tagTexts, ...comments]) expect(text.length).toBeLessThanOrEqual(4_110);
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

  test('a tag that is named as what every object has is a tag like any other', () => {
    const page = readPage(exchange({ path: '/', body: '<!doctype html><constructor src="/a.js"><p>' }));
    expect(page.markup).toEqual(['<constructor src="/a.js">', '<p>']);
    expect(page.assets).toEqual([]);
  });

  test('links that need no rules for addresses are read as by them', () => {
    const links = [
      '/',
      '/a.js',
      '/a//b.js',
      '/a/../b.js',
      '/.a',
      '/a/.',
      '/a..b/c',
      '/a?b=c&amp;d',
      '/a?',
      '//x.example/a',
      '/%7Ea',
    ];
    const urls = ['https://shop.example/shop/', 'https://user:word@shop.example:8443/', 'ftp://shop.example/'];
    for (const url of urls) {
      const body = `<!doctype html>${links.map((link) => `<img src="${link}">`).join('')}`;
      const expected = links.map((link) => new URL(link.replace('&amp;', '&'), url));
      const found = readPage(exchange({ path: '/', url, body })).assets.map(({ host, path }) => host + path);
      const web = expected.filter(({ protocol }) => protocol === 'https:');
      expect(found).toEqual([...new Set(web.map(({ host, pathname, search }) => host + pathname + search))]);
    }
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
