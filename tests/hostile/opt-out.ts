import type { RequestListener } from 'node:http';
import { answeringAll, believed, type Expected, type HostileCase, secure } from './case.ts';

/* What servers answer where a shop may opt out. The home page is a yes by itself, but for the last. */

const words = '{"optOut": true}';
const page = '<!doctype html><title>Shop</title>';

/** A shop with no robots.txt, whose patchproof.json is answered by `handle`. */
function shop(handle: RequestListener, home = secure) {
  return answeringAll((request, response) => {
    if (request.url === '/.well-known/patchproof.json') handle(request, response);
    else if (request.url === '/') response.writeHead(200, home).end(page);
    else response.writeHead(404).end();
  });
}

const saying =
  (body: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);

const optedOut: Expected = { reason: 'blocked', problems: ['opted-out'], shows: [], says: /Remove "optOut" there/ };
const ownSoftware = { 'content-type': 'text/html; charset=utf-8' };

const answers: readonly [name: string, handle: RequestListener, expect: Expected][] = [
  ['the words', saying(words), optedOut],
  ['the words and a thousand others', saying(`{${'"x": [{}], '.repeat(1000)}"optOut": true}`), optedOut],
  ['a text instead of true', saying('{"optOut": "true"}'), believed],
  ['a prototype that opts out', saying('{"__proto__": {"optOut": true}}'), believed],
  ['the words with status 500', saying(words, 500), believed],
  ['ten megabytes', saying(words + ' '.repeat(10_000_000)), believed],
  ['a deep document', saying('{"optOut":'.repeat(50_000)), believed],
  ['the home page', (_request, response) => response.writeHead(200, secure).end(page), believed],
  ['a redirect', (_request, response) => response.writeHead(302, { location: '/' }).end(words), believed],
  [
    'no end',
    (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
      };
      response.on('drain', more).write(words);
      more();
    },
    believed,
  ],
  ['no answer', () => {}, { reason: 'unreachable', problems: ['timed-out'], shows: [], says: /before any page/ }],
  [
    'half an answer',
    (request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write(words, () => request.socket.destroy());
    },
    { reason: 'unreachable', problems: ['connection-failed'], shows: [] },
  ],
];

export const optOut: HostileCase[] = [
  ...answers.map(([name, handle, expect]) => ({ name, serve: () => shop(handle), expect })),
  {
    name: 'proof of the newest release there alone',
    serve: () => shop((_request, response) => response.writeHead(200, secure).end(page), ownSoftware),
    expect: { reason: 'unknown-platform', problems: [], shows: [] },
  },
];
