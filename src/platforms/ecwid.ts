import type { Platform } from './platform.ts';
import { assetOn, markup, script } from './signals.ts';

/**
 * Run and patched by its vendor, as a shop inside of another platform's page: both are judged. A single product's button
 * or the cart alone is no shop, so the product browser is needed. Of its own starter sites those are found that show it.
 */
export const ecwid: Platform = {
  id: 'ecwid',
  name: 'Ecwid',
  vendorHosted: true,
  embedded: true,
  signals: [
    // https://app.ecwid.com/script.js?1003&data_platform=code&data_date=2026-02-23
    assetOn('app.ecwid.com', 'half', /^\/script\.js\?\d{1,12}\b/, "page loads a store from Ecwid's network"),
    // xProductBrowser("categoriesPerRow=3","views=grid(20,3) list(60) table(60)","categoryView=grid","id=my-store-1003");
    { ...script('half', /\bxProductBrowser\(/, 'page opens the Ecwid product browser'), needed: true },
    // <div id="my-store-1003"></div>
    {
      ...markup('hint', /^<div [^>]{0,200}\bid="my-store-\d{1,12}"/, 'page has a place for the Ecwid store'),
      needed: true,
    },
    // <link rel="canonical" href="https://cups.company.site/">
    markup(
      'hint',
      /^<link rel="canonical" href="https:\/\/[\w-]{1,63}\.(?:company\.site|ecwid\.com)\//,
      'page has an address of Ecwid starter sites',
    ),
  ],
  versionRules: [],
  hasFileHashes: false,
};
