import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/model/snapshot.ts';
import { describeBlock, findChallenge, looksBlocked } from '../../src/probe/challenge.ts';
import { exchange } from '../identify/shop.ts';
import { fixtures } from '../platforms/fixtures.ts';
import { openShop, probe } from './servers.ts';

function answer(status: number, body: string, headers: [string, string][] = []): Exchange {
  const at = '2026-09-23T08:00:00.000Z';
  return { path: '/', url: 'https://shop.example/', at, status, headers, body, sha256: null, sha256Lf: null };
}

function title(text: string, rest = ''): string {
  return `<!DOCTYPE html><html><head><title>${text}</title></head><body>${rest}</body></html>`;
}

const shopPage = title('Shop', `<main>${'<div class="product">Mug</div>'.repeat(500)}</main>`);
const withScript = (markup: string) => shopPage.replace('</body>', `${markup}</body>`);

describe('pages in front of a shop are told apart', () => {
  const challenges: [by: string, exchange: Exchange][] = [
    ['Cloudflare', answer(403, title('Just a moment...', '<script>window._cf_chl_opt={cvId:"3"}</script>'))],
    ['Cloudflare', answer(200, title('Einen Moment', '<script>window._cf_chl_opt = {}</script>'))],
    ['Cloudflare', answer(503, '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1?ray=8"></script>')],
    ['Cloudflare', answer(403, '', [['cf-mitigated', 'challenge']])],
    ['Cloudflare', answer(403, title('Attention Required! | Cloudflare'))],
    ['Akamai', answer(403, title('Access Denied', 'https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;1'))],
    ['Akamai', answer(200, '<script src="/_sec/cp_challenge/sec-cpt-int-4-3.js"></script>')],
    ['Akamai', answer(200, `<meta http-equiv="refresh" content="5; URL='/?bm-verify=AAQAAA'" />`)],
    ['Imperva', answer(200, '<iframe src="/_Incapsula_Resource?SWUDNSAI=31&incident_id=1-2"></iframe>')],
    ['Imperva', answer(200, 'Request unsuccessful. Incapsula incident ID: 1-2')],
    ['Imperva', answer(200, '<html><head><script src="/_Incapsula_Resource?SWJIYLWA=5074"></script></head></html>')],
    ['Imperva', answer(200, title('Pardon Our Interruption'))],
    ['Sucuri', answer(200, "<script>var s={},a,e=eval,sucuri_cloudproxy_js='';</script>")],
    ['Sucuri', answer(403, title('Sucuri WebSite Firewall - Access Denied'))],
    ['DataDome', answer(403, "<script>var dd={'rt':'c','cid':'AHr','host':'geo.captcha-delivery.com'}</script>")],
    ['HUMAN', answer(403, '<div id="px-captcha"></div>')],
    ['HUMAN', answer(200, title('Access to this page has been denied.'))],
    ['Fastly', answer(200, title('Client Challenge', '<script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>'))],
    ['AWS WAF', answer(202, '', [['x-amzn-waf-action', 'challenge']])],
    ['AWS WAF', answer(202, '<script>window.gokuProps = {"key":"AQ"};</script>')],
    ['DDoS-Guard', answer(403, title('DDoS-Guard'))],
    ['DDoS-Guard', answer(200, '<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>')],
    ['BunkerWeb', answer(200, title('Bot Detection', 'Please prove that you are Human before accessing this website'))],
    ['Wordfence', answer(503, 'Your access to this site has been limited by the site owner')],
    ['Anubis', answer(200, '<script id="anubis_challenge" type="application/json">{}</script>')],
    ['Anubis', answer(200, title('Making sure you&#39;re not a bot!'))],
    ['SiteGround', answer(202, '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F">')],
    ['SiteGround', answer(202, '', [['sg-captcha', 'challenge']])],
    ['Vercel', answer(429, title('Vercel Security Checkpoint'))],
    ['Vercel', answer(403, '', [['x-vercel-mitigated', 'deny']])],
    ['Imunify360', answer(200, '{"message":"Access denied by Imunify360 bot-protection."}')],
    ['Imunify360', answer(200, title('One moment, please...'))],
    ['F5', answer(200, title('Request Rejected', 'Please consult with your administrator. Your support ID is: 1'))],
    ['Radware', answer(200, title('Radware Captcha Page'))],
    ['Kasada', answer(429, '<script>window.KPSDK={};</script>')],
    ['WordPress', answer(200, 'Briefly unavailable for scheduled maintenance. Check back in a minute.')],
    ['a log-in page', answer(200, title('Log In ‹ Shop — WordPress', '<input name="pwd" type="password">'))],
    ['a consent page', answer(200, title('Before you continue'))],
  ];
  it.each(challenges)('%s', (by, exchange) => expect(findChallenge(exchange)?.by).toBe(by));

  // none-challenge-aws-waf: what no platform may match is what the probe turns away
  const served = fixtures.filter(([name]) => name.startsWith('none-challenge-'));
  it.each(served)('as %s, whatever its status', (name, { exchanges }) => {
    const by = exchanges.map((shown) => findChallenge(exchange({ ...shown, status: 200 }))?.by);
    expect(by).toEqual([expect.any(String)]);
    expect(name.slice('none-challenge-'.length)).toContain(by.join().toLowerCase().replace(' ', '-'));
  });

  it.each([401, 403, 405, 406, 418, 429, 451, 503])('by status %d alone', (status) => {
    expect(looksBlocked(answer(status, title('Error')))).toEqual({ kind: 'firewall', by: `${status}` });
  });

  it('and maintenance is called so', () => {
    const announced = looksBlocked(answer(503, '', [['retry-after', '3600']]));
    expect(announced?.kind).toBe('maintenance');
    expect(looksBlocked(answer(503, title('Maintenance')))?.kind).toBe('maintenance');
    expect(describeBlock({ kind: 'maintenance', by: '503' }, answer(503, '')).message).toContain('maintenance');
  });
});

