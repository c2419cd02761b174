import type { Platform, VersionRule } from './platform.ts';
import { asset, cookie, header, script } from './signals.ts';

/** Overwriting upgrades leave old files behind, so a file that a page loads tells the oldest possible release only. */
function cameWith(version: string, jquery: string, pattern: RegExp): VersionRule {
  const rule = `page loads LiteCart's own jQuery ${jquery}`;
  return { kind: 'asset-version', rule, path: null, pattern, bound: 'at-least', version };
}

/** Names itself in a header without a release; the library that it brings along bounds it, hashes tell the rest. */
export const litecart: Platform = {
  id: 'litecart',
  name: 'LiteCart',
  signals: [
    // X-Powered-By: LiteCart, 2.1.3 and later; it takes the place of PHP's
    header('strong', 'x-powered-by', /^LiteCart\b/, 'header names LiteCart'),
    // Set-Cookie: LCSESSID=...
    cookie('strong', /^LCSESSID$/, 'session cookie of LiteCart'),
    // /includes/templates/default.catalog/css/app.min.css, 2.x
    asset('half', /\/includes\/templates\/[\w-]{1,60}\.catalog\//, 'page loads files of a LiteCart template'),
    // var _env = {"platform":{"path":"/","url":"https://shop.example/"},"session":{..., 2.2.6 and later
    script('half', /\bvar _env = \{"platform":\{"path":/, 'page sets the LiteCart environment'),
    // /ext/jquery/jquery-3.7.1.min.js, /ext/fontawesome/font-awesome.min.css
    asset('hint', /\/ext\/(?:jquery\/jquery-\d|fontawesome\/)/, 'page loads libraries from the folders of LiteCart'),
  ],
  versionRules: [
    // /ext/jquery/jquery-3.4.1.min.js, in the tree from 2.2.0 on
    cameWith('2.2.0', '3.4.1', /\/ext\/jquery\/jquery-3\.4\.1\.min\.js/),
    // /ext/jquery/jquery-3.5.1.min.js, in the tree from 2.2.6 on
    cameWith('2.2.6', '3.5.1', /\/ext\/jquery\/jquery-3\.5\.1\.min\.js/),
    // /ext/jquery/jquery-3.6.0.min.js, in the tree from 2.3.0 on
    cameWith('2.3.0', '3.6.0', /\/ext\/jquery\/jquery-3\.6\.0\.min\.js/),
    // /ext/jquery/jquery-3.6.1.min.js, in the tree from 2.5.0 on
    cameWith('2.5.0', '3.6.1', /\/ext\/jquery\/jquery-3\.6\.1\.min\.js/),
    // /ext/jquery/jquery-3.6.3.min.js, in the tree of 2.5.2
    cameWith('2.5.2', '3.6.3', /\/ext\/jquery\/jquery-3\.6\.3\.min\.js/),
    // /ext/jquery/jquery-3.6.4.min.js, in the tree from 2.5.3 on
    cameWith('2.5.3', '3.6.4', /\/ext\/jquery\/jquery-3\.6\.4\.min\.js/),
    // /ext/jquery/jquery-3.7.1.min.js, in the tree from 2.6.0 on
    cameWith('2.6.0', '3.7.1', /\/ext\/jquery\/jquery-3\.7\.1\.min\.js/),
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
