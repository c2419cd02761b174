import type { Platform } from './platform.ts';
import { asset, cookie, header, markup, script } from './signals.ts';

/**
 * Run and patched by its vendor. Other sites link its images and copies keep its addresses, so what a page shows adds up
 * to less than a name: that takes a header or cookies. Front ends that are built apart from it show none of them.
 */
export const salesforce: Platform = {
  id: 'salesforce',
  name: 'Salesforce Commerce Cloud',
  vendorHosted: true,
  signals: [
    // x-dw-request-base-id: I2bB2DOHg2EBAAB_
    header('strong', 'x-dw-request-base-id', /^[\w-]{8,64}$/, 'header of the Commerce Cloud servers'),
    // Set-Cookie: dwsid=...
    cookie('half', /^dwsid$/, 'session cookie of Commerce Cloud'),
    // Set-Cookie: dwanonymous_344279351d011c9b51368b7e2ce197e1=...
    cookie('half', /^dwanonymous_[0-9a-f]{32}$/, 'visitor cookie of Commerce Cloud'),
    // /on/demandware.static/Sites-USA-Site/-/default/v1521198154554/css/style.css, /on/demandware.static/-/Sites-x/default/...
    asset('hint', /\/on\/demandware\.static\/(?:-\/)?Sites-/, 'page loads files of a Commerce Cloud site'),
    // <form action="/on/demandware.store/Sites-USA-Site/en_US/Search-Show">
    markup(
      'hint',
      /^<(?:a|form|div|input|link|button) [^>]{0,500}\/on\/demandware\.store\/Sites-/,
      'addresses of a Commerce Cloud site',
    ),
    // /* <![CDATA[ (head-cquotient.js) */ var CQuotient = window.CQuotient = {};   dw.ac = {
    script(
      'hint',
      /\bvar CQuotient = window\.CQuotient\b|\bdw\.ac = \{|\bdwAnalytics\b/,
      'page sets up Commerce Cloud analytics',
    ),
  ],
  versionRules: [],
  hasFileHashes: false,
};
