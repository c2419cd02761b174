import type { Platform } from './platform.ts';
import { assetOn, generator, header, script } from './signals.ts';

/**
 * Run and patched by its vendor. Most sites on it are no shops, so a sign of its store is needed; and its pages are copied
 * to other servers, so what a page shows adds up to less than a name: that takes a header.
 */
export const wix: Platform = {
  id: 'wix',
  name: 'Wix',
  vendorHosted: true,
  signals: [
    // x-wix-request-id: 1755591144.079172597310943348307
    header('strong', 'x-wix-request-id', /^\d{10}\.\d/, 'header of the Wix servers'),
    // server: Pepyaka; old versions add /1.19.10
    header('half', 'server', /^Pepyaka\b/, 'server of Wix'),
    // <meta name="generator" content="Wix.com Website Builder"/>
    generator('hint', /^Wix\.com Website Builder$/, 'generator names Wix'),
    // <script type="application/json" id="wix-viewer-model">{..."1380b703-ce81-ff05-f115-39571d94dfcd":..., the id of Wix Stores
    {
      ...script('hint', /"1380b703-ce81-ff05-f115-39571d94dfcd"|"wixstores\b/, 'page lists the Wix store app'),
      needed: true,
    },
    // https://static.parastorage.com/services/wixstores-client-gallery/1.6042.0/client-viewer/6175.chunk.min.js
    {
      ...assetOn('static.parastorage.com', 'hint', /^\/services\/wixstores-client-/, 'page loads the Wix store'),
      needed: true,
    },
  ],
  versionRules: [],
  hasFileHashes: false,
};
