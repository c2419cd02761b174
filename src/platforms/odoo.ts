import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup, script } from './signals.ts';

/** From 19.0 on it states its series; the day of the build, which says what is mended, is never shown. */
export const odoo: Platform = {
  id: 'odoo',
  name: 'Odoo',
  signals: [
    // <meta name="generator" content="Odoo">
    generator('strong', /^Odoo$/, 'generator names Odoo'),
    // var odoo = { csrf_token: "...", debug: "" };
    script('strong', /\bvar odoo = \{\s{0,40}csrf_token:/, 'page sets the Odoo object'),
    // /web/assets/1/f72ec00/web.assets_frontend.min.css (17 and later), /web/content/312-4f2a1b0/1/web.assets_common.0.css
    asset(
      'half',
      /\/web\/(?:assets|content)\/[\w-]{1,40}(?:\/[\w-]{1,40})?(?:\/[\w-]{1,40})?\/web\.assets_\w/,
      'page loads bundles of Odoo',
    ),
    // /web/static/img/favicon.ico, /web/static/lib/jquery/jquery.js
    asset('half', /\/web\/static\/(?:src|lib|img)\//, 'page loads files of the Odoo web module'),
    // <html lang="en-US" data-website-id="1" data-main-object="website.page(4,)">, data-oe-company-name="..."
    markup('half', /^<html [^>]{0,300}data-(?:website-id="\d|oe-company-name=")/, 'page names its Odoo website'),
    // Set-Cookie: session_id=...
    cookie('hint', /^session_id$/, 'cookie of a name that Odoo uses'),
  ],
  versionRules: [
    {
      kind: 'version-endpoint',
      rule: 'version address states the series',
      path: '/web/version',
      // {"version_info": [19, 0, 0, "final", 0, ""], "version": "19.0"}, also 19.0-20260801, 19.0+e, saas~19.2; 19.0 and later
      pattern: /"version": ?"(?:saas~)?(\d{1,3}\.\d{1,3})\b/,
      bound: 'line',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
