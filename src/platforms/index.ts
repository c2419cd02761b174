import { abantecart } from './abantecart.ts';
import { bagisto } from './bagisto.ts';
import { bigcommerce } from './bigcommerce.ts';
import { drupal } from './drupal.ts';
import { drupalCommerce } from './drupal-commerce.ts';
import { ecwid } from './ecwid.ts';
import { joomla } from './joomla.ts';
import { lightspeed } from './lightspeed.ts';
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
import { salesforce } from './salesforce.ts';
import { sapCommerce } from './sap-commerce.ts';
import { shoper } from './shoper.ts';
import { shopify } from './shopify.ts';
import { shopware5 } from './shopware5.ts';
import { shopware6 } from './shopware6.ts';
import { squarespace } from './squarespace.ts';
import { sylius } from './sylius.ts';
import { thirtybees } from './thirtybees.ts';
import { virtuemart } from './virtuemart.ts';
import { wix } from './wix.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';

/** Every platform that Patchproof knows. */
export const platforms: readonly Platform[] = [
  abantecart,
  bagisto,
  bigcommerce,
  drupal,
  drupalCommerce,
  ecwid,
  joomla,
  lightspeed,
  magento,
  magento1,
  mageos,
  odoo,
  opencart,
  openmage,
  oxid,
  prestashop,
  qloapps,
  salesforce,
  sapCommerce,
  shoper,
  shopify,
  shopware5,
  shopware6,
  squarespace,
  sylius,
  thirtybees,
  virtuemart,
  wix,
  woocommerce,
  wordpress,
];
