import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { firstPaths, listen, openRaw, openShop, probe } from './servers.ts';

const short = { totalMs: 1_500, connectMs: 300, headersMs: 300, bodyMs: 300 };

async function codeOf(url: string, context: Parameters<typeof probe>[1] = {}): Promise<string> {
  const seen = await probe(url, { limits: short, ...context });
  return `${seen.outcome}: ${seen.problems.map(({ code }) => code).join()}`;
}

describe('connections', () => {
  it('that are refused are tried once more', async () => {
    const { port } = await openShop(() => {});
    const closed = createServer();
    const free = await listen(closed);
    closed.close();
    expect(free).not.toBe(port);
    const seen = await probe(`http://127.0.0.1:${free}/`);
    expect(seen).toMatchObject({
      outcome: 'unreachable',
      exchanges: [],
      problems: [{ code: 'connection-failed' }],
      requests: 4,
    });
  });

  it('that reset in the headers are tried once more', async () => {
    const shop = await openRaw((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.resetAndDestroy()),
    );
    expect(await codeOf(shop.url)).toBe('unreachable: connection-failed');
    expect(shop.paths()).toEqual([...firstPaths, '/', '/']);
  });

  it('that reset once are no failure', async () => {
    let resets = 0;
    const shop = await openShop((request, response) => {
      if (resets++ === 0) request.socket.resetAndDestroy();
      else response.end('<p>Shop</p>');
    });
    expect(await probe(shop.url)).toMatchObject({ outcome: 'seen', problems: [], requests: 4 });
  });

  it('that reset in the body fail', async () => {
    const shop = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc', () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      );
    });
    expect(await codeOf(shop.url)).toBe('unreachable: connection-failed');
  });

  it('that never answer time out and are not tried again', async () => {
    const shop = await openRaw(() => {});
    expect(await codeOf(shop.url)).toBe('unreachable: timed-out');
    expect(shop.paths()).toEqual([...firstPaths, '/']);
  });

  it('whose body stalls time out', async () => {
    const shop = await openRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc'));
    expect(await codeOf(shop.url)).toBe('unreachable: timed-out');
  });

  it('whose body drips are ended by the deadline of the visit', async () => {
    const shop = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await codeOf(shop.url, { limits: { ...short, totalMs: 600 } })).toBe('unreachable: timed-out');
  });

  it('whose headers drip are ended as well', async () => {
    const shop = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('a: b\r\n'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await codeOf(shop.url, { limits: { ...short, totalMs: 600 } })).toBe('unreachable: timed-out');
  });

  it('that wait for a name server for ever are ended by the deadline', async () => {
    const resolve = () => new Promise<string[]>(() => {});
    expect(await codeOf('http://shop.example/', { resolve, limits: { totalMs: 400 } })).toBe('unreachable: timed-out');
  });

  it('to names without an address fail', async () => {
    expect(await codeOf('http://shop.example/', { resolve: async () => [] })).toBe('unreachable: dns-failed');
  });
});

describe('TLS', () => {
  it('with a certificate nobody vouches for fails', async () => {
    const shop = await openShop((_request, response) => response.end(), { tls: true });
    expect(await codeOf(shop.url)).toBe('unreachable: tls-failed');
    expect(shop.paths()).toEqual([]);
  });

  it('with plain HTTP on the other side fails', async () => {
    const shop = await openShop((_request, response) => response.end());
    expect(await codeOf(`https://127.0.0.1:${shop.port}/`)).toBe('unreachable: tls-failed');
  });

  it('whose handshake stalls times out', async () => {
    const port = await listen(createServer(() => {}));
    expect(await codeOf(`https://localhost:${port}/`, { limits: { totalMs: 400 } })).toBe('unreachable: timed-out');
    expect(await codeOf(`https://localhost:${port}/`)).toBe('unreachable: timed-out');
  });
});

