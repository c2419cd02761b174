import type { Platform } from './platform.ts';
import { asset, assetOn, markup, script } from './signals.ts';

/**
 * Run and patched by its vendor. No header or cookie of its own is known, so it takes the files that it bundles per shop
 * and two more signs; the link in the footer outlives a move to another platform.
 */
export const shoper: Platform = {
  id: 'shoper',
  name: 'Shoper',
  vendorHosted: true,
  signals: [
    // /skins/user/rwd_shoper_1/cache/sfc/MTI6MDowOnBsX1BMOjE6MDptYWluOjE0Njo1LjguMjE.css
    asset('half', /\/skins\/(?:user|default)\/rwd_\w{1,40}\/cache\/sfc\//, 'page loads files that Shoper bundles'),
    // Shop.values = Shop.values || {}; Shop.postinit.fbpixel = function() {
    script('hint', /\bShop\.(?:values|postinit)\b/, 'page sets the Shoper object'),
    // https://cdn.dcsaas.net/js/front-api-1.0.5.min.js
    assetOn('cdn.dcsaas.net', 'hint', /^\/js\/front-api-/, "page loads Shoper's script"),
    // <body class="shop_index">
    markup('hint', /^<body [^>]{0,300}\bshop_(?:index|product|category)\b/, 'body class of Shoper'),
    // <a href="https://www.shoper.pl/">Sklep internetowy Shoper.pl</a>
    markup('hint', /^<a href="https?:\/\/(?:www\.)?shoper\.pl\/?"/, 'footer links to Shoper'),
  ],
  versionRules: [],
  hasFileHashes: false,
};
