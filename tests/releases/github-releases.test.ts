import { describe, expect, test } from 'vitest';
import { createGithubReleases } from '../../src/releases/github-releases.ts';
import { answerPages, askFor, type Create, pullPages, readPages, testToken } from '../lib/pulling.ts';
import { quickHttp, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

const create: Create = createGithubReleases;
const happy = readPages('releases', 'github-releases', 'happy');
const products = ['cubecart', 'litecart', 'mageos', 'nopcommerce', 'opencart', 'saleor', 'zencart'];
const release = (version: string, date: string, prerelease = false) => {
  return { version, date, security: null, openSource: true, prerelease };
};

describe('the documented shape', () => {
  test('becomes releases: no drafts, versions as the platform writes them', async () => {
    const { pull, served } = await pullPages(create, happy, askFor(products));
    expect(pull.problems).toEqual([]);
    expect(pull.records.releases).toEqual({
      cubecart: [release('6.5.6', '2024-08-06')],
      mageos: [release('3.0.1', '2026-06-20')],
      nopcommerce: [
        release('4.90.7', '2026-08-26'),
        release('4.90', '2025-10-20'),
        release('4.90.0-beta', '2025-09-20', true),
      ],
      opencart: [
        release('4.1.0.4', '2026-07-29'),
        release('4.1.0.3', '2025-03-25', true),
        release('3.0.3.8_rc1', '2021-03-25', true),
      ],
      saleor: [release('3.23.28', '2026-08-20'), release('2.11.0', '2020-09-20')],
      zencart: [release('1.5.8a', '2023-03-18'), release('2.2.0-alpha', '2025-03-18', true)],
    });
    expect(served.hits).toHaveLength(8);
  });

  test('is all there is where every release is published there', () => {
    const { covers, partial } = createGithubReleases();
    expect(['mageos', 'opencart', 'oxid', 'constructor'].map(partial)).toEqual([false, false, true, true]);
    expect([covers('magento'), covers('constructor'), covers('qloapps')]).toEqual([false, false, true]);
  });

  test('stops after the newest five hundred', async () => {
    const pages = structuredClone(happy);
    const path = '/repos/opencart/opencart/releases?per_page=100';
    const first = pages[path];
    if (first !== undefined) first.next = path;
    const { served, pull } = await pullPages(create, pages, askFor(['opencart']));
    expect(served.hits).toHaveLength(5);
    expect(pull.validators).toEqual({});
  });
});

test('an unchanged list confirms what is known', async () => {
  const served = await serve(answerPages(happy));
  const source = createGithubReleases({ base: served.base });
  const first = await source.pull(askFor(['nopcommerce']), quickHttp().http);
  const second = await source.pull(askFor(['nopcommerce'], first, '2026-08-26T06:17:00.000Z'), quickHttp().http);
  expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
  expect(served.hits[1]?.headers['if-none-match']).toBe('W/"nop"');
});

describe('what cannot be used', () => {
  test('a tag that is no version is counted; where it is the newest, none of the product is taken', async () => {
    const pages = readPages('releases', 'github-releases', 'sad-tags');
    const { pull } = await pullPages(create, pages, askFor(['nopcommerce', 'opencart']));
    expect(pull.records.releases).toEqual({ nopcommerce: [release('4.90.7', '2026-08-26')] });
    expect(pull.problems).toEqual([
      { product: 'nopcommerce', message: expect.stringMatching(/^2 tags are no versions/) },
      { product: 'opencart', message: expect.stringMatching(/its newest release has a tag that is no version/) },
    ]);
    expect(JSON.stringify(pull)).not.toMatch(/<img/);
  });

  test('a list that has become empty takes nothing away: what was known keeps its age', async () => {
    const pages = structuredClone(happy);
    const { pull: first } = await pullPages(create, pages, askFor(['mageos', 'nopcommerce']));
    const mageos = pages['/repos/mage-os/mageos-magento2/releases?per_page=100'];
    if (mageos !== undefined) mageos.body = [];
    const request = askFor(['mageos', 'nopcommerce'], first, '2026-08-26T06:17:00.000Z');
    const { pull: second } = await pullPages(create, pages, request);
    expect(second.records).toEqual(first.records);
    expect(second.confirmedAt).toEqual({ mageos: '2026-08-25T06:17:00.000Z' });
  });

  test('a release without a needed field is refused with the path', async () => {
    const pages = readPages('releases', 'github-releases', 'sad-shape');
    await expect(pullPages(create, pages, askFor(['opencart']))).rejects.toThrow(/^github-releases: .*\[1\]\.draft: /);
  });
});

testSourceFaults({
  create: (base) => create({ base }),
  ask: (previous, at) => askFor(products, previous, at),
  answer: answerPages(happy),
  format: 'json',
  needed: [{ path: /\/releases\?/, field: [0, 'tag_name'], says: /\[0\]\.tag_name: / }],
});
testToken(create, { pages: happy, products });
