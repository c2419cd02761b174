import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { InvalidResponseError, UnreachableError } from '../../src/lib/errors.ts';

export interface Fault {
  name: string;
  answer(response: ServerResponse): void;
  error: typeof UnreachableError | typeof InvalidResponseError;
  says: RegExp;
}

const json = { 'content-type': 'application/json' };
const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));

function drip(response: ServerResponse): void {
  response.writeHead(200, json);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

function flood(response: ServerResponse): void {
  response.writeHead(200, json);
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const pour = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
}

/** Every way in which an API has been seen to fail, or could. Use with a deadline of a few hundred milliseconds. */
export const faults: Fault[] = [
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
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"results":', () => response.destroy());
    },
    error: UnreachableError,
    says: /could not be reached/,
  },
  {
    name: 'half a document',
    answer: (response) => response.writeHead(200, json).end('{"results":[{"vulns":'),
    error: InvalidResponseError,
    says: /not JSON/,
  },
  {
    name: 'an HTML error page with status 200',
    answer: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Down for maintenance</h1>'),
    error: InvalidResponseError,
    says: /content type is text\/html/,
  },
  {
    name: 'JSON of another shape',
    answer: (response) => response.writeHead(200, json).end('{"error":"none"}'),
    error: InvalidResponseError,
    says: /result/,
  },
  { name: 'a body without end', answer: flood, error: InvalidResponseError, says: /larger than 200000 bytes/ },
  {
    name: 'a gzip bomb',
    answer: (response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb),
    error: InvalidResponseError,
    says: /does not inflate within 200000 bytes/,
  },
  { name: 'a slow drip', answer: drip, error: UnreachableError, says: /did not answer in time/ },
];
