import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { privateDocuments, soleSite } from '../../scripts/scanning.ts';
import { attestSite } from '../../src/attest/index.ts';
import { embeddedFacts } from '../../src/embedded.ts';
import { nextPath } from '../../src/identify/index.ts';
import { createHttp } from '../../src/lib/http.ts';
import type { Site } from '../../src/model/site.ts';
import { platforms } from '../../src/platforms/index.ts';
import { probeSite } from '../../src/probe/index.ts';
import { planContext } from '../../src/scan/site.ts';
import { makeFolder } from '../build/built.ts';
import { quickHttp, serve } from '../lib/serve.ts';
import { listen, openShop, userAgent } from '../probe/servers.ts';
import { authority, certificates } from './certificates.ts';

/*
 * An internal service stands on every address of this machine. Whatever shops, name servers and sources say, nobody connects to
 * it. Addresses of other machines are in tests/lib/address-guard.test.ts: nothing here may leave this one, even where it fails.
 */

const run = promisify(execFile);

/** Listens on all addresses of this machine, IPv6 included, and counts who connects. */
async function openInternal() {
  const counted = { port: 0, accepted: 0 };
  const server = createServer((socket) => {
    counted.accepted += 1;
    socket.on('error', () => {});
    socket.once('data', (data) => {
      // whoever takes it for a proxy would try again and again after a 200
      const status = data.toString('latin1').startsWith('CONNECT') ? '403 Forbidden' : '200 OK';
      socket.end(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n"canary"`);
    });
  });
  server.listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  counted.port = (server.address() as AddressInfo).port;
  return counted;
}

/** Visits as a scan does: the platforms' records choose what is asked next. */
function visit(url: string, { allowPrivate, addresses }: { allowPrivate: boolean; addresses: string[] }) {
  const site: Site = { ...soleSite('shop', new URL(url)), allowPrivate };
  const now = '2026-08-22T12:00:00.000Z';
  const given = { title: 'T', url, contact: 'a@example.com', everyMs: 1, maxAgeMs: 1, languages: ['en' as const] };
  const policy = { sourceMaxAgeMs: 1, unpublishedNewestMonths: 1, unpublishedOtherMonths: 1, accept: [] };
  const config = { ...given, policy, demo: false, sites: [site] };
  const plan = planContext(site, { config, now, judgeSourceAge: false, factsOf: embeddedFacts, platforms });
  return probeSite(site, {
    userAgent,
    at: now,
    nextPath: (seen) => nextPath(seen, plan),
    resolve: async () => addresses,
  });
}

it('the internal service counts who connects', async () => {
  const internal = await openInternal();
  for (const host of ['127.0.0.1', '127.0.0.9']) await once(connect(internal.port, host), 'connect');
  await expect.poll(() => internal.accepted).toBe(2);
});

describe('a listed address', () => {
  it.each([
    '127.0.0.1',
    '127.0.0.9',
    '127.1',
    '0',
    '0.0.0.0',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '[::1]',
    '[::]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    'localhost',
    'LOCALHOST.',
    'shop.localhost',
    'ⓛocalhost',
  ])('%s is refused', async (host) => {
    const internal = await openInternal();
    const seen = await visit(`http://${host}:${internal.port}/`, { allowPrivate: false, addresses: ['127.0.0.1'] });
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'address-refused' }] });
    expect(internal.accepted).toBe(0);
  });

  it.each([
    [['127.0.0.1']],
    [['127.0.0.9', '::1']],
    [['::ffff:127.0.0.1']],
    [['::127.0.0.1', '::', '0.0.0.0']],
    [['::1%lo', 'fe80::1%lo']],
    [['127.1', '0x7f.1', '127.0.0.1.']],
  ])('whose name server says %j is refused', async (addresses) => {
    const internal = await openInternal();
    const seen = await visit(`http://shop.example:${internal.port}/`, { allowPrivate: false, addresses });
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'address-refused' }] });
    expect(JSON.stringify(seen)).not.toContain('canary');
    expect(internal.accepted).toBe(0);
  });
});

