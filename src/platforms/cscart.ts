import type { Platform } from './platform.ts';
import { asset, cookie, script } from './signals.ts';

/** Only old releases print theirs, on scripts. The change log that newer ones still serve stops at 4.5.2 and is never read. */
export const cscart: Platform = {
  id: 'cscart',
  name: 'CS-Cart',
  signals: [
    // /var/cache/misc/assets/js/tygh/scripts-824bfa5b5905d42287a9b1ac77ed9cdc1520852898.js
    asset(
      'strong',
      /\/var\/cache\/misc\/assets\/js\/tygh\/scripts-[0-9a-f]{8}/,
      'page loads combined scripts of CS-Cart',
    ),
    // /var/cache/misc/assets/design/themes/responsive/css/standalone.ce730f1e4dc4cf11a68f1284470f2774.css
    asset('half', /\/var\/cache\/misc\/assets\/design\/themes\//, 'page loads the combined styles of a CS-Cart theme'),
    // /js/tygh/core.js?ver=4.2.3
    asset('half', /\/js\/tygh\/[a-z_]{1,40}\.js/, 'page loads scripts of CS-Cart'),
    // Set-Cookie: sid_customer_07a72=...
    cookie('half', /^sid_customer_[0-9a-z]{4,40}$/, 'session cookie of CS-Cart'),
    // }(Tygh, Tygh.$));
    script('half', /\(Tygh, ?Tygh\.\$\)/, 'page uses the script object of CS-Cart'),
  ],
  versionRules: [
    {
      kind: 'markup',
      rule: "CS-Cart's own scripts carry its release",
      path: null,
      // <script type="text/javascript" src="https://shop.example/js/tygh/core.js?ver=4.2.3">, 4.1.2 to 4.3
      pattern: /^<script [^>]{0,100}\/js\/tygh\/[\w.-]{1,30}\.js\?ver=(\d[\w.-]{0,12})(?:"|&)/,
      bound: 'exact',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
