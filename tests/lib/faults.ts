import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { InvalidResponseError, UnreachableError } from '../../src/lib/errors.ts';

export interface Fault {
  name: string;
  answer(response: ServerResponse): void;
  error: typeof UnreachableError | typeof InvalidResponseError;
  says: RegExp;
}

/** How a source's documents are written. */
interface Format {
  headers: { 'content-type': string };
  half: string;
  brokenSays: RegExp;
  otherShape: string;
  otherSays: RegExp;
}

const formats = {
  json: {
    headers: { 'content-type': 'application/json' },
    half: '{"results":[{"vulns":',
    brokenSays: /not JSON/,
    otherShape: '{"error":"none"}',
    otherSays: /result/,
  },
  xml: {
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    half: '<?xml version="1.0"?><project><releases>',
    brokenSays: /ends inside of <releases>/,
    otherShape: '<html><body>none</body></html>',
    otherSays: /another shape than documented/,
  },
} satisfies Record<string, Format>;

const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));

function drip(response: ServerResponse, { headers }: Format): void {
  response.writeHead(200, headers);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

/** Sends no more than what the other side takes, until 50 MB are out. */
function flood(response: ServerResponse, { headers }: Format): void {
  response.writeHead(200, headers);
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = 50_000_000;
  const pour = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  response.on('drain', pour);
  pour();
}

/** Every way in which an API has been seen to fail, or could. Use with a deadline of a few hundred milliseconds. */
export function faultsIn(name: keyof typeof formats): Fault[] {
  const format: Format = formats[name];
  const { headers, half, otherShape } = format;
  return [
    {
      name: '404',
      answer: (response) => response.writeHead(404).end('<html>'),
      error: UnreachableError,
      says: /answered 404/,
    },
    {
      name: '429 that asks for a day',
      answer: (response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
      error: UnreachableError,
      says: /answered 429 .*Retry-After: 86400/,
    },
    {
      name: '500 for ever',
      answer: (response) => response.writeHead(500).end(),
      error: UnreachableError,
      says: /answered 500/,
    },
    {
      name: 'a connection cut in the body',
      answer: (response) => {
        response.writeHead(200, { ...headers, 'content-length': '1000' });
        response.write(half.slice(0, 10), () => response.destroy());
      },
      error: UnreachableError,
      says: /could not be reached/,
    },
    {
      name: 'half a document',
      answer: (response) => response.writeHead(200, headers).end(half),
      error: InvalidResponseError,
      says: format.brokenSays,
    },
    {
      name: 'an HTML error page with status 200',
      answer: (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Down for maintenance</h1>'),
      error: InvalidResponseError,
      says: /content type is text\/html/,
    },
    {
      name: 'a content type that is none of its own',
      answer: (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(half),
      error: InvalidResponseError,
      says: /content type is image\/png/,
    },
    {
      name: 'a document of another shape',
      answer: (response) => response.writeHead(200, headers).end(otherShape),
      error: InvalidResponseError,
      says: format.otherSays,
    },
    {
      name: 'a body of 50 MB',
      answer: (response) => flood(response, format),
      error: InvalidResponseError,
      says: /larger than 200000 bytes/,
    },
    {
      name: 'a gzip bomb',
      answer: (response) => response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(bomb),
      error: InvalidResponseError,
      says: /does not inflate within 200000 bytes/,
    },
    {
      name: 'a slow drip',
      answer: (response) => drip(response, format),
      error: UnreachableError,
      says: /did not answer in time/,
    },
  ];
}

/** The faults of an API that speaks JSON. */
export const faults: Fault[] = faultsIn('json');
