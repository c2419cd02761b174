import { describe, expect, test } from 'vitest';
import { createGithub } from '../../src/advisories/github.ts';
import { answerPages, askFor, type Create, type Pages, pullPages, readPages, testToken } from '../lib/pulling.ts';
import { quickHttp, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

const create: Create = createGithub;
const happy = readPages('advisories', 'github', 'happy');
const products = ['magento', 'prestashop', 'sylius', 'vendure', 'wordpress'];
const range = (introduced: string, fixed: string | null, lastAffected: string | null = null) => {
  return { introduced, fixed, lastAffected };
};

describe('the documented shape', () => {
  test('becomes advisories per product, of every page', async () => {
    const { pull, served } = await pullPages(create, happy, askFor(products));
    expect(pull.problems).toEqual([]);
    expect(pull.records.advisories['prestashop']).toEqual([
      {
        id: 'GHSA-2rf5-3fw8-qm47',
        aliases: ['CVE-2023-39529'],
        published: '2023-08-09',
        withdrawn: null,
        ranges: [range('0', '8.1.1')],
        versions: [],
        knownFalsePositives: [],
        fixKind: null,
        severity: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:L/I:H/A:H',
        cwes: ['CWE-20'],
        url: 'https://github.com/advisories/GHSA-2rf5-3fw8-qm47',
        sources: ['GitHub Advisory Database'],
      },
      expect.objectContaining({
        id: 'GHSA-45vm-3j38-7p78',
        aliases: [],
        published: '2024-05-14',
        ranges: [range('1.7.0.0', null, '1.7.8.10')],
        severity: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N',
        cwes: ['CWE-79'],
      }),
    ]);
    expect(pull.records.advisories['magento']?.map(({ ranges }) => ranges)).toEqual([
      [range('2.4.7-beta1', '2.4.7-p1'), range('2.4.6', null, '2.4.6')],
    ]);
    expect(pull.records.advisories['vendure']?.map(({ ranges }) => ranges)).toEqual([
      [range('0', '2.3.3'), range('3.0.0', '3.0.5')],
    ]);
    expect(served.hits.map(({ path }) => decodeURIComponent(path))).toEqual(Object.keys(happy));
  });

  test('a product of which nothing stands is left out', async () => {
    const { pull } = await pullPages(create, happy, askFor(products));
    expect(Object.keys(pull.records.advisories).sort()).toEqual(['magento', 'prestashop', 'vendure']);
    const { covers, partial } = createGithub();
    expect([covers('wordpress'), covers('constructor'), covers('prestashop')]).toEqual([false, false, true]);
    expect(['magento', 'drupal', 'prestashop'].map(partial)).toEqual([true, true, false]);
  });
});

describe('requests', () => {
  test('ask again for a list of many pages, and not for one that is unchanged', async () => {
    const served = await serve((hit, response) => {
      const page = happy[decodeURIComponent(hit.path)];
      if (page?.etag !== undefined && hit.headers['if-none-match'] === page.etag) response.writeHead(304).end();
      else sendJson(response, page?.body, page?.etag === undefined ? {} : { etag: page.etag });
    });
    const source = createGithub({ base: served.base });
    const { http } = quickHttp();
    const first = await source.pull(askFor(['vendure']), http);
    expect(Object.values(first.validators)).toEqual([{ etag: 'W/"npm"' }]);
    const second = await source.pull(askFor(['vendure'], first, '2026-08-26T06:17:00.000Z'), http);
    expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
    const { pull } = await pullPages(create, happy, askFor(['magento', 'prestashop', 'sylius']));
    expect(pull.validators).toEqual({});
  });

  test('pages without end, and a next page on another host, are refused', async () => {
    const endless: Pages = {};
    const path = '/advisories?ecosystem=composer&affects=prestashop/prestashop&per_page=100';
    endless[path] = { body: [], next: path };
    await expect(pullPages(create, endless, askFor(['prestashop']))).rejects.toThrow(/more than 30 pages/);
    const served = await serve((_, response) =>
      sendJson(response, [], { link: '<https://elsewhere.example/>; rel="next"' }),
    );
    const source = createGithub({ base: served.base, token: 'ghp_secret' });
    await expect(source.pull(askFor(['prestashop']), quickHttp().http)).rejects.toThrow(/next page is on another host/);
    expect(served.hits).toHaveLength(1);
  });

  test('an exhausted limit says when to come back', async () => {
    const served = await serve((_, response) => response.writeHead(403, { 'x-ratelimit-remaining': '0' }).end());
    await expect(createGithub({ base: served.base }).pull(askFor(['prestashop']), quickHttp().http)).rejects.toThrow(
      /answered 403.*run the scan again later/,
    );
  });
});

describe('what cannot be used', () => {
  test('a range that cannot be read is said; what can be read of the record stays', async () => {
    const pages = readPages('advisories', 'github', 'sad-ranges');
    const { pull } = await pullPages(create, pages, askFor(['prestashop']));
    expect(pull.records.advisories['prestashop']).toMatchObject([
      { id: 'GHSA-bbbb-bbbb-bbbb', ranges: [range('0', '8.1.1')] },
    ]);
    expect(pull.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^GHSA-aaaa-aaaa-aaaa: .*the record was left out/),
      expect.stringMatching(/^GHSA-bbbb-bbbb-bbbb: .*that part was left out/),
      expect.stringMatching(/^GHSA-cccc-cccc-cccc: .*the record was left out/),
      expect.stringMatching(/^GHSA-dddd-dddd-dddd: .*the record was left out/),
    ]);
  });

  test('a record without a needed field is refused with the path', async () => {
    const pages = readPages('advisories', 'github', 'sad-shape');
    await expect(pullPages(create, pages, askFor(['prestashop']))).rejects.toThrow(
      /^github: .*\[0\]\.vulnerabilities\[0\]\.vulnerable_version_range: /,
    );
  });

  test('hostile names and ids stay out', async () => {
    const served = await serve((_, response) => sendJson(response, [{ ghsa_id: '<script>', published_at: 'now' }]));
    const source = createGithub({ base: served.base });
    await expect(source.pull(askFor(['prestashop']), quickHttp().http)).rejects.toThrow(/\[0\]\.ghsa_id/);
  });
});

testSourceFaults({
  create: (base) => create({ base }),
  ask: (previous, at) => askFor(['magento', 'prestashop', 'sylius', 'vendure'], previous, at),
  answer: answerPages(happy),
  format: 'json',
  needed: [
    { path: /^\/advisories/, field: [0, 'published_at'], says: /\[0\]\.published_at: / },
    {
      path: /^\/advisories/,
      field: [0, 'vulnerabilities', 0, 'vulnerable_version_range'],
      says: /\[0\]\.vulnerabilities\[0\]\.vulnerable_version_range: /,
    },
  ],
});
testToken(create, { pages: happy, products });
