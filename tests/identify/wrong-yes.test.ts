import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ecwid, filesOf, html, judge, stated, verdictOf, wordpress } from './judged.ts';
import { type Answer, snapshot } from './shop.ts';

const wp71 = filesOf('wordpress', '7.1.0');
const woo = (version: string) =>
  `${wordpress}<meta name="generator" content="WooCommerce ${version}"><script src="/wp-content/plugins/woocommerce/assets/js/frontend/cart.min.js?ver=${version}"></script>`;
const lightspeed = `<!-- [START] 'blocks/head.rain' --><!-- (c) 2008-2026 Lightspeed Netherlands B.V. --><link href="https://cdn.webshopapp.com/shops/1/themes/1/assets/theme.css">`;

describe('honest shops', () => {
  test('WooCommerce 11.0.0 is no yes while the shipped hash index itself knows 11.0.1', () => {
    const { verdict } = judge(html(woo('11.0.0')), (path) => filesOf('woocommerce', '11.0.0')(path) ?? wp71(path));
    expect(verdict.answer).toBe('no');
  });

  test('a release without a date is not one of the last twelve months (nopCommerce 4.40.4 of 2021)', () => {
    const home = html('<meta name="generator" content="nopCommerce">');
    expect(judge(home, () => undefined, [stated({ version: '4.40.4' })]).verdict.answer).toBe('no');
  });

  test('the same for OXID 7.3.0', () => {
    const home = html(
      '<!-- OXID eShop Community Edition, Shopping Cart System (c) OXID eSales AG --><img src="/out/pictures/generated/a.jpg">',
    );
    expect(judge(home, () => undefined, [stated({ version: '7.3.0' })]).verdict.answer).toBe('no');
  });

  test.each([
    ['its body class', html(`${wordpress}<body class="home woocommerce-no-js">`)],
    ['its cookie', html(wordpress, [['set-cookie', 'woocommerce_items_in_cart=1']])],
  ])('WordPress does not answer for a WooCommerce that shows only %s and closes its readme', (_trace, home) => {
    expect(judge(home, wp71).verdict.answer).toBe('no');
  });

  test('Joomla does not answer for a VirtueMart that shows only its picture folder', () => {
    const home = html(
      '<meta name="generator" content="Joomla! - Open Source Content Management - Version 6.1.3"><img src="/images/virtuemart/product/a.jpg">',
    );
    const manifest = {
      headers: [['content-type', 'text/xml']] as [string, string][],
      body: '<?xml version="1.0"?><extension><name>files_joomla</name><version>6.1.3</version>',
    };
    expect(
      judge(home, (path) => (path.endsWith('/joomla.xml') ? { path, ...manifest } : undefined)).verdict.answer,
    ).toBe('no');
  });

  test('a trace of Magento beside a blog is worth the one question that names it', () => {
    const home = html(wordpress, [['set-cookie', 'mage-cache-sessid=1']]);
    const { asked, verdict } = judge(home, (path) =>
      path === '/magento_version'
        ? { path, headers: [['content-type', 'text/plain']], body: 'Magento/2.3 (Community)' }
        : wp71(path),
    );
    expect([verdict.answer, asked.includes('/magento_version')]).toEqual(['no', true]);
  });

  test('an embedded shop does not answer for the half-hidden self-hosted platform around it', () => {
    const home = html(`<script src="/wp-content/themes/old/a.js"></script>${ecwid}`);
    expect(judge(home, filesOf('wordpress', '5.0.0')).verdict.reason).not.toBe('vendor-hosted');
  });
});

describe('cheap fakes', () => {
  test('WooCommerce 8.9.2 that prints 11.1.2 in two places is asked for one file, and found out', () => {
    const { verdict } = judge(html(woo('11.1.2')), (path) => filesOf('woocommerce', '8.9.2')(path) ?? wp71(path));
    expect(verdict.answer).toBe('no');
  });

  test('Drupal 11.0.0 whose script address says 11.3.15: "Drupal 11" speaks for no release', () => {
    const home = html(
      '<meta name="generator" content="Drupal 11 (https://www.drupal.org)"><script src="/core/misc/drupal.js?v=11.3.15"></script>',
    );
    expect(judge(home, filesOf('drupal', '11.0.0')).verdict.answer).toBe('no');
  });

  test('PrestaShop 1.7.8.0 with the computed cookie name of 9.1.4 is asked for one file, and found out', () => {
    const cookie = `PrestaShop-${hash('md5', '9.1.4ps-s1shop.example')}=x; path=/`;
    const home = html('<script>var prestashop = {"cart":{}}</script><script src="/themes/core.js"></script>', [
      ['set-cookie', cookie],
    ]);
    expect(judge(home, filesOf('prestashop', '1.7.8.0')).verdict.answer).toBe('no');
  });

  test.each([
    ['Lightspeed', html(`${lightspeed}<script src="/catalog/view/javascript/common.js"></script>`)],
    [
      'Shopify',
      html('<img src="https://cdn.shopify.com/s/files/a.png"><script src="/skin/frontend/rwd/default/a.js"></script>', [
        ['x-shopid', '1'],
      ]),
    ],
    [
      'Shoper',
      html(
        '<link href="/skins/user/rwd_x_1/cache/sfc/abc.css"><script>Shop.values = 1</script><body class="shop_index"><script src="/catalog/view/javascript/common.js"></script>',
      ),
    ],
  ])('a forged or copied %s is no yes while the page shows a trace of a self-hosted platform', (_vendor, home) => {
    expect(judge(home, () => undefined).verdict.answer).toBe('no');
  });
});

describe('robots.txt', () => {
  test('headers and cookies of a robots.txt that another host of the site answers name no platform', () => {
    const robots: Answer = {
      path: '/robots.txt',
      url: 'https://store.shop.example/robots.txt',
      headers: [
        ['content-type', 'text/plain'],
        ['x-shopid', '1'],
        ['powered-by', 'Shopify'],
        ['set-cookie', '_shopify_y=1'],
      ],
      body: 'User-agent: *',
    };
    const seen = snapshot([html('<p>Own software</p>'), robots]);
    expect(verdictOf(seen).verdict.answer).toBe('no');
  });
});
