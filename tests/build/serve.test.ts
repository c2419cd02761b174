import { mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/serve.ts';
import { findFile, serveFolder } from '../../scripts/serve.ts';
import { makeFolder } from './built.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = await makeFolder();
  const dir = join(folder, 'dist');
  await mkdir(join(dir, 'sites', 'acme'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dir, 'index.html'), 'home');
  await writeFile(join(dir, '404.html'), 'nothing here');
  await writeFile(join(dir, 'sites', 'acme', 'index.html'), 'acme');
  await writeFile(join(dir, 'sites', 'acme', 'badge.svg'), '<svg/>');
  served = await serveFolder({ dir, url: 'https://example.org/status', port: 0 });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

/** A request whose path is sent as it is: fetch would tidy it first. */
function askRaw(path: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode, body }));
    });
    asked.on('error', fail).end();
  });
}

describe('serveFolder', () => {
  it.each([
    ['', 'home', 'text/html; charset=utf-8'],
    ['sites/acme/', 'acme', 'text/html; charset=utf-8'],
    ['sites/acme', 'acme', 'text/html; charset=utf-8'],
    ['sites/acme/badge.svg?x=1', '<svg/>', 'image/svg+xml'],
  ])('serves %j under the base path', async (path, body, type) => {
    const response = await fetch(served.url + path);
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([200, body, type]);
  });

  it.each([
    '/',
    '/statusx/',
    '/status/nothing',
    '/status/../secret.txt',
    '/status/..%2fsecret.txt',
    '/status/%2e%2e/%2e%2e/secret.txt',
    '/status/..%5csecret.txt',
    '/status/%zz',
    '/status/%00',
    '//evil/status/',
  ])('serves its 404 page for %j', async (path) => {
    expect(await askRaw(path)).toEqual({ status: 404, body: 'nothing here' });
  });

  it('answers nothing but GET and HEAD', async () => {
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(404);
    expect(await (await fetch(served.url, { method: 'HEAD' })).text()).toBe('');
  });
});

describe('findFile', () => {
  it('stays inside its folder', () => {
    expect(findFile('/srv/dist', '/', '/sites/acme/')).toBe(join('/srv/dist/sites/acme/index.html'));
    expect(findFile('/srv/dist', '/', '/..%2fdist-other/x.html')).toBeNull();
  });
});
