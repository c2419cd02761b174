import { hash } from 'node:crypto';
import type { Cookie, Platform } from './platform.ts';
import { asset, cookie, generator, header, script } from './signals.ts';

/*
 * PrestaShop names its front-office cookie after an MD5 of release, cookie name and (since 1.6.0.11) cookie domain: trying
 * all of them is proof. 1.5.0.15 to 1.6.0.8 print the bare MD5, 1.6.0.9 and later write `PrestaShop-` in front.
 */

/** `PrestaShop-86fce55cad942ed59f2bbba85dc3f9a1` or the bare 32 hex digits; `thirtybees-` and `QloApps-` are other products. */
const shape = /^(PrestaShop-)?([0-9a-f]{32})$/;

/** One per shop, and one per group of shops that share their orders. */
const names = [
  ...Array.from({ length: 20 }, (_, i) => `ps-s${i + 1}`),
  ...Array.from({ length: 10 }, (_, i) => `ps-sg${i + 1}`),
];

/** Releases that may be newer than the release data: branch -> last patch tried. */
const newer: Record<string, number> = { '8.2': 20, '9.0': 20, '9.1': 20, '9.2': 20, '9.3': 20 };

/** Further version constants seen in installs. */
const olderTexts = ['8.0', '8.1'];

/** 1.6.0.14 installs with the version constant of 1.6.0.13. */
const sameConstant: Record<string, string[]> = { '1.6.0.13': ['1.6.0.13', '1.6.0.14'] };

function texts(releases: readonly string[]): string[] {
  const tried = Object.entries(newer).flatMap(([branch, last]) =>
    Array.from({ length: last + 1 }, (_, patch) => `${branch}.${patch}`),
  );
  return [...new Set([...releases, ...tried, ...olderTexts])];
}

function domains(domain: string | null, host: string): Set<string> {
  const bare = (domain ?? '').replace(/^\./, '');
  return new Set([domain ?? '', bare, bare === '' ? '' : `.${bare}`, host, '']);
}

/** The releases that name a cookie like this; empty where none does. */
function proveCookie(cookie: Cookie, host: string, releases: readonly string[]): string[] {
  const match = shape.exec(cookie.name);
  if (match === null) return [];
  const suffixes = match[1] === undefined ? [''] : domains(cookie.domain, host);
  const tried = texts(releases);
  for (const suffix of suffixes) {
    for (const name of names) {
      for (const text of tried) {
        if (hash('md5', text + name + suffix) === match[2]) return sameConstant[text] ?? [text];
      }
    }
  }
  return [];
}

/** No release in text; the name of its cookie proves it. thirty bees and QloApps share much of the rest, so little of it counts. */
export const prestashop: Platform = {
  id: 'prestashop',
  name: 'PrestaShop',
  signals: [
    // Set-Cookie: PrestaShop-<32 hex>=..., 1.6.0.9 and later
    cookie('certain', /^PrestaShop-[0-9a-f]{32}$/, 'cookie named PrestaShop'),
    // Powered-By: PrestaShop, 1.6 and 1.7.0
    header('strong', 'powered-by', /^PrestaShop$/, 'header names PrestaShop'),
    // <meta name="generator" content="PrestaShop">, default themes of 1.5 and 1.6
    generator('strong', /^PrestaShop$/, 'generator names PrestaShop'),
    // var prestashop = {"cart":{...},"currency":..., 1.7 and later
    script('strong', /\bvar prestashop ?= ?\{/, 'page sets the PrestaShop object'),
    // /modules/ps_searchbar/ps_searchbar.js, /themes/classic/modules/ps_banner/banner.css, 1.7 and later
    asset(
      'half',
      /(?:\/themes\/[\w-]{1,60}(?:\/css|\/js)?)?\/modules\/ps_[a-z]/,
      'page loads files of PrestaShop modules',
    ),
    // /themes/core.js, /themes/classic/assets/cache/theme-4f2a.css, 1.7 and later
    asset(
      'half',
      /\/themes\/(?:core\.js|[\w-]{1,60}\/assets\/(?:cache|css|js)\/)/,
      'page loads files of a PrestaShop theme',
    ),
  ],
  versionRules: [],
  cookieProof: { path: '/index.php?controller=cart', names: shape, prove: proveCookie },
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
  // answered with status 200 for a script that does not exist
  missingFile: /^file_not_found\s{0,2}$/,
};
