/** One mark a line; `¶` in it is a line break of the answer. */
function lines(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll('¶', '\n'));
}

/** What the platforms show, by the kind of rule that looks for it, so that random answers come near to matching. */
export const marks = {
  generator: lines(`
    WordPress
    WooCommerce
    AbanteCart v
    Smartstore
    SmartStore.NET
    PrestaShop
    thirty bees
    QloApps
    Drupal 10 (https://www.drupal.org)
    Joomla! - Open Source Content Management
    CE Phoenix Cart
    cubecart
    shopping cart program by Zen Cart&reg;, http://www.zen-cart.com eCommerce
    nopCommerce
    Bagisto
    Odoo
    xt:Commerce
    (c) by modified eCommerce Shopsoftware 818 https://www.modified-shop.org
    (c) by modified eCommerce Shopsoftware 14A https://www.modified-shop.org
    Wix.com Website Builder
  `),
  cookie: lines(`
    OCSESSID
    AC_SF_0123456789
    CC_0123456789
    LCSESSID
    zenid
    osCsid
    MODsid
    eccube
    ECSESSID
    PrestaShop-00000000000000000000000000000000
    thirtybees-00000000000000000000000000000000
    QloApps-00000000000000000000000000000000
    frontend
    om_frontend
    X-Magento-Vary
    mage-cache-sessid
    private_content_version
    form_key
    woocommerce_cart_hash
    wp_woocommerce_session_0
    session-1
    sw-states
    bagisto_session
    sid
    sid_key
    .Nop.Customer
    Nop.customer
    .Smart.Visitor
    sid_customer_0a1b2
    guest_token
    token
    connect.sid
    _medusa_cache_id
    session_id
    frontend_lang
    d41d8cd98f00b204e9800998ecf8427e
    _shopify_y
    crumb
    dwsid
    dwanonymous_00000000000000000000000000000000
    SHOP_SESSION_TOKEN
    fornax_anonymousId
    __proto__
    JSESSIONID
  `),
  header: lines(`
    powered-by: PrestaShop
    powered-by: thirty bees
    powered-by: QloApps
    powered-by: Shopify
    x-powered-by: LiteCart
    x-powered-by: Smartstore 6.4
    x-powered-by: PHP/8.3.12
    x-powered-by: JoomlaAPI/1.0
    server: Pepyaka
    server: Squarespace
    x-generator: Drupal 10 (https://www.drupal.org)
    x-drupal-cache: MISS
    x-drupal-dynamic-cache: MISS
    expires: Sun, 19 Nov 1978 05:00:00 GMT
    x-magento-tags: FPC
    x-magento-cache-debug: HIT
    x-built-with: Hyva Themes
    x-thirtybees-pagecache: hit
    sw-context-token: a
    sw-language-id: a
    sw-version-id: a
    vendure-auth-token: a
    link: <https://x/wp-json/>; rel="https://api.w.org/"
    x-shopid: 12345678
    x-shopify-stage: production
    x-shop-id: 613284
    x-wix-request-id: 1755591144.07
    x-contextid: P0IlaNKm/roP4a7jq
    x-dw-request-base-id: I2bB2DOHg2EBAAB_
  `).map((line): [name: string, value: string] => {
    const [name = '', value = ''] = line.split(/: (.*)/);
    return [name, value];
  }),
  asset: lines(`
    /wp-includes/css/a.css
    /wp-content/themes/a/style.css
    /wp-content/plugins/woocommerce/assets/css/a.css
    /static/version1697000000/frontend/Magento/luma/en_US/mage/mage.js
    /static/frontend/A/b/en_US/requirejs-config.js
    /skin/frontend/base/default/css/a.css
    /js/varien/form.js
    /js/mage/cookies.js
    /js/prototype/prototype.js
    /themes/classic/assets/css/theme.css
    /modules/ps_shoppingcart/ps.js
    /modules/blockcart/ajax-cart.js
    /js/tools.js
    /themes/community-theme-default/css/global.css
    /catalog/view/javascript/common.js
    /catalog/view/theme/default/stylesheet/stylesheet.css
    /extension/opencart/a.js
    /storefront/view/default/a.js
    /bundles/storefront/a.js
    /theme/00000000000000000000000000000000/css/all.css?1697000000
    /web/cache/1697000000_0a1b.css
    /core/misc/drupal.js?v=10.3.7
    /modules/contrib/commerce/a.js
    /media/system/js/core.js
    /media/jui/js/a.js
    /components/com_virtuemart/assets/js/vm.js?vmver=9802
    /media/vendor/bootstrap/js/a.js
    /core/misc/ajax.js
    /includes/templates/responsive_classic/css/stylesheet.css
    /ext/jquery/jquery-1.11.1.min.js
    /stylesheet.css
    /skins/foundation/js/2.cubecart.js
    /includes/templates/default.catalog/css/framework.min.css
    /ext/jquery/jquery-3.7.1.min.js
    /Themes/DefaultClean/Content/css/styles.css
    /bundles/js/smartstore.js
    /build/shop/app.js
    /bundles/syliusshop/a.js
    /themes/shop/default/build/assets/app-0a1b2c3d.js
    /vendor/webkul/ui/assets/js/ui.js
    /html/template/default/assets/js/eccube.js
    /js/eccube.js?v=3.0.18
    /out/flow/src/css/styles.min.css
    /modules/oe/oepaypal/out/a.js
    /js/tygh/core.js?ver=4.2.3
    /var/cache/misc/assets/js/tygh/scripts-0a1b2c.js
    /templates/Honeygrid/gm_javascript.js.php
    /GXModules/a.js
    /JSEngine/a.js
    /templates/EyeCandy/a.css
    /templates/tpl_modified/a.css
    /assets/spree/frontend/all.js
    /assets/store/all-0a1b2c.css
    /assets/solidus/all.js
    /web/assets/1/0a1b2c3/web.assets_frontend.min.js
    /web/static/img/a.png
    /cdn/shop/t/4/assets/base.css
    /on/demandware.static/Sites-A-Site/-/default/a.css
    /skins/user/rwd_shoper_1/cache/sfc/MTI6.css
    /_ui/responsive/common/css/a.css
    /services/stats/pageview.js
    https://cdn.shopify.com/s/files/1/a.js
    https://cdn11.bigcommerce.com/s-a/stencil/04a03260-b13e/css/a.css
    https://static.parastorage.com/services/wixstores-client-gallery/1.6042.0/a.js
    https://app.ecwid.com/script.js?1
    https://cdn.webshopapp.com/shops/1/themes/2/a.css
    https://cdn.shoplightspeed.com/shops/1/themes/2/a.css
    https://cdn.dcsaas.net/js/front-api-1.0.5.min.js
  `),
  script: lines(`
    var prestashop = {
    var wc_add_to_cart_params = {
    var Mage = {}; Mage.Cookies.path
    VarienForm
    BASE_URL
    window.features = {"V6_5_0_0":true,"FEATURE_NEXT_1797":true};
    window.router = {
    window.salesChannelId = "
    document.asyncReady =
    var csrfConfig = {
    timeNow
    XT.version.version = "6.1.0";
    XT = {"version":{"version":"
    Tygh = {
    Spree.api_key = "
    Spree.routes = {
    Solidus =
    odoo.csrf_token = "
    odoo = {csrf_token: "
    Shopify.theme = {
    Shopify.shop = "
    var BCData = {
    "1380b703-ce81-ff05-f115-39571d94dfcd"
    dw.ac = {
    (SQUARESPACE_ROLLUPS, 'squarespace-commerce')
    var CQuotient = window.CQuotient
    Shop.values =
    xProductBrowser(
    ACC.config.contextPath = ""
    window.dataLayer =
    {"Magento_Ui/js/core/app":{}}
    Drupal.settings
    "saleorApiUrl":"https://shop.eu.saleor.cloud/graphql/"
  `),
  markup: lines(`
    <body class="woocommerce-no-js">
    <body class="cms-index-index page-layout-1column">
    <body data-mage-init="{}">
    <script type="text/x-magento-init">
    <body id="index" class="lang-en">
    <body class="sylius_homepage">
    <script type="application/json" data-drupal-selector="drupal-settings-json">
    <body class="shop_index">
    <form class="commerce-order-item-add-to-cart-form">
    <script class="joomla-script-options new">
    <!--
    <div id="vmMainPage">
    <a href="index.php?option=com_virtuemart">
    <a href="index.php?main_page=index&zenid=1">
    <a href="index.php?route=product/product">
    <a href="index.php?dispatch=products.view">
    <div class="infoBoxHeading">
    <meta name="application-name" content="Shopware">
    <meta name="shopify-digital-wallet" content="/1/x">
    <!--Powered by nopCommerce - https://www.nopCommerce.com-->
    <!-- Shopsoftware by Gambio GmbH (c) 2005-2026 -->
    <!-- OXID eShop Community Edition, Version 6, Shopping Cart System (c) OXID eSales AG 2003 - 2026 -->
    <!-- OXID eShop Enterprise Edition, Shopping Cart System -->
    <!-- [START] 'blocks/head.rain' -->
    <!-- (c) 2008-2026 Lightspeed Netherlands B.V. -->
    <!-- This is Squarespace. -->
    <div id="my-store-1">
    <meta name="platform" content="bigcommerce.stencil">
    <form action="/on/demandware.store/Sites-A-Site/en/x">
    <div class="yCmsContentSlot">
    <cx-storefront>
    <meta name="occ-backend-base-url">
    <a href="https://www.shoper.pl">
    <a href="http://www.opencart.com">
    <link rel="https://api.w.org/" href="/wp-json/">
    <html data-theme="hyva">
  `),
  text: lines(`
    Magento/2.4 (Community)
    Magento/2.4 (Enterprise)
    Mage-OS/2.0 (Community)
    === WooCommerce ===
    == Changelog ==¶= 9.1.1 2024-07-11 =
    "Project-Id-Version: WooCommerce 9.4.3\\n"
    {"fields":[{"name":"id"}]}
    <generator>https://wordpress.org/?v=6.8.1</generator>
    <span class="site-version">10.1.6</span>
    <title>Shopware 5.7.19  (Rev. 202) - Backend
    <extension type="file"><version>5.2.0</version></extension>
    <metafile type="language"><version>5.2.0</version>
    <extension><name>VIRTUEMART</name><version>4.2.4</version>
    introduced="6.4.9" introduced="6.1.21"
    Modified in v2.0.1
    CS-Cart <b>4.2.3
    {"version":"19.0","version_info":[19]}
    # automatically generated by PrestaShop e-commerce
    # automatically generated by thirty bees e-commerce solution
    # This file automaticaly generated by QloApps
    = 1.7.0 =¶Version 1.7.0
    x-publishable-api-key
    {"__schema":{}}
  `),
};
