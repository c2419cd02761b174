import {
  answering,
  answeringAll,
  believed,
  type Expected,
  type HostileCase,
  type Misbehaviour,
  type Place,
  secure,
} from './case.ts';

/* Redirects that go round, go on, or lead where no request may go. Every answer on the way carries the cookie of a secure shop. */

const refused: Expected = { reason: 'unreachable', problems: ['address-refused'], shows: [] };
const moved: Expected = { reason: 'unreachable', problems: ['moved'], shows: [] };
const broken: Expected = { reason: 'unreachable', problems: ['bad-response'], shows: [] };
const circling: Expected = { reason: 'unreachable', problems: ['too-many-redirects'], shows: [] };
const shop = '<!doctype html><title>Shop</title>';

/** The home page redirects there; all else is a shop. `status` 302. */
function leading(to: (place: Place) => string, status = 302): (place: Place) => Misbehaviour {
  return (place) =>
    answering((request, response) => {
      if (request.url === '/') {
        response.writeHead(status, { ...secure, location: to(place) }).end(shop);
      } else response.writeHead(200, secure).end(shop);
    });
}

function to(location: string, status?: number) {
  return leading(() => location, status);
}

/** A target on the server that nobody listed. */
const astray = (write: (stranger: URL) => string) => leading(({ stranger }) => write(new URL(stranger)));

function resolving(name: string, addresses: string[]): HostileCase {
  return {
    name: `a name that resolves to ${name}`,
    serve: () => answering((_request, response) => response.writeHead(200, secure).end(shop)),
    resolve: () => addresses,
    expect: refused,
  };
}

