import { abantecart } from './abantecart.ts';
import { bigcommerce } from './bigcommerce.ts';
import { ecwid } from './ecwid.ts';
import { lightspeed } from './lightspeed.ts';
import { magento } from './magento.ts';
import { mageos } from './mageos.ts';
import { opencart } from './opencart.ts';
import type { Platform } from './platform.ts';
import { prestashop } from './prestashop.ts';
import { salesforce } from './salesforce.ts';
import { sapCommerce } from './sap-commerce.ts';
import { shoper } from './shoper.ts';
import { shopify } from './shopify.ts';
import { squarespace } from './squarespace.ts';
import { wix } from './wix.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';

/** Every platform that Patchproof knows. */
export const platforms: readonly Platform[] = [
  abantecart,
  bigcommerce,
  ecwid,
  lightspeed,
  mageos,
  magento,
  opencart,
  prestashop,
  salesforce,
  sapCommerce,
  shoper,
  shopify,
  squarespace,
  wix,
  woocommerce,
  wordpress,
];
