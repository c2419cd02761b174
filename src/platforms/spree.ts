import type { Platform } from './platform.ts';
import { asset, cookie, markup, script } from './signals.ts';

/** Nothing public tells the release. What Solidus shares with it names neither: only what its own front ends print does. */
export const spree: Platform = {
  id: 'spree',
  name: 'Spree',
  signals: [
    // SpreePaths = {"mounted_at":"/","admin":"admin/"}, 3.2 and later; never in Solidus
    script('strong', /\bSpreePaths ?= ?\{/, 'page sets the paths of Spree'),
    // {"imports":{"application-spree-storefront":"/assets/spree/storefront/application-1a2b.js"}}, 5.x
    script('strong', /\bapplication-spree-storefront\b/, "page loads Spree's storefront"),
    // var SPREE_LOCALE = 'en', var SPREE_CURRENCY = 'USD', 4.x
    script('half', /\bvar SPREE_(?:LOCALE|CURRENCY) ?=/, 'page sets locale and currency of Spree'),
    // <link rel="modulepreload" href="/assets/spree/storefront/application-1a2b.js">, 5.x
    asset('half', /\/assets\/spree\/storefront\//, "page loads files of Spree's storefront"),
    // /assets/spree/frontend/all-1a2b.css; the old front end of Solidus as well
    asset('hint', /\/assets\/spree\/frontend\//, 'page loads files of a Spree front end'),
    // <head data-hook="inside_head">; the old front end of Solidus as well
    markup('hint', /^<(?:head|body)(?: [^>]{0,200})? data-hook="/, 'markup of a Spree front end'),
    // Set-Cookie: guest_token=...; Solidus as well
    cookie('hint', /^guest_token$/, 'guest cookie of Spree'),
  ],
  versionRules: [],
  versionPlace: { kind: 'bundler', name: 'spree' },
  hasFileHashes: false,
};
