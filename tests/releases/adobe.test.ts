import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embeddedFacts } from '../../src/embedded.ts';
import { assembleFacts } from '../../src/facts/index.ts';
import type { Http } from '../../src/lib/http.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import { createAdobe } from '../../src/releases/adobe.ts';
import { composer } from '../../src/versions/composer.ts';
import { type Handler, quickHttp, type Served, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

function fixture(name: string) {
  return readFileSync(new URL(`../fixtures/releases/adobe/${name}.json`, import.meta.url), 'utf8');
}

/** GitHub's raw files: JSON as text/plain. */
function answer(text: string): Handler {
  return ({ headers }, response) => {
    const type = { 'content-type': 'text/plain; charset=utf-8', etag: '"core"' };
    if (headers['if-none-match'] === '"core"') response.writeHead(304).end();
    else response.writeHead(200, type).end(text);
  };
}

function ask(previous: Pull | null = null, at = '2026-11-20T06:17:00.000Z'): PullRequest {
  return { products: ['drupal', 'magento'], packages: () => [], order: () => composer, previous, at };
}

function pullFrom({ base }: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createAdobe({ base }).pull(request, http);
}

/** The happy document with a change. */
function changed(change: (lines: Record<string, Record<string, unknown>>) => void): string {
  const lines = JSON.parse(fixture('happy'));
  change(lines);
  return JSON.stringify(lines);
}

describe('the documented shape', () => {
  test('becomes releases: -pN are of security patches, what followed the end of support is for Adobe Commerce alone', async () => {
    const served = await serve(answer(fixture('happy')));
    const pull = await pullFrom(served, ask());
    expect(Pull.parse(pull)).toEqual(pull);
    expect(pull.problems).toEqual([]);
    expect(served.hits.map(({ path }) => path)).toEqual([
      '/AdobeDocs/commerce-operations.en/main/_jekyll/_data/release/core-releases.json',
    ]);
    const release = (version: string, date: string, security: boolean | null, more = {}) => {
      return { version, date, security, openSource: true, prerelease: false, ...more };
    };
    const paid = { openSource: false };
    expect(pull.records.releases['magento']).toEqual([
      release('2.4.10-beta1', '2026-11-10', null, { prerelease: true }),
      release('2.4.8-p5', '2026-05-12', true),
      release('2.4.8', '2025-04-08', null),
      release('2.4.7-p10', '2026-05-12', true),
      release('2.4.5-p15', '2025-10-14', true, paid),
      release('2.4.5-p14', '2025-08-12', true),
      release('2.4.4-p14', '2025-06-05', true, paid),
      release('2.4.4-p13', '2025-04-08', true),
      release('2.4.3-p3', '2022-08-09', true),
      release('2.4.0', '2020-07-28', null),
      release('2.3.7-p4', '2022-08-09', null),
      release('2.3.0', '2018-11-28', null),
      // Out two months after the end of 2.2, for everybody: that line had no support for those who pay.
      release('2.2.11', '2020-01-28', null),
    ]);
    expect(JSON.stringify(pull)).not.toMatch(/canary|sentence/i);
  });

  test('becomes support periods: for everybody, and for those who pay; a line of several branches is each of them', async () => {
    const pull = await pullFrom(await serve(answer(fixture('happy'))), ask());
    const window = (branch: string, ends: string | null, paid: string | null, eol: boolean | null) => {
      return { branch, securitySupportEnds: ends, commerceSupportEnds: paid, eol };
    };
    expect(pull.records.support['magento']).toEqual([
      window('2.4.10', null, null, null),
      window('2.4.8', '2028-05-31', null, false),
      window('2.4.7', '2027-05-31', '2028-05-31', false),
      window('2.4.5', '2025-08-12', '2027-05-31', true),
      window('2.4.4', '2025-04-12', '2027-05-31', true),
      ...['2.4.0', '2.4.1', '2.4.2', '2.4.3'].map((branch) => window(branch, '2022-11-28', null, true)),
      window('2.3', '2022-09-08', null, true),
      window('2.2', '2019-12-01', null, true),
    ]);
  });

  test('an unchanged document confirms what is known', async () => {
    const served = await serve(answer(fixture('happy')));
    const first = await pullFrom(served, ask());
    const second = await pullFrom(served, ask(first, '2026-11-21T06:17:00.000Z'));
    expect(second).toEqual({ ...first, fetchedAt: '2026-11-21T06:17:00.000Z' });
  });

  test('is read for Magento only, and is all there is', async () => {
    const served = await serve(answer(fixture('happy')));
    const { covers, partial } = createAdobe();
    expect([covers('magento'), covers('mageos'), covers('magento1'), partial('magento')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await pullFrom(served, { ...ask(), products: ['drupal'] });
    expect(served.hits).toEqual([]);
  });
});

describe('beside the embedded facts', () => {
  test('the rule of editions agrees with what is known of every release, and what is known stands', async () => {
    const embedded = embeddedFacts('magento');
    if (embedded === null) throw new Error('Magento ships with facts');
    const wrong = fixture('happy').replace('"2.4.4-p13"', '"2.4.4-p12"');
    const pull = await pullFrom(await serve(answer(wrong)), ask());
    for (const { version, openSource } of pull.records.releases['magento'] ?? []) {
      const known = embedded.releases.find((release) => release.version === version);
      if (known !== undefined) expect([version, openSource]).toEqual([version, known.openSource]);
    }
    const source = createAdobe();
    const facts = assembleFacts({ embedded, pulls: [{ source, pull, problem: null }], scheme: composer });
    expect(facts.releases.find(({ version }) => version === '2.4.4-p12')?.date).toBe('2025-02-11');
    const windows = new Map(facts.support.branches.map((branch) => [branch.branch, branch]));
    expect(windows.get('2.3')).toMatchObject({ securitySupportEnds: '2022-09-08' });
    expect(windows.get('2.4.7')).toMatchObject({ commerceSupportEnds: '2028-05-31' });
    expect(windows.get('2.4.9')).toMatchObject({ securitySupportEnds: '2029-05-31' });
    expect(windows.has('2.4.10')).toBe(true);
  });

  test('a longer support for those who pay reaches the facts', async () => {
    const text = changed((lines) => Object.assign(lines['2.4.7'] ?? {}, { 'end-of-extended-support': '2029-05-31' }));
    const pull = await pullFrom(await serve(answer(text)), ask());
    const embedded = embeddedFacts('magento');
    if (embedded === null) throw new Error('Magento ships with facts');
    const facts = assembleFacts({
      embedded,
      pulls: [{ source: createAdobe(), pull, problem: null }],
      scheme: composer,
    });
    const line = facts.support.branches.find(({ branch }) => branch === '2.4.7');
    expect(line?.commerceSupportEnds).toBe('2029-05-31');
  });
});

describe('what cannot be used', () => {
  test('a list with a hole is not taken: it would count as fresh, and what is missing as not there', async () => {
    const pull = await pullFrom(await serve(answer(fixture('sad-names'))), ask());
    expect(pull.records.releases).toEqual({});
    expect(pull.records.support).toEqual({});
    expect(pull.problems).toEqual([
      { product: 'magento', message: expect.stringMatching(/^adobe: none of its releases .*: "Canary sentence"\.$/) },
      { product: 'magento', message: expect.stringMatching(/^adobe: none of its support .*: "2\.5\.x"\.$/) },
    ]);
  });

  test.each([
    ['2.4.3-2.4.0', '2022-11-28'],
    ['2.4.0-2.5.3', '2022-11-28'],
    ['2.4.0-2.4.999', '2022-11-28'],
    ['constructor', '2022-11-28'],
    ['2.4.3', 'soon'],
    ['2.4.3', '2026-02-30'],
  ])('a line %s that ends on %s takes the support periods away, never the releases', async (key, end) => {
    const text = changed((lines) => {
      lines[key] = { releases: [], 'end-of-support': end };
    });
    const pull = await pullFrom(await serve(answer(text)), ask());
    expect(pull.records.support).toEqual({});
    expect(pull.records.releases['magento']).toHaveLength(13);
    expect(pull.problems).toHaveLength(1);
  });

  test('a date that is not set yet for an old line still leaves its releases to everybody', async () => {
    const text = changed((lines) => Object.assign(lines['2.4.5'] ?? {}, { 'end-of-support': '20??-??-??' }));
    const { records } = await pullFrom(await serve(answer(text)), ask());
    expect(records.releases['magento']?.find(({ version }) => version === '2.4.5-p15')?.openSource).toBe(true);
  });

  test('a version of ten thousand characters, no line at all, or a release without its day is refused with the path', async () => {
    const long = fixture('happy').replace('2.4.8-p5"', `2.4.8-p${'5'.repeat(10_000)}"`);
    await expect(pullFrom(await serve(answer(long)), ask())).rejects.toThrow(/2\.4\.8.*releases\[0\]\.tagName: /);
    await expect(pullFrom(await serve(answer('{}')), ask())).rejects.toThrow(/no release line/);
    await expect(pullFrom(await serve(answer(fixture('sad-shape'))), ask())).rejects.toThrow(
      /2\.4\.7.*releases\[0\]\.publishedAt: /,
    );
  });
});

testSourceFaults({
  create: (base) => createAdobe({ base }),
  ask: ask,
  answer: answer(fixture('happy')),
  format: 'json',
  needed: [
    {
      path: /core-releases/,
      field: ['2.4.7', 'releases', 0, 'publishedAt'],
      says: /2\.4\.7.*releases\[0\]\.publishedAt: /,
    },
    { path: /core-releases/, field: ['2.4.7', 'releases', 0, 'tagName'], says: /2\.4\.7.*releases\[0\]\.tagName: / },
    { path: /core-releases/, field: ['2.4.7', 'end-of-support'], says: /2\.4\.7.*end-of-support/ },
  ],
  isMap: () => true,
});
