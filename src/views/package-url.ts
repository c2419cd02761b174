import type { Component, VersionPlace } from '../model/identification.ts';

/** Products whose package counts versions in its own way. */
const numberedApart: ReadonlySet<string> = new Set(['oxid']);

/** A package's type in Package URLs, by where its version is read; null where there is no package. */
const packageTypes: Record<VersionPlace['kind'], string | null> = {
  'back-office': null,
  composer: 'composer',
  bundler: 'gem',
  npm: 'npm',
};

/** `composer/sylius/sylius`, `npm/%40vendure/core`, `generic/prestashop` */
function nameOf({ product, versionPlace }: Component): string {
  const type = versionPlace === null || numberedApart.has(product) ? null : packageTypes[versionPlace.kind];
  if (versionPlace === null || type === null) return `generic/${product}`;
  return `${type}/${versionPlace.name.split('/').map(encodeURIComponent).join('/')}`;
}

/** A release of a product as Package URL: https://github.com/package-url/purl-spec */
export function packageUrl(component: Component, version: string): string {
  return `pkg:${nameOf(component)}@${encodeURIComponent(version)}`;
}
