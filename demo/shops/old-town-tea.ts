import { file, type Page, type Shop } from '../shop.ts';
import { homeBody, messageBody, type Storefront, stylesheet } from '../storefront.ts';

const front: Storefront = {
  name: 'Old Town Tea',
  tagline: 'Loose leaf, weighed by hand.',
  products: [
    ['Smoky black, 100 g', '$9.80', 'Pine smoke and honey.'],
    ['Spring green, 50 g', '$12.40', 'First picking of the year.'],
    ['Rooibos and orange, 100 g', '$7.20', 'No caffeine, all evening.'],
    ['Small clay pot', '$31.00', 'Holds two cups.'],
  ],
  footer: 'Powered By <a href="https://www.opencart.com">OpenCart</a><br>Old Town Tea &copy; 2026',
};

function page(route: string, body: string): Page {
  return {
    body: `<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${front.name}</title>
<base href="{origin}/">
<script src="catalog/view/javascript/jquery/jquery-3.7.1.min.js"></script>
<link href="catalog/view/stylesheet/bootstrap.css" type="text/css" rel="stylesheet">
<link href="catalog/view/stylesheet/fonts/fontawesome/css/all.min.css" type="text/css" rel="stylesheet">
<link href="catalog/view/stylesheet/old-town.css" type="text/css" rel="stylesheet">
<script src="catalog/view/javascript/common.js"></script>
</head>
<body>
<nav id="top"><a href="{origin}/index.php?route=information/contact&amp;language=en-gb">Contact</a></nav>
<div id="${route}">
${body}
</div>
<script src="catalog/view/javascript/bootstrap/js/bootstrap.bundle.min.js"></script>
</body>
</html>
`,
  };
}

/** A no: an OpenCart 4, but from outside it could be almost any of them. */
export const oldTownTea: Shop = {
  id: 'old-town-tea',
  headers: { server: 'Apache', 'x-powered-by': 'PHP/8.2.29' },
  cookies: ['OCSESSID=3b1f7c9d2e4a6b8c0d1e2f3a4b; path=/; SameSite=Lax', 'currency=USD; path=/; Max-Age=2592000'],
  pages: {
    '/': page('common-home', homeBody(front)),
    '/index.php?route=information/contact&language=en-gb': page(
      'information-contact',
      messageBody(front, 'Contact', 'Old Town Tea, 3 Market Row. Open every day but Monday.'),
    ),
    '/catalog/view/stylesheet/old-town.css': file('text/css', stylesheet('#7a4a12')),
  },
  rules: [],
  notFound: {
    ...page('error-not-found', messageBody(front, 'The page you requested cannot be found!', 'It may have moved.')),
    status: 404,
  },
};
