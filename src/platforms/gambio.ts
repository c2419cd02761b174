import type { Platform } from './platform.ts';
import { asset, markup } from './signals.ts';

/** A relative of modified eCommerce and xt:Commerce, told by its licence comment and script engine. Nothing public states its release. */
export const gambio: Platform = {
  id: 'gambio',
  name: 'Gambio',
  signals: [
    // <!-- ===== Shopsoftware by Gambio GmbH (c) 2005-2021 [www.gambio.de] ===== -->, 2012 and later
    markup('strong', /^<!--\s{0,20}={10,80}\s{1,20}Shopsoftware by Gambio GmbH \(c\)/, 'licence comment names Gambio'),
    // <body class="page-index" data-gambio-namespace="https://shop.example/public/theme/javascripts/system">
    markup('strong', /^<body [^>]{0,500}data-gambio-namespace="/, 'body is set up for Gambio'),
    // gm_javascript.js.php?page=Index&current_template=EyeCandy, older shops
    asset('half', /\/gm_javascript\.js\.php/, 'page loads scripts of Gambio'),
    // JSEngine/build/vendor.min.js, newer shops
    asset('half', /\/JSEngine\/build\//, "page loads Gambio's script engine"),
    // templates/EyeCandy/css/style.css, templates/Honeygrid/...
    asset('half', /\/templates\/(?:EyeCandy|Honeygrid)\//, 'page loads files of a Gambio template'),
    // GXModules/Gambio/...
    asset('half', /\/GXModules\//, 'page loads files of Gambio modules'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
