import { answering, answeringAll, type Expected, type Headers, type HostileCase, secure } from './case.ts';

/*
 * Whoever answers in the shop's place. Every such answer carries the cookie of a secure shop: whoever reads evidence from it
 * says yes. The pages are written by hand in the shape that their vendors document.
 */

const blocked: Expected = { reason: 'blocked', problems: ['challenge'], shows: [] };
const by = (name: string): Expected => ({ ...blocked, says: new RegExp(name) });
const down: Expected = { reason: 'unreachable', problems: ['challenge'], shows: [], says: /maintenance/ };

function titled(title: string, body = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body>${body}<script>var prestashop = {"cart":{}};</script></body></html>`;
}

/** The same answer for every path but robots.txt. */
function always(status: number, body: string, headers: Headers = {}) {
  return () => answering((_request, response) => response.writeHead(status, { ...secure, ...headers }).end(body));
}

/** A shop whose files and version addresses are kept by somebody else. */
function guarding(status: number, body: string) {
  return () =>
    answering((request, response) => {
      const home =
        '<!doctype html><meta name="generator" content="WordPress 7.1"><link href="/wp-includes/css/dashicons.min.css?ver=7.1">';
      response.writeHead(request.url === '/' ? 200 : status, { 'content-type': 'text/html' });
      response.end(request.url === '/' ? home : body);
    });
}

const bare: [status: number, expect: Expected][] = [
  [401, by('401')],
  [403, by('403')],
  [405, by('405')],
  [406, by('406')],
  [418, by('418')],
  [429, by('429')],
  [451, by('451')],
  [503, by('503')],
];

/** Nothing but claims, whatever comes for the other paths. */
const claimed: Expected = { reason: 'unknown-version', problems: [], shows: ['wordpress 7.1'] };

export const firewalls: HostileCase[] = [
  ...bare.map(
    ([status, expect]): HostileCase => ({
      name: `status ${status} and nothing else`,
      serve: always(status, titled('Error')),
      expect,
    }),
  ),
  {
    name: 'Cloudflare, managed challenge',
    serve: always(
      403,
      titled('Just a moment...', "<script>window._cf_chl_opt = {cvId: '3', cType: 'managed'};</script>"),
      { server: 'cloudflare', 'cf-mitigated': 'challenge' },
    ),
    expect: by('Cloudflare'),
  },
  {
    name: 'Cloudflare, challenge with status 200 in another language',
    serve: always(
      200,
      titled('Einen Moment', '<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=8"></script>'),
    ),
    expect: by('Cloudflare'),
  },
  {
    name: 'Cloudflare, error 1020',
    serve: always(403, titled('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>'), {
      server: 'cloudflare',
    }),
    expect: by('Cloudflare'),
  },
  {
    name: 'Cloudflare, error 522',
    serve: always(522, titled('shop.example | 522: Connection timed out'), { server: 'cloudflare' }),
    expect: { reason: 'unreachable', problems: ['http-error'], shows: [] },
  },
  {
    name: 'Akamai, access denied',
    serve: always(
      403,
      '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>Reference&#32;&#35;18&#46;1 https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;1</BODY></HTML>',
      { server: 'AkamaiGHost' },
    ),
    expect: by('Akamai'),
  },
  {
    name: 'Akamai, crypto challenge with status 200',
    serve: always(200, titled('', '<script src="/_sec/cp_challenge/sec-cpt-int-4-3.js"></script>')),
    expect: by('Akamai'),
  },
  {
    name: 'Imperva, incident with status 200',
    serve: always(
      200,
      '<html><body><iframe src="/_Incapsula_Resource?SWUDNSAI=31&incident_id=1-2">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>',
      { 'x-iinfo': '1-2' },
    ),
    expect: by('Imperva'),
  },
  { name: 'Imperva, interruption', serve: always(200, titled('Pardon Our Interruption')), expect: by('Imperva') },
  {
    name: 'Fastly, client challenge with status 200',
    serve: always(200, titled('Client Challenge', '<script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>')),
    expect: by('Fastly'),
  },
  {
    name: 'Fastly, status 406',
    serve: always(406, 'Not Acceptable', { 'x-served-by': 'cache-fra-1', via: '1.1 varnish' }),
    expect: by('406'),
  },
  {
    name: 'Amazon, challenge with status 202',
    serve: always(202, '<html><script>window.gokuProps = {"key":"AQID"};</script></html>', {
      'x-amzn-waf-action': 'challenge',
    }),
    expect: by('AWS WAF'),
  },
  {
    name: 'Amazon, captcha with status 405',
    serve: always(405, titled('Human Verification'), { 'x-amzn-waf-action': 'captcha' }),
    expect: by('AWS WAF'),
  },
  {
    name: 'CloudFront, request blocked',
    serve: always(403, titled('ERROR: The request could not be satisfied', '<h1>403 ERROR</h1>'), {
      server: 'CloudFront',
    }),
    expect: by('403'),
  },
  {
    name: 'Azure Front Door, request blocked',
    serve: always(403, titled('403 Forbidden', 'The request is blocked.'), { 'x-azure-ref': '0' }),
    expect: by('403'),
  },
  {
    name: 'Google Cloud Armor, status 429',
    serve: always(429, titled('429 Too Many Requests'), { via: '1.1 google', 'retry-after': '60' }),
    expect: by('429'),
  },
  {
    name: 'DataDome, captcha',
    serve: always(
      403,
      "<html><body><script>var dd={'rt':'c','cid':'AHr','host':'geo.captcha-delivery.com'}</script></body></html>",
      { 'x-datadome': 'protected' },
    ),
    expect: by('DataDome'),
  },
  {
    name: 'HUMAN, captcha with status 200',
    serve: always(200, titled('Access to this page has been denied.', '<div id="px-captcha"></div>')),
    expect: by('HUMAN'),
  },
  {
    name: 'Kasada, status 429',
    serve: always(429, '<html><script>window.KPSDK={};KPSDK.now=1</script></html>'),
    expect: by('Kasada'),
  },
  {
    name: 'Sucuri, script with status 200',
    serve: always(200, "<html><script>var s={},e=eval,sucuri_cloudproxy_js='';</script></html>"),
    expect: by('Sucuri'),
  },
  {
    name: 'Vercel, checkpoint',
    serve: always(429, titled('Vercel Security Checkpoint'), { 'x-vercel-mitigated': 'challenge' }),
    expect: by('Vercel'),
  },
  { name: 'DDoS-Guard', serve: always(403, titled('DDoS-Guard'), { server: 'ddos-guard' }), expect: by('DDoS-Guard') },
  {
    name: 'Wordfence, status 503',
    serve: always(
      503,
      titled(
        'Your access to this site has been limited',
        'Your access to this site has been limited by the site owner. Generated by Wordfence',
      ),
    ),
    expect: by('Wordfence'),
  },
  {
    name: 'SiteGround, refresh with status 202',
    serve: always(202, '<html><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F"></html>', {
      'sg-captcha': 'challenge',
    }),
    expect: by('SiteGround'),
  },
  {
    name: 'F5, request rejected with status 200',
    serve: always(200, titled('Request Rejected', 'The requested URL was rejected. Your support ID is: 1')),
    expect: by('F5'),
  },
  {
    name: 'Imunify360, with status 200',
    serve: always(200, titled('One moment, please...')),
    expect: by('Imunify360'),
  },
  {
    name: 'Anubis, with status 200',
    serve: always(
      200,
      titled('Making sure you&#39;re not a bot!', '<script id="anubis_challenge" type="application/json">{}</script>'),
    ),
    expect: by('Anubis'),
  },
  {
    name: 'a challenge for robots.txt as well',
    serve: () =>
      answeringAll((_request, response) =>
        response.writeHead(403, { ...secure, 'cf-mitigated': 'challenge' }).end(titled('Just a moment...')),
      ),
    expect: by('Cloudflare'),
  },
  {
    name: 'a challenge for robots.txt only',
    serve: () =>
      answeringAll((request, response) => {
        const isHome = request.url !== '/robots.txt';
        response.writeHead(200, isHome ? { 'content-type': 'text/html' } : secure);
        response.end(isHome ? '<title>Own software</title>' : titled('Just a moment...'));
      }),
    expect: { reason: 'unknown-platform', problems: [], shows: [] },
  },
  {
    name: 'a consent wall',
    serve: always(200, titled('Before you continue', '<form action="/consent"><button>Accept all</button></form>')),
    expect: { ...blocked, says: /consent/ },
  },
  {
    name: 'a login wall',
    serve: always(200, titled('Log in | Trade shop', '<input type="password" name="password">')),
    expect: { ...blocked, says: /log in/ },
  },
  {
    name: 'a login wall behind a redirect',
    serve: () =>
      answering((request, response) => {
        if (request.url === '/') response.writeHead(302, { ...secure, location: '/login' }).end();
        else response.writeHead(200, secure).end(titled('Sign in | Trade shop', '<input type="password">'));
      }),
    expect: { ...blocked, says: /log in/ },
  },
  {
    name: 'a login wall on another site',
    serve: ({ stranger }) =>
      answering((_request, response) =>
        response.writeHead(302, { ...secure, location: `${stranger}/oauth?client_id=1` }).end(),
      ),
    expect: { reason: 'unreachable', problems: ['moved'], shows: [] },
  },
  {
    name: 'a maintenance page, announced',
    serve: always(503, titled('Back soon'), { 'retry-after': '3600' }),
    expect: down,
  },
  { name: 'a maintenance page that says so', serve: always(503, titled('Maintenance')), expect: down },
  {
    name: 'WordPress while it updates, with status 200',
    serve: always(200, titled('Maintenance', 'Briefly unavailable for scheduled maintenance. Check back in a minute.')),
    expect: down,
  },
  ...[200, 403, 404, 429, 500].map(
    (status): HostileCase => ({
      name: `a page with status ${status} for every path but the home page`,
      serve: guarding(status, '<!DOCTYPE html><title>Page not found</title><h1>Not here</h1>'),
      expect: claimed,
    }),
  ),
  {
    name: 'a challenge for every path but the home page',
    serve: guarding(200, titled('Just a moment...', 'WordPress/7.1')),
    expect: claimed,
  },
  {
    name: 'the home page for every path',
    serve: () =>
      answering((_request, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            '<!doctype html><meta name="generator" content="WordPress 7.1"><link href="/wp-includes/css/dashicons.min.css?ver=7.1"><!-- generator="WordPress/7.1" -->',
          ),
      ),
    expect: claimed,
  },
  {
    name: 'the home page for every path, called a script',
    serve: () =>
      answering((request, response) => {
        const type = request.url === '/' ? 'text/html' : 'text/javascript';
        response
          .writeHead(200, { 'content-type': type })
          .end(
            '<!doctype html><meta name="generator" content="WordPress 7.1"><link href="/wp-includes/css/dashicons.min.css?ver=7.1">',
          );
      }),
    expect: claimed,
  },
  {
    name: 'an empty file for every path',
    serve: guarding(200, ''),
    expect: claimed,
  },
];
