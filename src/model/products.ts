const names = new Map([
  ['abantecart', 'AbanteCart'],
  ['bagisto', 'Bagisto'],
  ['cubecart', 'CubeCart'],
  ['drupal', 'Drupal'],
  ['eccube', 'EC-CUBE'],
  ['joomla', 'Joomla'],
  ['litecart', 'LiteCart'],
  ['magento', 'Magento'],
  ['magento1', 'Magento 1'],
  ['medusa', 'Medusa'],
  ['nopcommerce', 'nopCommerce'],
  ['opencart', 'OpenCart'],
  ['openmage', 'OpenMage'],
  ['oscommerce', 'osCommerce'],
  ['oxid', 'OXID eShop'],
  ['prestashop', 'PrestaShop'],
  ['saleor', 'Saleor'],
  ['shopware5', 'Shopware 5'],
  ['shopware6', 'Shopware 6'],
  ['solidus', 'Solidus'],
  ['spree', 'Spree'],
  ['sylius', 'Sylius'],
  ['thirtybees', 'thirty bees'],
  ['vendure', 'Vendure'],
  ['woocommerce', 'WooCommerce'],
  ['wordpress', 'WordPress'],
  ['zencart', 'Zen Cart'],
  ['mageos', 'Mage-OS'],
  ['qloapps', 'QloApps'],
  ['ce-phoenix', 'CE Phoenix'],
  ['smartstore', 'Smartstore'],
  ['cscart', 'CS-Cart'],
  ['modified', 'modified eCommerce'],
  ['gambio', 'Gambio'],
  ['xtcommerce', 'xt:Commerce'],
  ['odoo', 'Odoo'],
  ['virtuemart', 'VirtueMart'],
  ['drupal-commerce', 'Drupal Commerce'],
  ['shopify', 'Shopify'],
  ['bigcommerce', 'BigCommerce'],
  ['wix', 'Wix'],
  ['squarespace', 'Squarespace'],
  ['salesforce', 'Salesforce Commerce Cloud'],
  ['shoper', 'Shoper'],
  ['ecwid', 'Ecwid'],
  ['lightspeed', 'Lightspeed'],
  ['sap-commerce', 'SAP Commerce'],
]);

/** Who makes a product, where people know the maker by another name. */
const vendors = new Map([
  ['magento', 'Adobe'],
  ['woocommerce', 'Automattic'],
]);

/** A product's name as people write it; its id where it has none here. */
export function nameProduct(id: string): string {
  return names.get(id) ?? id;
}

/** The maker's name, the product's own where it is the same. */
export function nameVendor(id: string): string {
  return vendors.get(id) ?? nameProduct(id);
}
