import type { Platform } from './platform.ts';
import { asset, cookie, markup, script } from './signals.ts';

/** A fork of Spree; nothing public tells the release. Its old front end looks like Spree's, so only the starter names it. */
export const solidus: Platform = {
  id: 'solidus',
  name: 'Solidus',
  signals: [
    // /assets/solidus_starter_frontend-1a2b.js, the front end since 3.2
    asset('strong', /\/assets\/solidus_starter_frontend\b/, 'page loads the Solidus starter'),
    // Solidus.routes, Solidus.api_key
    script('half', /\bSolidus\.(?:routes|api_key|pathFor|mountedAt)\b/, 'page sets the script object of Solidus'),
    // Set-Cookie: guest_token=...; Spree as well
    cookie('hint', /^guest_token$/, 'guest cookie of Solidus'),
    // <head data-hook="inside_head">, the old front end; Spree as well
    markup('hint', /^<(?:head|body)(?: [^>]{0,200})? data-hook="/, 'markup of an old Solidus front end'),
  ],
  versionRules: [],
  versionPlace: { kind: 'bundler', name: 'solidus' },
  hasFileHashes: false,
};
