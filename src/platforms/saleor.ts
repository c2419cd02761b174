import type { Platform } from './platform.ts';
import { asset, cookie, markup, script } from './signals.ts';

/** Headless: shown only where the storefront talks to the vendor's cloud by its own name. Nothing answered to a plain GET tells the release. */
export const saleor: Platform = {
  id: 'saleor',
  name: 'Saleor',
  signals: [
    // /_next/image?url=https%3A%2F%2Fshop.eu.saleor.cloud%2Fmedia%2Fthumbnails%2Fproducts%2Fcup_thumbnail_1024.png&w=640&q=75
    asset(
      'half',
      /\/_next\/image\?url=https%3A%2F%2F[\w.-]{1,80}\.saleor\.cloud%2F/,
      "page loads product images from Saleor's cloud",
    ),
    // <link rel="preconnect" href="https://shop.eu.saleor.cloud/">
    markup(
      'half',
      /^<link rel="(?:preconnect|dns-prefetch)" href="https:\/\/[\w.-]{1,80}\.saleor\.cloud\b/,
      "page connects to Saleor's cloud",
    ),
    // <img src="https://shop.eu.saleor.cloud/media/thumbnails/products/cup_thumbnail_1024.png">; others link to such images too
    markup('hint', /^<img [^>]{0,1000}\.saleor\.cloud\b/, "page shows images from Saleor's cloud"),
    // "saleorApiUrl":"https://shop.eu.saleor.cloud/graphql/"
    script('strong', /\.saleor\.cloud\/graphql\//, 'page names its Saleor interface'),
    // Set-Cookie: https://shop.eu.saleor.cloud/graphql/+saleor_auth_access_token=...
    cookie('half', /saleor_auth_\w{1,40}token$/, 'sign-in cookie of Saleor'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
