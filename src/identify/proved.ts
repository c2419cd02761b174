import type { Platform } from '../platforms/platform.ts';
import { type Catalogue, spell } from './catalogue.ts';
import { readCookies } from './match.ts';
import type { Page } from './page.ts';
import type { Piece } from './piece.ts';

/** Cookies that are tried at most: each costs some ten thousand hashes. */
const cookiesTried = 4;

/** What the names of cookies prove. */
export function readProofPieces(platform: Platform, pages: readonly Page[], catalogue: Catalogue): Piece[] {
  const proof = platform.cookieProof;
  if (proof === undefined) return [];
  const cookies = pages
    .flatMap(({ exchange }) => readCookies(exchange).map((cookie) => ({ cookie, exchange })))
    .filter(({ cookie }) => proof.names.test(cookie.name));
  const distinct = cookies.filter(
    ({ cookie }, at) => cookies.findIndex((other) => other.cookie.name === cookie.name) === at,
  );
  return distinct.slice(0, cookiesTried).flatMap(({ cookie, exchange }): Piece[] => {
    const host = URL.parse(exchange.url)?.hostname ?? '';
    const proved = proof.prove(cookie, host, catalogue.versions).map((version) => spell(version, catalogue));
    if (proved.length === 0) return [];
    const isProved = (version: string) => proved.includes(version);
    return [
      {
        kind: 'cookie-proof',
        rule: 'only this release names its cookie so',
        text: cookie.name,
        exchange,
        source: 'cookie proof',
        stated: null,
        brings: proved,
        allows: isProved,
        supports: isProved,
      },
    ];
  });
}
