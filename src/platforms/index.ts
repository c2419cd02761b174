import { abantecart } from './abantecart.ts';
import { magento } from './magento.ts';
import { mageos } from './mageos.ts';
import { opencart } from './opencart.ts';
import type { Platform } from './platform.ts';
import { prestashop } from './prestashop.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';

/** Every platform that Patchproof knows. */
export const platforms: readonly Platform[] = [
  abantecart,
  mageos,
  magento,
  opencart,
  prestashop,
  shopify,
  woocommerce,
  wordpress,
];
