import type { Platform } from './platform.ts';
import { asset, cookie, generator, header, markup } from './signals.ts';

/** States its full release in the generator and its line in a header. */
export const smartstore: Platform = {
  id: 'smartstore',
  name: 'Smartstore',
  signals: [
    // <meta name="generator" content="Smartstore 6.4.0.0">, 5.0.0 and later
    generator('strong', /^Smartstore \d/, 'generator names Smartstore'),
    // X-Powered-By: Smartstore 6.4, 5.0.1 and later
    header('strong', 'x-powered-by', /^Smartstore \d/, 'header names Smartstore'),
    // Set-Cookie: .Smart.Antiforgery=...
    cookie('strong', /^\.Smart\.[A-Z][A-Za-z]{1,40}$/, 'cookie of Smartstore'),
    // <meta property="sm:root" content="/">
    markup('half', /^<meta property="sm:[a-z]{1,20}"/, 'page names its Smartstore root'),
    // /bundle/js/site.js, /bundle/css/site-common.css, /js/smartstore.globalization.adapter.js
    asset(
      'half',
      /\/(?:bundle\/(?:js\/site\.js|css\/site-common\.css)|js\/smartstore\.)/,
      'page loads files of Smartstore',
    ),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the Smartstore release',
      path: null,
      // Smartstore 6.4.0.0
      pattern: /^Smartstore (\d{1,3}\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)$/,
      bound: 'exact',
    },
    {
      kind: 'header',
      rule: 'header states the line',
      path: null,
      header: 'x-powered-by',
      // Smartstore 6.4
      pattern: /^Smartstore (\d{1,3}\.\d{1,3})$/,
      bound: 'line',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
