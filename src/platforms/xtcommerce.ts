import type { Platform } from './platform.ts';
import { asset, generator, markup, script } from './signals.ts';

/**
 * xt:Commerce 4 and later; its older namesake lives on in modified eCommerce and Gambio, whose licence comments name it. The
 * number in its generator is not known to follow upgrades, so it states nothing.
 */
export const xtcommerce: Platform = {
  id: 'xtcommerce',
  name: 'xt:Commerce',
  signals: [
    // <meta name="generator" content="xt:Commerce 4 - 4.1.00" />, "xt:Commerce VEYTON 4.0.12"
    generator('strong', /^xt:Commerce\b/, 'generator names xt:Commerce'),
    // <meta name="author" content="xt:Commerce VEYTON 4.0" />
    markup('half', /^<meta name="author" content="xt:Commerce\b/, 'page names xt:Commerce as its author'),
    // /xtFramework/library/jquery/thickbox.css, /xtCore/...
    asset('half', /\/(?:xtFramework|xtCore)\//, 'page loads files from the folders of xt:Commerce'),
    // XT.version.version
    script('half', /\bXT\.version\b/, 'page sets the script object of xt:Commerce'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
