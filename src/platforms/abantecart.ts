import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** States its release on every page; pages made with the page builder repeat the release in which their preset was drawn. */
export const abantecart: Platform = {
  id: 'abantecart',
  name: 'AbanteCart',
  signals: [
    // <meta name="generator" content="AbanteCart v1.4.4 - Open Source eCommerce solution">, 1.2.8 and later
    generator('strong', /^AbanteCart\b/, 'generator names AbanteCart'),
    // Set-Cookie: AC_SF_4D9A1B2C3E=..., 1.2.8 and later
    cookie('strong', /^AC_SF_[0-9A-Za-z]{10}$/, 'storefront cookie of AbanteCart'),
    // /storefront/view/default/stylesheet/style.css, /extensions/novator/storefront/view/novator/js/main.js
    asset('half', /(?:\/extensions\/\w{1,60})?\/storefront\/view\//, 'page loads files of an AbanteCart storefront'),
    // <a href="https://shop.example/index.php?rt=account/login">
    markup(
      'half',
      /^<(?:a|form) [^>]{0,300}index\.php\?rt=(?:account|checkout|content|product|index)\//,
      'addresses of AbanteCart',
    ),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the AbanteCart release',
      path: null,
      // AbanteCart v1.4.4 - Open Source eCommerce solution
      pattern: /^AbanteCart v(\d[\w.-]{0,30})/,
      bound: 'exact',
      // presets drawn in 1.3.3 ship with 1.3.4 and 1.4.0, those drawn in 1.4.1 with 1.4.2 and later
      alsoStatedBy: { '1.3.3': 'every-later', '1.4.1': 'every-later' },
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
