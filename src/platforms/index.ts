import { abantecart } from './abantecart.ts';
import { cePhoenix } from './ce-phoenix.ts';
import { cscart } from './cscart.ts';
import { cubecart } from './cubecart.ts';
import { eccube } from './eccube.ts';
import { gambio } from './gambio.ts';
import { litecart } from './litecart.ts';
import { magento } from './magento.ts';
import { mageos } from './mageos.ts';
import { medusa } from './medusa.ts';
import { modified } from './modified.ts';
import { nopcommerce } from './nopcommerce.ts';
import { opencart } from './opencart.ts';
import { oscommerce } from './oscommerce.ts';
import type { Platform } from './platform.ts';
import { prestashop } from './prestashop.ts';
import { saleor } from './saleor.ts';
import { shopify } from './shopify.ts';
import { smartstore } from './smartstore.ts';
import { solidus } from './solidus.ts';
import { spree } from './spree.ts';
import { vendure } from './vendure.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';
import { xtcommerce } from './xtcommerce.ts';
import { zencart } from './zencart.ts';

/** Every platform that Patchproof knows. */
export const platforms: readonly Platform[] = [
  abantecart,
  cePhoenix,
  cscart,
  cubecart,
  eccube,
  gambio,
  litecart,
  magento,
  mageos,
  medusa,
  modified,
  nopcommerce,
  opencart,
  oscommerce,
  prestashop,
  saleor,
  shopify,
  smartstore,
  solidus,
  spree,
  vendure,
  woocommerce,
  wordpress,
  xtcommerce,
  zencart,
];
