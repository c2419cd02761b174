import type { Platform } from './platform.ts';
import { asset, generator, header, markup, script } from './signals.ts';

/** States its major release on every page and hides the rest: unbundled scripts or, up to 10.1.6, its installer tell it. */
export const drupal: Platform = {
  id: 'drupal',
  name: 'Drupal',
  signals: [
    // X-Generator: Drupal 10 (https://www.drupal.org), Drupal 7 (http://drupal.org)
    header('strong', 'x-generator', /^Drupal \d/, 'header names Drupal'),
    // <meta name="Generator" content="Drupal 10 (https://www.drupal.org)">
    generator('strong', /^Drupal \d/, 'generator names Drupal'),
    // <script type="application/json" data-drupal-selector="drupal-settings-json">, 8 and later
    markup('strong', /^<script [^>]{0,200}data-drupal-selector="drupal-settings-json"/, 'page carries Drupal settings'),
    // jQuery.extend(Drupal.settings, {"basePath":"\/", ..., 7
    script('strong', /\bjQuery\.extend\(Drupal\.settings, ?\{/, 'page sets Drupal settings'),
    // X-Drupal-Cache: HIT
    header('half', 'x-drupal-cache', /./, 'cache header of Drupal'),
    // X-Drupal-Dynamic-Cache: MISS, 8 and later
    header('half', 'x-drupal-dynamic-cache', /./, 'dynamic cache header of Drupal'),
    // /core/misc/drupal.js?v=10.3.7, /core/themes/olivero/logo.svg, 8 and later
    asset('half', /\/core\/(?:misc|themes|modules|assets)\/\w/, 'page loads files of the Drupal core'),
    // /sites/default/files/css/css_4f2a.css, /sites/all/themes/plain/logo.png
    asset(
      'half',
      /\/sites\/(?:default|all)\/(?:files|modules|themes|libraries)\//,
      'page loads files from a Drupal sites folder',
    ),
    // /misc/drupal.js?s4f2ab, 7
    asset('half', /(?<!\/core)\/misc\/drupal\.js/, 'page loads the main script of Drupal 7'),
  ],
  versionRules: [
    {
      kind: 'header',
      rule: 'header states the major release',
      path: null,
      header: 'x-generator',
      // Drupal 10 (https://www.drupal.org), Drupal 7 (http://drupal.org)
      pattern: /^Drupal (\d{1,2})\b/,
      bound: 'line',
    },
    {
      kind: 'generator',
      rule: 'generator states the major release',
      path: null,
      // Drupal 10 (https://www.drupal.org), Drupal 7 (http://drupal.org)
      pattern: /^Drupal (\d{1,2})\b/,
      bound: 'line',
    },
    {
      kind: 'asset-version',
      rule: 'core scripts carry the Drupal release',
      path: null,
      // /core/misc/drupal.js?v=10.3.7, 8 and later where files are not bundled
      pattern: /\/core\/misc\//,
      query: 'v',
      bound: 'exact',
    },
    {
      kind: 'version-endpoint',
      rule: 'installer states the release',
      path: '/core/install.php',
      // <span class="site-version">9.5.11</span>, 8.0.0 to 10.1.6; it runs PHP and is often closed
      pattern: /<span class="site-version">\s{0,20}(\d[\w.-]{0,30})\s{0,20}<\/span>/,
      bound: 'exact',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
