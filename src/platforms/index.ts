import { abantecart } from './abantecart.ts';
import { bagisto } from './bagisto.ts';
import { drupal } from './drupal.ts';
import { drupalCommerce } from './drupal-commerce.ts';
import { joomla } from './joomla.ts';
import { magento } from './magento.ts';
import { magento1 } from './magento1.ts';
import { mageos } from './mageos.ts';
import { odoo } from './odoo.ts';
import { opencart } from './opencart.ts';
import { openmage } from './openmage.ts';
import { oxid } from './oxid.ts';
import type { Platform } from './platform.ts';
import { prestashop } from './prestashop.ts';
import { qloapps } from './qloapps.ts';
import { shopify } from './shopify.ts';
import { shopware5 } from './shopware5.ts';
import { shopware6 } from './shopware6.ts';
import { sylius } from './sylius.ts';
import { thirtybees } from './thirtybees.ts';
import { virtuemart } from './virtuemart.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';

/** Every platform that Patchproof knows. */
export const platforms: readonly Platform[] = [
  abantecart,
  bagisto,
  drupal,
  drupalCommerce,
  joomla,
  magento,
  magento1,
  mageos,
  odoo,
  opencart,
  openmage,
  oxid,
  prestashop,
  qloapps,
  shopify,
  shopware5,
  shopware6,
  sylius,
  thirtybees,
  virtuemart,
  woocommerce,
  wordpress,
];
