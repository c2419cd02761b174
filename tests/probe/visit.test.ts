import type { RequestListener } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { certificate, firstPaths, openShop, probe, userAgent } from './servers.ts';

const page: RequestListener = (_request, response) =>
  response.setHeader('content-type', 'text/html').end('<h1>Shop</h1>');
const text =
  (body: string): RequestListener =>
  (_request, response) =>
    response.setHeader('content-type', 'text/plain').end(body);

describe('a visit', () => {
  it('asks robots.txt, patchproof.json, the home page, then the paths it is given', async () => {
    const shop = await openShop(page);
    const seen = await probe(shop.url, { paths: ['/readme.txt', '/a?b=c'] });
    expect(Snapshot.parse(seen)).toEqual(seen);
    expect(shop.paths()).toEqual([...firstPaths, '/', '/readme.txt', '/a?b=c']);
    expect(seen).toMatchObject({ outcome: 'seen', withheld: [], problems: [], requests: 5 });
    expect(seen.exchanges.map(({ path, url, status, at }) => ({ path, url, status, at }))).toEqual(
      ['/', '/readme.txt', '/a?b=c'].map((path) => ({
        path,
        url: new URL(path, shop.url).href,
        status: 200,
        at: '2026-09-23T08:00:00.000Z',
      })),
    );
  });

  it('says who asks, on one connection, and sends no cookie or credential', async () => {
    const shop = await openShop((request, response) => {
      response.setHeader('set-cookie', ['a=1; Path=/', 'b=2']);
      page(request, response);
    });
    await probe(shop.url.replace('//', '//user:secret@'), { paths: ['/x'] });
    for (const { headers } of shop.requests) {
      expect(headers).toMatchObject({
        'user-agent': userAgent,
        'accept-language': 'en',
        'accept-encoding': 'gzip, br',
      });
      expect(headers.cookie).toBeUndefined();
      expect(headers.authorization).toBeUndefined();
    }
    expect(new Set(shop.requests.map(({ socket }) => socket.remotePort)).size).toBe(1);
  });

  it('keeps repeated headers, in lower case and without control characters', async () => {
    const shop = await openShop((_request, response) => {
      response.writeHead(
        200,
        [
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
          ['X-Powered-By', 'PHP\t8'],
        ].flat(),
      );
      response.end();
    });
    const { exchanges } = await probe(shop.url);
    const kept = exchanges[0]?.headers.filter(([name]) => name === 'set-cookie' || name === 'x-powered-by');
    expect(kept).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['x-powered-by', 'PHP8'],
    ]);
  });

  it('asks for a shop under a path as it stands', async () => {
    const shop = await openShop(page);
    const { exchanges } = await probe(`${shop.url}shop/?lang=en#top`, { paths: ['/root.txt', 'beside.txt'] });
    expect(exchanges.map(({ path }) => path)).toEqual(['/shop/?lang=en', '/root.txt', 'beside.txt']);
    expect(shop.paths()).toEqual([...firstPaths, '/shop/?lang=en', '/root.txt', '/shop/beside.txt']);
  });

  it('ends when a path repeats, leaves the origin or is no address', async () => {
    for (const stray of [
      '/a',
      '/',
      '//elsewhere.example/x',
      'https://elsewhere.example/',
      'javascript:alert(1)',
      'http://[',
    ]) {
      const shop = await openShop(page);
      const { requests } = await probe(shop.url, { paths: ['/a', stray, '/never'] });
      expect([stray, requests, shop.paths().length]).toEqual([stray, 4, 4]);
    }
  });

  it('speaks TLS', async () => {
    const authorities = getCACertificates('default');
    setDefaultCACertificates([...authorities, certificate.cert.toString()]);
    const shop = await openShop(page, { tls: true });
    const seen = await probe(shop.url, { paths: ['/a'] });
    setDefaultCACertificates(authorities);
    expect(seen).toMatchObject({ outcome: 'seen', requests: 4, problems: [] });
  });
});

