import type { Platform } from './platform.ts';
import { asset, cookie, generator, markup } from './signals.ts';

/** Prints no release; its style sheets name the release that last touched them, which is a lower bound. Hashes tell the rest. */
export const zencart: Platform = {
  id: 'zencart',
  name: 'Zen Cart',
  signals: [
    // <meta name="generator" content="shopping cart program by Zen Cart&reg;, https://www.zen-cart.com eCommerce">, all releases
    generator('strong', /^shopping cart program by Zen Cart\b/, 'generator names Zen Cart'),
    // Set-Cookie: zenid=..., all releases
    cookie('strong', /^zenid$/, 'session cookie of Zen Cart'),
    // includes/templates/responsive_classic/css/stylesheet.css; LiteCart's template folders have a dot in their names
    asset('half', /\/includes\/templates\/[\w-]{1,60}\/(?:css|jscript)\//, 'page loads files of a Zen Cart template'),
    // <a href="https://shop.example/index.php?main_page=login">
    markup('half', /^<(?:a|form) [^>]{0,500}index\.php\?main_page=/, 'addresses of Zen Cart'),
    // <a href="https://www.zen-cart.com" rel="noopener noreferrer" target="_blank"> in the footer; owners remove it
    markup('hint', /^<a href="https?:\/\/www\.zen-cart\.com\/?"/, 'footer links to Zen Cart'),
  ],
  versionRules: [
    {
      kind: 'text-file',
      rule: 'style sheet of the default template names the release that last changed it',
      path: '/includes/templates/responsive_classic/css/stylesheet.css',
      // * @version $Id: John 2022 Jul 07 Modified in v1.5.8-alpha $, "New in v1.5.5" from 1.5.5 to 1.5.6c; not before 1.5.5
      pattern: /(?:Modified|New) in v(\d[\w.-]{0,30})/,
      bound: 'at-least',
      highest: true,
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
