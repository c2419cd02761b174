import { createDrupal } from './drupal.ts';
import { createEndoflife } from './endoflife.ts';
import { createJoomla } from './joomla.ts';
import { createPrestashop } from './prestashop.ts';
import { createShopware } from './shopware.ts';
import type { ReleaseSource } from './source.ts';
import { createWordpress } from './wordpress.ts';
import { createWordpressPlugins } from './wordpress-plugins.ts';

/** Every source of releases and support windows. Where two give a window, the later wins: vendors come after endoflife.date. */
export const releaseSources: readonly ReleaseSource[] = [
  createEndoflife(),
  createDrupal(),
  createJoomla(),
  createPrestashop(),
  createShopware(),
  createWordpress(),
  createWordpressPlugins(),
];
