import { describe, expect, test } from 'vitest';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import { answerPages, askFor, type Create, pullPages, readPages } from '../lib/pulling.ts';
import { quickHttp, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

const create: Create = createPackagistP2;
const happy = readPages('releases', 'packagist-p2', 'happy');
const products = ['openmage', 'shopware6', 'sylius'];
const release = (version: string, date: string | null, prerelease = false) => {
  return { version, date, security: null, openSource: true, prerelease };
};

describe('the documented shape', () => {
  test('becomes releases: an entry has what the one before it had', async () => {
    const { pull } = await pullPages(create, happy, askFor(products));
    expect(pull.problems).toEqual([]);
    expect(pull.records.releases['shopware6']).toEqual([
      release('6.7.2.0', '2025-08-04'),
      release('6.7.1.0', '2025-07-03'),
      release('6.7.0.0-rc2', '2025-07-03', true),
      release('6.6.10.3', null),
      release('6.6.10.2', null),
    ]);
  });

  test('gives the flaws that Composer would warn of; not one is not the same as no word of any', async () => {
    const { pull } = await pullPages(create, happy, askFor(products));
    expect(pull.records.advisories).toEqual({
      shopware6: [
        {
          id: 'PKSA-1111-1111-1111',
          aliases: [],
          published: '2026-08-25',
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
          ownIdOnly: true,
        },
      ],
      sylius: [],
    });
  });

  test('a flaw keeps the day on which it was first seen', async () => {
    const pages = structuredClone(happy);
    const { pull: first } = await pullPages(create, pages, askFor(products));
    const { pull: second } = await pullPages(create, pages, askFor(products, first, '2026-09-25T06:17:00.000Z'));
    expect(second.records).toEqual(first.records);
  });

  test('covers only what is released there', () => {
    const { covers, partial } = createPackagistP2();
    expect(['magento', 'joomla', 'constructor', 'shopware6'].map(covers)).toEqual([false, false, false, true]);
    expect(['drupal', 'prestashop', 'shopware6', 'sylius'].map(partial)).toEqual([true, true, false, false]);
  });
});

test('an unchanged document confirms what is known; one that is gone takes no other away', async () => {
  const pages = structuredClone(happy);
  const served = await serve((hit, response, n) => answerPages(pages)(hit, response, n));
  const source = createPackagistP2({ base: served.base });
  const two = ['shopware6', 'sylius'];
  const first = await source.pull(askFor(two), quickHttp().http);
  const second = await source.pull(askFor(two, first, '2026-08-26T06:17:00.000Z'), quickHttp().http);
  expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
  expect(served.hits.slice(2).map(({ headers }) => headers['if-modified-since'])).toEqual([
    'Tue, 05 Aug 2025 08:00:00 GMT',
    'Wed, 02 Sep 2026 08:00:00 GMT',
  ]);
  delete pages['/p2/sylius/sylius.json'];
  const third = await source.pull(askFor(two, second, '2026-08-27T06:17:00.000Z'), quickHttp().http);
  expect(third.records).toEqual(first.records);
  expect(third.confirmedAt).toEqual({ sylius: '2026-08-26T06:17:00.000Z' });
});

describe('what cannot be used', () => {
  test('a tag that is no version is counted; where it is the newest, none of the product is taken', async () => {
    const pages = readPages('releases', 'packagist-p2', 'sad-versions');
    const { pull } = await pullPages(create, pages, askFor(['shopware6', 'sylius']));
    expect(pull.records.releases).toEqual({ shopware6: [release('6.7.2.0', '2025-08-05')] });
    expect(pull.records.advisories).toMatchObject({
      shopware6: [{ id: 'PKSA-1111-1111-1111', ranges: [{ introduced: '0', fixed: '6.5', lastAffected: null }] }],
    });
    expect(pull.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^2 tags are no versions/),
      expect.stringMatching(/^PKSA-1111-1111-1111: .*that part was left out/),
      expect.stringMatching(/^PKSA-2222-2222-2222: .*the record was left out/),
      expect.stringMatching(/sylius\.json: its newest tag is no version/),
    ]);
  });

  test('an entry without a needed field is refused with the path', async () => {
    const pages = readPages('releases', 'packagist-p2', 'sad-shape');
    await expect(pullPages(create, pages, askFor(['shopware6']))).rejects.toThrow(
      /^packagist-p2: .*packages\["?shopware\/core"?\]\[1\]\.version: /,
    );
  });
});

testSourceFaults({
  create: (base) => create({ base }),
  ask: (previous, at) => askFor(products, previous, at),
  answer: answerPages(happy),
  format: 'json',
  needed: [
    {
      path: /^\/p2\//,
      field: ['packages', 'shopware/core', 1, 'version'],
      says: /packages\["?shopware\/core"?\]\[1\]\.version: /,
    },
    {
      path: /^\/p2\//,
      field: ['security-advisories', 0, 'affectedVersions'],
      says: /security-advisories.*\[0\]\.affectedVersions: /,
    },
  ],
});