describe('ordinary shops are let through', () => {
  it.each([
    [
      'Cloudflare in front',
      answer(200, shopPage, [
        ['server', 'cloudflare'],
        ['cf-ray', '8f-FRA'],
        ['cf-cache-status', 'HIT'],
      ]),
    ],
    [
      'Cloudflare bot script',
      answer(
        200,
        withScript(
          `<script>window.__CF$cv$params={r:'8'};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>`,
        ),
      ),
    ],
    [
      'older Cloudflare bot script',
      answer(200, withScript('<script src="/cdn-cgi/challenge-platform/h/b/scripts/jsd/x/main.js"></script>')),
    ],
    [
      'Cloudflare e-mail script',
      answer(
        200,
        withScript('<script src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script>'),
      ),
    ],
    [
      'Turnstile',
      answer(200, withScript('<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>')),
    ],
    [
      'reCAPTCHA',
      answer(
        200,
        withScript('<script src="https://www.google.com/recaptcha/api.js"></script><div class="g-recaptcha"></div>'),
      ),
    ],
    ['hCaptcha', answer(200, withScript('<div class="h-captcha"></div>'))],
    [
      'Imperva script',
      answer(200, withScript('<script src="/_Incapsula_Resource?SWJIYLWA=719d&ns=1" async></script>'), [
        ['x-iinfo', '1-2'],
      ]),
    ],
    [
      'DataDome script',
      answer(
        200,
        withScript('<script>window.ddjskey="A"</script><script src="https://js.datadome.co/tags.js"></script>'),
        [['x-datadome', 'protected']],
      ),
    ],
    ['HUMAN script', answer(200, withScript('<script>window._pxAppId="PX1";</script>'))],
    [
      'AWS WAF script',
      answer(200, withScript('<script src="https://1.edge.sdk.awswaf.com/1/2/challenge.js"></script>')),
    ],
    [
      'Fastly script',
      answer(200, withScript('<script src="/_fs-ch-1T1wmsGaOgGaSxcX/challenge.js"></script>'), [
        ['x-served-by', 'cache-fra-1'],
      ]),
    ],
    ['Akamai script', answer(200, withScript('<script src="/akam/13/5a1b"></script>'), [['server', 'AkamaiGHost']])],
    [
      'DDoS-Guard in front',
      answer(200, shopPage, [
        ['server', 'ddos-guard'],
        ['set-cookie', '__ddg1_=a'],
      ]),
    ],
    [
      'Sucuri in front',
      answer(200, shopPage, [
        ['x-sucuri-id', '1'],
        ['x-sucuri-cache', 'HIT'],
      ]),
    ],
    ['a log-in form in the page', answer(200, withScript('<form><input type="password" name="pw"></form>'))],
    ['a product named so', answer(200, title('Log in style: oak benches', '<input type="password">'))],
    ['a cookie banner', answer(200, withScript('<div class="cookie-consent">Before you continue</div>'))],
    [
      'a text on firewalls',
      answer(200, withScript('<p>Cloudflare says &lt;title&gt;Just a moment...&lt;/title&gt;</p>')),
    ],
    ['a soft 404', answer(200, title('Page not found'))],
  ])('%s', (_name, exchange) => expect(looksBlocked(exchange)).toBeNull());

  it.each([404, 410, 500, 502, 520])('and status %d is no firewall', (status) => {
    expect(looksBlocked(answer(status, title('Error')))).toBeNull();
  });
});

describe('a visit', () => {
  it.each([
    [403, 'blocked', 'challenge'],
    [503, 'blocked', 'challenge'],
    [404, 'unreachable', 'http-error'],
    [500, 'unreachable', 'http-error'],
    [304, 'unreachable', 'http-error'],
  ])('to a home page with status %d', async (status, outcome, code) => {
    const shop = await openShop((_request, response) =>
      response.writeHead(status).end('<meta name="generator" content="WordPress 6.8">'),
    );
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(seen).toMatchObject({ outcome, problems: [{ code, url: shop.url }], requests: 3 });
    expect(seen.exchanges).toMatchObject([{ status, body: '', sha256: null }]);
  });

  it('to a challenge page names who stands in front and what to do', async () => {
    const shop = await openShop((_request, response) => response.end(title('Just a moment...')));
    const [problem] = (await probe(shop.url)).problems;
    expect(problem?.message).toContain('Cloudflare');
    expect(problem?.message).toContain('Allow the User-Agent that starts with Patchproof');
  });
});
