import type { Platform } from './platform.ts';
import { assetOn, cookie, markup, script } from './signals.ts';

/**
 * Run and patched by its vendor. Its pages are copied and its images are linked from anywhere, so what a page shows adds
 * up to less than a name: that takes a cookie, which only the serving platform sets.
 */
export const bigcommerce: Platform = {
  id: 'bigcommerce',
  name: 'BigCommerce',
  vendorHosted: true,
  signals: [
    // Set-Cookie: SHOP_SESSION_TOKEN=...; path=/; Secure; HttpOnly; SameSite=none
    cookie('half', /^SHOP_SESSION_TOKEN$/, 'session cookie of BigCommerce'),
    // Set-Cookie: fornax_anonymousId=...; path=/; Secure; SameSite=none
    cookie('half', /^fornax_anonymousId$/, 'visitor cookie of BigCommerce'),
    // <meta name="platform" content="bigcommerce.stencil">
    markup('hint', /^<meta name="platform" content="bigcommerce\.stencil"/, 'page names its BigCommerce theme system'),
    // var BCData = {"csrf_token":"..."};
    script('hint', /\bvar BCData ?= ?\{/, 'page sets the BigCommerce data object'),
    // https://cdn11.bigcommerce.com/s-abc123/stencil/04a03260-b13e-013c-5cec-56639750d060/css/theme-1.css; images: /s-abc123/images/
    assetOn(
      'cdn11.bigcommerce.com',
      'hint',
      /^\/s-\w{1,32}\/stencil\/[0-9a-f]{8}-/,
      "page loads its theme from BigCommerce's network",
    ),
  ],
  versionRules: [],
  hasFileHashes: false,
};
