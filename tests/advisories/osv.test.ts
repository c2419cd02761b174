import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createOsv } from '../../src/advisories/osv.ts';
import { InvalidResponseError } from '../../src/lib/errors.ts';
import type { Http } from '../../src/lib/http.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import { composer } from '../../src/versions/composer.ts';
import { type Hit, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

interface Fixture {
  batches: unknown[];
  vulns: Record<string, { modified: string }>;
}

const packages: Record<string, string[]> = {
  prestashop: ['prestashop/prestashop'],
  magento: ['magento/community-edition', 'magento/product-community-edition'],
  sylius: ['sylius/sylius'],
  wordpress: ['wordpress'],
  spree: ['spree_core'],
  vendure: ['@vendure/core'],
  saleor: ['saleor'],
};

function readFixture(name: string): Fixture {
  return JSON.parse(readFileSync(new URL(`../fixtures/advisories/osv/${name}.json`, import.meta.url), 'utf8'));
}

/** OSV as documented: records by id, and lists of them; the second batch is the next page. */
function answer({ batches, vulns }: Fixture) {
  return (hit: Hit, response: ServerResponse) => {
    const [first, next = first] = batches;
    if (hit.path !== '/v1/querybatch') sendJson(response, vulns[hit.path.replace('/v1/vulns/', '')]);
    else sendJson(response, hit.body.includes('page_token') ? next : first);
  };
}

function ask(products: string[], previous: Pull | null = null, at = '2026-08-25T06:17:00.000Z'): PullRequest {
  return { products, packages: (product) => packages[product] ?? [], order: () => composer, previous, at };
}

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createOsv({ base: served.base }).pull(request, http);
}

const products = ['prestashop', 'magento', 'sylius', 'wordpress'];

describe('the documented shape', () => {
  test('becomes advisories per product, without a word of prose', async () => {
    const served = await serve(answer(readFixture('happy')));
    const pull = await pullFrom(served, ask(products));
    expect(Pull.parse(pull)).toEqual(pull);
    expect(pull).toMatchObject({ source: 'osv', fetchedAt: '2026-08-25T06:17:00.000Z', problems: [] });
    expect(pull.records.advisories['prestashop']).toEqual([
      {
        id: 'GHSA-2rf5-3fw8-qm47',
        aliases: ['CVE-2023-39529'],
        published: '2023-08-09',
        withdrawn: null,
        ranges: [{ introduced: '0', fixed: '8.1.1', lastAffected: null }],
        versions: [],
        knownFalsePositives: [],
        fixKind: null,
        severity: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:L/I:H/A:H',
        cwes: ['CWE-20'],
        url: 'https://osv.dev/vulnerability/GHSA-2rf5-3fw8-qm47',
        sources: ['OSV'],
      },
      expect.objectContaining({
        id: 'GHSA-45vm-3j38-7p78',
        ranges: [{ introduced: '0', fixed: null, lastAffected: '8.1.7' }],
        versions: ['8.2.0-beta.9'],
        severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
        cwes: ['CWE-94', 'CWE-918'],
      }),
    ]);
    expect(JSON.stringify(pull)).not.toMatch(/sentence/);
  });

  test('keeps each pair of a record, and leaves out packages that number differently', async () => {
    const pull = await pullFrom(await serve(answer(readFixture('happy'))), ask(products));
    expect(pull.records.advisories['magento']?.map(({ ranges }) => ranges)).toEqual([
      [
        { introduced: '2.4.7-beta1', fixed: '2.4.7-p1', lastAffected: null },
        { introduced: '2.4.6', fixed: '2.4.6-p6', lastAffected: null },
      ],
    ]);
  });

  test('leaves out a product of which nothing stands: it may be unknown there, which is not safe', async () => {
    const pull = await pullFrom(await serve(answer(readFixture('happy'))), ask(products));
    expect(Object.keys(pull.records.advisories).sort()).toEqual(['magento', 'prestashop']);
  });
});

describe('an answer that is not the record that was listed', () => {
  const id = 'GHSA-2rf5-3fw8-qm47';

  test('an older copy of it is read again until it is as new as the list says', async () => {
    const fixture = readFixture('happy');
    const served = await serve(answer(fixture));
    const current = fixture.vulns[id];
    if (current === undefined) throw new Error('fixture');
    fixture.vulns[id] = { ...current, modified: '2020-01-01T00:00:00Z' };
    const first = await pullFrom(served, ask(products));
    fixture.vulns[id] = current;
    served.hits.splice(0);
    await pullFrom(served, ask(products, first));
    expect(served.hits.map(({ path }) => path)).toContain(`/v1/vulns/${id}`);
  });

  test('a record is read again for a product of which the copy does not have it, though it has others', async () => {
    const served = await serve(answer(readFixture('happy')));
    const first = await pullFrom(served, ask(products));
    const { prestashop = [] } = first.records.advisories;
    const advisories = { ...first.records.advisories, prestashop: prestashop.filter((advisory) => advisory.id !== id) };
    const without = { ...first, records: { ...first.records, advisories } };
    const second = await pullFrom(served, ask(products, without));
    expect(second.records.advisories).toEqual(first.records.advisories);
  });

  test('another record is an answer in the wrong shape', async () => {
    const fixture = readFixture('happy');
    const other = fixture.vulns['GHSA-45vm-3j38-7p78'];
    if (other === undefined) throw new Error('fixture');
    fixture.vulns[id] = other;
    const served = await serve(answer(fixture));
    await expect(pullFrom(served, ask(products))).rejects.toThrow(/another record/);
  });
});

