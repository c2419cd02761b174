import type { Platform } from './platform.ts';
import { asset, assetOn, header, markup } from './signals.ts';

/**
 * Run and patched by its vendor: the C-Series, once SEOshop. Its images are linked from anywhere; the comments in which its
 * templates sign the page are not. No cookie of its own is known, and the one header seen is a name that others use.
 */
export const lightspeed: Platform = {
  id: 'lightspeed',
  name: 'Lightspeed',
  vendorHosted: true,
  signals: [
    // <!-- [START] 'blocks/head.rain' -->
    markup('half', /^<!-- \[START\] 'blocks\/\w{1,20}\.rain' -->/, 'comment names a template block of Lightspeed'),
    // <!-- (c) 2008-2026 Lightspeed Netherlands B.V. -->
    markup(
      'half',
      /^<!--\s{0,20}\(c\) \d{4}-\d{4} Lightspeed Netherlands B\.V\./,
      'comment of Lightspeed as its maker',
    ),
    // https://cdn.webshopapp.com/shops/176120/themes/171203/assets/theme.css; images: /shops/176120/files/
    assetOn(
      'cdn.webshopapp.com',
      'hint',
      /^\/shops\/\d{1,9}\/themes\/\d/,
      "page loads its theme from Lightspeed's network",
    ),
    // https://cdn.shoplightspeed.com/shops/613284/themes/12345/assets/theme.css, in America
    assetOn(
      'cdn.shoplightspeed.com',
      'hint',
      /^\/shops\/\d{1,9}\/themes\/\d/,
      "page loads its theme from Lightspeed's American network",
    ),
    // /services/stats/pageview.js on the shop's own host
    asset('hint', /\/services\/stats\/pageview\.js/, 'page counts its visitors as Lightspeed does'),
    // x-shop-id: 613284
    header('hint', 'x-shop-id', /^\d{3,9}$/, 'header carries a shop number'),
  ],
  versionRules: [],
  hasFileHashes: false,
};
