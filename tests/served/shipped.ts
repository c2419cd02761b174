import type { Advisory, ProductFacts, Release } from '../../src/model/facts.ts';
import type { Day } from '../../src/model/time.ts';
import { isServed } from './flaws.ts';
import { linesBy, recordOf, releasedBy } from './record.ts';

/*
 * What ships with Patchproof when sources have to tell the rest. It stays shipped, because no source can tell it:
 *
 * - `scheme`, `dataOn`, `policyPublished`, `newestBranchOnly`, and `patches`: fixes without a version number.
 * - Releases without a day, most of which stand in a file-hash index alone.
 * - All releases of Magento 1 and Shopware 5: no source lists them.
 * - The days of older releases of WordPress, where endoflife.date dates the newest of each line only.
 * - The days of older releases of WooCommerce and Joomla: their sources name releases without days, so that only the day
 *   on which a newcomer was first seen is known. All that came before the newest day stays.
 * - That a release is known to fix no flaw (`security: false`), without its day. Only drupal.org says it, of Drupal.
 * - Which support lines a product has, where nobody publishes their windows in a form for machines.
 * - Flaws of which the vendor's page and the CVE List alone give versions: all of WordPress, Adobe's newest, many of Joomla.
 * - Of the others: releases that a source lists by mistake (`knownFalsePositives`), and that a fix has no version number.
 */

/** Products whose releases no source lists. */
const unlisted = new Set(['magento1', 'shopware5']);

/** Products whose sources name releases without days. */
export const undated: ReadonlySet<string> = new Set(['joomla', 'woocommerce']);

/** Products whose windows a source publishes. */
const windowed = new Set(['drupal', 'joomla', 'magento', 'shopware5', 'shopware6', 'sylius', 'wordpress']);

/** The newest day on which something came out. */
export function newestDay(product: string, day: Day): Day {
  return releasedBy(product, day).reduce((newest, { date }) => (date > newest ? date : newest), '');
}

/** Releases that keep their day. */
function keepsDay(product: string, day: Day): (release: Release) => boolean {
  if (unlisted.has(product)) return () => true;
  if (undated.has(product)) {
    const newest = newestDay(product, day);
    return ({ date }) => date !== null && date < newest;
  }
  if (product !== 'wordpress') return () => false;
  const told = new Set(linesBy(product, day).map(({ newest }) => newest.version));
  return ({ version }) => !told.has(version);
}

function shippedReleases(product: string, day: Day): Release[] {
  const keeps = keepsDay(product, day);
  const saysFixes = product === 'drupal';
  return recordOf(product).releases.flatMap((release) => {
    if (release.date === null) return [release];
    if (release.date > day) return [];
    if (keeps(release)) return [release];
    return release.security === false && !saysFixes ? [{ ...release, date: null }] : [];
  });
}

function shippedAdvisory(product: string, advisory: Advisory): Advisory[] {
  if (!isServed(product, advisory)) return [advisory];
  const { knownFalsePositives, fixKind } = advisory;
  if (knownFalsePositives.length === 0 && fixKind === null) return [];
  return [{ ...advisory, ranges: [], versions: [], severity: null, cwes: [] }];
}

/** The facts of a product without all that sources can tell by the end of a day. */
export function shippedWithoutServed(product: string, day: Day): ProductFacts {
  const facts = recordOf(product);
  return {
    ...facts,
    releases: shippedReleases(product, day),
    support: { ...facts.support, branches: windowed.has(product) ? [] : facts.support.branches },
    advisories: facts.advisories.flatMap((advisory) => shippedAdvisory(product, advisory)),
    exploited: [],
  };
}
