import type { Platform } from './platform.ts';
import { asset, cookie, header, script } from './signals.ts';

/** Headless: shown by its token and by the addresses of its asset server. Nothing public tells the release. */
export const vendure: Platform = {
  id: 'vendure',
  name: 'Vendure',
  signals: [
    // vendure-auth-token: ..., where the storefront passes on what the shop interface answers
    header('strong', 'vendure-auth-token', /./, 'header carries a Vendure token'),
    // Set-Cookie: vendure-auth-token=..., storefronts that keep the token in a cookie
    cookie('strong', /^vendure-(?:auth-)?token$/, 'token cookie of Vendure'),
    // /assets/preview/3c/xavier-teo-469050-unsplash__preview.jpg?preset=thumb
    asset(
      'half',
      /\/assets\/preview\/[0-9a-f]{2}\/[\w%.-]{1,150}__preview\b/,
      "page loads previews from Vendure's asset server",
    ),
    // "vendure-auth-token" and "vendure-token" in the settings of the storefront
    script('half', /\bvendure-(?:auth-)?token\b/, 'page names the token of Vendure'),
  ],
  versionRules: [],
  versionPlace: { kind: 'npm', name: '@vendure/core' },
  hasFileHashes: false,
};
