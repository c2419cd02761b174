import { apacheError, file, type Page, type Shop } from '../shop.ts';
import { homeBody, messageBody, type Storefront, stylesheet } from '../storefront.ts';

const front: Storefront = {
  name: 'Silver Thread',
  tagline: 'Yarn, needles and patience.',
  products: [
    ['Alpaca, silver grey, 50 g', '€7.90', 'From three farms we know.'],
    ['Birch needles, 4 mm', '€11.00', 'A pair, 35 cm.'],
    ['Darning set', '€16.50', 'Egg, needles, six threads.'],
  ],
  footer: '© 2026 Silver Thread.',
};

/** Everything that would tell the version is gone: generator, credits, PHP's header. What is left are paths and a cookie. */
function page(body: string): Page {
  return {
    body: `<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${front.name}</title>
<base href="{origin}/">
<link href="{origin}/extensions/novator/storefront/view/novator/css/silver.css" rel="stylesheet" type="text/css">
<script src="{origin}/extensions/novator/storefront/view/novator/js/main.js" defer></script>
<script>
var baseUrl = '{origin}/';
var samples_url = '{origin}/index.php?rt=r/product/product';
</script>
</head>
<body class="index-home">
${body}
<p><a href="{origin}/index.php?rt=account/login">Account</a> <a href="{origin}/index.php?rt=content/contact">Contact</a></p>
</body>
</html>
`,
  };
}

/** A no: an AbanteCart that hides its version and the files that would tell it. */
export const silverThread: Shop = {
  id: 'silver-thread',
  headers: { server: 'Apache', 'x-frame-options': 'SAMEORIGIN' },
  cookies: ['AC_SF_7C1E5A09B3=2f4e6a8c0b1d3f5e7a9c; path=/; HttpOnly; SameSite=Lax'],
  pages: {
    '/': page(homeBody(front)),
    '/robots.txt': file('text/plain', 'User-agent: *\nDisallow: /system/\n'),
    '/extensions/novator/storefront/view/novator/css/silver.css': file('text/css', stylesheet('#5a5f73')),
  },
  rules: [{ path: /^\/(?:admin|extensions|image|storefront)\//, page: apacheError(403, 'Forbidden') }],
  notFound: { ...page(messageBody(front, 'Not here', 'This page does not exist.')), status: 404 },
};
