import type { Platform } from './platform.ts';
import { asset, cookie, markup } from './signals.ts';

/** Magento 1 kept alive: its session cookie or its newer jQuery tells them apart. Prints no release; hashes tell it. */
export const openmage: Platform = {
  id: 'openmage',
  name: 'OpenMage',
  insteadOf: ['magento1'],
  signals: [
    // Set-Cookie: om_frontend=..., 19.4.8, 20.0.4 and later of each line; Magento 1 writes frontend
    cookie('certain', /^om_frontend$/, 'session cookie of OpenMage'),
    // /js/lib/jquery/jquery-1.12.4.min.js, 19.4.18 and later, 20.0.16 to 20.13.0; Magento 1 ships 1.10.2 and 1.12.1 at most
    asset(
      'strong',
      /\/js\/lib\/jquery\/jquery-1\.12\.4(?:\.min)?\.js/,
      'page loads the jQuery that came with OpenMage',
    ),
    // <a href="https://github.com/OpenMage/magento-lts/issues" onclick="this.target='_blank'">, footer of the base theme, 19.4.4 and later
    markup(
      'half',
      /^<a href="https:\/\/github\.com\/OpenMage\/magento-lts\/issues"/,
      'footer links to the issues of OpenMage',
    ),
    // /skin/frontend/rwd/default/css/styles.css
    asset(
      'hint',
      /\/skin\/frontend\/[\w-]{1,60}\/[\w-]{1,60}\//,
      'page loads files from the skin folder that OpenMage shares with Magento 1',
    ),
    // /js/varien/js.js
    asset('hint', /\/js\/(?:varien|mage)\//, 'page loads scripts that OpenMage shares with Magento 1'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