interface Trick {
  status?: number;
  headers?: (at: string) => Record<string, string>;
  body?: (at: string) => string;
  robots?: true;
}

/** `at`: host and port of the internal service. The shop itself is on loopback, and its host and port are allowed. */
const tricks: Record<string, Trick> = {
  'a redirect': { status: 302, headers: (at) => ({ location: `http://${at}/` }) },
  'a redirect of robots.txt': { status: 302, headers: (at) => ({ location: `http://${at}/robots.txt` }), robots: true },
  'a redirect without a scheme': { status: 307, headers: (at) => ({ location: `//${at}/` }) },
  'a redirect with backslashes': { status: 302, headers: (at) => ({ location: `\\\\${at}\\` }) },
  'a redirect with tabs': { status: 302, headers: (at) => ({ location: `ht\ttp:/\t/${at}/` }) },
  'a redirect with the shop as user name': {
    status: 302,
    headers: (at) => ({ location: `http://shop.example:80@${at}/` }),
  },
  'a redirect with the shop behind the host': {
    status: 302,
    headers: (at) => ({ location: `http://${at}#@shop.example/` }),
  },
  'a redirect to a name of the same site': {
    status: 302,
    headers: (at) => ({ location: `http://inside.shop.example:${at.split(':').at(-1)}/` }),
  },
  'a redirect to another port of the same name': {
    status: 302,
    headers: (at) => ({ location: `http://shop.example:${at.split(':').at(-1)}/` }),
  },
  'a redirect to the same name with a dot': {
    status: 302,
    headers: (at) => ({ location: `http://shop.example.:${at.split(':').at(-1)}/` }),
  },
  'a redirect to a blob': { status: 302, headers: (at) => ({ location: `blob:http://${at}/` }) },
  'use of a proxy': { status: 305, headers: (at) => ({ location: `http://${at}/` }) },
  'several choices': { status: 300, headers: (at) => ({ location: `http://${at}/` }) },
  'a created page': { status: 201, headers: (at) => ({ location: `http://${at}/`, 'content-location': `//${at}/` }) },
  'a refresh': { headers: (at) => ({ refresh: `0; url=http://${at}/` }) },
  'another service': { headers: (at) => ({ 'alt-svc': `h2="${at}", http/1.1="${at}", h3="${at}"` }) },
  'links to load early': {
    headers: (at) => ({ link: `<http://${at}/a.css>; rel=preload, <http://${at}/>; rel=next` }),
  },
  'markup that loads': {
    body: (at) =>
      `<base href="http://${at}/"><meta http-equiv=refresh content="0;url=http://${at}/"><script src="//${at}/wp-content/themes/a/style.css?ver=6.8"></script><link rel=stylesheet href="wp-includes/css/a.css?ver=6.8"><img src="/\\${at}/wp-content/plugins/woocommerce/a.js?ver=9.9.9"><iframe src="http://${at}/"></iframe>`,
  },
  'a root that is another host': {
    body: (at) =>
      `<meta name=generator content="WooCommerce 9.9.9">${`<script src="//shop.example:%PORT%//${at}/wp-content/plugins/woocommerce/a.js?ver=9.9.9"></script>`.repeat(3)}`,
  },
  'a root that is a blob': {
    body: (at) =>
      `${'<script src="blob:http://%AT%/wp-content/plugins/woocommerce/a.js"></script>'.replaceAll('%AT%', at)}`,
  },
};

