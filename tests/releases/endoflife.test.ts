import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { schemes } from '../../src/versions/index.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

/** endoflife.date as documented: a page per product, 404 in HTML, 304 for a known tag. */
function answer(name: string): Handler {
  const url = new URL(`../fixtures/releases/endoflife/${name}.json`, import.meta.url);
  const pages: Record<string, unknown> = JSON.parse(readFileSync(url, 'utf8'));
  return ({ path, headers }, response) => {
    const page = pages[path.split('/')[4] ?? ''];
    const etag = `"${path}"`;
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else sendJson(response, page, { etag });
  };
}

function ask(products: string[], previous: Pull | null = null, at = '2026-08-25T06:17:00.000Z'): PullRequest {
  const order = (product: string) => (product === 'joomla' ? schemes.semver : schemes.composer);
  return { products, packages: () => [], order, previous, at };
}

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createEndoflife({ base: served.base }).pull(request, http);
}

const all = ['wordpress', 'shopware5', 'shopware6', 'joomla', 'magento', 'prestashop'];

describe('the documented shape', () => {
  test('becomes support windows: the day given is the last supported one', async () => {
    const pull = await pullFrom(await serve(answer('happy')), ask(all));
    expect(Pull.parse(pull)).toEqual(pull);
    expect(pull.problems).toEqual([]);
    const window = (branch: string, securitySupportEnds: string | null, eol: boolean) => {
      return { branch, securitySupportEnds, commerceSupportEnds: null, eol };
    };
    expect(pull.records.support).toEqual({
      wordpress: [window('7.1', null, false), window('7.0', '2026-08-19', true), window('6.9', '2026-05-20', true)],
      shopware5: [window('5.7', '2024-07-31', true)],
      shopware6: [window('6.7', null, false), window('6.6', null, false), window('6.4', null, true)],
      joomla: [window('6', '2029-10-16', false), window('5', '2027-10-12', false)],
    });
  });

  test('gives the newest release of each line, whose nature is not known, where these are what the vendor released', async () => {
    const pull = await pullFrom(await serve(answer('happy')), ask(all));
    expect(Object.keys(pull.records.releases).sort()).toEqual(['shopware6', 'wordpress']);
    expect(pull.records.releases['shopware6']?.[0]).toEqual({
      version: '6.7.13.1',
      date: '2026-08-24',
      security: null,
      openSource: true,
      prerelease: false,
    });
    expect(pull.records.releases['wordpress']?.map(({ version }) => version)).toEqual(['7.1', '7.0.4', '6.9.7']);
  });
});

describe('requests', () => {
  test('ask for a page once, and never for Magento, which is listed without its patch releases', async () => {
    const served = await serve(answer('happy'));
    await pullFrom(served, ask(all));
    expect(served.hits.map(({ path }) => path)).toEqual([
      '/api/v1/products/wordpress/',
      '/api/v1/products/shopware/',
      '/api/v1/products/joomla/',
    ]);
    expect(['magento', 'woocommerce', 'constructor'].some(createEndoflife().covers)).toBe(false);
  });

  test('an unchanged page confirms what is known', async () => {
    const served = await serve(answer('happy'));
    const first = await pullFrom(served, ask(['wordpress', 'shopware6']));
    const second = await pullFrom(served, ask(['wordpress', 'shopware6'], first, '2026-08-26T06:17:00.000Z'));
    expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
    expect(served.hits.slice(2).map(({ headers }) => headers['if-none-match'])).toEqual([
      '"/api/v1/products/wordpress/"',
      '"/api/v1/products/shopware/"',
    ]);
  });

  test('a page is read anew for a product that was not asked for before', async () => {
    const served = await serve(answer('happy'));
    const first = await pullFrom(served, ask(['shopware6']));
    const second = await pullFrom(served, ask(['shopware6', 'shopware5'], first));
    expect(served.hits[1]?.headers).not.toHaveProperty('if-none-match');
    expect(second.records.support['shopware5']).toHaveLength(1);
  });
});

describe('what cannot be used', () => {
  test('a newest release that is not named takes all releases away, support stays', async () => {
    const pull = await pullFrom(await serve(answer('sad-latest')), ask(['wordpress', 'shopware6']));
    expect(pull.records.releases).toEqual({});
    expect(Object.keys(pull.records.support)).toEqual(['wordpress']);
    expect(pull.problems).toEqual([
      { product: 'wordpress', message: expect.stringMatching(/newest release .* cannot be read/) },
      { product: 'shopware6', message: expect.stringMatching(/no support line of shopware6/) },
    ]);
  });

  test('a line without a needed field is refused with the path', async () => {
    const served = await serve(answer('sad-shape'));
    await expect(pullFrom(served, ask(['wordpress']))).rejects.toThrow(
      /^endoflife: .*\/api\/v1\/products\/wordpress\/ .*result\.releases\[1\]\.eolFrom: /,
    );
  });
});

testSourceFaults({
  create: (base) => createEndoflife({ base }),
  ask: (previous, at) => ask(['wordpress', 'shopware6', 'joomla'], previous, at),
  answer: answer('happy'),
  format: 'json',
  needed: [
    {
      path: /\/products\//,
      field: ['result', 'releases', 1, 'eolFrom'],
      says: /result\.releases\[1\]\.eolFrom: /,
    },
    { path: /\/products\//, field: ['result', 'releases', 0, 'isEol'], says: /result\.releases\[0\]\.isEol: / },
    { path: /\/products\//, field: ['result', 'releases', 0, 'latest'], says: /result\.releases\[0\]\.latest: / },
  ],
});
