import type { Platform } from './platform.ts';
import { asset, markup } from './signals.ts';

/** A module of Drupal: both are judged. Nothing public tells its release. */
export const drupalCommerce: Platform = {
  id: 'drupal-commerce',
  name: 'Drupal Commerce',
  builtOn: 'drupal',
  signals: [
    // /modules/contrib/commerce/modules/cart/css/commerce_cart.theme.css, /sites/all/modules/commerce/... (7)
    asset(
      'strong',
      /(?:\/sites\/\w{1,60}\/modules\/(?:contrib\/)?|\/modules\/contrib\/)commerce\/\w/,
      'page loads files of the Commerce module',
    ),
    // <form class="commerce-order-item-add-to-cart-form-commerce-product-1 commerce-order-item-add-to-cart-form" ...>, 8 and later
    markup(
      'strong',
      /^<(?:form|div) [^>]{0,500}\bcommerce-order-item-add-to-cart-form\b/,
      'page carries a cart form of Drupal Commerce',
    ),
    // <form class="commerce-add-to-cart commerce-cart-add-to-cart-form-1" ...>, 7
    markup(
      'strong',
      /^<form [^>]{0,500}\bcommerce-cart-add-to-cart-form\b/,
      'page carries a cart form of Drupal Commerce 7',
    ),
  ],
  versionRules: [],
  versionPlace: { kind: 'composer', name: 'drupal/commerce' },
  hasFileHashes: false,
};
