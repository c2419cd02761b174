import { advisoryPackages } from '../../src/embedded.ts';
import type { Advisory, AffectedRange } from '../../src/model/facts.ts';
import { recordOf } from './record.ts';

/* Which of the snapshot's flaws the public sources have, and under which names. */

/** Registry of each product, as OSV and as GitHub call it. */
export const registries: Record<string, [osv: string, github: string]> = {
  ...Object.fromEntries(
    [
      ...['bagisto', 'drupal', 'eccube', 'joomla', 'magento', 'magento1', 'opencart', 'openmage', 'oxid'],
      ...['prestashop', 'shopware5', 'shopware6', 'sylius', 'zencart'],
    ].map((product) => [product, ['Packagist', 'composer']]),
  ),
  saleor: ['PyPI', 'pip'],
  solidus: ['RubyGems', 'rubygems'],
  spree: ['RubyGems', 'rubygems'],
  vendure: ['npm', 'npm'],
  // OSV has no registry of WordPress plugins; GitHub knows it as a Composer package
  woocommerce: ['none', 'composer'],
};

/** Where vendors publish their own advisories, and many of them their releases. */
export const repositories: Record<string, string> = {
  'abantecart/abantecart-src': 'abantecart',
  'bagisto/bagisto': 'bagisto',
  'cubecart/v6': 'cubecart',
  'EC-CUBE/ec-cube': 'eccube',
  'litecart/litecart': 'litecart',
  'opencart/opencart': 'opencart',
  'OpenMage/magento-lts': 'openmage',
  'OXID-eSales/oxideshop_ce': 'oxid',
  'PrestaShop/PrestaShop': 'prestashop',
  'saleor/saleor': 'saleor',
  'shopware/shopware': 'shopware6',
  'solidusio/solidus': 'solidus',
  'spree/spree': 'spree',
  'Sylius/Sylius': 'sylius',
  'thirtybees/thirtybees': 'thirtybees',
  'vendure-ecommerce/vendure': 'vendure',
  'woocommerce/woocommerce': 'woocommerce',
  'zencart/zencart': 'zencart',
};

export function idsOf({ id, aliases }: Advisory): string[] {
  return [id, ...aliases];
}

export function ghsaOf(advisory: Advisory): string | undefined {
  return idsOf(advisory).find((id) => id.startsWith('GHSA-'));
}

export function cveOf(advisory: Advisory): string | null {
  return idsOf(advisory).find((id) => id.startsWith('CVE-')) ?? null;
}

/** OSV has the records of GitHub and of Drupal's security team. */
export function osvIdOf(advisory: Advisory): string | undefined {
  return ghsaOf(advisory) ?? idsOf(advisory).find((id) => id.startsWith('DRUPAL-'));
}

export function isOfPackagist(advisory: Advisory): boolean {
  return ghsaOf(advisory) !== undefined || advisory.sources.some((name) => name.startsWith('FriendsOfPHP/'));
}

function hasVersions({ ranges, versions }: Advisory): boolean {
  return ranges.length + versions.length > 0;
}

/** Whether one of the stand-ins has the record with its versions. What is left: the CVE List, and vendors' own pages. */
export function isServed(product: string, advisory: Advisory): boolean {
  if (!hasVersions(advisory)) return false;
  // WPVulnerability gathers them from all who publish them
  if (product === 'woocommerce') return true;
  const inRepository = Object.values(repositories).includes(product) && ghsaOf(advisory) !== undefined;
  const [osv, github] = registries[product] ?? ['none', 'none'];
  const inDatabase =
    (osv !== 'none' && osvIdOf(advisory) !== undefined) || (github !== 'none' && ghsaOf(advisory) !== undefined);
  return inRepository || inDatabase || (osv === 'Packagist' && isOfPackagist(advisory));
}

export function recordsOf(product: string, has: (advisory: Advisory) => boolean): Advisory[] {
  return recordOf(product).advisories.filter((advisory) => hasVersions(advisory) && has(advisory));
}

/** `>= 6.6, < 6.6.10.3`, as GitHub and Composer write it. */
function constraintOf({ introduced, fixed, lastAffected }: AffectedRange, comma: string): string {
  const end = fixed === null ? (lastAffected === null ? [] : [`<= ${lastAffected}`]) : [`< ${fixed}`];
  const start = introduced === '0' && end.length > 0 ? [] : [`>= ${introduced}`];
  return [...start, ...end].join(comma);
}

export function constraintsOf({ ranges, versions }: Advisory, comma: string): string[] {
  return [...ranges.map((range) => constraintOf(range, comma)), ...versions.map((version) => `= ${version}`)];
}

export function productOf(packageName: string): string | undefined {
  return Object.keys(registries).find((product) => advisoryPackages(product).includes(packageName));
}
