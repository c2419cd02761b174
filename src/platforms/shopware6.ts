import type { Platform } from './platform.ts';
import { asset, header, script } from './signals.ts';

/** Prints no release; the names of its feature flags tell the minor release, hashes often the rest. */
export const shopware6: Platform = {
  id: 'shopware6',
  name: 'Shopware 6',
  signals: [
    // sw-context-token: <32 characters>, all releases unless a proxy removes it
    header('strong', 'sw-context-token', /./, 'header of the Shopware context'),
    // sw-version-id: 0fa91ce3e96a4bc2be4bd9ce752c3425, a number of the data, not of the release
    header('strong', 'sw-version-id', /^[0-9a-f]{32}$/, 'header of the Shopware data version'),
    // /theme/1c7d0f6a2b9e4d3f8a5b6c7d8e9f0a1b/css/all.css?1712345678
    asset('strong', /\/theme\/[0-9a-f]{32}\/(?:css|js)\//, 'page loads its compiled Shopware theme'),
    // /bundles/storefront/assets/font/Inter-Regular.woff2
    asset('half', /\/bundles\/storefront\//, 'page loads files of the Shopware storefront'),
    // window.router = {'frontend.cart.offcanvas': '/checkout/offcanvas', ...
    script('half', /'frontend\.(?:cart|cookie|checkout|account)\.\w/, 'page lists routes of the Shopware storefront'),
    // window.salesChannelId = '98432def39fc4624b33213a56b8c944d';
    script('half', /\bwindow\.salesChannelId = '[0-9a-f]{32}'/, 'page sets the Shopware sales channel'),
  ],
  versionRules: [
    {
      kind: 'script',
      rule: 'page lists feature flags',
      path: null,
      // window.features = {"FEATURE_NEXT_1797":true};
      pattern: /\bwindow\.features = /,
      bound: 'at-least',
      version: '6.3.1.0',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  nameRules: [
    {
      kind: 'feature-flags',
      rule: 'names of the feature flags fit the release',
      from: 'script',
      path: null,
      // window.features = {"FEATURE_NEXT_1797":true}; (6.3.1.0 and later), = JSON.parse('\u007B\u0022v6.6.0.0\u0022\u003Atrue\u007D');
      list: /\bwindow\.features = (\{[^{}]{1,20000}\}|JSON\.parse\('[^'()]{1,40000}'\))/,
      name: /(?:"|\\u0022|\\x22)([A-Za-z][\w.]{1,80})(?:"|\\u0022|\\x22)/,
      fit: 'same',
    },
  ],
  // /theme/1c7d0f6a2b9e4d3f8a5b6c7d8e9f0a1b/css/all.css?1712345678: written when the theme was compiled, updates compile it anew
  deployTime: { rule: 'theme was compiled then', pattern: /\/theme\/[0-9a-f]{32}\/css\/all\.css\?(\d{10})(?!\d)/ },
  hasFileHashes: true,
};
