import type { Platform } from './platform.ts';
import { asset, cookie, script } from './signals.ts';

/** Prints no release, and its patches of the last years changed PHP only: hashes tell the release. OpenMage without its cookie looks the same. */
export const magento1: Platform = {
  id: 'magento1',
  name: 'Magento 1',
  signals: [
    // /skin/frontend/rwd/default/css/styles.css, all releases; shops that moved on keep images in the folder
    asset('half', /\/skin\/frontend\/[\w-]{1,60}\/[\w-]{1,60}\//, 'page loads files from the Magento 1 skin folder'),
    // /js/varien/js.js, /js/mage/cookies.js, all releases; missing where scripts are merged
    asset('half', /\/js\/(?:varien|mage)\/\w/, 'page loads scripts of Magento 1'),
    // Mage.Cookies.path     = '/';
    script('half', /\bMage\.Cookies\.path {1,10}= /, 'page sets the cookie path of Magento 1'),
    // Set-Cookie: frontend=..., 1.4 and later
    cookie('hint', /^frontend$/, 'cookie of a name that Magento 1 uses'),
  ],
  versionRules: [
    {
      kind: 'asset-version',
      rule: 'page loads files of the base skin',
      path: null,
      // /skin/frontend/base/default/css/widgets.css, in the tree from 1.4.0.0 on
      pattern: /\/skin\/frontend\/base\/default\//,
      bound: 'at-least',
      version: '1.4.0.0',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
