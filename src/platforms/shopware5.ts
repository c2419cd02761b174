import type { Platform } from './platform.ts';
import { asset, cookie, markup, script } from './signals.ts';

/** The shop prints no release, the title of the back office does; hashes support it. */
export const shopware5: Platform = {
  id: 'shopware5',
  name: 'Shopware 5',
  signals: [
    // /web/cache/1712345678_4d9a1b2c3e5f60718293a4b5c6d7e8f9.css, 5.0 and later
    asset('strong', /\/web\/cache\/\d{10}_[0-9a-f]{32,40}\.(?:css|js)/, 'page loads its compiled Shopware theme'),
    // /themes/Frontend/Responsive/frontend/_public/src/img/logos/logo--tablet.png, /templates/_emotion_red/frontend/... (4.x)
    asset(
      'half',
      /\/(?:themes\/Frontend|templates\/_emotion\w{0,30}|engine\/Shopware)\//,
      'page loads files of a Shopware template',
    ),
    // <body class="is--ctl-index is--act-index">, 5.0 and later
    markup('half', /^<body [^>]{0,200}\bis--ctl-[a-z]{1,30} is--act-/, 'body classes of Shopware'),
    // var timeNow = 1712345678;   var controller = controller || {'vat_check_enabled': ...
    script('half', /\bvar controller = controller \|\| \{/, 'page sets the Shopware controllers'),
    // var csrfConfig = csrfConfig || {'generateUrl': '/csrftoken', ...}, 5.2 and later
    script('half', /\bvar csrfConfig = csrfConfig \|\| \{/, 'page sets the Shopware form protection'),
    // <meta name="application-name" content="Shopware 4">, 4.x; later the name of the shop
    markup('half', /^<meta name="application-name" content="Shopware\b/, 'page names Shopware as its application'),
    // Set-Cookie: session-1=..., Set-Cookie: __csrf_token-1=...
    cookie('hint', /^(?:session|__csrf_token)-\d{1,4}$/, 'cookie of a name that Shopware uses'),
  ],
  versionRules: [
    {
      kind: 'version-endpoint',
      rule: 'title of the back office states the release',
      path: '/backend',
      // <title>Shopware 5.7.19  (Rev. 202402021234) - Backend (c) shopware AG</title>; RC1 and the like stand before (Rev.
      pattern: /<title>\s{0,20}Shopware (\d{1,2}\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})?) {1,5}\(Rev\. /,
      bound: 'exact',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  // /web/cache/1712345678_...: written when the theme was compiled, updates compile it anew
  deployTime: { rule: 'theme was compiled then', pattern: /\/web\/cache\/(\d{10})_[0-9a-f]{32,40}\./ },
  hasFileHashes: true,
};
