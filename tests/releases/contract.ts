import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Release } from '../../src/model/facts.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import { schemes } from '../../src/versions/index.ts';
import { faultsIn } from '../lib/faults.ts';
import { type Handler, type Hit, quickHttp, type Served, serve } from '../lib/serve.ts';

const semverProducts = ['drupal', 'joomla'];

export function ask(products: string[], previous: Pull | null = null, at = '2026-08-25T06:17:00.000Z'): PullRequest {
  const order = (product: string) => (semverProducts.includes(product) ? schemes.semver : schemes.composer);
  return { products, packages: () => [], order, previous, at };
}

export function readFixture(path: string): string {
  return readFileSync(new URL(`../fixtures/releases/${path}`, import.meta.url), 'utf8');
}

/** A document with its own tag: unchanged for whoever names it, not found where there is none. */
export function sendDocument(hit: Hit, response: ServerResponse, text: string | undefined, type = 'application/json') {
  const etag = `"${text?.length}"`;
  if (text === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  else if (hit.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': type, etag }).end(text);
}

export function undated(version: string, date: string | null = null, security: boolean | null = null): Release {
  return { version, date, security, openSource: true, prerelease: false };
}

/** What every source must bear. `answer` serves its happy documents; `products` are asked for. */
export function testFailures(source: {
  pull: (served: Served, request: PullRequest, http: Http) => Promise<Pull>;
  answer: Handler;
  products: string[];
  format: 'json' | 'xml';
}): void {
  const { pull, answer, products, format } = source;
  const pullFrom = (served: Served, http = quickHttp().http) => pull(served, ask(products), http);

  describe('what every source must bear', () => {
    test.each(faultsIn(format))('$name fails the pull', async ({ answer: fault, error }) => {
      const served = await serve((_, response) => fault(response));
      await expect(pullFrom(served, quickHttp({ deadlineMs: 200 }).http)).rejects.toThrow(error);
    });

    test.each([
      ['an error that passes', 500, {}],
      ['a wish to come back in three seconds', 429, { 'retry-after': '3' }],
    ])('%s changes nothing', async (_, status, headers) => {
      const served = await serve((hit, response, n) =>
        n === 0 ? response.writeHead(status, headers).end() : answer(hit, response, n - 1),
      );
      const { http, waits } = quickHttp();
      const { records } = await pullFrom(served, http);
      expect(records).toEqual((await pullFrom(await serve(answer))).records);
      if (status === 429) expect(waits).toContain(3_000);
    });

    test('no product asked for, no request', async () => {
      const served = await serve(answer);
      expect((await pull(served, ask([]), quickHttp().http)).records.releases).toEqual({});
      expect(served.hits).toEqual([]);
    });

    test('what is kept is a pull, without a word of prose', async () => {
      const kept = await pullFrom(await serve(answer));
      expect(Pull.parse(kept)).toEqual(kept);
      expect(JSON.stringify(kept)).not.toMatch(/canary/i);
    });

    test('unchanged documents confirm what is known', async () => {
      const served = await serve(answer);
      const first = await pullFrom(served);
      const at = '2026-08-26T06:17:00.000Z';
      const second = await pull(served, ask(products, first, at), quickHttp().http);
      expect(second).toEqual({ ...first, fetchedAt: at });
      expect(served.hits.filter(({ headers }) => headers['if-none-match'] !== undefined)).not.toEqual([]);
    });
  });
}
