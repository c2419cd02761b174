import type { Folders } from './served.ts';

/** How the releases of a platform are read. A platform that was moved or split has more than one; the first holds new releases. */
export interface Recipe {
  product: string;
  /** Public address of the repository, or of the page that offers the release archives. */
  source: string;
  /** `clone`: the tags hold what releases hold. `trees`: files are built at release time, so unpacked archives are needed. */
  from: 'clone' | 'trees';
  /** Tags that are releases: patterns of git, separated by blanks. */
  tags: string;
  /** Folder of the tree -> folder of a shop's web site. */
  folders: Folders;
  /** Starts of paths that no shop serves there: the admin folder is renamed, the folder is for developers. */
  skip: readonly string[];
  /** Versions or tags that are not what their name says. */
  leaveOut: readonly string[];
}

type Short = Pick<Recipe, 'product' | 'source'> & Partial<Recipe>;

function recipe(short: Short): Recipe {
  return { from: 'clone', tags: '*', folders: [['', '/']], skip: [], leaveOut: [], ...short };
}

/** Magento serves the web folders of modules under the static base: Vendor_Module. */
function magentoModule(name: string, area: 'frontend' | 'base'): Folders[number] {
  return [`app/code/Magento/${name}/view/${area}/web/`, `{static}/Magento_${name}/`];
}

const given: readonly Short[] = [
  {
    product: 'abantecart',
    source: 'https://github.com/abantecart/abantecart-src',
    folders: [['public_html/', '/']],
    skip: ['/extensions/'],
  },
  {
    product: 'bagisto',
    source: 'https://github.com/bagisto/bagisto',
    tags: 'v*',
    folders: [['public/', '/']],
  },
  { product: 'ce-phoenix', source: 'https://github.com/CE-PhoenixCart/PhoenixCart', tags: 'v1.*' },
  { product: 'cubecart', source: 'https://github.com/cubecart/v6', tags: 'v6.*', skip: ['/admin/'] },
  {
    product: 'drupal',
    source: 'https://github.com/drupal/core',
    tags: '8.* 9.* 1*',
    folders: [['', '/core/']],
  },
  {
    product: 'drupal',
    source: 'https://github.com/pantheon-systems/drops-7',
    tags: '7.[0-9] 7.[0-9][0-9] 7.10[0-3]', // later tags are no plain Drupal
    leaveOut: ['7.6'], // holds 7.5
  },
  {
    product: 'eccube',
    source: 'https://github.com/EC-CUBE/ec-cube',
    folders: [['html/', '/html/']],
  },
  {
    product: 'eccube',
    source: 'https://github.com/EC-CUBE/ec-cube2',
    tags: 'eccube-2.*',
    folders: [['html/', '/']],
  },
  // media are built at release time from 4.0 on
  { product: 'joomla', source: 'https://github.com/joomla/joomla-cms/releases', from: 'trees' },
  {
    product: 'litecart',
    source: 'https://github.com/litecart/litecart',
    folders: [['public_html/', '/']],
  },
  {
    product: 'magento',
    source: 'https://github.com/magento/magento2',
    tags: '2.*',
    folders: [
      ['lib/web/', '{static}/'],
      ...['Checkout', 'Paypal', 'Swatches', 'Catalog', 'Customer'].map((name) => magentoModule(name, 'frontend')),
      magentoModule('Ui', 'base'),
    ],
  },
  {
    product: 'magento1',
    source: 'https://github.com/OpenMage/magento-lts',
    tags: '1.[4-9].* v19.* v20.*',
    leaveOut: ['1.9.3.0'], // holds 1.9.3.2
  },
  { product: 'modified', source: 'https://github.com/modified-shop/modified-shop' },
  {
    product: 'nopcommerce',
    source: 'https://github.com/nopSolutions/nopCommerce',
    tags: 'release-*',
    folders: [['src/Presentation/Nop.Web/wwwroot/', '/']],
  },
  {
    product: 'opencart',
    source: 'https://github.com/opencart/opencart',
    folders: [['upload/', '/']],
  },
  {
    product: 'openmage',
    source: 'https://github.com/OpenMage/magento-lts',
    tags: 'v19.* v20.*',
    skip: ['/dev/'],
  },
  {
    product: 'oscommerce',
    source: 'https://github.com/osCommerce/oscommerce2',
    tags: 'v2.*',
    folders: [['catalog/', '/']],
  },
  {
    product: 'oxid',
    source: 'https://github.com/OXID-eSales/oxideshop_ce',
    tags: 'v4.* v6.*',
    folders: [['source/out/', '/out/']],
  },
  // scripts are built at release time from 1.7 on; the archives name the admin folder admin, every shop renames it
  {
    product: 'prestashop',
    source: 'https://github.com/PrestaShop/PrestaShop/releases',
    from: 'trees',
    tags: 'v*',
    skip: ['/admin/', '/modules/', '/docs/', '/info_version.txt', '/localization/', '/mails/'], // one-click upgrades leave the last two as they are
  },
  {
    product: 'prestashop',
    source: 'https://github.com/librasoft-fr/prestashop-versions',
    tags: 'v*',
    skip: ['/admin/', '/modules/', '/docs/', '/info_version.txt', '/localization/', '/mails/'], // one-click upgrades leave the last two as they are
    leaveOut: ['8.0.1'], // an 8.0.0 with some files of 8.0.1
  },
  {
    product: 'shopware5',
    source: 'https://github.com/shopware5/shopware',
    tags: 'v4.* v5.*',
  },
  {
    product: 'shopware6',
    source: 'https://github.com/shopware/administration',
    tags: 'v6.*',
    folders: [['Resources/public/', '/bundles/administration/']],
  },
  {
    product: 'smartstore',
    source: 'https://github.com/smartstore/Smartstore',
    folders: [['src/Smartstore.Web/wwwroot/', '/']],
  },
  {
    product: 'thirtybees',
    source: 'https://github.com/thirtybees/thirtybees',
    skip: ['/admin-dev/', '/modules/', '/docs/'],
  },
  // styles are built at release time
  {
    product: 'woocommerce',
    source: 'https://wordpress.org/plugins/woocommerce/advanced/',
    from: 'trees',
    folders: [['', '/wp-content/plugins/woocommerce/']],
  },
  {
    product: 'wordpress',
    source: 'https://github.com/johnpbloch/wordpress-core',
    tags: '3.[7-9]* [4-9].* 1[0-9].*',
    skip: ['/wp-content/'],
  },
  {
    product: 'zencart',
    source: 'https://github.com/zencart/zencart',
    tags: 'v* 1.5.6',
    skip: ['/admin/'],
    leaveOut: ['v1.5.6'], // holds 1.5.6a; the tag without the letter holds 1.5.6
  },
];

export const recipes: readonly Recipe[] = given.map(recipe);