describe('answers that break HTTP', () => {
  it.each([
    ['a bad status line', 'HTTP/1.1 abc OK\r\n\r\n'],
    ['HTTP/0.9', '<html>hello</html>'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd'],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
    ],
    ['bad chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n'],
    ['a header without a colon', 'HTTP/1.1 200 OK\r\nnonsense\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    const shop = await openRaw((socket) => socket.write(bytes));
    expect(await codeOf(shop.url)).toBe('unreachable: bad-response');
  });

  it('a megabyte of headers', async () => {
    const shop = await openRaw((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(1000)}\r\n`),
    );
    expect(await codeOf(shop.url)).toBe('unreachable: too-large');
  });

  it('ten thousand headers are cut to 200', async () => {
    const shop = await openRaw((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 0\r\n${'a:b\r\n'.repeat(10_000)}\r\n`),
    );
    const seen = await probe(shop.url, { limits: short });
    expect(seen.exchanges[0]?.headers).toHaveLength(200);
  });

  it('a header named like a prototype', async () => {
    const shop = await openRaw((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n__proto__: a\r\nconstructor: b\r\n\r\n'),
    );
    const seen = await probe(shop.url, { limits: short });
    expect(seen.exchanges[0]?.headers).toContainEqual(['constructor', 'b']);
  });

  it('early hints without end', async () => {
    const shop = await openRaw((socket) => {
      const hints = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'), 20);
      socket.on('close', () => clearInterval(hints));
    });
    expect(await codeOf(shop.url, { limits: { ...short, totalMs: 600 } })).toBe('unreachable: timed-out');
  });

  it('a protocol switch that nobody asked for', async () => {
    const shop = await openRaw((socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    );
    expect(await codeOf(shop.url)).toBe('unreachable: connection-failed');
  });
});

describe('later paths', () => {
  it('that fail are noted, and the visit goes on', async () => {
    const shop = await openShop((request, response) => {
      if (request.url === '/bad') request.socket.destroy();
      else response.end('ok');
    });
    const asked: string[][] = [];
    const paths = ['/bad', '/good'];
    const seen = await probe(shop.url, {
      nextPath: ({ exchanges, withheld }) => {
        asked.push(withheld);
        return paths.find((path) => !withheld.includes(path) && !exchanges.some((each) => each.path === path)) ?? null;
      },
    });
    expect(asked).toEqual([[], ['/bad'], ['/bad']]);
    expect(seen.exchanges.map(({ path }) => path)).toEqual(['/', '/good']);
    expect(seen).toMatchObject({
      outcome: 'seen',
      withheld: [],
      problems: [{ code: 'connection-failed', url: `${shop.url}bad` }],
    });
    expect(seen.requests).toBe(6);
  });

  it('that fail twice in a row end the visit', async () => {
    const shop = await openShop((request, response) => {
      if (request.url === '/') response.end('ok');
      else request.socket.destroy();
    });
    let turn = 0;
    const seen = await probe(shop.url, { nextPath: () => `/bad${turn++}` });
    expect(shop.paths()).toEqual([...firstPaths, '/', '/bad0', '/bad0', '/bad1', '/bad1']);
    expect(seen).toMatchObject({ outcome: 'seen', requests: 7 });
    expect(seen.problems).toHaveLength(2);
  });

  it('keep error statuses as they are', async () => {
    const shop = await openShop((request, response) => response.writeHead(request.url === '/' ? 200 : 403).end('no'));
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(seen.exchanges.map(({ status, body }) => [status, body])).toEqual([
      [200, 'no'],
      [403, 'no'],
    ]);
    expect(seen.problems).toEqual([]);
  });

  it('lose the text of a challenge, so that nothing is read from it', async () => {
    const shop = await openShop((request, response) => {
      response.end(request.url === '/' ? '<p>Shop</p>' : '<title>Just a moment...</title><p>WordPress 6.8.2</p>');
    });
    const seen = await probe(shop.url, { paths: ['/readme.html'] });
    expect(seen.exchanges[1]).toMatchObject({ status: 200, body: '', sha256: null, sha256Lf: null });
  });
});
