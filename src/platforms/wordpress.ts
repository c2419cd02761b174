import type { Platform } from './platform.ts';
import { asset, generator, header, script } from './signals.ts';

/** The generator of pages and feeds and `?ver=` of core assets tell the release; hashes support it. */
export const wordpress: Platform = {
  id: 'wordpress',
  name: 'WordPress',
  signals: [
    // <meta name="generator" content="WordPress 7.1.3">, all releases; themes and plugins often remove it
    generator('strong', /^WordPress(?: \d|$)/, 'generator names WordPress'),
    // Link: <https://shop.example/wp-json/>; rel="https://api.w.org/", 4.4 and later; survives most hardening
    header('strong', 'link', /rel="?https:\/\/api\.w\.org\//, 'link header announces the WordPress REST interface'),
    // /wp-includes/css/dist/block-library/style.min.css?ver=7.1.3
    asset('half', /\/wp-includes\/(?:css|js|blocks)\//, 'page loads files from wp-includes'),
    // /wp-content/themes/storefront/style.css, /wp-content/plugins/woocommerce/assets/css/woocommerce.css
    asset('half', /\/wp-content\/(?:themes|plugins)\//, 'page loads files from wp-content'),
    // window._wpemojiSettings = {"baseUrl":"https://s.w.org/images/core/emoji/...
    script('half', /window\._wpemojiSettings\b/, 'page carries WordPress emoji settings'),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the WordPress release',
      path: null,
      // WordPress 7.1.3, WordPress 7.0-RC1
      pattern: /^WordPress (\d[\w.-]{0,30})/,
      bound: 'exact',
    },
    {
      kind: 'asset-version',
      rule: 'core files without a version of their own carry the WordPress release',
      path: null,
      // /wp-includes/css/dashicons.min.css?ver=7.1.3; not jquery, moment and other libraries, nor js/dist with its hashes
      pattern: /\/wp-includes\/(?:css\/|blocks\/|js\/(?:wp-[a-z-]{1,30}|comment-reply|admin-bar)(?:\.min)?\.js)/,
      query: 'ver',
      bound: 'exact',
    },
    {
      kind: 'text-file',
      rule: 'link list states the WordPress release',
      path: '/wp-links-opml.php',
      // <!-- generator="WordPress/7.1.3" -->
      pattern: /<!-- generator="WordPress\/(\d[\w.-]{0,30})" -->/,
      bound: 'exact',
    },
    {
      kind: 'text-file',
      rule: 'feed states the WordPress release',
      path: '/feed/',
      // <generator>https://wordpress.org/?v=7.1.3</generator>
      pattern: /<generator>https?:\/\/wordpress\.org\/\?v=(\d[\w.-]{0,30})<\/generator>/,
      bound: 'exact',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
