import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, nextPath } from '../../src/identify/index.ts';
import { Identification } from '../../src/model/identification.ts';
import { platforms } from '../../src/platforms/index.ts';
import { fixtures } from '../platforms/fixtures.ts';
import { marks } from './marks.ts';
import { type Answer, context, snapshot } from './shop.ts';

const using = context();

const versions = [...'7.1.3 2.4 9.0 6.4.0.0 2.4.7-p3 1.5.7c 818 14A 4.2.1.SP1 -RC1'.split(' '), '9'.repeat(30)];
const noise = [
  ...['">', '-->', '</script>', '<body class="', '<base href="', 'http://[', '//', '<', '?ver=', '{', '}'],
  ...['\n', '\0', '\ud800', '&#x110000;', "'", '__proto__', 'constructor'],
];

const version = fc.constantFrom(...versions, '');
const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...marks.generator), fc.constantFrom(' ', ''), version)
    .map((parts) => `<meta name="generator" content="${parts.join('')}">`),
  fc
    .tuple(fc.constantFrom(...marks.asset), version)
    .map(([address, text]) => `<script src="${address}${address.includes('?') ? '&' : '?'}ver=${text}"></script>`),
  fc.constantFrom(...marks.script).map((text) => `<script>${text}</script>`),
  fc.constantFrom(...marks.markup),
  fc.constantFrom(...marks.text),
  fc.constantFrom(...versions, ...noise),
  fc.string({ maxLength: 20, unit: 'binary' }),
);
const body = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));
const header = fc.oneof(
  fc.constantFrom(...marks.header),
  fc
    .tuple(fc.constantFrom(...marks.cookie), fc.constantFrom('=1', '=1; domain=', '=;DOMAIN=.x', ''))
    .map((parts): [string, string] => ['set-cookie', parts.join('')]),
  fc.tuple(
    fc.constantFrom('content-type', ...marks.header.map(([name]) => name)),
    fc.oneof(fc.constant('text/html'), fc.string({ maxLength: 40 })),
  ),
);
const asked = platforms.flatMap(({ signals, versionRules, nameRules = [], cookieProof }) => [
  ...[...signals, ...versionRules, ...nameRules].map(({ path }) => path ?? '/'),
  cookieProof?.path ?? '/',
]);
const path = fc.constantFrom(...new Set(['/', '/js/admin.js', '/a?b', ...asked]));
const answer: fc.Arbitrary<Answer> = fc.record({
  path: fc.oneof(fc.constant('/'), path),
  url: path.map((at) => `https://shop.example${at}`),
  status: fc.constantFrom(200, 200, 200, 204, 301, 403, 404, 500),
  headers: fc
    .tuple(fc.constantFrom('text/html', 'text/html', 'text/plain', 'text/xml'), fc.array(header, { maxLength: 6 }))
    .map(([type, others]): [string, string][] => [['content-type', type], ...others]),
  body,
});

function shortened(text: string): fc.Arbitrary<string> {
  return fc.nat({ max: text.length }).map((end) => text.slice(0, end));
}

/** Version texts of a product that prints them in code. */
function listDecoded(product: string, bytes: string): string[] {
  const rules = platforms.find(({ id }) => id === product)?.versionRules ?? [];
  const words = bytes.match(/[\w.-]{1,40}/g) ?? [];
  return rules.flatMap(({ decode }) => (decode === undefined ? [] : words.flatMap((word) => decode(word) ?? [])));
}

/** Every release that is named stands in the bytes, in a bound that they state, or in what is known of the product. */
function expectKnown(answers: readonly Answer[]): void {
  const seen = snapshot(answers);
  const found = Identification.parse(identify(seen, using));
  const bytes = JSON.stringify(answers);
  for (const { product, versions, confidence, evidence } of found.components) {
    const known = new Set([
      ...(using.releases(product)?.releases ?? []).map(({ version }) => version),
      ...(using.hashIndex(product)?.versions ?? []),
      ...listDecoded(product, bytes),
    ]);
    expect(versions.filter((version) => !known.has(version) && !bytes.includes(version))).toEqual([]);
    // what is installed on a named product needs a trace only
    expect(confidence).toBeGreaterThanOrEqual(0.3);
    for (const { excerpt } of evidence) expect(excerpt?.length ?? 0).toBeLessThanOrEqual(200);
  }
  const next = nextPath(seen, using);
  if (next !== null) expect(seen.exchanges.map((exchange) => exchange.path)).not.toContain(next);
}

