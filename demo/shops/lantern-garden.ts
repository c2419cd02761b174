import { apacheError, file, type Page, type Shop } from '../shop.ts';
import { homeBody, messageBody, type Storefront, stylesheet } from '../storefront.ts';

const front: Storefront = {
  name: 'Lantern Garden',
  tagline: 'Paper lanterns, lamps and light for summer evenings.',
  products: [
    ['Round lantern, 40 cm', '€12.90', 'Rice paper, folds flat.'],
    ['Garden string, ten lights', '€34.00', 'Warm white, for outdoors.'],
    ['Table lamp “Moth”', '€89.00', 'Linen shade, oak foot.'],
  ],
  footer: '© 2021 Lantern Garden. All rights reserved.',
};

/** The number is the instant at which the shop's files were last deployed, in seconds. */
const base = '/static/version1632307200/frontend/Lantern/garden/en_GB';

function page(className: string, body: string): Page {
  return {
    body: `<!doctype html>
<html lang="en">
<head>
<script>
var BASE_URL = '{origin}/';
var require = { "baseUrl": "{origin}${base}" };
</script>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${front.name}</title>
<link rel="stylesheet" type="text/css" media="all" href="{origin}${base}/css/styles-m.css"/>
<script type="text/javascript" src="{origin}${base}/requirejs/require.js"></script>
<script type="text/javascript" src="{origin}${base}/mage/requirejs/mixins.js"></script>
<script type="text/javascript" src="{origin}${base}/requirejs-config.js"></script>
</head>
<body data-container="body" data-mage-init='{"loaderAjax": {}, "loader": {}}' class="${className} page-layout-1column">
${body}
<script type="text/x-magento-init">
{ "*": { "Magento_PageCache/js/form-key-provider": {} } }
</script>
</body>
</html>
`,
  };
}

/** A no: Magento 2.3, which is past its end of life. It tells no more than 2.3, which is enough. */
export const lanternGarden: Shop = {
  id: 'lantern-garden',
  headers: {
    server: 'Apache',
    'x-powered-by': 'PHP/7.3.33',
    'cache-control': 'max-age=0, must-revalidate, no-cache, no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'x-xss-protection': '1; mode=block',
  },
  cookies: ['PHPSESSID=0c1d2e3f4a5b6c7d8e9f0a1b2c; Max-Age=3600; path=/; domain={host}; HttpOnly; SameSite=Lax'],
  pages: {
    '/': page('cms-home cms-index-index', homeBody(front)),
    '/magento_version': { body: 'Magento/2.3 (Community)' },
    '/robots.txt': file('text/plain', ''),
    [`${base}/css/styles-m.css`]: file('text/css', stylesheet('#a2431b')),
  },
  // The static folder is served by Apache alone: what is not there gets Apache's own page.
  rules: [{ path: /^\/static\//, page: apacheError(404, 'Not Found') }],
  notFound: {
    ...page('cms-noroute-index', messageBody(front, 'Whoops, our bad', 'The page you asked for was not found.')),
    status: 404,
  },
};
