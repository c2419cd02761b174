import { file, type Page, type Shop } from '../shop.ts';
import { homeBody, messageBody, type Storefront, stylesheet } from '../storefront.ts';

const front: Storefront = {
  name: 'Paper Kites',
  tagline: 'Kites that fly in any wind.',
  products: [
    ['Swallow', '$28.00', 'One line, light wind.'],
    ['Box kite', '$46.00', 'Strong wind, strong arms.'],
    ['Spare line, 100 m', '$9.00', 'On a wooden reel.'],
  ],
  footer: '© 2026, Paper Kites. <a href="https://www.shopify.com" rel="nofollow">Powered by Shopify</a>',
};

function page(template: string, body: string): Page {
  return {
    body: `<!doctype html>
<html class="no-js" lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${front.name}</title>
<meta id="shopify-digital-wallet" name="shopify-digital-wallet" content="/58800000000/digital_wallets/dialog">
<script>
var Shopify = Shopify || {};
Shopify.shop = "paper-kites-demo.myshopify.com";
Shopify.theme = {"name":"Kites","id":130000000001,"theme_store_id":null,"role":"main"};
Shopify.routes = {"root":"/"};
</script>
<link href="//{host}/cdn/shop/t/3/assets/preview.css?v=14821" rel="preload" as="style">
<link href="/cdn/shop/t/3/assets/base.css?v=14821" rel="stylesheet" type="text/css" media="all">
<script src="/cdn/shop/t/3/assets/global.js?v=88120" defer="defer"></script>
</head>
<body class="template-${template}">
${body}
</body>
</html>
`,
  };
}

/** A yes: Shopify, where the vendor runs and updates every shop. */
export const paperKites: Shop = {
  id: 'paper-kites',
  headers: {
    server: 'cloudflare',
    'powered-by': 'Shopify',
    'x-shopid': '58800000000',
    'x-shopify-stage': 'production',
    'x-sorting-hat-shopid': '58800000000',
    'x-content-type-options': 'nosniff',
  },
  cookies: [
    '_shopify_y=4f1c2d3e-0000-4000-8000-000000000001; path=/; Max-Age=31536000; SameSite=Lax',
    '_shopify_s=4f1c2d3e-0000-4000-8000-000000000002; path=/; Max-Age=1800; SameSite=Lax',
  ],
  pages: {
    '/': page('index', homeBody(front)),
    '/robots.txt': file('text/plain', 'User-agent: *\nDisallow: /admin\nDisallow: /cart\nDisallow: /checkout\n'),
    '/cdn/shop/t/3/assets/base.css': file('text/css', stylesheet('#b3263a')),
  },
  rules: [],
  notFound: { ...page('404', messageBody(front, 'Page not found', 'The wind took it.')), status: 404 },
};
