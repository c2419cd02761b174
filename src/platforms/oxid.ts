import type { Platform } from './platform.ts';
import { asset, cookie, markup } from './signals.ts';

/** A comment names edition and, up to 6, the major release. Its hashes are those of the component, whose numbers are not the product's. */
export const oxid: Platform = {
  id: 'oxid',
  name: 'OXID eShop',
  signals: [
    // <!-- OXID eShop Community Edition, Version 6, Shopping Cart System (c) OXID eSales AG 2003 - 2024 - https://www.oxid-esales.com -->
    markup(
      'strong',
      /^<!--\s{0,5}OXID eShop (?:Community|Professional|Enterprise) Edition, /,
      'comment names OXID eShop',
    ),
    // /out/azure/src/css/oxid.css (4.x), /out/flow/src/js/script.min.js, /out/wave/..., /out/apex/src/css/styles.min.css (7)
    asset('half', /\/out\/(?:azure|flow|wave|apex|mobile)\/(?:src|img)\//, 'page loads files of an OXID theme'),
    // /out/pictures/generated/product/1/250_200_75/shoe.jpg
    asset(
      'half',
      /\/out\/pictures\/(?:generated\/|master\/|media\/|ddmedia\/)/,
      'page loads pictures from the OXID folder',
    ),
    // Set-Cookie: sid_key=oxid
    cookie('hint', /^sid_key$/, 'cookie of a name that OXID uses'),
    // <input type="hidden" name="stoken" value="...">, <input type="hidden" name="cl" value="start">
    markup('hint', /^<input type="hidden" name="stoken"/, 'form token of a name that OXID uses'),
  ],
  versionRules: [
    {
      kind: 'markup',
      rule: 'comment states the major release',
      path: null,
      // <!-- OXID eShop Community Edition, Version 6, ..., 4.6 to 6; the other editions count their 4.x as 5
      pattern: /^<!--\s{0,5}OXID eShop Community Edition, Version (\d{1,2})\b/,
      bound: 'line',
    },
    {
      kind: 'markup',
      rule: 'comment states no major release',
      path: null,
      // <!-- OXID eShop Community Edition, Shopping Cart System (c) ..., 7.0 and later
      pattern: /^<!--\s{0,5}OXID eShop (?:Community|Professional|Enterprise) Edition, Shopping Cart/,
      bound: 'at-least',
      version: '7.0.0',
    },
  ],
  versionPlace: { kind: 'composer', name: 'oxid-esales/oxideshop-ce' },
  hasFileHashes: true,
};
