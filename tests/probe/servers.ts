import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Site } from '../../src/model/site.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type ProbeContext, probeSite } from '../../src/probe/index.ts';

export const userAgent = 'Patchproof/0.1 (+https://status.example.com/; status@example.com)';

/** The pair says localhost and is valid until 2125. */
export const certificate = {
  key: readFileSync(new URL('key.pem', import.meta.url)),
  cert: readFileSync(new URL('self-signed.pem', import.meta.url)),
};

export interface TestShop {
  url: string;
  port: number;
  /** Requests that reached the server, in order. */
  requests: IncomingMessage[];
  paths: () => (string | undefined)[];
}

/** What a visit asks before any page. */
export const firstPaths = ['/robots.txt', '/.well-known/patchproof.json'];

const notFound: RequestListener = (_request, response) => response.writeHead(404).end();

/** A shop on loopback; robots.txt and patchproof.json are 404 unless `robots` and `optOut` answer them. */
export async function openShop(
  handle: RequestListener,
  options: { tls?: boolean; robots?: RequestListener; optOut?: RequestListener } = {},
): Promise<TestShop> {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    const { robots = notFound, optOut = notFound } = options;
    const at = firstPaths.indexOf(request.url ?? '');
    ([robots, optOut][at] ?? handle)(request, response);
  };
  const server: HttpServer = options.tls ? createTlsServer(certificate, listener) : createServer(listener);
  const port = await listen(server);
  const url = options.tls ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`;
  return { url, port, requests, paths: () => requests.map((request) => request.url) };
}

/** A server that speaks whatever it likes, one call per request head that arrives; what comes before pages is 404. */
export async function openRaw(speak: (socket: Socket, path: string) => void): Promise<TestShop> {
  const paths: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const path = data.toString('latin1').split(' ')[1] ?? '';
      paths.push(path);
      if (firstPaths.includes(path)) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      else speak(socket, path);
    });
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, port, requests: [], paths: () => paths };
}

/** A listed site of that address. */
export function siteOf(url: string, more: Partial<Site> = {}): Site {
  return {
    id: 'shop',
    name: 'Shop',
    url,
    tags: [],
    formerly: [],
    robots: 'respect',
    allowPrivate: true,
    disclosure: 'full',
    attestations: [],
    ...more,
  };
}

/** Probes a loopback site; `paths` are proposed one after the other. */
export function probe(
  url: string,
  { site, paths = [], ...context }: Partial<ProbeContext> & { site?: Partial<Site>; paths?: string[] } = {},
): Promise<Snapshot> {
  return probeSite(siteOf(url, site), {
    userAgent,
    at: '2026-09-23T08:00:00.000Z',
    nextPath: (seen) =>
      paths[seen.exchanges.filter(({ path }) => path !== '/robots.txt').length - 1 + seen.withheld.length] ?? null,
    ...context,
  });
}

/** Listens on a free port of loopback until the test ends. */
export async function listen(server: Server): Promise<number> {
  const { port, close } = await listenUntilClosed(server);
  onTestFinished(close);
  return port;
}

/** Listens on a free port of loopback; `close` also ends the connections that are open. */
export async function listenUntilClosed(server: Server): Promise<{ port: number; close: () => void }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
