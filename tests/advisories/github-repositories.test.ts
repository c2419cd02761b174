import { describe, expect, test } from 'vitest';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { answerPages, askFor, type Create, pullPages, readPages, testToken } from '../lib/pulling.ts';
import { quickHttp, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

const create: Create = createGithubRepositories;
const happy = readPages('advisories', 'github-repositories', 'happy');
const products = ['prestashop', 'qloapps', 'smartstore'];

describe('the documented shape', () => {
  test('becomes advisories, under whatever name the owner gives the product', async () => {
    const { pull } = await pullPages(create, happy, askFor(products));
    expect(pull.problems).toEqual([]);
    expect(pull.records.advisories).toEqual({
      prestashop: [
        {
          id: 'GHSA-w3w3-j3mh-3354',
          aliases: ['CVE-2026-33673'],
          published: '2026-03-23',
          withdrawn: null,
          ranges: [
            { introduced: '0', fixed: '8.2.5', lastAffected: null },
            { introduced: '9.0.0', fixed: '9.1.0', lastAffected: null },
          ],
          versions: [],
          knownFalsePositives: [],
          fixKind: null,
          severity: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:H/A:N',
          cwes: ['CWE-79'],
          url: 'https://github.com/advisories/GHSA-w3w3-j3mh-3354',
          sources: ['GitHub repositories'],
        },
      ],
      qloapps: [
        expect.objectContaining({
          id: 'GHSA-q1q1-q1q1-q1q1',
          ranges: [{ introduced: '0', fixed: null, lastAffected: '1.6.1' }],
        }),
      ],
      smartstore: [],
    });
  });

  test('is all there is only where nobody else tells', () => {
    const { covers, partial } = createGithubRepositories();
    expect(['prestashop', 'qloapps', 'smartstore', 'constructor'].map(partial)).toEqual([true, false, false, true]);
    expect([covers('wordpress'), covers('constructor'), covers('qloapps')]).toEqual([false, false, true]);
  });
});

describe('a repository that fails for itself', () => {
  test('takes no other away; what was known of it stays, with its age', async () => {
    const pages = structuredClone(happy);
    const served = await serve((hit, response, n) => answerPages(pages)(hit, response, n));
    const source = createGithubRepositories({ base: served.base });
    const first = await source.pull(askFor(products), quickHttp().http);
    for (const path of Object.keys(pages)) if (path.includes('QloApps')) delete pages[path];
    const second = await source.pull(askFor(products, first, '2026-08-26T06:17:00.000Z'), quickHttp().http);
    expect(second.records).toEqual(first.records);
    expect(second.confirmedAt).toEqual({ qloapps: '2026-08-25T06:17:00.000Z' });
    expect(second.problems).toEqual([{ product: 'qloapps', message: expect.stringMatching(/answered 404/) }]);
    const third = await source.pull(askFor(products, second, '2026-08-27T06:17:00.000Z'), quickHttp().http);
    expect(third.confirmedAt).toEqual({ qloapps: '2026-08-25T06:17:00.000Z' });
    expect(third.problems).toHaveLength(1);
  });

  test('one that was never read is left out', async () => {
    const { pull } = await pullPages(create, happy, askFor(['prestashop', 'zencart']));
    expect(Object.keys(pull.records.advisories)).toEqual(['prestashop']);
    expect(pull.confirmedAt).toBeUndefined();
  });

  test('a host that has had enough is left alone', async () => {
    const served = await serve((hit, response, n) => {
      if (n === 0) answerPages(happy)(hit, response, n);
      else response.writeHead(403, { 'x-ratelimit-remaining': '0' }).end();
    });
    const source = createGithubRepositories({ base: served.base });
    const pull = await source.pull(askFor(['prestashop', 'qloapps', 'smartstore', 'zencart']), quickHttp().http);
    expect(served.hits).toHaveLength(2);
    expect(Object.keys(pull.records.advisories)).toEqual(['prestashop']);
    expect(pull.problems).toHaveLength(3);
  });
});

describe('requests', () => {
  test('an unchanged list confirms what is known', async () => {
    const served = await serve(answerPages(happy));
    const source = createGithubRepositories({ base: served.base });
    const first = await source.pull(askFor(['prestashop']), quickHttp().http);
    const second = await source.pull(askFor(['prestashop'], first, '2026-08-26T06:17:00.000Z'), quickHttp().http);
    expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
    expect(served.hits[1]?.headers['if-none-match']).toBe('W/"presta"');
  });
});

describe('what cannot be used', () => {
  test('a comma that was meant as an or, and a package of another product, are said', async () => {
    const pages = readPages('advisories', 'github-repositories', 'sad-ranges');
    const { pull } = await pullPages(create, pages, askFor(['prestashop']));
    expect(pull.records.advisories['prestashop']?.map(({ id }) => id)).toEqual(['GHSA-cccc-cccc-cccc']);
    expect(pull.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^GHSA-aaaa-aaaa-aaaa: .*the record was left out/),
      expect.stringMatching(/^GHSA-bbbb-bbbb-bbbb: .*no package of prestashop/),
    ]);
  });

  test('a record without a needed field is refused with the path', async () => {
    const pages = readPages('advisories', 'github-repositories', 'sad-shape');
    await expect(pullPages(create, pages, askFor(['prestashop']))).rejects.toThrow(
      /^github-repositories: .*\[0\]\.published_at: /,
    );
  });
});

testSourceFaults({
  create: (base) => create({ base }),
  ask: (previous, at) => askFor(products, previous, at),
  answer: answerPages(happy),
  format: 'json',
  needed: [{ path: /security-advisories/, field: [0, 'ghsa_id'], says: /\[0\]\.ghsa_id: / }],
});
testToken(create, { pages: happy, products });
