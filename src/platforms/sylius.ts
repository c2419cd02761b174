import type { Platform } from './platform.ts';
import { asset, markup } from './signals.ts';

/** Files are built anew in each project and nothing prints the release: nothing public tells it. */
export const sylius: Platform = {
  id: 'sylius',
  name: 'Sylius',
  signals: [
    // <body data-route="sylius_shop_homepage">, 2.0 and later
    markup('strong', /^<body [^>]{0,500}data-route="sylius_/, 'page names its Sylius route'),
    // /bundles/syliusshop/images/logo.png, all releases
    asset('strong', /\/bundles\/syliusshop\//, 'page loads files of the Sylius shop'),
    // /media/cache/resolve/sylius_shop_product_thumbnail/3f/2a/shoe.jpg, 1.0 and later
    asset('strong', /\/media\/cache\/(?:resolve\/)?sylius_[a-z]/, 'page loads product images in Sylius sizes'),
    // <form name="sylius_shop_add_to_cart" ...>, <div id="sylius-cart-button">, <div class="sylius-product-name">
    markup('half', /^<\w{1,20} [^>]{0,300}"sylius[_-][a-z]/, 'markup of Sylius templates'),
    // /build/shop/shop-entry.js (1.12 and later), /assets/shop/js/app.js (before): any Symfony project may have them
    asset('hint', /\/(?:build\/(?:app\/)?shop|assets\/shop)\//, 'page loads files from a folder that Sylius uses'),
  ],
  versionRules: [],
  versionPlace: { kind: 'composer', name: 'sylius/sylius' },
  hasFileHashes: false,
};
