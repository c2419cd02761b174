import { z } from 'zod';
import type { Proof } from '../model/attested.ts';
import { schemes } from '../versions/index.ts';
import { DocumentError, parseDocument } from './document.ts';

const Package = z.object({ name: z.string().max(200), version: z.string().max(200), extra: z.unknown().optional() });
const Packages = z.array(Package).max(20_000);
type Package = z.infer<typeof Package>;

/** composer.lock. Its `packages-dev` are not what the shop runs. */
const Lock = z.object({ packages: Packages }).transform(({ packages }) => packages);
/** `composer show --format=json` */
const Show = z.object({ installed: Packages }).transform(({ installed }) => installed);
/** `composer show shopware/core --format=json` */
const ShowOne = z
  .object({ name: z.string().max(200), versions: z.array(z.string().max(200)).length(1) })
  .transform(({ name, versions }): Package[] => versions.map((version) => ({ name, version })));
const Document = z.union([Lock, Show, ShowOne]);

interface Bearer {
  product: string;
  edition?: 'commerce';
}

/** Packages that bear the version of a whole platform. OXID's are left out: they number differently. */
const bearers = new Map<string, Bearer>([
  ['magento/product-enterprise-edition', { product: 'magento', edition: 'commerce' }],
  ['magento/product-community-edition', { product: 'magento' }],
  ['magento/magento2-base', { product: 'magento' }],
  ['mage-os/product-community-edition', { product: 'mageos' }],
  ['openmage/magento-lts', { product: 'openmage' }],
  ['shopware/core', { product: 'shopware6' }],
  ['shopware/platform', { product: 'shopware6' }],
  ['sylius/sylius', { product: 'sylius' }],
  ['drupal/core', { product: 'drupal' }],
  ['drupal/commerce', { product: 'drupal-commerce' }],
  ['roots/wordpress', { product: 'wordpress' }],
  ['roots/wordpress-no-content', { product: 'wordpress' }],
  ['johnpbloch/wordpress-core', { product: 'wordpress' }],
  ['wpackagist-plugin/woocommerce', { product: 'woocommerce' }],
]);

/** The product whose version a package bears. */
export function productOf(name: string): string | undefined {
  return bearers.get(name)?.product;
}

/** `v6.6.10.3` -> `6.6.10.3`; null for `dev-main` and what else is no release. */
export function plainVersion(version: string): string | null {
  const plain = version.replace(/^v(?=\d)/, '');
  const isRelease = /^\d[\w.-]{0,49}$/.test(plain) && !/dev/i.test(plain);
  return isRelease && schemes.composer.isVersion(plain) ? plain : null;
}

/** Every installed package of a composer.lock or of `composer show`. */
export function readPackages(document: unknown): Package[] {
  return parseDocument(Document, document, 'composer.lock or "composer show --format=json"');
}

function proofOf(product: string, packages: readonly (Package & Bearer)[]): Proof {
  const own = packages.filter((each) => each.product === product);
  const versions = new Set(own.map(({ version }) => plainVersion(version)));
  const [version] = versions;
  if (version === null || version === undefined)
    throw new DocumentError(`it names no release of ${product}`, 'install a release, or state the version');
  if (versions.size > 1)
    throw new DocumentError(`it names two versions of ${product}`, 'finish the update, then write the file again');
  const commerce = own.some(({ edition }) => edition === 'commerce');
  return { covers: [], version, product, ...(commerce ? { edition: 'commerce' } : {}) };
}

/** The version of each platform that Composer installed. */
export function readComposer(document: unknown): Proof[] {
  const packages = readPackages(document).flatMap((each) => {
    const bearer = bearers.get(each.name);
    return bearer === undefined ? [] : [{ ...each, ...bearer }];
  });
  if (packages.length === 0)
    throw new DocumentError('it names no package of a platform', 'name the composer.lock of the shop itself');
  return [...new Set(packages.map(({ product }) => product))].map((product) => proofOf(product, packages));
}
