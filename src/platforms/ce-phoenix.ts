import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** A fork of osCommerce 2 that prints no release; its public files hardly change, so hashes leave wide sets. */
export const cePhoenix: Platform = {
  id: 'ce-phoenix',
  name: 'CE Phoenix',
  insteadOf: ['oscommerce'],
  signals: [
    // <meta name="generator" content="CE Phoenix Cart">, 1.0.9.10 and later
    generator('strong', /^CE Phoenix Cart$/, 'generator names CE Phoenix'),
    // Set-Cookie: ceid=..., all releases
    cookie('half', /^ceid$/, 'session cookie of CE Phoenix'),
    // <a href="https://shop.example/index.php?ceid=araijartg25ol0l6l2tnvp1uum">, for visitors without cookies
    markup('half', /^<a [^>]{0,200}[?&]ceid=[0-9a-z,-]{22}/, 'addresses carry the session of CE Phoenix'),
    // templates/default/static/user.css, templates/bootstrap5/static/user.css, 1.0.7.16 and later
    asset('half', /\/templates\/[\w-]{1,60}\/static\/user\.css/, 'page loads the style file of a CE Phoenix template'),
    // <div id="bodyContent" class="col order-1 order-md-6">, all releases
    markup('half', /^<div id="bodyContent" class="col order-/, 'page frame of CE Phoenix'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
