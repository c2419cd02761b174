const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Above this many versions a list names its ends only. */
const fewVersions = 4;

/** `WordPress`, `WordPress and WooCommerce` */
export function joinAll(texts: readonly string[]): string {
  return conjunction.format(texts);
}

/** `2.4.7`, `2.4.7 or 2.4.7-p1`, `one of 14 versions from 2.4.0 to 2.4.7` */
export function joinChoice(versions: readonly string[]): string {
  return versions.length <= fewVersions
    ? disjunction.format(versions)
    : `one of ${versions.length} versions from ${versions[0]} to ${versions.at(-1)}`;
}

/** `PrestaShop`, `PrestaShop 8.1.5`, `Magento, one of 14 versions from 2.4.0 to 2.4.7` */
export function nameVersions(product: string, versions: readonly string[]): string {
  if (versions.length === 0) return product;
  return `${product}${versions.length <= fewVersions ? '' : ','} ${joinChoice(versions)}`;
}
