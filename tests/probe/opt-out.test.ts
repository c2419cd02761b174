import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { firstPaths, openShop, probe } from './servers.ts';

const page: RequestListener = (_request, response) =>
  response.setHeader('content-type', 'text/html').end('<h1>Shop</h1>');

const optOut = '{"optOut": true}';

function answering(body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

function robots(text: string): RequestListener {
  return answering(text, { 'content-type': 'text/plain' });
}

/** Everything but the visit's count of requests and the words. */
async function outcomeOf(options: Parameters<typeof openShop>[1]) {
  const shop = await openShop(page, options);
  const { problems, requests, ...seen } = await probe(shop.url, { paths: ['/a'] });
  expect(requests).toBe(shop.requests.length);
  return { ...seen, paths: shop.paths() };
}

describe('a shop that opts out in patchproof.json', () => {
  it('is asked for no page, and the owner is told how to come back', async () => {
    const shop = await openShop(page, { optOut: answering(optOut) });
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(shop.paths()).toEqual(firstPaths);
    expect(seen).toMatchObject({ outcome: 'blocked', exchanges: [], withheld: [], requests: 2 });
    const url = `${shop.url}.well-known/patchproof.json`;
    expect(seen.problems).toEqual([{ code: 'opted-out', message: expect.stringContaining('Remove "optOut"'), url }]);
  });

  it('comes to what one comes to that opts out in robots.txt', async () => {
    const byFile = await outcomeOf({ optOut: answering(optOut) });
    const byRobots = await outcomeOf({ robots: robots('User-agent: Patchproof\nDisallow: /\n') });
    expect({ ...byFile, paths: [] }).toEqual({ ...byRobots, paths: [] });
    expect(byRobots.paths).toEqual(['/robots.txt']);
  });

  it.each([
    ['served as text', answering(optOut, { 'content-type': 'text/plain' })],
    ['served as bytes', answering(optOut, { 'content-type': 'application/octet-stream' })],
    ['with a byte-order mark', answering(`\ufeff${optOut}`)],
    ['in UTF-16', answering(Buffer.from(`\ufeff${optOut}`, 'utf16le'))],
    ['compressed', answering(gzipSync(optOut), { 'content-encoding': 'gzip' })],
    ['beside other words', answering('{"__proto__": {"optOut": false}, "contact": ["x"], "optOut": true}')],
  ])('is heard: %s', async (_name, handle) => {
    expect(await outcomeOf({ optOut: handle })).toMatchObject({ outcome: 'blocked', exchanges: [] });
  });

  it('is heard at the second try where the first breaks off', async () => {
    let tries = 0;
    const shop = await outcomeOf({
      optOut: (request, response) => {
        tries += 1;
        if (tries === 1) request.socket.destroy();
        else response.end(optOut);
      },
    });
    expect(shop).toMatchObject({ outcome: 'blocked', paths: [...firstPaths, '/.well-known/patchproof.json'] });
  });

  it.each([429, 500, 503])('is heard where robots.txt answers %d', async (status) => {
    const shop = await outcomeOf({ robots: answering('', {}, status), optOut: answering(optOut) });
    expect(shop).toMatchObject({ outcome: 'blocked', paths: firstPaths });
  });

  it('is heard where robots.txt breaks off', async () => {
    const shop = await outcomeOf({ robots: (request) => request.socket.destroy(), optOut: answering(optOut) });
    expect(shop.outcome).toBe('blocked');
    expect(shop.paths).not.toContain('/');
  });

  it('is not even asked where its owner consents', async () => {
    const shop = await openShop(page, { optOut: answering(optOut) });
    const seen = await probe(shop.url, { site: { robots: 'owner-consents' }, paths: ['/a'] });
    expect(shop.paths()).toEqual(['/', '/a']);
    expect(seen.outcome).toBe('seen');
  });

  it('is not asked for the file where robots.txt forbids it', async () => {
    const rules = robots('User-agent: *\nDisallow: /.well-known/\n');
    const shop = await outcomeOf({ robots: rules, optOut: answering(optOut) });
    expect(shop).toMatchObject({ outcome: 'seen', paths: ['/robots.txt', '/', '/a'] });
  });
});

describe('no opt-out', () => {
  const padded = (bytes: number) => `${optOut}${' '.repeat(bytes)}`;

  it.each([
    ['the shop’s page for every path', page],
    ['nothing', answering('')],
    ['status 404 with the words', answering(optOut, {}, 404)],
    ['status 206 with the words', answering(optOut, {}, 206)],
    ['status 403', answering('<title>403 Forbidden</title>', {}, 403)],
    ['status 500', answering('', {}, 500)],
    ['"true"', answering('{"optOut": "true"}')],
    ['1', answering('{"optOut": 1}')],
    ['[true]', answering('{"optOut": [true]}')],
    ['{}', answering('{"optOut": {}}')],
    ['null', answering('{"optOut": null}')],
    ['false', answering('{"optOut": false}')],
    ['another spelling', answering('{"optout": true, "OptOut": true, "opt-out": true}')],
    ['a list', answering(`[${optOut}]`)],
    ['a text', answering(JSON.stringify(optOut))],
    ['true alone', answering('true')],
    ['null alone', answering('null')],
    ['a prototype', answering('{"__proto__": {"optOut": true}, "constructor": {"prototype": {"optOut": true}}}')],
    ['a deeper place', answering('{"patchproof": {"optOut": true}}')],
    ['a second document behind it', answering(`${optOut}\n${optOut}`)],
    ['the words in a page', answering(`<script type="application/json">${optOut}</script>`)],
    ['a million brackets', answering('['.repeat(500_000))],
    ['ten megabytes that begin with it', answering(padded(10_000_000))],
    ['the same, compressed', answering(gzipSync(padded(10_000_000)), { 'content-encoding': 'gzip' })],
    ['a redirect to the home page', answering(optOut, { location: '/' }, 302)],
    ['a redirect to itself', answering(optOut, { location: '/.well-known/patchproof.json' }, 302)],
    ['a redirect to another site', answering(optOut, { location: 'https://elsewhere.example/' }, 301)],
    ['a redirect to the metadata service', answering(optOut, { location: 'http://169.254.169.254/' }, 301)],
  ])('is %s', async (_name, handle) => {
    const shop = await outcomeOf({ optOut: handle });
    expect(shop).toMatchObject({ outcome: 'seen', paths: [...firstPaths, '/', '/a'] });
    // nothing of the file may count as evidence
    expect(shop.exchanges.map(({ path }) => path)).toEqual(['/', '/a']);
  });

  it('leaves the prototype as it was', async () => {
    await outcomeOf({ optOut: answering('{"__proto__": {"optOut": true}}') });
    expect(Object.prototype).not.toHaveProperty('optOut');
  });
});

describe('a question without an answer', () => {
  it.each([
    ['breaks off', (request) => request.socket.destroy(), 'connection-failed', 2],
    ['never comes', () => {}, 'timed-out', 1],
    ['is broken', answering('no gzip at all', { 'content-encoding': 'gzip' }), 'bad-response', 1],
  ] satisfies [string, RequestListener, string, number][])(
    'ends the visit before any page: it %s',
    async (_name, handle, code, times) => {
      const shop = await openShop(page, { optOut: handle });
      const seen = await probe(shop.url, { paths: ['/a'], limits: { headersMs: 300 } });
      expect(shop.paths()).toEqual(['/robots.txt', ...Array(times).fill('/.well-known/patchproof.json')]);
      expect(seen).toMatchObject({ outcome: 'unreachable', exchanges: [], problems: [{ code }] });
      expect(seen.problems[0]?.message).toContain('/.well-known/patchproof.json');
    },
  );
});
