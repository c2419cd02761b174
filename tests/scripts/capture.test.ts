import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openScrubber } from '../../scripts/capture/scrub.ts';
import { identify, nextPath } from '../../src/identify/index.ts';
import { probeSite } from '../../src/probe/index.ts';
import { context, snapshot } from '../identify/shop.ts';
import { Fixture } from '../platforms/fixtures.ts';
import { openShop, userAgent } from '../probe/servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'capture-'));
const project = new URL('../../', import.meta.url).pathname;

afterAll(() => rmSync(folder, { recursive: true }));

/** The shop answers from this process, so the command must not block it. */
async function run(...words: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['scripts/capture.ts', ...words], { cwd: project });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  const status = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { status, stdout, stderr };
}

/** What a live look at the shop names. */
async function lookAt(url: string) {
  const plan = context();
  const seen = await probeSite(
    {
      id: 'shop',
      name: 'Shop',
      url,
      tags: [],
      formerly: [],
      robots: 'respect',
      allowPrivate: true,
      disclosure: 'full',
      attestations: [],
    },
    { userAgent, at: '2026-08-22T10:00:00.000Z', nextPath: (known) => nextPath(known, plan) },
  );
  return outline(identify(seen, plan));
}

function outline({ components }: ReturnType<typeof identify>) {
  return components.map(({ product, versions, corroborated, edition, conflict, confidence }) => {
    return { product, versions, corroborated, edition, conflict, confidence };
  });
}

/** Texts that must be in no fixture. */
const canaries = {
  session: 'k3v9Canary0Session7x',
  sessionInUrl: 'canarysid42',
  formKey: 'Qx7CanaryFormKey',
  csrf: 'canary-csrf-77aa',
  nonce: 'c0ffee1234',
  hex: '9f86d081884c7d659a2feaa0c55ad015',
  base64: 'Q2FuYXJ5VG9rZW4xMjM0NTY3ODkwQUJD',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.c2lnbmF0dXJl',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
  mail: 'owner.canary@mail-canary.example',
  mailInLink: 'link.canary',
  cloudflare: '543931143139353d387a373b39',
  phone: '+49 30 5550 1234',
  phoneInLink: '+493055501235',
  phoneUs: '(212) 555-0187',
  ip: '203.0.113.77',
  ip6: '2001:db8:85a3::8a2e:370:7334',
};

function woocommercePage(origin: string): string {
  return `<!doctype html><html><head><title>Shop</title>
<meta name="generator" content="WordPress 6.8.2">
<meta name="generator" content="WooCommerce 10.1.0">
<meta name="csrf-token" content="${canaries.csrf}">
<link rel="stylesheet" href="${origin}/wp-content/plugins/woocommerce/assets/css/woocommerce.css?ver=10.1.0">
<script src="${origin}/wp-includes/js/wp-util.min.js?ver=6.8.2"></script>
<script src="${origin}/wp-content/plugins/woocommerce/assets/js/frontend/add-to-cart.min.js?ver=10.1.0"></script>
<script>var params = {"ajax_nonce":"${canaries.nonce}","ip":"${canaries.ip}","v6":"${canaries.ip6}","user":"${canaries.uuid}"};
var escaped = "{\\"csrfToken\\":\\"${canaries.csrf}\\"}"; var jwt = '${canaries.jwt}'; var blob = "${canaries.base64}";
var home = "${origin.replaceAll('/', '\\/')}\\/"; var at = "10:20:30"; var build = '1.2.3';</script>
</head><body class="woocommerce-page theme-storefront woocommerce-no-js">
<form><input type="hidden" name="form_key" value="${canaries.formKey}"><input value="${canaries.formKey}" name="_wpnonce"></form>
<a href="/cart?PHPSESSID=${canaries.sessionInUrl}">cart ${canaries.session}</a> ${canaries.hex}
<a href="mailto:${canaries.mailInLink}@127.0.0.1.example">write</a> ${canaries.mail}
<a class="__cf_email__" data-cfemail="${canaries.cloudflare}">mail</a>
<a href="tel:${canaries.phoneInLink}">call</a> ${canaries.phone} or ${canaries.phoneUs}
</body></html>`;
}

function answerWoocommerce(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('x-request-id', canaries.hex);
    response.setHeader('set-cookie', [
      `wp_woocommerce_session_0=${canaries.session}; path=/; domain=127.0.0.1; HttpOnly`,
    ]);
    response.end(woocommercePage(`http://${request.headers.host}`));
  } else if (request.url?.includes('.js')) {
    response.setHeader('content-type', 'text/javascript');
    response.end(`/* ${canaries.mail} */\n${'x'.repeat(5_000)}`);
  } else if (request.url?.endsWith('readme.txt')) {
    response.setHeader('content-type', 'text/plain');
    response.end(`=== WooCommerce ===\nContributors: ${canaries.mail}\n\n== Changelog ==\n\n= 10.1.0 2025-08-11 =\n`);
  } else {
    response.writeHead(404, { 'content-type': 'text/html' }).end(`<p>${canaries.session}</p>`);
  }
}

