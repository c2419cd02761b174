import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AdvisorySource } from '../../src/advisories/source.ts';
import { advisoryPackages, embeddedFacts } from '../../src/embedded.ts';
import type { Http } from '../../src/lib/http.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import type { ReleaseSource } from '../../src/releases/source.ts';
import { schemes } from '../../src/versions/index.ts';
import { faults } from './faults.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from './serve.ts';

/** What an API holds: by path, as a person reads it. */
export type Pages = Record<
  string,
  { body: unknown; etag?: string; 'last-modified'?: string /** Path of the page after it. */; next?: string }
>;

export type Create = (options: { base: string; token?: string }) => AdvisorySource | ReleaseSource;

export function readPages(axis: 'advisories' | 'releases', id: string, name: string): Pages {
  return JSON.parse(readFileSync(new URL(`../fixtures/${axis}/${id}/${name}.json`, import.meta.url), 'utf8'));
}

/** An API that answers 304 for a known copy and 404 for anything else. */
export function answerPages(pages: Pages): Handler {
  return ({ path, headers }, response) => {
    const page = pages[decodeURIComponent(path)];
    if (page === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>No</h1>');
    const { body, next, ...validators } = page;
    const isKnown =
      (page.etag !== undefined && headers['if-none-match'] === page.etag) ||
      (page['last-modified'] !== undefined && headers['if-modified-since'] === page['last-modified']);
    if (isKnown) return void response.writeHead(304).end();
    const link = next === undefined ? {} : { link: `<http://${headers.host}${next}>; rel="next", <x>; rel="last"` };
    sendJson(response, body, { ...validators, ...link } as Record<string, string>);
  };
}

/** A request as a scan makes it, with the packages and orders that ship. */
export function askFor(products: string[], previous: Pull | null = null, at = '2026-08-25T06:17:00.000Z'): PullRequest {
  const order = (product: string) => schemes[embeddedFacts(product)?.scheme ?? 'composer'];
  return { products, packages: advisoryPackages, order, previous, at };
}

export interface Asked {
  served: Served;
  pull: Pull;
}

/** Pulls once from a server of its own. */
export async function pullPages(
  create: Create,
  pages: Pages,
  request: PullRequest,
  http: Http = quickHttp().http,
): Promise<Asked> {
  const served = await serve(answerPages(pages));
  const pull = await create({ base: served.base }).pull(request, http);
  expect(Pull.parse(pull)).toEqual(pull);
  return { served, pull };
}

/** A token is shown to the API and to nobody else. */
export function testToken(create: Create, { pages, products }: { pages: Pages; products: string[] }): void {
  test('a token goes to the API on every page, and into no output', async () => {
    const token = 'ghp_canary0123456789';
    const served = await serve(answerPages(pages));
    const pull = await create({ base: served.base, token }).pull(askFor(products), quickHttp().http);
    expect(served.hits.length).toBeGreaterThan(0);
    for (const { headers } of served.hits) expect(headers.authorization).toBe(`Bearer ${token}`);
    expect(JSON.stringify(pull)).not.toContain('canary');
    for (const { answer } of faults) {
      const broken = await serve((_, response) => answer(response));
      const failure = await create({ base: broken.base, token })
        .pull(askFor(products), quickHttp({ deadlineMs: 200 }).http)
        .then(
          () => null,
          (error: unknown) => error,
        );
      expect(failure).toBeInstanceOf(Error);
      expect(`${failure} ${JSON.stringify(failure)} ${(failure as Error).stack}`).not.toContain('canary');
    }
  });

  test('without one, none is sent', async () => {
    const { served } = await pullPages(create, pages, askFor(products));
    for (const { headers } of served.hits) expect(headers).not.toHaveProperty('authorization');
    expect(served.hits[0]?.headers).toMatchObject({
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    });
  });
}