describe('requests', () => {
  test('ask for every package once, in its own registry, and only further pages again', async () => {
    const served = await serve(answer(readFixture('happy')));
    await pullFrom(served, ask(products));
    const bodies = served.hits.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
    const named = (name: string) => ({ package: { ecosystem: 'Packagist', name } });
    expect(bodies).toEqual([
      {
        queries: [
          named('prestashop/prestashop'),
          named('magento/community-edition'),
          named('magento/product-community-edition'),
          named('sylius/sylius'),
        ],
      },
      { queries: [{ ...named('prestashop/prestashop'), page_token: 'page-2' }] },
    ]);
    const empty = await serve((_, response) => sendJson(response, { results: [{}, {}, {}] }));
    await pullFrom(empty, ask(['spree', 'vendure', 'saleor']));
    expect(JSON.parse(empty.hits[0]?.body ?? '')).toEqual({
      queries: [
        { package: { ecosystem: 'RubyGems', name: 'spree_core' } },
        { package: { ecosystem: 'npm', name: '@vendure/core' } },
        { package: { ecosystem: 'PyPI', name: 'saleor' } },
      ],
    });
  });

  test('are not sent for products that OSV does not have', async () => {
    const served = await serve(answer(readFixture('happy')));
    const pull = await pullFrom(served, ask(['wordpress']));
    expect(served.hits).toEqual([]);
    expect(pull.records.advisories).toEqual({});
    const { covers, partial } = createOsv();
    expect([covers('wordpress'), covers('constructor'), covers('prestashop')]).toEqual([false, false, true]);
    expect([partial('magento'), partial('prestashop')]).toEqual([true, false]);
  });

  test('read a record again only when it changed, or concerns a product that was not asked for before', async () => {
    const fixture = readFixture('happy');
    const served = await serve(answer(fixture));
    const asked = () => served.hits.splice(0).flatMap(({ path }) => (path === '/v1/querybatch' ? [] : path.slice(10)));
    const first = await pullFrom(served, ask(products));
    expect(asked()).toEqual([
      'GHSA-2rf5-3fw8-qm47',
      'GHSA-45vm-3j38-7p78',
      'GHSA-9f2x-taken-back',
      'GHSA-m8cj-3v68-3cxj',
    ]);

    const second = await pullFrom(served, ask(products, first));
    expect(asked()).toEqual([]);
    expect(second).toEqual(first);

    const [, page] = fixture.batches as { results: { vulns: { modified: string }[] }[] }[];
    for (const vuln of page?.results[0]?.vulns ?? []) vuln.modified = '2026-08-24T00:00:00Z';
    const withoutMagento = structuredClone(second);
    delete withoutMagento.records.advisories['magento'];
    await pullFrom(served, ask(products, withoutMagento));
    expect(asked()).toEqual(['GHSA-45vm-3j38-7p78', 'GHSA-m8cj-3v68-3cxj']);
  });
});

describe('what cannot be used', () => {
  test('a record with a reversed range, or none that can be compared, is left out and said; it is read again next time', async () => {
    const served = await serve(answer(readFixture('sad-ranges')));
    const pull = await pullFrom(served, ask(['prestashop']));
    expect(pull.records.advisories['prestashop']?.map(({ id }) => id)).toEqual(['GHSA-bbbb-bbbb-bbbb']);
    expect(pull.problems).toEqual([
      {
        product: 'prestashop',
        message: expect.stringMatching(/^GHSA-aaaa-aaaa-aaaa: .* left out/),
        record: 'GHSA-aaaa-aaaa-aaaa',
      },
      {
        product: 'prestashop',
        message: expect.stringMatching(/^GHSA-cccc-cccc-cccc: .* left out/),
        record: 'GHSA-cccc-cccc-cccc',
      },
    ]);
    expect(Object.keys(pull.validators)).toEqual([`${served.base}/v1/vulns/GHSA-bbbb-bbbb-bbbb`]);
  });

  test('a record without a needed field is refused with the path', async () => {
    const served = await serve(answer(readFixture('sad-shape')));
    await expect(pullFrom(served, ask(['prestashop']))).rejects.toThrow(
      /^osv: .*\/v1\/vulns\/GHSA-2rf5-3fw8-qm47 .*affected\[0\]\.package\.ecosystem: /,
    );
  });

  test('fewer results than queries are refused: nobody could tell whose they are', async () => {
    const served = await serve((_, response) => sendJson(response, { results: [{}] }));
    await expect(pullFrom(served, ask(['magento']))).rejects.toThrow(/results: 1 for 2 queries/);
  });

  test('pages without end are refused', async () => {
    const page = { results: [{ vulns: [], next_page_token: 'again' }] };
    const served = await serve((_, response) => sendJson(response, page));
    await expect(pullFrom(served, ask(['prestashop']))).rejects.toThrow(InvalidResponseError);
    expect(served.hits).toHaveLength(20);
  });
});

testSourceFaults({
  create: (base) => createOsv({ base }),
  ask: (previous, at) => ask(products, previous, at),
  answer: answer(readFixture('happy')),
  format: 'json',
  needed: [
    {
      path: /querybatch/,
      field: ['results', 0, 'vulns', 0, 'modified'],
      says: /results\[0\]\.vulns\[0\]\.modified: /,
    },
    { path: /\/v1\/vulns\//, field: ['affected'], says: /\/v1\/vulns\/GHSA-2rf5-3fw8-qm47 .*affected: / },
  ],
  // OSV's list tells when each record changed; what did not change is not asked for again.
  conditional: false,
});