describe('hostile answers', () => {
  test('random ones are no error and bring no release of their own', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 5 }), (answers) => expectKnown(answers)),
      { numRuns: 400 },
    );
  });

  const proving = new Set(platforms.flatMap(({ id, cookieProof }) => (cookieProof === undefined ? [] : id)));
  const real = fixtures.filter(([, { platform }]) => !proving.has(platform ?? ''));
  test('real ones, cut short anywhere, are no error and bring no release of their own', () => {
    const cut = fc
      .constantFrom(...real)
      .chain(([, { exchanges }]) =>
        fc.tuple(...exchanges.map((full) => shortened(full.body ?? '').map((text) => ({ ...full, body: text })))),
      );
    fc.assert(
      fc.property(cut, (answers) => expectKnown(answers)),
      { numRuns: 150 },
    );
  });

  test('real ones, mixed with one another, are no error and bring no release of their own', () => {
    const mixed = fc
      .tuple(fc.constantFrom(...real), fc.constantFrom(...real), fc.constantFrom(...real))
      .map((parts) => parts.map(([, { exchanges }]) => exchanges[0]))
      .map((homes) => ({
        path: '/',
        headers: homes.flatMap((home) => home?.headers ?? []),
        body: homes.map((home) => home?.body ?? '').join(''),
      }));
    fc.assert(
      fc.property(mixed, (home) => expectKnown([home])),
      { numRuns: 150 },
    );
  });

  test.each(platforms)('the marks reach $id', ({ signals }) => {
    const reached = signals.filter(({ kind, header: name, pattern }) => {
      if (kind === 'header') return marks.header.some(([key, value]) => key === name && pattern.test(value));
      const texts = kind === 'text-file' || kind === 'version-endpoint' ? marks.text : marks[kind];
      return texts.some((text) => pattern.test(text.replace(/^https:\/\/[^/]{1,40}/, '')));
    });
    expect(reached.map(({ rule }) => rule)).not.toEqual([]);
  });

  test('an address that is none and headers without sense are no error', () => {
    const odd: Answer = {
      path: '/',
      url: 'no address',
      headers: [
        ['set-cookie', ''],
        ['link', ''],
        ['', ''],
      ],
      body: '<!doctype html>',
    };
    expect(identify(snapshot([odd, odd]), using).components).toEqual([]);
    expect(nextPath(snapshot([odd]), using)).toBeNull();
  });

  test('what a page repeats a hundred thousand times is read in part', () => {
    const unit =
      '<meta name="generator" content="WordPress 6.8.1"><script src="/wp-includes/css/a.css?ver=6.8.1"></script>';
    const { components } = identify(snapshot([{ path: '/', body: `<!doctype html>${unit.repeat(20_000)}` }]), using);
    expect(components[0]).toMatchObject({ product: 'wordpress', versions: ['6.8.1'] });
  });
});

describe('what a hostile page leaves behind', () => {
  test.each([
    [
      'names of built files',
      (at: number) => `<script src="/themes/shop/default/build/assets/a${at}${'x'.repeat(60)}.js"></script>`,
    ],
    ['versions', (at: number) => `<script src="/js/tygh/core.js?ver=4.${at}"></script>`],
    ['generators', (at: number) => `<meta name="generator" content="AbanteCart v1.${at}">`],
  ])('is small, however many %s it has', (_what, unit) => {
    const start =
      '<meta name="generator" content="Bagisto"><script src="/var/cache/misc/assets/js/tygh/scripts-824bfa5b.js"></script>';
    const body = `<!doctype html>${start}${Array.from({ length: 4_900 }, (_, at) => unit(at)).join('')}`;
    const found = identify(snapshot([{ path: '/', body }]), using);
    expect(JSON.stringify(found).length).toBeLessThan(1_000_000);
  });

  test('is well-formed text, wherever an excerpt is cut', () => {
    const body = `<!doctype html><meta name="generator" content="Joomla! ${'a'.repeat(191)}😀😀">`;
    const [component] = identify(snapshot([{ path: '/', body }]), using).components;
    expect(component?.evidence[0]?.excerpt?.isWellFormed()).toBe(true);
  });

  test('names no other host, however its links begin', () => {
    const links = ['wp-includes/js/a.js', 'wp-content/themes/a.js'].map(
      (path) => `<script src="https://shop.example//${path}"></script>`,
    );
    const path = nextPath(snapshot([{ path: '/', body: `<!doctype html>${links.join('')}` }]), using) ?? '';
    expect(new URL(path, 'https://shop.example/').host).toBe('shop.example');
  });
});