describe('a shop that is on a private address itself leads nowhere else by', () => {
  it.each(Object.entries(tricks))('%s', async (_name, { status = 200, headers, body, robots }) => {
    const internal = await openInternal();
    for (const host of ['127.0.0.1', '127.0.0.9', '[::1]', 'localhost', 'shop.localhost']) {
      const at = `${host}:${internal.port}`;
      const trick: Parameters<typeof openShop>[0] = (_request, response) =>
        response
          .writeHead(status, { 'content-type': 'text/html', ...headers?.(at) })
          .end(body?.(at).replaceAll('%PORT%', `${shop.port}`));
      const plain: typeof trick = (_request, response) => response.end('<title>Shop</title>');
      const shop = await openShop(robots ? plain : trick, robots ? { robots: trick } : {});
      const seen = await visit(`http://shop.example:${shop.port}/`, { allowPrivate: true, addresses: ['127.0.0.1'] });
      expect(shop.paths()).toContain('/');
      expect(JSON.stringify(seen)).not.toContain('canary');
      // over one connection too, nobody but the shop is asked for
      const hosts = shop.requests.map((request) => request.headers.host);
      expect(new Set(hosts)).toEqual(new Set([`shop.example:${shop.port}`]));
    }
    expect(internal.accepted).toBe(0);
  });
});

describe('a source', () => {
  const ask = { source: 'example', schema: z.unknown() };

  it.each(['127.0.0.1', '127.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', 'localhost', 'api.localhost'])(
    'whose address is %s is not asked',
    async (host) => {
      const internal = await openInternal();
      const http = createHttp({ userAgent, limits: { gapMs: 0 } });
      onTestFinished(() => http.close());
      for (const scheme of ['http', 'https']) {
        const asked = http.getJson(`${scheme}://${host}:${internal.port}/`, ask);
        await expect(asked).rejects.toThrow(/leads to a private or reserved network address \(ERR_ADDRESS_REFUSED\)/);
      }
      expect(internal.accepted).toBe(0);
    },
  );

  it('leads to no other private host and port by a redirect or a next page', async () => {
    const internal = await openInternal();
    const { base, hits } = await serve(({ path }, response) => {
      const inside = `http://127.0.0.1:${internal.port}/`;
      if (path === '/moved') response.writeHead(302, { location: inside }).end();
      else response.writeHead(200, { 'content-type': 'application/json', link: `<${inside}>; rel="next"` }).end('{}');
    });
    const http = createHttp({ userAgent, limits: { gapMs: 0 }, mayBePrivate: (host) => base.endsWith(`//${host}`) });
    onTestFinished(() => http.close());
    await expect(http.getJson(`${base}/moved`, ask)).rejects.toThrow(/leads to a private or reserved network address/);
    await expect(http.getJson(`${base}/list`, ask)).rejects.toThrow(/next page is on another host/);
    expect(hits.map(({ path }) => path)).toEqual(['/moved', '/list']);
    expect(internal.accepted).toBe(0);
  });
});

describe('what an internal host answers', () => {
  it('is not told by an error: neither the names in its certificate nor its address', async () => {
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, authority]);
    onTestFinished(() => setDefaultCACertificates(trusted));
    const port = await listen(createTlsServer(certificates.wrongHost));
    const { http } = quickHttp({ retries: 0 });
    const error: unknown = await http
      .getJson(`https://localhost:${port}/`, { source: 'example', schema: z.unknown() })
      .catch((cause: unknown) => cause);
    // the certificate is for other.example, and the name resolves to 127.0.0.1
    expect(error).toMatchObject({ cause: { message: expect.stringContaining('other.example') } });
    expect(error).toMatchObject({
      message: expect.stringContaining('could not be reached (ERR_TLS_CERT_ALTNAME_INVALID)'),
    });
    expect(error).toMatchObject({ message: expect.not.stringMatching(/other\.example|127\.0\.0\.1/) });
  });
});

