import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup, script, textFile } from './signals.ts';

const readme = '/wp-content/plugins/woocommerce/readme.txt';

/** Security backports of 2021 whose readme.txt and translations are those of the release before. */
const backports = {
  '4.1.2': ['4.1.2.1'],
  '4.2.3': ['4.2.3.1'],
  '4.3.4': ['4.3.4.1'],
  '4.4.2': ['4.4.2.1'],
  '4.5.3': ['4.5.3.1'],
  '4.6.3': ['4.6.3.1'],
} as const;

/** A plugin of WordPress: both are judged. The readme's "Stable tag" names another release and is never read. */
export const woocommerce: Platform = {
  id: 'woocommerce',
  name: 'WooCommerce',
  builtOn: 'wordpress',
  signals: [
    // <meta name="generator" content="WooCommerce 11.0.1">, 2.1 and later
    generator('strong', /^WooCommerce \d/, 'generator names WooCommerce'),
    // /wp-content/plugins/woocommerce/assets/css/woocommerce.css; other plugins have folders of their own
    asset('strong', /\/wp-content\/plugins\/woocommerce\/assets\//, 'page loads files of the WooCommerce plugin'),
    // <body class="home theme-storefront woocommerce-no-js">
    markup('half', /^<body [^>]{0,2000}\bwoocommerce-(?:no-js|page|js)\b/, 'body class of WooCommerce'),
    // var wc_add_to_cart_params = {...}, var woocommerce_params = {...}
    script('half', /\bvar (?:wc_add_to_cart_params|woocommerce_params) ?=/, 'page sets WooCommerce parameters'),
    // woocommerce_cart_hash, woocommerce_items_in_cart, wp_woocommerce_session_<hash>
    cookie('half', /^(?:woocommerce_(?:cart_hash|items_in_cart)$|wp_woocommerce_session_)/, 'cookie of WooCommerce'),
    // === WooCommerce === (=== WooCommerce - excelling eCommerce === before 3.0) as the first line
    textFile('strong', readme, /^\s{0,5}=== WooCommerce\b/, 'readme of the WooCommerce plugin is served'),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the WooCommerce release',
      path: null,
      // WooCommerce 11.0.1
      pattern: /^WooCommerce (\d[\w.-]{0,30})/,
      bound: 'exact',
    },
    {
      kind: 'asset-version',
      rule: "WooCommerce's own files carry its release",
      path: null,
      // /plugins/woocommerce/assets/js/frontend/cart.min.js?ver=11.0.1, .../assets/client/blocks/wc-blocks.css?ver=wc-11.0.1
      pattern: /\/plugins\/woocommerce\/assets\/(?:js\/frontend|css|client\/blocks)\//,
      query: 'ver',
      decode: (text) => text.replace(/^wc-/, ''),
      bound: 'exact',
    },
    {
      kind: 'text-file',
      rule: 'newest entry of the change log in readme.txt',
      path: readme,
      // == Changelog ==   = 11.0.1 2026-08-04 =   (= 3.6.0 - 2019-04-17 = before 5.0)
      pattern: /== Changelog ==\s{1,20}= (\d[\w.-]{0,30}) [^=\n]{1,40}=/,
      bound: 'exact',
      alsoStatedBy: { ...backports, '9.1.1': ['9.1.2'] },
    },
    {
      kind: 'text-file',
      rule: 'translation template states the WooCommerce release',
      path: '/wp-content/plugins/woocommerce/i18n/languages/woocommerce.pot',
      // "Project-Id-Version: WooCommerce 11.0.1\n"
      pattern: /"Project-Id-Version: WooCommerce (\d[\w.-]{0,30})\\n"/,
      bound: 'exact',
      alsoStatedBy: { ...backports, '8.7.0-rc.4': ['8.7.0'], '9.4.3': ['9.4.4'] },
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
