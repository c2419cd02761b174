import { describe, expect, test } from 'vitest';
import { createPackagist } from '../../src/advisories/packagist.ts';
import { answerPages, askFor, type Create, pullPages, readPages } from '../lib/pulling.ts';
import { quickHttp, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

const create: Create = createPackagist;
const happy = readPages('advisories', 'packagist', 'happy');
const products = ['prestashop', 'shopware6', 'sylius'];

describe('the documented shape', () => {
  test('becomes advisories per product, asked for at once', async () => {
    const { pull, served } = await pullPages(create, happy, askFor(products));
    expect(served.hits).toHaveLength(1);
    expect(pull.problems).toEqual([]);
    expect(pull.records.advisories['shopware6']).toEqual([
      {
        id: 'PKSA-1111-1111-1111',
        aliases: ['CVE-2025-30150', 'GHSA-hh7j-6x3q-f52h'],
        published: '2025-04-08',
        withdrawn: null,
        ranges: [
          { introduced: '6.6', fixed: '6.6.10.3', lastAffected: null },
          { introduced: '6.7.0.0-rc1', fixed: '6.7.0.0-rc2', lastAffected: null },
        ],
        versions: [],
        knownFalsePositives: [],
        fixKind: null,
        severity: null,
        cwes: [],
        url: 'https://packagist.org/security-advisories/PKSA-1111-1111-1111',
        sources: ['Packagist'],
      },
      expect.objectContaining({
        id: 'PKSA-2222-2222-2222',
        aliases: ['CVE-2025-30150', 'GHSA-hh7j-6x3q-f52h'],
        ranges: [{ introduced: '0', fixed: '6.6.10.3', lastAffected: null }],
      }),
    ]);
  });

  test('tells a package without flaws from one that is not known', async () => {
    const { pull } = await pullPages(create, happy, askFor(products));
    expect(pull.records.advisories['sylius']).toEqual([]);
    expect(pull.records.advisories).not.toHaveProperty('prestashop');
    const served = await serve((_, response) => sendJson(response, { advisories: [] }));
    const none = await createPackagist({ base: served.base }).pull(askFor(products), quickHttp().http);
    expect(none.records.advisories).toEqual({});
  });

  test('covers what Packagist can know', async () => {
    const { covers, partial } = createPackagist();
    expect([covers('saleor'), covers('constructor'), covers('magento')]).toEqual([false, false, true]);
    expect(['magento', 'drupal', 'shopware6'].map(partial)).toEqual([true, true, false]);
    const { served } = await pullPages(create, happy, askFor(['saleor']));
    expect(served.hits).toEqual([]);
  });
});

test('an unchanged answer confirms what is known', async () => {
  const served = await serve(answerPages(happy));
  const source = createPackagist({ base: served.base });
  const first = await source.pull(askFor(products), quickHttp().http);
  const second = await source.pull(askFor(products, first, '2026-08-26T06:17:00.000Z'), quickHttp().http);
  expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
  expect(served.hits[1]?.headers['if-modified-since']).toBe('Mon, 24 Aug 2026 10:00:00 GMT');
});

describe('what cannot be used', () => {
  test('a range that cannot be read is said; what can be read of the record stays', async () => {
    const pages = readPages('advisories', 'packagist', 'sad-ranges');
    const { pull } = await pullPages(create, pages, askFor(['prestashop']));
    expect(pull.records.advisories['prestashop']).toMatchObject([
      {
        id: 'PKSA-bbbb-bbbb-bbbb',
        published: '2025-01-01',
        ranges: [{ introduced: '0', fixed: '8.1.1', lastAffected: null }],
      },
    ]);
    expect(pull.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^PKSA-aaaa-aaaa-aaaa: .*the record was left out/),
      expect.stringMatching(/^PKSA-bbbb-bbbb-bbbb: .*that part was left out/),
      expect.stringMatching(/^PKSA-cccc-cccc-cccc: .*the record was left out/),
      expect.stringMatching(/^PKSA-dddd-dddd-dddd: .*the record was left out/),
    ]);
    expect(JSON.stringify(pull)).not.toMatch(/script/);
  });

  test('a record without a needed field is refused with the path', async () => {
    const pages = readPages('advisories', 'packagist', 'sad-shape');
    await expect(pullPages(create, pages, askFor(['prestashop']))).rejects.toThrow(/^packagist: .*affectedVersions: /);
  });

  test('a package that is named like a part of every object is no package', async () => {
    const served = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"advisories":{"__proto__":[],"constructor":[]}}'),
    );
    const { records } = await createPackagist({ base: served.base }).pull(askFor(products), quickHttp().http);
    expect(records.advisories).toEqual({});
  });
});

testSourceFaults({
  create: (base) => create({ base }),
  ask: (previous, at) => askFor(products, previous, at),
  answer: answerPages(happy),
  format: 'json',
  needed: [
    {
      path: /security-advisories/,
      field: ['advisories', 'shopware/core', 0, 'affectedVersions'],
      says: /shopware\/core.*\[0\]\.affectedVersions: /,
    },
  ],
});
