import type { Shop } from '../shop.ts';

/** A no: a bot protection answers in place of the shop, whatever is asked. */
export const harbourWines: Shop = {
  id: 'harbour-wines',
  headers: {
    server: 'cloudflare',
    'cf-mitigated': 'challenge',
    'cf-ray': '9721b0c4dfe2a1b3-AMS',
    'cache-control': 'private, max-age=0, no-store',
    'x-frame-options': 'SAMEORIGIN',
  },
  cookies: ['__cf_bm=demo.1; path=/; Max-Age=1800; HttpOnly; SameSite=None'],
  pages: {},
  rules: [],
  notFound: {
    status: 403,
    body: `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow">
</head>
<body>
<main>
<h1>{host}</h1>
<p>Verifying you are human. This may take a few seconds.</p>
<noscript>Enable JavaScript and cookies to continue</noscript>
</main>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=9721b0c4dfe2a1b3"></script>
</body>
</html>
`,
  },
};
