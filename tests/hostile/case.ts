import { hash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { ProblemCode } from '../../src/model/snapshot.ts';
import type { Answer, ReasonCode } from '../../src/model/verdict.ts';

/** Where a case is served. */
export interface Place {
  host: string;
  /** `http://www.bodies-1.example:40123`; known once the server listens. */
  origin: string;
  /** The same for a server that belongs to nobody who is listed: it must not hear of the visit. */
  stranger: string;
}

/** A request as it reached a server. */
export interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
}

export interface Misbehaviour {
  server: Server;
  heard: Heard[];
}

/** What the scan must make of it. */
export interface Expected {
  /** Default no. */
  answer?: Answer;
  reason: ReasonCode;
  /** Codes of all problems of the report, each once. */
  problems?: ProblemCode[];
  /** Products, with the release where exactly one is left; not compared when left out. */
  shows?: string[];
  /** What the first problem says, besides its code. */
  says?: RegExp;
}

export interface HostileCase {
  name: string;
  serve: (place: Place) => Misbehaviour;
  expect: Expected;
  /** Default `www.<group>-<number>.example`. */
  host?: string;
  scheme?: 'https';
  /** False: the listing does not allow a private address. */
  allowPrivate?: false;
  /** Addresses that the n-th look-up (from 0) gives; default loopback. */
  resolve?: (turn: number) => string[];
}

export type Headers = Record<string, string | string[]>;

/** PrestaShop names its cookie after an MD5 of release, cookie name and domain; this one has no domain. */
export function cookieOf(version: string, domain = ''): string {
  return `PrestaShop-${hash('md5', `${version}ps-s1${domain}`)}=canary; path=/; HttpOnly`;
}

/** What makes a page a yes by itself, on any host: the newest PrestaShop of the judged day. */
export const secure: Headers = { 'content-type': 'text/html; charset=utf-8', 'set-cookie': cookieOf('9.1.4') };

/** What the scan makes of it where it believes the answer. */
export const believed: Expected = { answer: 'yes', reason: 'current', problems: [], shows: ['prestashop 9.1.4'] };

/** HTTP as a handler speaks it; robots.txt and patchproof.json are left to it as well. */
export function answeringAll(handler: RequestListener, tls?: { key: Buffer; cert: Buffer }): Misbehaviour {
  const heard: Heard[] = [];
  const listener: RequestListener = (request, response) => {
    heard.push({ path: request.url ?? '', headers: request.headers });
    response.on('error', () => {});
    handler(request, response);
  };
  return { server: tls === undefined ? createServer(listener) : createTlsServer(tls, listener), heard };
}

/** What a visit asks before any page. */
const firstPaths: ReadonlySet<string | undefined> = new Set(['/robots.txt', '/.well-known/patchproof.json']);

/** The same with no robots.txt and no patchproof.json. */
export function answering(handler: RequestListener, tls?: { key: Buffer; cert: Buffer }): Misbehaviour {
  return answeringAll((request, response) => {
    if (firstPaths.has(request.url)) response.writeHead(404).end();
    else handler(request, response);
  }, tls);
}

export interface Page {
  status?: number;
  headers?: Headers;
  body?: string | Buffer;
}

/** A home page, and 404 for all else. */
export function page({ status = 200, headers = {}, body = '' }: Page): Misbehaviour {
  return answering((request, response) => {
    if (request.url !== '/') return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
}

/** Whatever it likes for every request but those that come before pages, on a bare socket. */
export function speaking(speak: (socket: Socket) => void): Misbehaviour {
  const heard: Heard[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const [, path = '', host = ''] = /^GET (\S+) .*?\r\nhost: ([^\r]*)/is.exec(data.toString('latin1')) ?? [];
      heard.push({ path, headers: { host } });
      if (firstPaths.has(path)) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      else speak(socket);
    });
  });
  return { server, heard };
}

/** These bytes for every request. */
export function saying(bytes: string | Buffer): Misbehaviour {
  return speaking((socket) => socket.write(bytes));
}

/** Says something over and over, for as long as somebody listens. */
export function drip(socket: Socket, { text, everyMs }: { text: string; everyMs: number }): void {
  const timer = setInterval(() => socket.write(text), everyMs);
  socket.on('close', () => clearInterval(timer));
}

/** What happens to a connection before anything is asked. */
export function accepting(welcome: (socket: Socket) => void): Misbehaviour {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    welcome(socket);
  });
  return { server, heard: [] };
}
