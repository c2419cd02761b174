import { describe, expect, test } from 'vitest';
import { identify } from '../../src/identify/index.ts';
import { type Answer, context, releaseFile, snapshot } from './shop.ts';

function find(body: string, ...answers: Answer[]) {
  return identify(snapshot([{ path: '/', body: `<!doctype html><html>${body}</html>` }, ...answers]), context())
    .components;
}

const generator = (content: string) => `<meta name="generator" content="${content}">`;

describe('which products are there', () => {
  test('what a product is installed on is there, however well it hides', () => {
    const found = find(generator('WooCommerce 10.5.0'));
    expect(found.map(({ product, versions, confidence }) => [product, versions, confidence])).toEqual([
      ['woocommerce', ['10.5.0'], 0.6],
      ['wordpress', [], 0.6],
    ]);
    expect(found[1]?.evidence[0]?.rule).toBe('generator names WooCommerce');
  });

  test('all unrelated products that are named are listed', () => {
    const found = find(generator('AbanteCart v1.4.4 - x') + generator('PrestaShop') + generator('WordPress 6.8.1'));
    expect(found.map(({ product }) => product)).toEqual(['abantecart', 'prestashop', 'wordpress']);
  });

  test('signals add up, each once', () => {
    const one = '<script src="/wp-includes/js/a.js"></script>';
    expect(find(one + one.replace('a.js', 'b.js'))).toEqual([]);
    const [wordpress] = find(`${one}<script src="/wp-content/plugins/a/b.js"></script>`);
    expect(wordpress).toMatchObject({ product: 'wordpress', confidence: 0.6 });
  });

  test('a left-over generator names nothing beside a product that shows itself in two ways', () => {
    const shop = '<script>var prestashop = {"a":1};</script><script src="/modules/ps_searchbar/a.js"></script>';
    expect(find(shop + generator('WordPress 6.4.3')).map(({ product }) => product)).toEqual(['prestashop']);
    // a fork that only its generator tells from its origin is none
    const home: Answer = {
      path: '/',
      headers: [
        ['content-type', 'text/html'],
        ['powered-by', 'PrestaShop'],
        ['set-cookie', `PrestaShop-${'0'.repeat(32)}=0; path=/`],
      ],
      body: `<!doctype html>${generator('QloApps')}`,
    };
    expect(identify(snapshot([home]), context()).components.map(({ product }) => product)).toEqual(['qloapps']);
  });

  test('a vendor-hosted product takes signals of two kinds, one of them from its servers', () => {
    const files = '<link href="/cdn/shop/t/4/assets/base.css"><img src="https://cdn.shopify.com/s/files/1/a.png">';
    const copied = `${files}<script>Shopify.theme = {"name":"Plain"};</script>`;
    expect(find(files)).toEqual([]);
    expect(find(copied)).toEqual([]);
    const home: Answer = {
      path: '/',
      headers: [
        ['content-type', 'text/html'],
        ['x-shopid', '12345678'],
      ],
      body: `<!doctype html>${copied}`,
    };
    const [shopify] = identify(snapshot([home]), context()).components;
    expect(shopify).toMatchObject({ product: 'shopify', vendorHosted: true, versions: [] });
    expect(new Set(shopify?.evidence.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });

  test.each(['unreachable', 'blocked'] as const)('nothing is said of a site that is %s', (outcome) => {
    const seen = snapshot([{ path: '/', body: generator('WordPress 6.8.1') }], { outcome });
    expect(identify(seen, context()).components).toEqual([]);
  });

  test('without any answer there is nothing', () => {
    expect(identify(snapshot([]), context()).components).toEqual([]);
  });

  test('the hint is no evidence', () => {
    const seen = snapshot([{ path: '/', body: '<!doctype html>' }]);
    expect(identify(seen, context({ hint: 'magento' })).components).toEqual([]);
  });
});

describe('evidence', () => {
  test('says where, when, what and which releases it leaves', () => {
    const [component] = find(generator('AbanteCart v1.4.4 - open\u0007 source\u202e'));
    expect(component?.evidence).toEqual([
      {
        kind: 'generator',
        rule: 'generator names AbanteCart',
        url: 'https://shop.example/',
        at: '2026-08-22T10:00:00.000Z',
        status: 200,
        excerpt: 'AbanteCart v1.4.4 - open source',
        sha256: null,
        versions: null,
        known: 'measured',
      },
      expect.objectContaining({ rule: 'generator states the AbanteCart release', versions: ['1.4.4'] }),
    ]);
  });

  test('a hash stands with the file it belongs to', () => {
    const path = '/catalog/view/javascript/common.js';
    const [component] = find(
      '<script src="/catalog/view/javascript/common.js"></script><link href="/catalog/view/theme/x.css">',
      {
        ...releaseFile('opencart', '4.0.2.3', path),
      },
    );
    const hash = component?.evidence.find(({ kind }) => kind === 'file-hash');
    expect(hash).toMatchObject({ excerpt: null, url: `https://shop.example${path}`, rule: `bytes of ${path}` });
    expect(hash?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(hash?.versions).toContain('4.0.2.3');
  });

  test('hashes that name nothing are shown without releases', () => {
    const page = '<script src="/catalog/view/javascript/common.js"></script><link href="/catalog/view/theme/x.css">';
    const edited: Answer = {
      path: '/catalog/view/theme/default/stylesheet/stylesheet.css',
      headers: [['content-type', 'text/css']],
      body: 'a{}',
    };
    const [component] = find(page, releaseFile('opencart', '4.0.2.3', '/catalog/view/javascript/common.js'), edited);
    expect(component).toMatchObject({ versions: [], conflict: false });
    expect(component?.evidence.find(({ kind }) => kind === 'file-hash')?.versions).toBeNull();
  });

  test('a page builder preset bounds from below only', () => {
    const preset = find(generator('AbanteCart v1.4.1 - x'))[0];
    expect(preset).toMatchObject({ versions: ['1.4.1', '1.4.2', '1.4.2.1', '1.4.3', '1.4.4'], conflict: false });
    const other: Answer = { path: '/x', body: `<!doctype html>${generator('AbanteCart v1.4.3 - x')}` };
    expect(find(generator('AbanteCart v1.4.1 - x'), other)[0]).toMatchObject({ versions: ['1.4.3'], conflict: false });
  });

  test('a file that a page loads bounds OpenCart from below only', () => {
    const page =
      '<script src="/catalog/view/javascript/jquery/jquery-3.7.0.min.js"></script><link href="/catalog/view/theme/x.css">';
    const versions = find(page)[0]?.versions ?? [];
    expect([versions[0], versions.at(-1), versions.length]).toEqual(['3.0.3.9', '4.1.0.4', 17]);
    // a bound speaks for no release: with one file alone the set is unsupported
    const [alone] = find(page, releaseFile('opencart', '4.0.2.3', '/catalog/view/stylesheet/stylesheet.css'));
    expect(alone).toMatchObject({ conflict: false, corroborated: false });
    expect(alone?.versions).toContain('4.0.2.3');
  });
});
