import { describe, expect, it } from 'vitest';
import { firstPaths, openShop, probe } from './servers.ts';

/** A shop whose home page redirects there; `%PORT%` is its own port. */
async function visitRedirect(location: string, context: Parameters<typeof probe>[1] = {}) {
  const shop = await openShop((request, response) => {
    const to = location.replace('%PORT%', `${shop.port}`);
    if (request.url === '/') response.writeHead(302, { location: to }).end('<meta name="generator" content="x">');
    else response.end('<p>Shop</p>');
  });
  return { shop, seen: await probe(shop.url, context) };
}

describe('redirects of the home page', () => {
  it('are followed within the site, and later paths start at its origin', async () => {
    const { shop, seen } = await visitRedirect('/de/?a=b#c', { paths: ['/x'] });
    expect(shop.paths()).toEqual([...firstPaths, '/', '/de/?a=b', '/x']);
    expect(seen.exchanges[0]).toMatchObject({ path: '/', url: `${shop.url}de/?a=b`, status: 200 });
  });

  it.each([
    ['another site', 'https://new-shop.example/de', 'moved'],
    ['another name for the same address', 'http://localhost:%PORT%/', 'moved'],
    ['a decimal address', 'http://2852039166/', 'address-refused'],
    ['a hexadecimal address', 'http://0xa9fea9fe/', 'address-refused'],
    ['an octal address', 'http://0251.0376.0251.0376/', 'address-refused'],
    ['the metadata service', 'http://169.254.169.254/latest/meta-data/', 'address-refused'],
    ['a private address', 'http://10.0.0.1/', 'address-refused'],
    ['IPv6 loopback', 'http://[::1]:%PORT%/', 'address-refused'],
    ['a mapped address', 'http://[::ffff:127.0.0.1]:%PORT%/', 'address-refused'],
    ['a NAT64 address', 'http://[64:ff9b::a9fe:a9fe]/', 'address-refused'],
    ['a file', 'file:///etc/passwd', 'bad-response'],
    ['a script', 'javascript:alert(1)', 'bad-response'],
    ['data', 'data:text/html,hi', 'bad-response'],
    ['gopher', 'gopher://127.0.0.1/', 'bad-response'],
    ['a credential', 'http://user:pass@127.0.0.1:%PORT%/x', 'bad-response'],
    ['itself', '/', 'too-many-redirects'],
  ])('to %s are not followed', async (_name, location, code) => {
    const { shop, seen } = await visitRedirect(location);
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code }] });
    expect(seen.exchanges).toMatchObject([{ path: '/', status: 302, body: '', sha256: null }]);
    expect(shop.paths()).toEqual([...firstPaths, '/']);
  });

  it('reach decimal spellings of the own host and port, for they are the same', async () => {
    expect((await visitRedirect('http://2130706433:%PORT%/x')).seen.outcome).toBe('seen');
  });

  it('end after five', async () => {
    const shop = await openShop((request, response) => response.writeHead(302, { location: `${request.url}a` }).end());
    const seen = await probe(shop.url);
    expect(shop.paths()).toEqual([...firstPaths, '/', '/a', '/aa', '/aaa', '/aaaa', '/aaaaa']);
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'too-many-redirects' }], requests: 8 });
  });

  it('to another port of the same private host are refused', async () => {
    const other = await openShop((_request, response) => response.end());
    const shop = await openShop((_request, response) => response.writeHead(302, { location: other.url }).end());
    const seen = await probe(shop.url);
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'address-refused' }] });
    expect(other.paths()).toEqual([]);
  });

  it('of later paths stay on the origin', async () => {
    const shop = await openShop((request, response) => {
      if (request.url === '/') response.end('<p>Shop</p>');
      else response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(seen.exchanges[1]).toMatchObject({ path: '/a', status: 302 });
    expect(seen).toMatchObject({ outcome: 'seen', problems: [] });
  });
});

describe('private addresses', () => {
  it('are refused without allowPrivate, robots.txt included', async () => {
    const shop = await openShop((_request, response) => response.end());
    const seen = await probe(shop.url, { site: { allowPrivate: false } });
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'address-refused' }] });
    expect(shop.paths()).toEqual([]);
  });

  it('are refused behind names', async () => {
    const shop = await openShop((_request, response) => response.end());
    const seen = await probe(`http://shop.example:${shop.port}/`, {
      site: { allowPrivate: false },
      resolve: async () => ['127.0.0.1'],
    });
    expect(seen.problems[0]).toMatchObject({
      code: 'address-refused',
      url: `http://shop.example:${shop.port}/robots.txt`,
    });
    expect(shop.paths()).toEqual([]);
  });

  it('behind a name are refused when the name resolves to them only later', async () => {
    const shop = await openShop((request, response) => {
      const home = request.headers.host === `shop.example:${shop.port}` && request.url === '/';
      if (home) response.writeHead(302, { location: `http://www.shop.example:${shop.port}/` }).end();
      else response.end();
    });
    const seen = await probe(`http://shop.example:${shop.port}/`, { resolve: async () => ['127.0.0.1'] });
    expect(seen).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'address-refused' }] });
    expect(shop.paths()).toEqual([...firstPaths, '/']);
    expect(new Set(shop.requests.map(({ headers }) => headers.host))).toEqual(new Set([`shop.example:${shop.port}`]));
  });

  it('are allowed for localhost names with allowPrivate', async () => {
    const shop = await openShop((_request, response) => response.end('<p>Shop</p>'));
    expect((await probe(`http://demo.localhost:${shop.port}/`)).outcome).toBe('seen');
  });

  it('of metadata services are refused even with allowPrivate', async () => {
    for (const address of ['169.254.169.254', '100.100.100.200', '[fd00:ec2::254]']) {
      expect((await probe(`http://${address}/`)).problems[0]?.code).toBe('address-refused');
    }
  });
});
