import type { Platform, VersionRule } from './platform.ts';
import { asset, cookie, markup } from './signals.ts';

/** Overwriting upgrades leave old files behind, so a file that a page loads tells the oldest possible release only. */
function cameWith(version: string, file: string, pattern: RegExp): VersionRule {
  return { kind: 'asset-version', rule: `page loads ${file}`, path: null, pattern, bound: 'at-least', version };
}

/** Prints no release anywhere; hashes tell it. Forks such as ocStore look the same. */
export const opencart: Platform = {
  id: 'opencart',
  name: 'OpenCart',
  signals: [
    // Set-Cookie: OCSESSID=..., 3.0 and later
    cookie('strong', /^OCSESSID$/, 'session cookie of OpenCart'),
    // catalog/view/javascript/common.js, all releases
    asset('half', /\/catalog\/view\/javascript\//, 'page loads scripts of OpenCart'),
    // catalog/view/theme/default/stylesheet/stylesheet.css to 3.0, catalog/view/stylesheet/stylesheet.css in 4.x
    asset('half', /\/catalog\/view\/(?:theme|stylesheet)\//, 'page loads styles of OpenCart'),
    // /extension/opencart/..., 4.x
    asset('hint', /\/extension\/opencart\//, 'page loads files of OpenCart extensions'),
    // <a href="http://www.opencart.com"> in the footer; owners remove it
    markup('hint', /^<a href="https?:\/\/www\.opencart\.com\/?"/, 'footer links to OpenCart'),
    // <a href="https://shop.example/index.php?route=account/login">
    markup(
      'half',
      /^<(?:a|form) [^>]{0,500}index\.php\?route=(?:product|common|account|checkout)\//,
      'addresses of OpenCart',
    ),
    // /image/cache/catalog/demo/iphone_1-200x200.png, 2.0 and later
    asset('half', /\/image\/cache\/catalog\//, 'page loads images that OpenCart resized'),
  ],
  versionRules: [
    // catalog/view/javascript/jquery/jquery-2.1.1.min.js, in the tree from 2.0.0.0 on
    cameWith('2.0.0.0', 'jquery-2.1.1.min.js', /\/catalog\/view\/javascript\/jquery\/jquery-2\.1\.1\.min\.js/),
    // catalog/view/javascript/jquery/jquery-3.7.0.min.js, in the tree from 3.0.3.9 on
    cameWith('3.0.3.9', 'jquery-3.7.0.min.js', /\/catalog\/view\/javascript\/jquery\/jquery-3\.7\.0\.min\.js/),
    // catalog/view/javascript/jquery/jquery-3.7.1.min.js, in the tree from 3.0.4.1 on
    cameWith('3.0.4.1', 'jquery-3.7.1.min.js', /\/catalog\/view\/javascript\/jquery\/jquery-3\.7\.1\.min\.js/),
    // catalog/view/stylesheet/bootstrap.css, in the tree from 4.0.0.0 on
    cameWith('4.0.0.0', 'catalog/view/stylesheet/bootstrap.css', /\/catalog\/view\/stylesheet\/bootstrap\.css/),
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