describe('capture', () => {
  test('writes what identifies the shop, and nothing that belongs to a visitor, a person or its owner', async () => {
    const shop = await openShop(answerWoocommerce);
    const out = join(folder, 'new', 'woocommerce-captured.json');
    const { status, stdout, stderr } = await run(shop.url, '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    const text = readFileSync(out, 'utf8');
    for (const [name, canary] of Object.entries(canaries)) expect([name, text.includes(canary)]).toEqual([name, false]);
    expect(text).not.toContain('127.0.0.1');
    expect(text).not.toContain(String(shop.port));
    expect(text).toContain('"wp_woocommerce_session_0=0; path=/; domain=shop.example"');
    expect(text).toContain('10:20:30');

    const fixture = Fixture.parse(JSON.parse(text));
    const live = await lookAt(shop.url);
    expect(live.map(({ product }) => product).sort()).toEqual(['woocommerce', 'wordpress']);
    expect(outline(identify(snapshot(fixture.exchanges), context()))).toEqual(live);
    expect(fixture.platform).toBe('woocommerce');
    expect(fixture.expect.components.map(({ product, versions }) => ({ product, versions }))).toEqual(
      live.map(({ product, versions }) => ({ product, versions })),
    );
    expect(stdout).toContain('Check this by hand');
    expect(stdout).toContain('Replaced:');
  });

  test('keeps the hash of a large file and not its text; no header but those that rules look at', async () => {
    const shop = await openShop(answerWoocommerce);
    const out = join(folder, 'files.json');
    await run(shop.url, '--out', out);
    const { exchanges } = Fixture.parse(JSON.parse(readFileSync(out, 'utf8')));
    const script = exchanges.find(({ path }) => path.includes('.js'));
    const body = `/* ${canaries.mail} */\n${'x'.repeat(5_000)}`;
    expect(script).toMatchObject({ body: '', sha256: createHash('sha256').update(body).digest('hex') });
    expect(exchanges.flatMap(({ headers = [] }) => headers.map(([name]) => name))).not.toContain('x-request-id');
  });

  test('the name of a cookie proves the same release under the host of the fixture', async () => {
    const name = `PrestaShop-${createHash('md5').update('8.2.1ps-s1127.0.0.1').digest('hex')}`;
    const shop = await openShop((_request, response) => {
      response.setHeader('set-cookie', `${name}=${canaries.session}; path=/; domain=127.0.0.1`);
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><script>var prestashop = {"cart":{}};</script>');
    });
    const out = join(folder, 'prestashop.json');
    expect(await run(shop.url, '--out', out, '--platform', 'prestashop')).toMatchObject({ status: 0, stderr: '' });
    const text = readFileSync(out, 'utf8');
    expect(text).not.toContain(name);
    const fixture = Fixture.parse(JSON.parse(text));
    expect(fixture.platform).toBe('prestashop');
    expect(fixture.expect.components).toMatchObject([{ product: 'prestashop', versions: ['8.2.1'] }]);
    expect(outline(identify(snapshot(fixture.exchanges), context()))).toEqual(await lookAt(shop.url));
  });

  test('asks nothing that robots.txt forbids', async () => {
    const shop = await openShop(answerWoocommerce, {
      robots: (_request, response) => {
        response.setHeader('content-type', 'text/plain');
        response.end('User-agent: *\nDisallow: /wp-content/\n');
      },
    });
    const out = join(folder, 'robots.json');
    expect(await run(shop.url, '--out', out)).toMatchObject({ status: 0 });
    expect(shop.paths().filter((path) => path?.startsWith('/wp-content/'))).toEqual([]);
    const { exchanges } = Fixture.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(exchanges.map(({ path }) => path)).toContain('/robots.txt');
  });

  test.each([
    [['http://127.0.0.1:9/'], 2, '--out FILE'],
    [['--out', join(folder, 'x.json')], 2, 'One URL'],
    [['nonsense', '--out', join(folder, 'x.json')], 2, 'not an address'],
    [['http://127.0.0.1:9/', '--out', join(folder, 'x.json'), '--platform', 'nobody'], 2, 'Allowed: abantecart'],
    [['http://127.0.0.1:9/', '--out', join(folder, 'x.json')], 1, 'unreachable'],
  ])('%j ends with %i', async (words, status, remedy) => {
    expect(await run(...words)).toMatchObject({ status, stderr: expect.stringContaining(remedy) });
  });
});

describe('the scrubber', () => {
  function scrub(text: string, spared: string[] = [], home = 'https://www.realshop.co.uk/'): string {
    return openScrubber({ home: new URL(home), secrets: ['abc%20def123'], spared }).text(text);
  }

  test.each([
    ['https://www.realshop.co.uk/a', 'https://shop.example/a'],
    ['//static.realshop.co.uk/a', '//static.shop.example/a'],
    ['myrealshop.co.uk', 'myrealshop.co.uk'],
    ['realshop.co.uk.', 'shop.example.'],
    ['x abc def123 y abc%20def123', 'x 000 000000 y 000%00000000'],
    ["var form_key = 'AbCd1234';", "var form_key = '00000000';"],
    ['"token":""', '"token":""'],
    ['?a=1&amp;sid=abcdef', '?a=1&amp;sid=000000'],
    ['app-3f2a9bc1d2e3f4a5.js', 'app-0000000000000000.js'],
    ['/a/b-1.2.3.4.js', '/a/b-192.0.2.0.js'],
    ['2026-08-22 1.2.3 1699999999', '2026-08-22 1.2.3 1699999999'],
    ['a::before{} 10:20:30', 'a::before{} 10:20:30'],
    ['info&#64;other.example', 'someone@shop.example'],
    ['"telephone":"030 12345"', '"telephone":"000 00000"'],
  ])('%s -> %s', (text, expected) => expect(scrub(text)).toBe(expected));

  test('spares what a rule looks at, but never what a telling name says', () => {
    const asset = '/build/app-3f2a9bc1d2e3f4a5.js?v=1.6.1.24&sid=3f2a9bc1d2e3f4a5';
    expect(scrub(asset, [asset])).toBe('/build/app-3f2a9bc1d2e3f4a5.js?v=1.6.1.24&sid=0000000000000000');
  });
});
