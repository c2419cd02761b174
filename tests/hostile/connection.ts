import {
  accepting,
  answering,
  believed,
  cookieOf,
  drip,
  type Expected,
  type HostileCase,
  page,
  saying,
  secure,
  speaking,
} from './case.ts';
import { certificates } from './certificates.ts';

/* Connections that fail, and answers that are no HTTP. Each carries the cookie of a secure shop: whoever believes it says yes. */

const shop = '<!doctype html><title>Shop</title>';
const ok = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: ${cookieOf('9.1.4')}\r\n`;
const whole = `${ok}Content-Length: ${shop.length}\r\n\r\n${shop}`;

const broken: Expected = { reason: 'unreachable', problems: ['bad-response'], shows: [] };
const lost: Expected = { reason: 'unreachable', problems: ['connection-failed'], shows: [] };
const late: Expected = { reason: 'unreachable', problems: ['timed-out'], shows: [] };
const large: Expected = { reason: 'unreachable', problems: ['too-large'], shows: [] };

const bytes = (head: string, body = shop) => saying(`${head}\r\n${body}`);
const untrusted = (says: RegExp): Expected => ({ reason: 'unreachable', problems: ['tls-failed'], shows: [], says });
const overTls = (pair: { key: Buffer; cert: Buffer }) =>
  answering((_request, response) => response.writeHead(200, secure).end(shop), pair);

export const connection: HostileCase[] = [
  {
    name: 'nobody listens',
    serve: () => {
      const misbehaviour = accepting(() => {});
      // once its port is known, there is nobody behind it
      misbehaviour.server.on('listening', () => setImmediate(() => misbehaviour.server.close()));
      return misbehaviour;
    },
    expect: { ...lost, says: /ECONNREFUSED/ },
  },
  { name: 'closes every connection', serve: () => accepting((socket) => socket.end()), expect: lost },
  { name: 'resets every connection', serve: () => accepting((socket) => socket.resetAndDestroy()), expect: lost },
  { name: 'accepts and never answers', serve: () => accepting(() => {}), expect: late },
  {
    name: 'resets in the headers',
    serve: () => speaking((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.resetAndDestroy())),
    expect: lost,
  },
  {
    name: 'resets in the body',
    serve: () =>
      speaking((socket) => {
        socket.write(`${ok}Content-Length: 9000\r\n\r\n${shop}`, () => setTimeout(() => socket.resetAndDestroy(), 20));
      }),
    expect: lost,
  },
  {
    name: 'closes before the declared end',
    serve: () => speaking((socket) => socket.end(`${ok}Content-Length: 9000\r\n\r\n${shop}`)),
    expect: lost,
  },
  {
    name: 'closes in a chunk',
    serve: () => speaking((socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\nff\r\n${shop}`)),
    expect: lost,
  },
  { name: 'answers robots.txt only', serve: () => speaking(() => {}), expect: late },
  {
    name: 'stalls in the body',
    serve: () => saying(`${ok}Content-Length: 9000\r\n\r\n${shop}`),
    expect: late,
  },
  {
    name: 'drips a body',
    serve: () =>
      speaking((socket) => {
        socket.write(`${ok}Content-Length: 90000\r\n\r\n${shop}`);
        drip(socket, { text: ' ', everyMs: 200 });
      }),
    expect: late,
  },
  {
    name: 'drips headers',
    serve: () =>
      speaking((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        drip(socket, { text: 'a: b\r\n', everyMs: 200 });
      }),
    expect: late,
  },
  {
    name: 'drips chunk extensions',
    serve: () =>
      speaking((socket) => {
        socket.write(`${ok}Transfer-Encoding: chunked\r\n\r\n5;`);
        drip(socket, { text: 'a', everyMs: 200 });
      }),
    expect: late,
  },
  {
    name: 'hints without end',
    serve: () => speaking((socket) => drip(socket, { text: 'HTTP/1.1 103 Early Hints\r\n\r\n', everyMs: 20 })),
    expect: late,
  },
  {
    name: 'continues without end',
    serve: () => speaking((socket) => drip(socket, { text: 'HTTP/1.1 100 Continue\r\n\r\n', everyMs: 20 })),
    expect: { reason: 'unreachable', shows: [] },
  },

  {
    name: 'TLS as it should be',
    scheme: 'https',
    host: 'valid.shop.example',
    serve: () => overTls(certificates.valid),
    expect: believed,
  },
  {
    name: 'TLS certificate expired',
    scheme: 'https',
    host: 'expired.shop.example',
    serve: () => overTls(certificates.expired),
    expect: untrusted(/CERT_HAS_EXPIRED/),
  },
  {
    name: 'TLS certificate not yet valid',
    scheme: 'https',
    host: 'early.shop.example',
    serve: () => overTls(certificates.notYetValid),
    expect: untrusted(/CERT_NOT_YET_VALID/),
  },
  {
    name: 'TLS certificate of another host',
    scheme: 'https',
    host: 'wrong.shop.example',
    serve: () => overTls(certificates.wrongHost),
    expect: untrusted(/ERR_TLS_CERT_ALTNAME_INVALID/),
  },
  {
    name: 'TLS certificate self-signed',
    scheme: 'https',
    host: 'self.shop.example',
    serve: () => overTls(certificates.selfSigned),
    expect: untrusted(/SELF_SIGNED/),
  },
  { name: 'TLS handshake stalls', scheme: 'https', serve: () => accepting(() => {}), expect: late },
  {
    name: 'TLS handshake drips',
    scheme: 'https',
    serve: () => accepting((socket) => drip(socket, { text: '\x16', everyMs: 200 })),
    expect: { reason: 'unreachable', shows: [] },
  },
  {
    name: 'TLS handshake reset',
    scheme: 'https',
    serve: () => accepting((socket) => socket.once('data', () => socket.resetAndDestroy())),
    expect: lost,
  },
  {
    name: 'plain HTTP where TLS is listed',
    scheme: 'https',
    serve: () => page({ headers: secure, body: shop }),
    expect: untrusted(/ERR_SSL_|EPROTO/),
  },
  {
    name: 'TLS where plain HTTP is listed',
    serve: () => overTls(certificates.valid),
    expect: { reason: 'unreachable', shows: [] },
  },
  {
    name: 'a mail server that speaks first',
    serve: () => accepting((socket) => socket.write('220 mail.shop.example ESMTP\r\n')),
    expect: broken,
  },
  {
    name: 'an SSH server that speaks first',
    serve: () => accepting((socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')),
    expect: broken,
  },
  {
    name: 'an answer before the question',
    serve: () => accepting((socket) => socket.write(whole)),
    expect: { reason: 'unreachable', shows: [] },
  },

  { name: 'HTTP/0.9', serve: () => saying(shop), expect: broken },
  { name: 'HTTP/2 without asking', serve: () => bytes(ok.replace('HTTP/1.1 200 OK', 'HTTP/2 200')), expect: broken },
  {
    name: 'a status of no digits',
    serve: () => bytes(ok.replace('HTTP/1.1 200 OK', 'HTTP/1.1 abc OK')),
    expect: broken,
  },
  {
    name: 'a status of two digits',
    serve: () => bytes(ok.replace('HTTP/1.1 200 OK', 'HTTP/1.1 20 OK')),
    expect: broken,
  },
  {
    name: 'a status of four digits',
    serve: () => bytes(ok.replace('HTTP/1.1 200 OK', 'HTTP/1.1 2000 OK')),
    expect: broken,
  },
  { name: 'a negative status', serve: () => bytes(ok.replace('HTTP/1.1 200 OK', 'HTTP/1.1 -200 OK')), expect: broken },
  {
    name: 'status 999',
    serve: () => page({ status: 999, headers: secure, body: shop }),
    expect: { reason: 'unreachable', problems: ['http-error'], shows: [] },
  },
  {
    name: 'status 000',
    serve: () => bytes(`${ok.replace('200 OK', '000 Zero')}Content-Length: ${shop.length}\r\n`),
    expect: { reason: 'unreachable', shows: [] },
  },
  {
    name: 'a megabyte of status line',
    serve: () => bytes(ok.replace('OK', 'O'.repeat(1_000_000))),
    expect: { reason: 'unreachable', shows: [] },
  },
  {
    name: 'a megabyte of headers',
    serve: () => bytes(`${ok}${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(1000)}`),
    expect: large,
  },
  { name: 'one header of a megabyte', serve: () => bytes(`${ok}x-a: ${'b'.repeat(1_000_000)}\r\n`), expect: large },
  {
    name: 'ten thousand headers',
    serve: () => bytes(`${ok}Content-Length: ${shop.length}\r\n${'a:b\r\n'.repeat(10_000)}`),
    expect: believed,
  },
  {
    name: 'two different lengths',
    serve: () => bytes(`${ok}Content-Length: 3\r\nContent-Length: 4\r\n`),
    expect: broken,
  },
  {
    name: 'a length and chunks',
    serve: () => bytes(`${ok}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n`),
    expect: broken,
  },
  { name: 'a negative length', serve: () => bytes(`${ok}Content-Length: -1\r\n`), expect: broken },
  {
    name: 'a length beyond all numbers',
    serve: () => bytes(`${ok}Content-Length: ${'9'.repeat(40)}\r\n`),
    expect: broken,
  },
  {
    name: 'chunks of no hexadecimal size',
    serve: () => bytes(`${ok}Transfer-Encoding: chunked\r\n`, 'zz\r\nabc\r\n'),
    expect: broken,
  },
  {
    name: 'chunks of an endless size',
    serve: () => bytes(`${ok}Transfer-Encoding: chunked\r\n`, `${'f'.repeat(40)}\r\nabc\r\n`),
    expect: broken,
  },
  {
    name: 'chunks without line ends',
    serve: () => bytes(`${ok}Transfer-Encoding: chunked\r\n`, '3\r\nabcabc0\r\n\r\n'),
    expect: broken,
  },
  { name: 'a header without a colon', serve: () => bytes(`${ok}nonsense\r\n`), expect: broken },
  { name: 'a header with NUL', serve: () => bytes(`${ok}x-a: b\0c\r\n`), expect: broken },
  { name: 'a header name with a blank', serve: () => bytes(`${ok}x a: b\r\n`), expect: broken },
  {
    name: 'headers named like a prototype',
    serve: () => bytes(`${ok}Content-Length: ${shop.length}\r\n__proto__: a\r\nconstructor: b\r\ntoString: c\r\n`),
    expect: believed,
  },
  {
    name: 'two answers to one question',
    serve: () => saying(whole.replace(cookieOf('9.1.4'), cookieOf('8.1.0')) + whole),
    // 8.1.1 fixed flaws of its line
    expect: { reason: 'update-missing', shows: ['prestashop 8.1.0'] },
  },
  {
    name: 'a protocol switch that nobody asked for',
    serve: () => saying('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n'),
    expect: lost,
  },
  {
    name: 'a home page that is never modified',
    serve: () => page({ status: 304, headers: secure }),
    expect: { reason: 'unreachable', problems: ['http-error'], shows: [] },
  },
  {
    name: 'a body where there is none',
    serve: () => bytes(`${ok.replace('200 OK', '204 No Content')}Content-Length: ${shop.length}\r\n`),
    // the cookie is in the head, which is whole
    expect: { answer: 'yes', reason: 'current', shows: ['prestashop 9.1.4'] },
  },
];
