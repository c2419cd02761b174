import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, nextPath } from '../../src/identify/index.ts';
import { Identification } from '../../src/model/identification.ts';
import { platforms } from '../../src/platforms/index.ts';
import { fixtures } from '../platforms/fixtures.ts';
import { type Answer, context, snapshot } from './shop.ts';

const using = context();

/** Words that rules look for, so that random answers come near to matching. */
const words = [
  ...[
    '<meta name="generator" content="',
    'WordPress ',
    'WooCommerce ',
    'AbanteCart v',
    '7.1.3',
    '2.4',
    '9'.repeat(30),
    '-RC1',
    '">',
  ],
  ...[
    '<script src="',
    '/wp-includes/css/a.css?ver=',
    '/catalog/view/javascript/',
    '</script>',
    '<script>',
    'var prestashop = {',
    '<!--',
  ],
  ...[
    'Magento/',
    'Mage-OS/',
    '=== WooCommerce ===',
    '== Changelog ==\n= ',
    '= ',
    '\n',
    '\0',
    '\ud800',
    '&#x110000;',
    '<body class="',
    "'",
  ],
  ...['__proto__', 'constructor', '"Project-Id-Version: WooCommerce ', '\\n"', '<base href="', 'http://[', '//', '<'],
];
const body = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 20, unit: 'binary' })), { maxLength: 25 })
  .map((parts) => parts.join(''));
const header = fc.tuple(
  fc.constantFrom('content-type', 'set-cookie', 'link', 'powered-by', 'x-shopid', 'x-magento-tags'),
  fc.oneof(
    fc.constantFrom(
      'text/html',
      'PrestaShop',
      'OCSESSID=1',
      `PrestaShop-${'0'.repeat(32)}=1; domain=`,
      '__proto__=1',
      'AC_SF_0123456789=;DOMAIN=.x',
    ),
    fc.string({ maxLength: 40 }),
  ),
);
const path = fc.constantFrom(
  '/',
  '/magento_version',
  '/feed/',
  '/wp-content/plugins/woocommerce/readme.txt',
  '/js/admin.js',
  '/readme.html',
  '/a?b',
);
const answer: fc.Arbitrary<Answer> = fc.record({
  path,
  url: path.map((at) => `https://shop.example${at}`),
  status: fc.constantFrom(200, 200, 200, 204, 301, 403, 404, 500),
  headers: fc.array(header, { maxLength: 6 }),
  body,
});

function shortened(text: string): fc.Arbitrary<string> {
  return fc.nat({ max: text.length }).map((end) => text.slice(0, end));
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
    ]);
    expect(versions.filter((version) => !known.has(version) && !bytes.includes(version))).toEqual([]);
    expect(confidence).toBeGreaterThanOrEqual(0.5);
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

  const real = fixtures.filter(([name]) => !name.startsWith('prestashop'));
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

describe('patterns', () => {
  const patterns = platforms.flatMap(
    ({ id, signals, versionRules, staticBase, missingFile, commerceEdition, cookieProof }) =>
      [
        ...[...signals, ...versionRules].map(({ pattern }) => pattern),
        ...[staticBase, missingFile, commerceEdition?.pattern, cookieProof?.names],
      ].flatMap((pattern) => (pattern === undefined ? [] : [{ id, pattern }])),
  );

  test.each(patterns)('$id $pattern bounds every repetition and nests none', ({ pattern }) => {
    // classes and escapes cannot hold a quantifier
    const bare = pattern.source.replace(/\\./g, 'x').replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x');
    expect(bare).not.toMatch(/[*+]|\{\d+,\}/);
    expect(bare).not.toMatch(/\}\)\{/);
  });

  test.each(patterns)('$id $pattern ends on a megabyte that nearly matches', ({ pattern }) => {
    // literal beginning of the pattern, over and over
    const start =
      pattern.source
        .replace(/\\([/.?])/g, '$1')
        .replace(/^\^/, '')
        .split(/[([{\\?|]/)[0] ?? '';
    for (const unit of [start, ' ', '/', 'a', '1.', `${start}1`, `${start}/`]) {
      const text = unit.repeat(Math.ceil(1_000_000 / Math.max(1, unit.length)));
      expect(typeof pattern.test(text)).toBe('boolean');
    }
  });
});
