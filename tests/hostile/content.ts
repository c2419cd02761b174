import { fixtures } from '../platforms/fixtures.ts';
import {
  answeringAll,
  believed,
  cookieOf,
  type Expected,
  type Headers,
  type HostileCase,
  type Misbehaviour,
  page,
  secure,
} from './case.ts';

/*
 * Pages that lie about what they run. On the judged day WordPress 7.1 and PrestaShop 9.1.4 are the newest releases; the
 * lines of WordPress 6.8 and PrestaShop 8.1 have reached their end.
 */

const newest = '7.1';

const html = (body: string, headers: Headers = {}) => page({ body: `<!doctype html>${body}`, headers });
const generators = (...texts: string[]) => texts.map((text) => `<meta name="generator" content="${text}">`).join('');
const core = (version: string) => `<link href="/wp-includes/css/dashicons.min.css?ver=${version}">`;

/** A release that no list has is no yes, however new it looks. */
const unlisted: Expected = { reason: 'version-not-known', problems: [] };
/** WordPress is there, and nothing that is a version of it. */
const withoutRelease: Expected = { reason: 'unknown-version', problems: [], shows: ['wordpress'] };
const contradictory: Expected = { reason: 'conflicting-evidence', problems: [] };

/** Where platforms print a release, with any text in its place. */
function printing(text: string): string {
  return [
    generators(`WordPress ${text}`, `Drupal ${text}`, `AbanteCart v${text}`, `Joomla! - Version ${text}`),
    core(text),
    `<script src="/themes/shop/default/build/assets/app-${text}.js"></script>`,
    `<script src="/js/tygh/core.js?ver=${text}"></script>`,
    `<script src="/static/version${text}/frontend/Magento/luma/en_US/mage/${text}.js"></script>`,
    `<script>window.features = JSON.parse('\\u007B\\u0022${text}\\u0022\\u003Atrue\\u007D');</script>`,
  ].join('');
}

/** Answers by path; 404 for all else. */
function paths(answers: Record<string, { headers?: Headers; body: string }>): Misbehaviour {
  const known = new Map(Object.entries(answers));
  return answeringAll((request, response) => {
    const found = known.get(request.url ?? '');
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html', ...found.headers }).end(found.body);
  });
}

/** The home pages of several shops in one, and what the first of them answers for every other path. */
function together(chosen: (platform: string) => boolean): Misbehaviour {
  const shops = fixtures.filter(([, { platform }]) => platform !== null && chosen(platform));
  const homes = shops.flatMap(([, { exchanges }]) => exchanges.slice(0, 1));
  const answers = new Map(shops.flatMap(([, { exchanges }]) => exchanges.map((each) => [each.path, each] as const)));
  const headers = homes.flatMap((home) => home.headers.filter(([name]) => !/^content-/.test(name)));
  return answeringAll((request, response) => {
    const found = answers.get(request.url ?? '');
    if (request.url === '/') {
      response.writeHead(200, [...headers, ['content-type', 'text/html'] as const].flat());
      response.end(homes.map(({ body }) => body).join('\n'));
    } else if (found === undefined) response.writeHead(404).end();
    else response.writeHead(found.status, found.headers.flat()).end(found.body);
  });
}

const hosted = ['shopify', 'wix', 'squarespace', 'bigcommerce', 'lightspeed', 'shoper', 'ecwid', 'salesforce'];

const prototypeKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** What is no number of a release, where WordPress prints it. */
const noVersions: [name: string, text: string][] = [
  ['in Arabic digits', '\u0667.\u0661'],
  ['in fullwidth digits', '\uff17.\uff11'],
  ['in superscript digits', '\u2077.\u00b9'],
  ['behind a terminal escape', '\u001b[31m7.1\u001b[0m'],
  ['behind a right-to-left override', '\u202e7.1'],
  ['behind a zero-width blank', '\u200b7.1'],
  ['as markup', '&lt;script&gt;alert(7.1)&lt;/script&gt;'],
  ['as a template', '{{7.1}}'],
  ['with a part of thirty digits', `7.${'9'.repeat(30)}`],
  ['with a hundred parts', Array.from({ length: 100 }, () => '7').join('.')],
  ['in exponents', '7e1'],
  ['of 300,000 letters', 'v'.repeat(300_000)],
];

