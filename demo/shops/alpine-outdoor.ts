import { file, type Page, type Shop } from '../shop.ts';
import { homeBody, messageBody, type Storefront, stylesheet } from '../storefront.ts';

const wordpress = '6.9.7';
const woocommerce = '11.1.2';

const front: Storefront = {
  name: 'Alpine Outdoor',
  tagline: 'Boots, tents and maps for long days.',
  products: [
    ['Ridge boots', '€189.00', 'Full leather, new sole whenever you need one.'],
    ['Two-person tent', '€329.00', 'Stands in a storm, 2.1 kg.'],
    ['Map of the High Route', '€14.50', 'Waterproof, 1:25,000.'],
    ['Tin mug', '€8.00', 'Burns lips since 1962.'],
  ],
  footer: '© 2026 Alpine Outdoor. Built with WooCommerce.',
};

function page(className: string, body: string): Page {
  const plugin = '{origin}/wp-content/plugins/woocommerce/assets';
  return {
    headers: { link: '<{origin}/wp-json/>; rel="https://api.w.org/"' },
    body: `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${front.name}</title>
<link rel="alternate" type="application/rss+xml" title="${front.name} &raquo; Feed" href="{origin}/feed/" />
<link rel='stylesheet' id='wp-block-library-css' href='{origin}/wp-includes/css/dist/block-library/style.min.css?ver=${wordpress}' media='all' />
<link rel='stylesheet' id='woocommerce-layout-css' href='${plugin}/css/woocommerce-layout.css?ver=${woocommerce}' media='all' />
<link rel='stylesheet' id='woocommerce-general-css' href='${plugin}/css/woocommerce.css?ver=${woocommerce}' media='all' />
<link rel='stylesheet' id='wc-blocks-style-css' href='${plugin}/client/blocks/wc-blocks.css?ver=wc-${woocommerce}' media='all' />
<link rel='stylesheet' id='alpine-style-css' href='{origin}/wp-content/themes/alpine/style.css?ver=1.4.0' media='all' />
<script src="{origin}/wp-includes/js/jquery/jquery.min.js?ver=3.7.1" id="jquery-core-js"></script>
<script src="${plugin}/js/frontend/woocommerce.min.js?ver=${woocommerce}" id="wc-woocommerce-js" defer></script>
<link rel="https://api.w.org/" href="{origin}/wp-json/" />
<meta name="generator" content="WordPress ${wordpress}" />
<meta name="generator" content="WooCommerce ${woocommerce}" />
</head>
<body class="${className} wp-theme-alpine theme-alpine woocommerce-no-js">
${body}
</body>
</html>
`,
  };
}

const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0">
<channel>
<title>${front.name}</title>
<link>{origin}</link>
<description>${front.tagline}</description>
<generator>https://wordpress.org/?v=${wordpress}</generator>
</channel>
</rss>
`;

const readme = `=== WooCommerce ===
Stable tag: 11.1.0

== Changelog ==

= ${woocommerce} 2026-08-20 =

**WooCommerce**

= 11.1.0 2026-08-12 =
`;

const robots = `User-agent: *
Disallow: /wp-admin/
Allow: /wp-admin/admin-ajax.php

Sitemap: {origin}/wp-sitemap.xml
`;

/** A no of two components: the newest WooCommerce on a WordPress whose branch has ended. */
export const alpineOutdoor: Shop = {
  id: 'alpine-outdoor',
  headers: { server: 'Apache', 'x-powered-by': 'PHP/8.2.29' },
  cookies: [],
  pages: {
    '/': page('home blog woocommerce', homeBody(front)),
    '/feed/': file('application/rss+xml; charset=UTF-8', feed),
    '/robots.txt': file('text/plain; charset=utf-8', robots),
    '/wp-content/plugins/woocommerce/readme.txt': file('text/plain', readme),
    '/wp-content/themes/alpine/style.css': file('text/css', stylesheet('#2c5f2d')),
  },
  rules: [],
  notFound: { ...page('error404', messageBody(front, 'Page not found', 'This path leads nowhere.')), status: 404 },
};
