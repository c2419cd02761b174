import { createAdobe } from './adobe.ts';
import { createDrupal } from './drupal.ts';
import { createEndoflife } from './endoflife.ts';
import { createGithubReleases } from './github-releases.ts';
import { createJoomla } from './joomla.ts';
import { createPackagistP2 } from './packagist-p2.ts';
import { createPrestashop } from './prestashop.ts';
import { createShopware } from './shopware.ts';
import type { ReleaseSource } from './source.ts';
import { createWordpress } from './wordpress.ts';
import { createWordpressPlugins } from './wordpress-plugins.ts';

/**
 * Every source of releases and support windows. Where two give a window, the later wins: vendors come after endoflife.date.
 * GitHub answers more requests to whoever shows a token.
 */
export function releaseSources({ githubToken: token }: { githubToken: string | undefined }): ReleaseSource[] {
  return [
    createEndoflife(),
    createPackagistP2(),
    createGithubReleases({ token }),
    createAdobe(),
    createDrupal(),
    createJoomla(),
    createPrestashop(),
    createShopware(),
    createWordpress(),
    createWordpressPlugins(),
  ];
}
