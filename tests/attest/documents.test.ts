import { describe, expect, test } from 'vitest';
import { readComposer } from '../../src/attest/composer.ts';
import { readOpenvex } from '../../src/attest/openvex.ts';
import { readPatchStatus } from '../../src/attest/patch-status.ts';
import { readShopwarePlugin } from '../../src/attest/shopware-plugin.ts';

/** JSON, as a file gives it: `__proto__` is a key like any other. */
function json(text: string): unknown {
  return JSON.parse(text);
}

const protoKey = json('{"__proto__":{"status":"PROTECTED"},"constructor":{"status":"PROTECTED"}}');

describe('patch-status', () => {
  const report = {
    base_version: '2.4.8-p5',
    installed_components: { CE: '2.4.8-p5', B2B: '1.5.2-p5' },
    applied_patches: ['248p5-2026-07-001-CE'],
    missing_patches: [] as string[],
    unknown_patches: [] as string[],
    vulnerability_status: {
      'CVE-2026-48356': { status: 'PROTECTED' },
      'CVE-2026-48358': { status: 'NOT_APPLICABLE' },
    } as unknown,
    registry_source: 'remote',
    warnings: [] as string[],
  };

  test('covers what is protected or does not apply, names the version, and says where nothing is missing', () => {
    expect(readPatchStatus(report)).toEqual([
      { covers: ['CVE-2026-48356', 'CVE-2026-48358'], version: '2.4.8-p5', product: 'magento', complete: true },
    ]);
  });

  test('does not cover what is vulnerable, unknown or in a state that nobody has documented', () => {
    const states = ['VULNERABLE', 'UNKNOWN', 'protected', 'PROTECTED_MAYBE', ''];
    const flaws = states.map((status, i) => [`CVE-2026-1000${i}`, { status }]);
    const vulnerability_status = Object.fromEntries([...flaws, ['CVE-2026-48356', { status: 'PROTECTED' }]]);
    const missing_patches = ['248p5-2026-08-001-CE'];
    expect(readPatchStatus({ ...report, vulnerability_status, missing_patches })).toMatchObject([
      { covers: ['CVE-2026-48356'], complete: false },
    ]);
    expect(readPatchStatus({ ...report, vulnerability_status })).toMatchObject([{ complete: false }]);
    expect(readPatchStatus({ ...report, unknown_patches: ['x'] })).toMatchObject([{ complete: false }]);
  });

  test('Adobe Commerce is told by its component; PHP writes an empty map as a list', () => {
    const installed_components = { CE: '2.4.8-p5', EE: '2.4.8-p5' };
    expect(readPatchStatus({ ...report, installed_components })).toMatchObject([{ edition: 'commerce' }]);
    const empty = { ...report, installed_components: [], vulnerability_status: [] };
    expect(readPatchStatus(empty)).toEqual([{ covers: [], version: '2.4.8-p5', product: 'magento', complete: true }]);
    expect(readPatchStatus({ ...report, installed_components: { EE: null } })[0]).not.toHaveProperty('edition');
  });

  test.each([
    ['no composer.lock, and no warning', { base_version: 'unknown' }, /does not know the installed version/],
    ['a version that is none', { base_version: '2.4.8-2026-aug' }, /does not know the installed version/],
    [
      'a version that its list of patches does not have',
      { applied_patches: [], missing_patches: [], unknown_patches: [] },
      /knows no patch for the installed version/,
    ],
    ['a stale list of patches', { registry_source: 'stale_cache' }, /old list of patches/],
    ['a list of patches from elsewhere', { registry_source: 'elsewhere' }, /old list of patches/],
    ['a warning', { warnings: ['dry-run for 248p5-2026-07-001-CE may be inaccurate'] }, /1 of the tool's warnings/],
    ['two versions', { installed_components: { CE: '2.4.7-p9' } }, /two versions/],
    ['no warnings at all', { warnings: undefined }, /at warnings/],
    ['states of another shape', { vulnerability_status: { 'CVE-2026-1000': 'PROTECTED' } }, /at vulnerability_status/],
    ['ten thousand characters', { base_version: `2.4.8-p${'5'.repeat(10_000)}` }, /at base_version/],
  ])('%s is no evidence', (_, change, says) => {
    expect(() => readPatchStatus({ ...report, ...change })).toThrow(says);
  });

  test('keys of prototypes and ids that are none cover nothing', () => {
    const [proof] = readPatchStatus({ ...report, vulnerability_status: protoKey });
    expect(proof?.covers).toEqual([]);
    expect(() => readPatchStatus(null)).toThrow(/shape is not that of patch-status/);
    expect(() => readPatchStatus([report])).toThrow(/shape is not that of patch-status/);
  });
});

describe('composer', () => {
  const lock = {
    'content-hash': 'x',
    packages: [
      { name: 'shopware/core', version: 'v6.6.10.3', dist: {} },
      { name: 'symfony/console', version: 'v7.1.0' },
    ],
    'packages-dev': [{ name: 'drupal/core', version: '11.2.3' }],
  };

  test('a composer.lock names the version, without its "v"; what is for development only does not count', () => {
    expect(readComposer(lock)).toEqual([{ covers: [], version: '6.6.10.3', product: 'shopware6' }]);
  });

  test('"composer show" does as well, for all packages or one', () => {
    const installed = [{ name: 'sylius/sylius', version: 'v2.0.18', description: 'x', 'direct-dependency': true }];
    expect(readComposer({ installed })).toMatchObject([{ product: 'sylius', version: '2.0.18' }]);
    const one = { name: 'openmage/magento-lts', versions: ['v20.16.0'] };
    expect(readComposer(one)).toMatchObject([{ product: 'openmage', version: '20.16.0' }]);
  });

  test('each platform of a shop that stacks two is named', () => {
    const packages = [
      { name: 'roots/wordpress', version: '6.8.3' },
      { name: 'wpackagist-plugin/woocommerce', version: '10.1.2' },
    ];
    expect(readComposer({ packages }).map(({ product, version }) => [product, version])).toEqual([
      ['wordpress', '6.8.3'],
      ['woocommerce', '10.1.2'],
    ]);
  });

  test('Adobe Commerce is told from Magento Open Source', () => {
    const packages = [
      { name: 'magento/product-enterprise-edition', version: '2.4.7-p9' },
      { name: 'magento/product-community-edition', version: '2.4.7-p9' },
    ];
    expect(readComposer({ packages })).toEqual([
      { covers: [], version: '2.4.7-p9', product: 'magento', edition: 'commerce' },
    ]);
    expect(readComposer({ packages: packages.slice(1) })[0]).not.toHaveProperty('edition');
  });

  test.each([
    ['a development version', [{ name: 'shopware/core', version: 'dev-trunk' }], /names no release of shopware6/],
    ['a branch', [{ name: 'shopware/core', version: '6.6.x-dev' }], /names no release of shopware6/],
    ['no platform', [{ name: 'symfony/console', version: 'v7.1.0' }], /names no package of a platform/],
    ['a key of a prototype', [{ name: 'constructor', version: '1.0.0' }], /names no package of a platform/],
    ['markup', [{ name: 'shopware/core', version: '<b>6.6.10.3</b>' }], /names no release of shopware6/],
    [
      'two versions',
      [
        { name: 'shopware/core', version: 'v6.6.10.3' },
        { name: 'shopware/platform', version: 'v6.6.10.4' },
      ],
      /names two versions of shopware6/,
    ],
    ['ten thousand characters', [{ name: 'shopware/core', version: '6'.repeat(10_000) }], /shape is not that of/],
  ])('%s is no evidence', (_, packages, says) => {
    expect(() => readComposer({ packages })).toThrow(says);
  });

  test.each([[null], [[]], ['x'], [{ packages: 'x' }], [{ name: 'shopware/core', versions: ['1', '2'] }]])(
    '%j is no document of Composer',
    (document) => {
      expect(() => readComposer(document)).toThrow(/shape is not that of composer\.lock/);
    },
  );
});

describe("Shopware's security plugin", () => {
  const plugin = {
    name: 'swag/platform-security',
    version: '3.0.12',
    extra: { shopware: { 'ignored-cves': ['CVE-2026-31887', 'GHSA-aaaa-bbbb-cccc', 'PKSA-x', '<b>'] } },
  };
  const covers = ['CVE-2026-31887', 'GHSA-aaaa-bbbb-cccc'];

  test('its composer.json lists the flaws that it closes; its own version is never taken for the shop’s', () => {
    expect(readShopwarePlugin(plugin)).toEqual([{ covers, product: 'shopware6' }]);
    const reasons = { 'CVE-2026-31887': 'closed by the plugin' };
    const map = { ...plugin, extra: { shopware: { 'ignored-cves': reasons } } };
    expect(readShopwarePlugin(map)).toEqual([{ covers: ['CVE-2026-31887'], product: 'shopware6' }]);
  });

  test('so does its entry in a composer.lock', () => {
    const entry = { ...plugin, name: 'store.shopware.com/swagplatformsecurity', version: 'v3.0.12' };
    const packages = [{ name: 'shopware/core', version: 'v6.6.10.3' }, entry];
    expect(readShopwarePlugin({ packages })).toEqual([{ covers, product: 'shopware6' }]);
  });

  test.each([
    ['a lock without it', { packages: [{ name: 'shopware/core', version: 'v6.6.10.3' }] }, /plugin is not in it/],
    ['a plugin of another name', { ...plugin, name: 'evil/platform-security' }, /shape is not that of/],
    ['no list of flaws', { ...plugin, extra: undefined }, /does not say which flaws/],
    ['an empty list', { ...plugin, extra: { shopware: { 'ignored-cves': [] } } }, /does not say which flaws/],
    ['a development version', { ...plugin, version: 'dev-main' }, /names no release of the plugin/],
    ['a list of plugins without it', [{ name: 'FroshTools', active: true }], /SwagPlatformSecurity is not in it/],
    ['an inactive plugin', [{ name: 'SwagPlatformSecurity', active: false }], /is not active/],
    ['an active one', [{ name: 'SwagPlatformSecurity', active: true, version: '3.0.12' }], /does not say which flaws/],
  ])('%s is no evidence', (_, document, says) => {
    expect(() => readShopwarePlugin(document)).toThrow(says);
  });
});

describe('OpenVEX', () => {
  const shop = [{ '@id': 'https://tea.example/' }];
  const statement = (name: string, status: string, more: object = {}) => {
    return { vulnerability: { name }, products: shop, status, ...more };
  };
  const why = { justification: 'vulnerable_code_not_in_execute_path' };
  const vex = (...statements: unknown[]) => ({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://agency.example/vex/1',
    author: 'Mara',
    timestamp: '2026-08-01T10:00:00.123456789+02:00',
    version: 1,
    statements,
  });
  const read = (...statements: unknown[]) => readOpenvex(vex(...statements), 'https://tea.example/shop');
  const ids = (...statements: unknown[]) => read(...statements).flatMap(({ covers }) => covers);

  test('covers what is fixed or not affecting, by every name', () => {
    const fixed = statement('x', 'fixed', { vulnerability: { name: 'CVE-2026-1', aliases: ['GHSA-1'] } });
    expect(read(fixed, statement('CVE-2026-2', 'not_affected', why))).toEqual([
      { covers: ['CVE-2026-1', 'GHSA-1', 'CVE-2026-2'] },
    ]);
  });

  test('does not cover what is affected, under investigation, or not affecting without a reason', () => {
    const good = statement('CVE-2026-9', 'fixed');
    const others = ['affected', 'under_investigation', 'not_affected'].map((status, i) =>
      statement(`CVE-${i}`, status),
    );
    expect(ids(good, ...others)).toEqual(['CVE-2026-9']);
    const impact = { impact_statement: 'the module is not installed' };
    expect(ids(statement('CVE-2026-3', 'not_affected', impact))).toEqual(['CVE-2026-3']);
  });

  test('the last statement on a flaw counts, by whichever of its names; at the same time the bad one', () => {
    const good = statement('CVE-2026-9', 'fixed');
    const early = { timestamp: '2026-07-01T00:00:00Z' };
    const late = { timestamp: '2026-08-02T00:00:00Z' };
    const alias = { vulnerability: { name: 'CVE-2026-1', aliases: ['GHSA-1'] } };
    expect(ids(good, statement('CVE-2026-1', 'affected', early), statement('CVE-2026-1', 'fixed'))).toContain(
      'CVE-2026-1',
    );
    expect(ids(good, statement('CVE-2026-1', 'fixed'), statement('CVE-2026-1', 'affected', late))).toEqual([
      'CVE-2026-9',
    ]);
    expect(ids(good, statement('CVE-2026-1', 'fixed'), statement('CVE-2026-1', 'affected'))).toEqual(['CVE-2026-9']);
    expect(ids(good, statement('', 'fixed', alias), statement('GHSA-1', 'affected', late))).toEqual(['CVE-2026-9']);
  });

  test('speaks of this shop or its platform only; bad news without a product is for all', () => {
    const good = statement('CVE-2026-9', 'fixed');
    const of = (products: unknown[]) => statement('CVE-2026-1', 'fixed', { products });
    const elsewhere = [
      [],
      [{ '@id': 'https://other.example/' }],
      [{ '@id': 'pkg:npm/lodash@4.0.0' }],
      [{ '@id': 'x' }],
    ];
    for (const products of elsewhere) expect(ids(good, of(products))).toEqual(['CVE-2026-9']);
    const bad = statement('CVE-2026-1', 'affected', { products: [], timestamp: '2026-08-02T00:00:00Z' });
    expect(ids(good, of(shop), bad)).toEqual(['CVE-2026-9']);
    expect(() => read(of([]))).toThrow(/calls no flaw fixed or not affecting this shop/);
  });

  test('a package URL with a version binds the statement to it', () => {
    const of = (text: string) => statement('CVE-2026-1', 'fixed', { products: [{ identifiers: { purl: text } }] });
    expect(read(of('pkg:composer/shopware/core@v6.6.10.3?x=y'))).toEqual([
      { covers: ['CVE-2026-1'], version: '6.6.10.3', product: 'shopware6' },
    ]);
    expect(read(of('pkg:composer/shopware/core'))).toEqual([{ covers: ['CVE-2026-1'] }]);
    const other = { ...of('pkg:composer/shopware/core@6.6.10.4'), vulnerability: { name: 'CVE-2026-2' } };
    expect(() => read(of('pkg:composer/shopware/core@6.6.10.3'), other)).toThrow(/several versions/);
  });

  test.each([
    [{ ...vex(statement('CVE-2026-1', 'fixed')), '@context': 'https://openvex.dev/ns/v0.3.0' }, /at \["@context"\]/],
    [{ ...vex(statement('CVE-2026-1', 'fixed')), timestamp: 'soon' }, /at timestamp/],
    [{ ...vex(statement('CVE-2026-1', 'fixed')), author: undefined }, /at author/],
    [vex(), /at statements/],
    [vex(statement('CVE-2026-1', 'fine')), /at statements\[0\]\.status/],
    [vex(statement('x'.repeat(10_000), 'fixed')), /at statements\[0\]\.vulnerability\.name/],
    [null, /shape is not that of OpenVEX/],
  ])('a document of another shape is no evidence (%#)', (document, says) => {
    expect(() => readOpenvex(document, 'https://tea.example/')).toThrow(says);
  });
});
