import type { Platform, VersionRule } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** Overwriting upgrades leave old files behind, so a file that a page loads tells the oldest possible release only. */
function cameWith(version: string, file: string, pattern: RegExp): VersionRule {
  return { kind: 'asset-version', rule: `page loads ${file}`, path: null, pattern, bound: 'at-least', version };
}

/** Release 2 prints no release, and few of its public files change. Its session cookie is what its close forks keep as well. */
export const oscommerce: Platform = {
  id: 'oscommerce',
  name: 'osCommerce',
  signals: [
    // Set-Cookie: osCsid=..., all releases; CE Phoenix calls it ceid
    cookie('strong', /^osCsid$/, 'session cookie of osCommerce'),
    // <meta name="generator" content="osCommerce Online Merchant" />, 2.4.0 and later
    generator('strong', /^osCommerce Online Merchant$/, 'generator names osCommerce'),
    // ext/jquery/ui/redmond/jquery-ui-1.10.4.min.css, ext/jquery/bxGallery/..., ext/960gs/960_24_col.css, 2.3
    asset('half', /\/ext\/(?:jquery\/(?:ui|bxGallery)|960gs)\//, 'page loads libraries from the folders of osCommerce'),
    // ext/jquery/jquery-3.1.1.min.js, ext/bootstrap/css/bootstrap.min.css, 2.4; LiteCart and others have such folders too
    asset('hint', /\/ext\/(?:jquery\/jquery-\d|bootstrap\/(?:css|js)\/)/, 'page loads libraries from a folder ext'),
    // <div id="bodyWrapper" class="container_24">, 2.3
    markup('half', /^<div id="bodyWrapper" class="container_\d/, 'page frame of osCommerce'),
    // <a href="https://shop.example/login.php?osCsid=0">, before the browser has sent its cookie
    markup('half', /^<(?:a|form) [^>]{0,500}[?&]osCsid=/, 'addresses carry the osCommerce session'),
    // <a href="http://www.oscommerce.com" target="_blank"> in the footer; forks and owners keep or remove it
    markup('hint', /^<a href="https?:\/\/www\.oscommerce\.com\/?"/, 'footer links to osCommerce'),
    // <!-- header_eof //-->, 2.2; xt:Commerce and its heirs have it too
    markup('hint', /^<!-- (?:header|body|footer)_eof \/\/-->/, 'comments of an osCommerce page'),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator of osCommerce, in the tree from 2.4.0 on',
      path: null,
      // osCommerce Online Merchant
      pattern: /^osCommerce Online Merchant$/,
      bound: 'at-least',
      version: '2.4.0',
    },
    // ext/jquery/ui/jquery-ui-1.8.6.min.js, in the tree from 2.3 on
    cameWith('2.3', 'jquery-ui-1.8.6', /\/ext\/jquery\/ui\/(?:redmond\/)?jquery-ui-1\.8\.6\./),
    // ext/jquery/ui/jquery-ui-1.8.22.min.js, in the tree from 2.3.3 on
    cameWith('2.3.3', 'jquery-ui-1.8.22', /\/ext\/jquery\/ui\/(?:redmond\/)?jquery-ui-1\.8\.22\./),
    // ext/jquery/ui/jquery-ui-1.10.4.min.js, in the tree from 2.3.4 on
    cameWith('2.3.4', 'jquery-ui-1.10.4', /\/ext\/jquery\/ui\/(?:redmond\/)?jquery-ui-1\.10\.4\./),
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
