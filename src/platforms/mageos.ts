import type { Platform } from './platform.ts';
import { versionEndpoint } from './signals.ts';

/** A fork of Magento 2 with numbers of its own; all else it shows is Magento's. Its oldest releases answer as Magento. */
export const mageos: Platform = {
  id: 'mageos',
  name: 'Mage-OS',
  insteadOf: ['magento'],
  signals: [
    // Mage-OS/1.0 (Community)
    versionEndpoint('certain', '/magento_version', /^Mage-OS\/\d/, 'version address answers as Mage-OS'),
  ],
  versionRules: [
    {
      kind: 'version-endpoint',
      rule: 'version address states the line',
      path: '/magento_version',
      // Mage-OS/1.0 (Community)
      pattern: /^Mage-OS\/(\d{1,3}\.\d{1,3})/,
      bound: 'line',
    },
  ],
  versionPlace: { kind: 'composer', name: 'mage-os/product-community-edition' },
  hasFileHashes: false,
};
