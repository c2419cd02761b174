import type { Platform } from './platform.ts';
import { asset, cookie, markup } from './signals.ts';

/**
 * Three generations with files in different places: only 3.0 prints its release, on its assets. The folder `html` of the
 * package is the document root on some hosts and part of every address on others.
 */
export const eccube: Platform = {
  id: 'eccube',
  name: 'EC-CUBE',
  signals: [
    // <meta name="eccube-csrf-token" content="...">, 4.0 and later
    markup('strong', /^<meta name="eccube-csrf-token"/, 'page carries an EC-CUBE token'),
    // Set-Cookie: ECSESSID=..., 2.x
    cookie('strong', /^ECSESSID$/, 'session cookie of EC-CUBE'),
    // Set-Cookie: eccube=..., 3.0 and later
    cookie('half', /^eccube$/, 'session cookie of EC-CUBE'),
    // 4: /html/template/default/assets/css/style.css; 3: /template/default/css/style.css?v=3.0.18; 2: /user_data/packages/default/css/import.css, /js/eccube.js
    asset(
      'half',
      /(?:\/html)?\/template\/[\w-]{1,60}\/assets\/|\/template\/[\w-]{1,60}\/(?:css|js|img)\/|\/user_data\/packages\/[\w-]{1,60}\/(?:css|js|img)\/|\/js\/eccube(?:\.legacy)?\.js/,
      'page loads files from the folders of EC-CUBE',
    ),
    // <body id="page_homepage" class="front_page">, 3.0.1 and later
    markup('half', /^<body id="page_\w{1,60}" class="[a-z]{1,20}_page\b/, 'body names an EC-CUBE page'),
    // <div class="ec-layoutRole">, 4.0 and later
    markup('half', /^<div class="ec-layoutRole"/, 'page frame of EC-CUBE'),
  ],
  versionRules: [
    {
      kind: 'asset-version',
      rule: 'files of 3.0 carry the release',
      path: null,
      // /template/default/css/style.css?v=3.0.18, /html/template/default/js/eccube.js?v=3.0.12-p1
      pattern: /\/template\/[\w-]{1,60}\/(?:css|js)\//,
      query: 'v',
      bound: 'exact',
    },
    {
      kind: 'markup',
      rule: 'page carries a token of generation 4',
      path: null,
      // <meta name="eccube-csrf-token" content="...">, in the tree from 4.0.0 on
      pattern: /^<meta name="eccube-csrf-token"/,
      bound: 'at-least',
      version: '4.0.0',
    },
    {
      kind: 'markup',
      rule: 'page loads the style sheet of a template of generation 2',
      path: null,
      // <link rel="stylesheet" href="/user_data/packages/default/css/import.css" type="text/css" media="all">, 2.11 to 2.25
      pattern: /^<link [^>]{0,160}\/user_data\/packages\/[\w-]{1,40}\/css\/import\.css/,
      bound: 'line',
      version: '2',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
