import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup, script } from './signals.ts';

/** `818` is 2072, the digits of 2.0.7.2; `14A` is 330, those of 3.3.0. Four digits stand for the releases of 2.0 only. */
function decodeVersion(code: string): string | null {
  const digits = String(Number.parseInt(code, 16));
  return /^(?:2\d{3}|[3-9]\d{2})$/.test(digits) ? digits.split('').join('.') : null;
}

/** A relative of Gambio and xt:Commerce that prints its release in hexadecimal in the generator. */
export const modified: Platform = {
  id: 'modified',
  name: 'modified eCommerce',
  signals: [
    // <meta name="generator" content="(c) by modified eCommerce Shopsoftware 14A https://www.modified-shop.org" />, 2.0 and later; "------" before
    generator('strong', /^\(c\) by modified eCommerce Shopsoftware\b/, 'generator names modified eCommerce'),
    // Set-Cookie: MODsid=..., all releases
    cookie('strong', /^MODsid$/, 'session cookie of modified eCommerce'),
    // <!-- ===== modified eCommerce Shopsoftware (c) 2009-2013 [www.modified-shop.org] ===== -->, all releases
    markup(
      'strong',
      /^<!--\s{0,10}={10,80}\s{1,10}modified eCommerce Shopsoftware \(c\)/,
      'licence comment names modified eCommerce',
    ),
    // var SetSecCookie = "";, 2.0.6.0 and later
    script('half', /\bvar SetSecCookie = "/, 'page sets the cookie switch of modified eCommerce'),
    // templates/tpl_modified_nova/stylesheet.css, templates/tpl_modified/stylesheet.css, templates/xtc5/stylesheet.css
    asset('half', /\/templates\/(?:tpl_modified\w{0,40}|xtc5)\//, 'page loads files of a modified eCommerce template'),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the release of modified eCommerce',
      path: null,
      // (c) by modified eCommerce Shopsoftware 818 https://www.modified-shop.org
      pattern: /^\(c\) by modified eCommerce Shopsoftware ([0-9A-F]{3}) https?:/,
      bound: 'exact',
      decode: decodeVersion,
      // the tree that is tagged 1.06 is an early 2.0.0.0
      alsoStatedBy: { '2.0.0.0': ['1.06'] },
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
