import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** Prints no release; its language definitions say when each text was introduced, which is a lower bound. Hashes tell the rest. */
export const cubecart: Platform = {
  id: 'cubecart',
  name: 'CubeCart',
  signals: [
    // <meta name="generator" content="cubecart">, all releases of 6; a skin may drop it
    generator('strong', /^cubecart$/i, 'generator names CubeCart'),
    // Set-Cookie: CC_0A1B2C3D4E=...; digits of an MD5, in capitals
    cookie('strong', /^CC\w{0,20}_[0-9A-F]{10}$/, 'session cookie of CubeCart'),
    // /skins/foundation/css/cubecart.css, /skins/foundation/js/2.cubecart.js
    asset('half', /\/skins\/[\w-]{1,60}\/(?:css|js)\/(?:\d\.)?cubecart\./, 'page loads files of a CubeCart skin'),
    // /cache/0a1b2.css.foundation_20240806101500.css, /cache/0a1b2.js_head.foundation_20240806101500.js; combined, 6.2 and later
    asset(
      'half',
      /\/cache\/[0-9a-f]{5}\.(?:css|js_head|js_foot)\.[\w-]{1,80}\./,
      'page loads combined files of CubeCart',
    ),
    // /skins/foundation/images/logo.png; Shoper has /skins too
    asset('hint', /\/skins\/[\w-]{1,60}\/(?:css|js|images)\//, 'page loads files from a folder of skins'),
    // <div class="row" id="ccpower">, the line "eCommerce by CubeCart"; owners remove it
    markup('half', /^<div class="row" id="ccpower">/, 'footer of CubeCart'),
  ],
  versionRules: [
    {
      kind: 'text-file',
      rule: 'newest text in the language definitions',
      path: '/language/definitions.xml',
      // <string name="no_elasticsearch" introduced="6.5.0">; equals the release or is up to three behind, 6.0.0 to 6.5.6
      pattern: / introduced="(\d[\w.]{0,20})"/,
      bound: 'at-least',
      highest: true,
      // stands in 6.1.2 to 6.5.6; there is no such release
      misprints: ['6.1.21'],
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
