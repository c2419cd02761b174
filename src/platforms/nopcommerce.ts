import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** Prints no release; hashes tell it up to 4.10. Smartstore, once its fork, keeps some of its script names. */
export const nopcommerce: Platform = {
  id: 'nopcommerce',
  name: 'nopCommerce',
  signals: [
    // <meta name="generator" content="nopCommerce">, 3.x and 4.x
    generator('strong', /^nopCommerce$/, 'generator names nopCommerce'),
    // Set-Cookie: .Nop.Customer=..., .Nop.Antiforgery, .Nop.Culture in 4.x; Nop.customer in 3.x
    cookie('strong', /^(?:\.Nop\.[A-Z][A-Za-z]{1,40}|Nop\.customer)$/, 'cookie of nopCommerce'),
    // <!--Powered by nopCommerce - https://www.nopCommerce.com-->, 2.x and later; owners remove it
    markup('half', /^<!-- ?Powered by nopCommerce\b/, 'comment names nopCommerce'),
    // /Themes/DefaultClean/Content/css/styles.css
    asset('half', /\/Themes\/[\w-]{1,60}\/Content\//, 'page loads files of a nopCommerce theme'),
    // /Scripts/public.ajaxcart.js in 3.x, /js/public.ajaxcart.js in 4.x
    asset('hint', /\/(?:Scripts|js)\/public\.(?:ajaxcart|countryselect)\.js/, 'page loads scripts of nopCommerce'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