describe('the budget', () => {
  it('is never exceeded: robots.txt, patchproof.json, redirects and probes counted at the server', async () => {
    const shop = await openShop((request, response) => {
      if (request.url?.startsWith('/p')) page(request, response);
      else response.writeHead(302, { location: request.url === '/' ? '/home' : '/p' }).end();
    });
    let turn = 0;
    const seen = await probe(shop.url, { nextPath: () => `/page-${turn++}` });
    expect(shop.paths()).toHaveLength(10);
    expect(shop.paths().slice(0, 5)).toEqual([...firstPaths, '/', '/home', '/p']);
    expect(seen.requests).toBe(10);
    expect(seen.exchanges).toHaveLength(6);
  });

  it('counts the redirects of every path', async () => {
    const shop = await openShop((request, response) => {
      const hop = Number(request.url?.split('-')[1] ?? 9);
      if (hop >= 2) page(request, response);
      else response.writeHead(301, { location: `${request.url?.split('-')[0]}-${hop + 1}` }).end();
    });
    let turn = 0;
    const seen = await probe(shop.url, { nextPath: () => `/path${turn++}-0`, limits: { requests: 7 } });
    expect(shop.paths()).toHaveLength(7);
    expect(seen.requests).toBe(7);
    expect(seen.exchanges.map(({ status }) => status)).toEqual([200, 200, 301]);
    expect(seen.problems).toEqual([]);
  });

  it('may be too small for the home page', async () => {
    const shop = await openShop(page);
    const seen = await probe(shop.url, { limits: { requests: 1 } });
    expect(seen).toMatchObject({
      outcome: 'unreachable',
      exchanges: [],
      problems: [{ code: 'too-many-redirects' }],
      requests: 1,
    });
  });
});

describe('robots.txt', () => {
  it('keeps forbidden paths from being asked and lists them', async () => {
    const shop = await openShop(page, { robots: text('User-agent: *\nDisallow: /private\n') });
    const seen = await probe(shop.url, { paths: ['/private/a', '/open', '/private/b'] });
    expect(shop.paths()).toEqual([...firstPaths, '/', '/open']);
    expect(seen.withheld).toEqual(['/private/a', '/private/b']);
    expect(seen.outcome).toBe('seen');
  });

  it('that forbids the home page ends the visit', async () => {
    const shop = await openShop(page, { robots: text('User-agent: Patchproof\nDisallow: /\n') });
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(shop.paths()).toEqual(['/robots.txt']);
    expect(seen).toMatchObject({ outcome: 'blocked', exchanges: [], problems: [{ code: 'robots-disallowed' }] });
  });

  it('is not even asked for where the owner consents', async () => {
    const shop = await openShop(page, { robots: text('User-agent: *\nDisallow: /\n') });
    const seen = await probe(shop.url, { site: { robots: 'owner-consents' }, paths: ['/a'] });
    expect(shop.paths()).toEqual(['/', '/a']);
    expect(seen).toMatchObject({ outcome: 'seen', requests: 2 });
  });

  it.each([500, 503, 429])('that answers %d leaves the home page alone to be asked', async (status) => {
    const shop = await openShop(page, { robots: (_request, response) => response.writeHead(status).end() });
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(shop.paths()).toEqual([...firstPaths, '/']);
    expect(seen).toMatchObject({ outcome: 'seen', problems: [{ code: 'http-error', url: `${shop.url}robots.txt` }] });
  });

  it('that breaks off leaves the home page alone to be asked', async () => {
    const shop = await openShop(page, { robots: (request) => request.socket.destroy() });
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(seen).toMatchObject({ outcome: 'seen', problems: [{ code: 'connection-failed' }], requests: 4 });
  });

  it.each([401, 403, 404, 410])('that answers %d allows all', async (status) => {
    const shop = await openShop(page, { robots: (_request, response) => response.writeHead(status).end() });
    expect(await probe(shop.url, { paths: ['/a'] })).toMatchObject({ outcome: 'seen', requests: 4, problems: [] });
  });

  it('is read up to its cap only', async () => {
    const rules = 'User-agent: *\nDisallow: /a\n';
    const shop = await openShop(page, { robots: text(`${rules}${'#'.repeat(600 * 1024)}\nDisallow: /b\n`) });
    expect((await probe(shop.url, { paths: ['/a', '/b'] })).withheld).toEqual(['/a']);
  });

  it('holds for where redirects lead', async () => {
    const shop = await openShop((_request, response) => response.writeHead(302, { location: '/private' }).end(), {
      robots: text('User-agent: *\nDisallow: /private\n'),
    });
    const seen = await probe(shop.url);
    expect(shop.paths()).toEqual([...firstPaths, '/']);
    expect(seen).toMatchObject({ outcome: 'blocked', problems: [{ code: 'robots-disallowed' }] });
  });

  it('bounds how often forbidden paths are proposed', async () => {
    const shop = await openShop(page, { robots: text('User-agent: *\nDisallow: /x\n') });
    let turn = 0;
    const seen = await probe(shop.url, { nextPath: () => `/x${turn++}` });
    expect(seen.withheld).toHaveLength(100);
    expect(seen.requests).toBe(3);
  });
});
