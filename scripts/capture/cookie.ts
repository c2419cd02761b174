import { hash } from 'node:crypto';
import type { Cookie, Platform } from '../../src/platforms/platform.ts';
import { fixtureHost } from './scrub.ts';

/** A cookie that was set, and what it takes to try its name. */
export interface Trial {
  cookie: Cookie;
  host: string;
  platforms: readonly Platform[];
  releasesOf: (product: string) => readonly string[];
}

/**
 * PrestaShop names its cookie after an MD5 that may include the host: under the fixture's host the same release names it
 * otherwise. The name as the fixture's shop would set it; unchanged where it proves nothing.
 */
export function renameProof({ cookie, host, platforms, releasesOf }: Trial): string {
  const platform = platforms.find(({ cookieProof }) => cookieProof?.names.test(cookie.name) === true);
  const proof = platform?.cookieProof;
  if (platform === undefined || proof === undefined) return cookie.name;
  const releases = releasesOf(platform.id);
  const proved = proof.prove(cookie, host, releases);
  const domain = cookie.domain === null ? null : fixtureHost;
  const provesAlike = (name: string) =>
    proof.prove({ name, domain }, fixtureHost, releases).join() === proved.join() && proved.length > 0;
  const names = proved.flatMap((version) =>
    ['', fixtureHost].map((suffix) => cookie.name.replace(/[0-9a-f]{32}$/, hash('md5', `${version}ps-s1${suffix}`))),
  );
  return [cookie.name, ...names].find(provesAlike) ?? cookie.name;
}
