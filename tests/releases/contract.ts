import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Release } from '../../src/model/facts.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { schemes } from '../../src/versions/index.ts';
import type { Hit } from '../lib/serve.ts';

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
