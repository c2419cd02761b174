import type { Platform } from './platform.ts';
import { asset, assetOn, cookie, header, markup, script } from './signals.ts';

/** Run and patched by its vendor. Buy buttons embedded in other shops load its files too, so files alone do not name it. */
export const shopify: Platform = {
  id: 'shopify',
  name: 'Shopify',
  vendorHosted: true,
  signals: [
    // x-shopid: 12345678
    header('half', 'x-shopid', /^\d{1,15}$/, 'header carries a Shopify shop number'),
    // x-shopify-stage: production
    header('half', 'x-shopify-stage', /./, 'header of the Shopify servers'),
    // powered-by: Shopify
    header('half', 'powered-by', /^Shopify$/, 'header names Shopify'),
    // _shopify_y, _shopify_s, _shopify_essential
    cookie('half', /^_shopify_(?:y|s|essential)/, 'cookie of Shopify'),
    // <meta name="shopify-digital-wallet" content="/12345678/digital_wallets/dialog">
    markup('half', /^<meta name="shopify-(?:digital-wallet|checkout-api-token)"/, 'page names its Shopify wallet'),
    // Shopify.theme = {"name":"Dawn","id":...; the buy button's object is called ShopifyBuy
    script('half', /\bShopify\.(?:theme|shop) ?= ?["{]/, 'page sets the Shopify theme object'),
    // /cdn/shop/t/4/assets/base.css on the shop's own host
    asset('half', /^\/cdn\/shop\/t\/\d/, "page loads its theme from Shopify's folder"),
    // https://cdn.shopify.com/s/files/1/0012/3456/files/logo.png
    assetOn('cdn.shopify.com', 'half', /^\/s\//, "page loads files from Shopify's network"),
  ],
  versionRules: [],
  hasFileHashes: false,
};
