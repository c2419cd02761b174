import { abantecart } from './abantecart.ts';
import { bagisto } from './bagisto.ts';
import { bigcommerce } from './bigcommerce.ts';
import { cePhoenix } from './ce-phoenix.ts';
import { cscart } from './cscart.ts';
import { cubecart } from './cubecart.ts';
import { drupal } from './drupal.ts';
import { drupalCommerce } from './drupal-commerce.ts';
import { eccube } from './eccube.ts';
import { ecwid } from './ecwid.ts';
import { gambio } from './gambio.ts';
import { joomla } from './joomla.ts';
import { lightspeed } from './lightspeed.ts';
import { litecart } from './litecart.ts';
import { magento } from './magento.ts';
import { magento1 } from './magento1.ts';
import { mageos } from './mageos.ts';
import { medusa } from './medusa.ts';
import { modified } from './modified.ts';
import { nopcommerce } from './nopcommerce.ts';
import { odoo } from './odoo.ts';
import { opencart } from './opencart.ts';
import { openmage } from './openmage.ts';
import { oscommerce } from './oscommerce.ts';
import { oxid } from './oxid.ts';
import type { Platform } from './platform.ts';
import { prestashop } from './prestashop.ts';
import { qloapps } from './qloapps.ts';
import { saleor } from './saleor.ts';
import { salesforce } from './salesforce.ts';
import { sapCommerce } from './sap-commerce.ts';
import { shoper } from './shoper.ts';
import { shopify } from './shopify.ts';
import { shopware5 } from './shopware5.ts';
import { shopware6 } from './shopware6.ts';
import { smartstore } from './smartstore.ts';
import { solidus } from './solidus.ts';
import { spree } from './spree.ts';
import { squarespace } from './squarespace.ts';
import { sylius } from './sylius.ts';
import { thirtybees } from './thirtybees.ts';
import { vendure } from './vendure.ts';
import { virtuemart } from './virtuemart.ts';
import { wix } from './wix.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';
import { xtcommerce } from './xtcommerce.ts';
import { zencart } from './zencart.ts';

/** Every platform that Patchproof knows. */
export const platforms: readonly Platform[] = [
  abantecart,
  bagisto,
  bigcommerce,
  cePhoenix,
  cscart,
  cubecart,
  drupal,
  drupalCommerce,
  eccube,
  ecwid,
  gambio,
  joomla,
  lightspeed,
  litecart,
  magento,
  magento1,
  mageos,
  medusa,
  modified,
  nopcommerce,
  odoo,
  opencart,
  openmage,
  oscommerce,
  oxid,
  prestashop,
  qloapps,
  saleor,
  salesforce,
  sapCommerce,
  shoper,
  shopify,
  shopware5,
  shopware6,
  smartstore,
  solidus,
  spree,
  squarespace,
  sylius,
  thirtybees,
  vendure,
  virtuemart,
  wix,
  woocommerce,
  wordpress,
  xtcommerce,
  zencart,
];
