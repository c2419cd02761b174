import type { Platform } from '../platforms/platform.ts';
import type { Catalogue } from './catalogue.ts';
import { matchAssets } from './match.ts';
import { isSuccess, type Page } from './page.ts';
import type { Piece } from './piece.ts';

/** Release days are given without time zone, and a release may be out some hours before its date. */
const slackMs = 2 * 86_400_000;

/** Before this no platform wrote deploy times: a smaller number is a counter. 1 January 2010, in seconds. */
const earliest = 1_262_304_000;

/**
 * Files that were deployed before a release came out are not of that release. The newest of all times counts, one in the
 * future says nothing; a release without a known day is never excluded.
 */
export function readDeployPieces({ deployTime }: Platform, pages: readonly Page[], catalogue: Catalogue): Piece[] {
  if (deployTime === undefined) return [];
  const found = pages
    .filter(({ exchange }) => isSuccess(exchange))
    .flatMap((page) =>
      matchAssets(deployTime.pattern, page).map(({ asset, match }) => ({
        asset,
        exchange: page.exchange,
        seconds: Number(match[1]),
      })),
    );
  const newest = found.toSorted((a, b) => b.seconds - a.seconds)[0];
  if (newest === undefined) return [];
  const { asset, exchange, seconds } = newest;
  const deployedMs = seconds * 1_000;
  if (seconds < earliest || deployedMs > Date.parse(exchange.at) + slackMs) return [];
  const last = new Date(deployedMs + slackMs).toISOString();
  return [
    {
      kind: 'deploy-time',
      rule: deployTime.rule,
      text: asset.path,
      exchange,
      source: 'deploy time',
      stated: null,
      brings: [],
      allows: (version) => (catalogue.dates.get(version) ?? '') <= last,
      supports: () => false,
    },
  ];
}