describe('the document of an attestation', () => {
  const words = { kind: 'composer', author: 'Mara', made: '2026-08-01', expires: '2026-12-01' } as const;
  const at = (url: string, allowPrivate?: boolean): Site => ({
    ...soleSite('shop', new URL('https://shop.com/')),
    attestations: [{ ...words, covers: [], url, ...(allowPrivate === undefined ? {} : { allowPrivate }) }],
  });

  it('is fetched from a private address only where its line allows it', async () => {
    const internal = await openInternal();
    const site = at(`https://127.0.0.1:${internal.port}/lock`);
    const http = createHttp({ userAgent, limits: { gapMs: 0, retries: 0 } });
    onTestFinished(() => http.close());
    const place = { folder: '.', http, env: {}, copies: {}, now: '2026-08-22T12:00:00.000Z', maxAgeMs: 1 };
    const { attestations, problems } = await attestSite(site, place);
    expect(attestations).toEqual([]);
    expect(problems[0]?.message).toMatch(/does not count: leads to a private .* Remedy: set allowPrivate: true beside/);
    expect(internal.accepted).toBe(0);
  });

  it.each([
    [at('https://files.agency.internal/lock', true), ['files.agency.internal:443']],
    [at('https://[fd00::1]:8443/lock', true), ['fd00::1:8443']],
    [at('https://files.agency.internal/lock', false), []],
    [at('https://files.agency.internal/lock'), []],
    [soleSite('shop', new URL('http://10.0.0.1/')), []],
  ])('and no other host and port is allowed by it', (site, hosts) => {
    expect([...privateDocuments([site])]).toEqual(hosts);
  });
});

describe('a proxy that the environment names', () => {
  const through = ({ port }: { port: number }) => {
    const proxy = `http://127.0.0.1:${port}`;
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
    const proxies = Object.fromEntries(names.map((name) => [name, proxy]));
    return { env: { ...process.env, ...proxies, NO_PROXY: '', no_proxy: '', NODE_USE_ENV_PROXY: '1' } };
  };

  it('would be asked by a program that does not choose its connections', async () => {
    const internal = await openInternal();
    const { base } = await serve((_hit, response) => response.end('{}'));
    await run(
      process.execPath,
      ['-e', `fetch('${base}').then(() => {}, (error) => console.log(error.message))`],
      through(internal),
    );
    expect(internal.accepted).toBeGreaterThan(0);
  });

  it('is asked neither by a scan nor by the path to sources', async () => {
    const internal = await openInternal();
    const shop = await openShop((_request, response) => response.end('<title>Shop</title>'));
    const folder = await makeFolder();
    const config = join(folder, 'sites.yaml');
    const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
    await writeFile(config, `${head}  - { id: shop, url: "${shop.url}", allowPrivate: true }\n`);
    const scan = ['scripts/scan.ts', '--config', config, '--data', join(folder, 'data'), '--offline'];
    await run(process.execPath, scan, through(internal));
    expect(shop.paths()).toContain('/');

    const { base, hits } = await serve((_hit, response) =>
      response.setHeader('content-type', 'application/json').end('{}'),
    );
    const code = `import { z } from 'zod'; import { createHttp } from './src/lib/http.ts';
      const http = createHttp({ userAgent: 'x', mayBePrivate: () => true });
      await http.getJson('${base}/doc', { source: 'x', schema: z.unknown() }); await http.close();`;
    await run(process.execPath, ['--input-type=module', '-e', code], through(internal));
    expect(hits.map(({ path }) => path)).toEqual(['/doc']);
    expect(internal.accepted).toBe(0);
  });
});

describe('a shop that is checked by hand', () => {
  it.each([
    ['http://10.0.0.1/', true],
    ['http://[fd00::1]/', true],
    ['http://localhost:8080/', true],
    ['http://shop.localhost/', true],
    ['http://intranet/', true],
    ['http://shop.internal/', true],
    ['https://shop.com/', false],
    ['https://www.shop.co.uk/', false],
    ['https://shop.github.io/', false],
    ['https://10.0.0.1.nip.io/', false],
  ])('%s may be private: %s', (url, allowed) => expect(soleSite('checked', new URL(url)).allowPrivate).toBe(allowed));
});
