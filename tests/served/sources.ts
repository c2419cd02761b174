import { createCve } from '../../src/advisories/cve.ts';
import { createGithub } from '../../src/advisories/github.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { createKev } from '../../src/advisories/kev.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { createPackagist } from '../../src/advisories/packagist.ts';
import { createWpvulnerability } from '../../src/advisories/wpvulnerability.ts';
import type { Day } from '../../src/model/time.ts';
import { createAdobe } from '../../src/releases/adobe.ts';
import { createDrupal } from '../../src/releases/drupal.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { createGithubReleases } from '../../src/releases/github-releases.ts';
import { createJoomla } from '../../src/releases/joomla.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import { createPrestashop } from '../../src/releases/prestashop.ts';
import { createShopware } from '../../src/releases/shopware.ts';
import { createWordpress } from '../../src/releases/wordpress.ts';
import { createWordpressPlugins } from '../../src/releases/wordpress-plugins.ts';
import type { ScanRequest } from '../../src/scan/index.ts';
import { serve } from '../lib/serve.ts';
import { answerAdvisories } from './advisories.ts';
import { sendAnswer } from './answer.ts';
import { answerReleases } from './releases.ts';

/** Every source there is, in its usual order, each at this one address. */
function sourcesAt(base: string): NonNullable<ScanRequest['sources']> {
  return [
    createOsv({ base }),
    createPackagist({ base }),
    createWpvulnerability({ base }),
    createGithub({ base }),
    createGithubRepositories({ base }),
    createKev({ base, mirror: base }),
    createCve({ base }),
    createEndoflife({ base }),
    createPackagistP2({ base }),
    createGithubReleases({ base }),
    createAdobe({ base }),
    createDrupal({ base }),
    createJoomla({ base }),
    createPrestashop({ base }),
    createShopware({ base, github: base }),
    createWordpress({ base }),
    createWordpressPlugins({ base }),
  ];
}

/** A server that stands for all sources, as each stood on the day that `today` gives. */
export async function serveSources(today: () => Day) {
  const { base, hits } = await serve(({ path: target, body }, response) => {
    const url = new URL(target, base);
    const asked = { path: decodeURIComponent(url.pathname), query: url.searchParams, body, day: today() };
    sendAnswer(response, answerAdvisories(asked) ?? answerReleases(asked), url.href);
  });
  return { sources: sourcesAt(base), hits };
}