export const redirects: HostileCase[] = [
  { name: 'to itself', serve: to('/'), expect: circling },
  { name: 'to itself with another fragment', serve: to('/#a'), expect: circling },
  {
    name: 'a loop of three',
    serve: () =>
      answering((request, response) => {
        const next = { '/': '/a', '/a': '/b' }[request.url ?? ''] ?? '/';
        response.writeHead(301, { ...secure, location: next }).end();
      }),
    expect: circling,
  },
  {
    name: 'fifty hops',
    serve: () =>
      answering((request, response) => {
        const hop = Number(request.url?.slice(1));
        if (hop < 50) response.writeHead(302, { ...secure, location: `/${hop + 1}` }).end();
        else response.writeHead(200, secure).end(shop);
      }),
    expect: circling,
  },
  {
    name: 'fifty hops of robots.txt',
    serve: () =>
      answeringAll((request, response) => {
        const hop = /^\/robots\.txt(\d*)/.exec(request.url ?? '')?.[1];
        if (hop !== undefined) response.writeHead(302, { location: `/robots.txt${Number(hop) + 1}` }).end();
        else response.writeHead(200, secure).end(shop);
      }),
    expect: { ...believed, problems: ['too-many-redirects'] },
  },
  {
    name: 'every path to a fresh one',
    serve: () =>
      answering((request, response) => {
        if (request.url === '/') response.writeHead(200, secure).end(shop);
        else response.writeHead(302, { location: `${request.url}x` }).end();
      }),
    expect: believed,
  },
  { name: 'within the site', serve: to('/shop/'), expect: believed },
  { name: 'to file', serve: to('file:///etc/passwd'), expect: broken },
  { name: 'to data', serve: to(`data:text/html,${encodeURIComponent(shop)}`), expect: broken },
  { name: 'to javascript', serve: to('javascript:alert(1)'), expect: broken },
  { name: 'to gopher', serve: to('gopher://127.0.0.1:70/_x'), expect: broken },
  { name: 'to ftp', serve: to('ftp://127.0.0.1/'), expect: broken },
  { name: 'to blob', serve: to('blob:http://127.0.0.1/x'), expect: broken },
  { name: 'to view-source', serve: to('view-source:http://127.0.0.1/'), expect: broken },
  { name: 'to an address that is none', serve: to('http://[::1'), expect: broken },
  { name: 'to an address of 3,000 characters', serve: to(`/${'a'.repeat(3_000)}`), expect: broken },
  { name: 'to a private address', serve: to('http://10.0.0.1/'), expect: refused },
  { name: 'to a router', serve: to('http://192.168.1.1/'), expect: refused },
  { name: 'to loopback', serve: astray(({ port }) => `http://127.0.0.1:${port}/`), expect: refused },
  { name: 'to loopback in decimal', serve: astray(({ port }) => `http://2130706433:${port}/`), expect: refused },
  { name: 'to loopback in hexadecimal', serve: astray(({ port }) => `http://0x7f.1:${port}/`), expect: refused },
  { name: 'to loopback in octal', serve: astray(({ port }) => `http://0177.0.0.1:${port}/`), expect: refused },
  {
    name: 'to loopback in fullwidth digits',
    serve: astray(({ port }) => `http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1:${port}/`),
    expect: refused,
  },
  { name: 'to no address at all', serve: astray(({ port }) => `http://0.0.0.0:${port}/`), expect: refused },
  { name: 'to localhost', serve: astray(({ port }) => `http://localhost:${port}/`), expect: moved },
  { name: 'to a link-local address', serve: to('http://169.254.1.1/'), expect: refused },
  { name: 'to the metadata service', serve: to('http://169.254.169.254/latest/meta-data/'), expect: refused },
  { name: 'to the metadata service in decimal', serve: to('http://2852039166/'), expect: refused },
  { name: 'to the metadata service of Alibaba', serve: to('http://100.100.100.200/'), expect: refused },
  { name: 'to IPv6 loopback', serve: astray(({ port }) => `http://[::1]:${port}/`), expect: refused },
  { name: 'to a mapped address', serve: astray(({ port }) => `http://[::ffff:127.0.0.1]:${port}/`), expect: refused },
  { name: 'to a mapped metadata service', serve: to('http://[::ffff:a9fe:a9fe]/'), expect: refused },
  { name: 'to a NAT64 address', serve: to('http://[64:ff9b::a9fe:a9fe]/'), expect: refused },
  { name: 'to a 6to4 address', serve: to('http://[2002:7f00:1::]/'), expect: refused },
  { name: 'to IPv6 link-local', serve: to('http://[fe80::1]/'), expect: refused },
  { name: 'to IPv6 unique local', serve: to('http://[fc00::1]/'), expect: refused },
  { name: 'to another site', serve: astray(({ origin }) => `${origin}/`), expect: moved },
  { name: 'to another site without a scheme', serve: astray(({ host }) => `//${host}/`), expect: moved },
  { name: 'to another site by backslashes', serve: astray(({ host }) => `/\\${host}/`), expect: moved },
  { name: 'to another site by tabs', serve: astray(({ host }) => `/\t/${host}/`), expect: moved },
  {
    name: 'to another site named like this one',
    serve: leading(({ host, stranger }) => stranger.replace('www.stranger', `${host}.stranger`)),
    expect: moved,
  },
  { name: 'to another site, permanently', serve: leading(({ stranger }) => stranger, 308), expect: moved },
  {
    name: 'to another site by the second of two headers',
    serve: ({ stranger }) =>
      answering((request, response) => {
        const twice: [string, string][] = [
          ['location', '/shop/'],
          ['location', stranger],
        ];
        response.writeHead(request.url === '/' ? 302 : 200, request.url === '/' ? twice.flat() : secure).end(shop);
      }),
    expect: believed,
  },
  {
    name: 'to another site by a refresh',
    serve: ({ stranger }) =>
      answering((_request, response) =>
        response
          .writeHead(200, { ...secure, refresh: `0; url=${stranger}` })
          .end(`${shop}<meta http-equiv="refresh" content="0; url=${stranger}">`),
      ),
    expect: believed,
  },
  {
    name: 'robots.txt on another site',
    serve: ({ stranger }) =>
      answeringAll((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(302, { location: `${stranger}/robots.txt` }).end();
        else response.writeHead(200, secure).end(shop);
      }),
    expect: { ...believed, problems: ['moved'] },
  },
  {
    name: 'every path but the home page to another site',
    serve: ({ stranger }) =>
      answering((request, response) => {
        if (request.url === '/') response.writeHead(200, secure).end(shop);
        else response.writeHead(302, { location: `${stranger}${request.url}` }).end();
      }),
    expect: believed,
  },
  { name: 'with a user name', serve: leading(({ origin }) => origin.replace('//', '//mara@')), expect: broken },
  {
    name: 'with a user name and a password',
    serve: leading(({ origin }) => origin.replace('//', '//mara:canary@')),
    expect: broken,
  },
  {
    name: 'to another site with a password',
    serve: leading(({ stranger }) => stranger.replace('//', '//mara:canary@')),
    expect: broken,
  },
  {
    name: 'to another site with this one as user name',
    serve: leading(({ host, stranger }) => stranger.replace('//', `//${host}@`)),
    expect: broken,
  },

  {
    name: 'a name that resolves elsewhere the second time',
    serve: () =>
      answering((_request, response) => response.writeHead(200, { ...secure, connection: 'close' }).end(shop)),
    resolve: (turn) => [turn === 0 ? '127.0.0.1' : '169.254.169.254'],
    // robots.txt keeps the connection open, so the home page still answers
    expect: { ...believed, problems: ['address-refused'] },
  },
  {
    name: 'a name that resolves elsewhere once robots.txt is read',
    serve: () =>
      answeringAll((request, response) => {
        response.writeHead(request.url === '/robots.txt' ? 404 : 200, { ...secure, connection: 'close' });
        response.end(shop);
      }),
    resolve: (turn) => [turn === 0 ? '127.0.0.1' : '169.254.169.254'],
    expect: refused,
  },
  {
    name: 'a subdomain that resolves inside',
    serve: leading(({ origin }) => origin.replace('www.', 'inside.')),
    expect: refused,
  },
  resolving('the metadata service', ['169.254.169.254']),
  resolving('a mapped address', ['::ffff:127.0.0.1']),
  resolving('a NAT64 address', ['64:ff9b::7f00:1']),
  resolving('IPv6 link-local', ['fe80::1']),
  resolving('something that is no address', ['127.0.0.1.example']),
  { ...resolving('loopback, unlisted', ['127.0.0.1']), allowPrivate: false },
  { ...resolving('private addresses, unlisted', ['10.0.0.1', '192.168.0.1', 'fd00::1']), allowPrivate: false },
  {
    name: 'a name that resolves to nothing',
    serve: () => answering((_request, response) => response.writeHead(200, secure).end(shop)),
    resolve: () => [],
    expect: { reason: 'unreachable', problems: ['dns-failed'], shows: [] },
  },
];