/** Numbers that no release has. */
const unlistedVersions: [name: string, text: string][] = [
  ['newer than every release', '99.1'],
  ['a patch newer than every release', '7.1.99'],
  ['from the day after the judged one', '7.1.3'],
  ['with a part of nine digits', '7.999999999'],
  ['with markup behind it', '7.1.99&lt;img src=x onerror=alert(1)&gt;'],
];

export const content: HostileCase[] = [
  { name: 'an honest shop', serve: () => html('<title>Shop</title>', secure), expect: believed },
  {
    name: 'two cookies of two releases',
    serve: () => html('', { 'set-cookie': [cookieOf('9.1.4'), cookieOf('8.1.0')] }),
    expect: { ...contradictory, shows: ['prestashop'] },
  },
  {
    name: 'the cookie of another shop',
    serve: () => html('', { 'set-cookie': cookieOf('9.1.4', 'www.other.example') }),
    expect: { reason: 'unknown-version', problems: [], shows: ['prestashop'] },
  },
  {
    name: 'the cookie of a release that is not out',
    serve: () => html('', { 'set-cookie': cookieOf('9.1.20') }),
    expect: { ...unlisted, shows: ['prestashop 9.1.20'] },
  },
  {
    name: 'two hundred forged cookies',
    serve: () =>
      html('', {
        'set-cookie': Array.from(
          { length: 200 },
          (_, at) => `PrestaShop-${at.toString(16).padStart(32, '0')}=x; domain=a${at}.example`,
        ),
      }),
    expect: { reason: 'unknown-version', problems: [], shows: ['prestashop'] },
  },
  {
    name: 'the newest release, printed twice and proved by no file',
    serve: () => html(`${generators(`WordPress ${newest}`)}${core(newest)}`),
    expect: { reason: 'unknown-version', problems: [], shows: ['wordpress 7.1'] },
  },
  {
    name: 'the newest release, printed wherever it can be',
    serve: () =>
      paths({
        '/': { body: `<!doctype html>${generators(`WordPress ${newest}`)}${core(newest)}` },
        '/wp-links-opml.php': {
          headers: { 'content-type': 'text/xml' },
          body: `<?xml version="1.0"?><!-- generator="WordPress/${newest}" -->`,
        },
        '/feed/': {
          headers: { 'content-type': 'application/rss+xml' },
          body: `<?xml version="1.0"?><generator>https://wordpress.org/?v=${newest}</generator>`,
        },
      }),
    expect: { reason: 'unknown-version', problems: [], shows: ['wordpress 7.1'] },
  },
  {
    name: 'two releases in two places',
    serve: () => html(`${generators(`WordPress ${newest}`)}${core('6.8.1')}`),
    expect: { ...contradictory, shows: ['wordpress'] },
  },
  {
    name: 'two generators of one product',
    serve: () => html(generators(`WordPress ${newest}`, 'WordPress 6.8.1')),
    expect: { ...contradictory, shows: ['wordpress'] },
  },
  {
    name: 'ten thousand generators of one product',
    serve: () => html(generators(...Array.from({ length: 10_000 }, (_, at) => `WordPress 6.${at}`))),
    expect: { ...contradictory, shows: ['wordpress'] },
  },
  {
    name: 'ten thousand generators of nothing, then one',
    serve: () => html(generators(...Array.from({ length: 10_000 }, (_, at) => `Nothing ${at}`), `WordPress ${newest}`)),
    expect: { reason: 'unknown-platform', problems: [], shows: [] },
  },
  {
    name: 'a hosted shop around a self-hosted one',
    serve: () =>
      html(`${generators(`WordPress ${newest}`)}${core(newest)}<meta name="shopify-digital-wallet" content="/1/">`, {
        'x-shopid': '1',
      }),
    expect: { ...contradictory, shows: ['shopify', 'wordpress 7.1'] },
  },
  {
    // whichever of the two is true, its vendor patches it
    name: 'two hosted shops at once',
    serve: () => together((platform) => ['shopify', 'wix'].includes(platform)),
    expect: { answer: 'yes', reason: 'vendor-hosted', problems: [], shows: ['shopify', 'wix'] },
  },
  { name: 'the signals of every platform at once', serve: () => together(() => true), expect: contradictory },
  {
    name: 'the signals of every self-hosted platform at once',
    serve: () => together((platform) => !hosted.includes(platform)),
    expect: { reason: 'conflicting-evidence' },
  },
  {
    name: 'the signals of every hosted platform at once',
    serve: () => together((platform) => hosted.includes(platform)),
    expect: { reason: 'conflicting-evidence' },
  },
  ...prototypeKeys.map(
    (key): HostileCase => ({
      name: `${key} wherever a release is printed`,
      serve: () => html(printing(key)),
      expect: { reason: 'unknown-version' },
    }),
  ),
  {
    name: 'prototype keys in an address that names versions',
    serve: () =>
      paths({
        '/': { body: '<!doctype html><script type="text/x-magento-init">{}</script>' },
        '/magento_version': { headers: { 'content-type': 'text/plain' }, body: 'Magento/__proto__ (constructor)' },
      }),
    expect: { reason: 'unknown-version', problems: [], shows: ['magento'] },
  },
  ...noVersions.map(
    ([name, text]): HostileCase => ({
      name: `a release ${name}`,
      serve: () =>
        html(`${generators(`WordPress ${text}`)}${core('')}<script src="/wp-content/themes/a/b.js"></script>`),
      expect: withoutRelease,
    }),
  ),
  ...unlistedVersions.map(
    ([name, text]): HostileCase => ({
      name: `a release ${name}`,
      serve: () => html(`${generators(`WordPress ${text}`)}${core(text)}`),
      expect: unlisted,
    }),
  ),
  {
    name: 'a base address on another site',
    serve: ({ stranger }) =>
      html(
        `<base href="${stranger}/">${generators('WordPress')}<script src="wp-includes/js/wp-embed.min.js?ver=${newest}"></script>`,
      ),
    expect: withoutRelease,
  },
  {
    name: 'files of the shop on another site',
    serve: ({ stranger }) =>
      html(`${generators('WordPress')}<script src="${stranger}/wp-includes/js/wp-embed.min.js"></script>`),
    expect: withoutRelease,
  },
  {
    name: 'a folder that begins like another host',
    serve: ({ stranger }) =>
      html(
        `${generators('WordPress')}<script src="/${stranger.slice('http:'.length)}/wp-includes/js/wp-embed.min.js"></script><script src="/.//www.stranger.example/wp-content/a.js"></script>`,
      ),
    expect: withoutRelease,
  },
  {
    name: 'a folder that climbs',
    serve: () =>
      html(`${generators('WordPress')}<script src="/a/%2e%2e/%2e%2e//wp-includes/js/wp-embed.min.js"></script>`),
    expect: withoutRelease,
  },
  {
    name: 'a robots.txt of a hosted shop',
    serve: () =>
      paths({
        '/': { body: '<!doctype html><title>Own software</title>' },
        '/robots.txt': {
          headers: {
            'content-type': 'text/plain',
            'x-shopid': '1',
            'powered-by': 'Shopify',
            'set-cookie': '_shopify_y=1',
          },
          body: 'User-agent: *\n',
        },
      }),
    expect: { reason: 'unknown-platform' },
  },
  {
    name: 'another shop behind robots.txt',
    serve: ({ stranger }) =>
      answeringAll((request, response) => {
        if (request.url === '/robots.txt')
          response.writeHead(301, { ...secure, location: `${stranger}/robots.txt` }).end();
        else response.setHeader('content-type', 'text/html').end('<title>Own software</title>');
      }),
    expect: { reason: 'unknown-platform', problems: ['moved'], shows: [] },
  },
  {
    name: 'a version address that answers four megabytes',
    serve: () =>
      paths({
        '/': { body: '<!doctype html><script type="text/x-magento-init">{}</script>' },
        '/magento_version': { headers: { 'content-type': 'text/plain' }, body: `Magento/2.4${'.9'.repeat(2_000_000)}` },
      }),
    expect: { reason: 'version-ambiguous', problems: [], shows: ['magento'] },
  },
  {
    name: 'a release candidate of no release',
    serve: () => html(`${generators('WordPress 7.9-RC1')}${core('7.9-RC1')}`),
    expect: { reason: 'pre-release', problems: [], shows: ['wordpress 7.9-RC1'] },
  },
];
