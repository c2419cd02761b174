import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** Prints no release; the names of its built files carry a checksum that tells it, as long as the shop did not build its own. */
export const bagisto: Platform = {
  id: 'bagisto',
  name: 'Bagisto',
  signals: [
    // <meta name="generator" content="Bagisto">, late 2.3 and 2.4
    generator('strong', /^Bagisto$/, 'generator names Bagisto'),
    // Set-Cookie: bagisto_session=..., where the owner kept the name of the application
    cookie('strong', /^bagisto_session$/, 'session cookie of Bagisto'),
    // /themes/shop/default/build/assets/app-CVWqGsTj.css, 2.0 and later
    asset('half', /\/themes\/shop\/[\w-]{1,60}\/build\/assets\//, 'page loads built files of a Bagisto theme'),
    // <meta name="currency" content="{"id":1,"code":"USD",...}">, 2.0 and later
    markup('half', /^<meta name="currency" content="\{"id":\d/, 'page describes its currency as Bagisto does'),
    // <script type="text/x-template" id="v-flash-group-template">, 2.0 and later
    markup('half', /^<script [^>]{0,200}id="v-flash-(?:group|item)-template"/, 'page carries a Bagisto template'),
    // /vendor/webkul/ui/assets/js/ui.js, 0.1 to 1.x
    asset('half', /\/vendor\/webkul\/(?:ui|admin|shop)\/assets\//, 'page loads files of Bagisto packages'),
    // /themes/velocity/assets/js/velocity.js, /themes/default/assets/css/shop.css, 0.1 to 1.x
    asset(
      'half',
      /\/themes\/(?:velocity\/assets\/|default\/assets\/(?:css|js)\/shop\.)/,
      'page loads files of a Bagisto 1 theme',
    ),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  nameRules: [
    {
      kind: 'asset-name',
      rule: 'name of a built file',
      from: 'asset',
      path: null,
      // /themes/shop/default/build/assets/app-CVWqGsTj.css, 2.0 and later
      list: /\/themes\/shop\/default\/build\/assets\/([\w.-]{1,80}\.(?:css|js))(?:\?|$)/,
      name: /^([\w.-]{1,80})$/,
      fit: 'each',
    },
  ],
  hasFileHashes: true,
};
