import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createHttp, type Http, type HttpLimits } from '../../src/lib/http.ts';

export interface Hit {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Served {
  base: string;
  hits: Hit[];
}

/** What answers the n-th request (from 0). */
export type Handler = (hit: Hit, response: ServerResponse, n: number) => void;

/** A server on loopback for the length of one test. */
export async function serve(handler: Handler): Promise<Served> {
  const hits: Hit[] = [];
  const server = createServer(async (request, response) => {
    const hit = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await text(request),
    };
    hits.push(hit);
    handler(hit, response, hits.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits };
}

export function sendJson(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/** An Http that never really waits, and what it would have waited. */
export function quickHttp(limits: Partial<HttpLimits> = {}, now = Date.now): { http: Http; waits: number[] } {
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  const http = createHttp({
    userAgent: 'Patchproof-test (+mailto:test@example.org)',
    limits: { gapMs: 0, maxBytes: 200_000, deadlineMs: 5_000, ...limits },
    clock: { now, sleep },
    // the servers of tests are on loopback
    mayBePrivate: () => true,
  });
  onTestFinished(() => http.close());
  return { http, waits };
}
