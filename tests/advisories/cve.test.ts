import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCve } from '../../src/advisories/cve.ts';
import { bareFacts } from '../../src/facts/index.ts';
import { InvalidResponseError } from '../../src/lib/errors.ts';
import type { Http } from '../../src/lib/http.ts';
import type { Advisory, ProductFacts } from '../../src/model/facts.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import { composer } from '../../src/versions/composer.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

function fixture(name: string): Record<string, { cveMetadata: { cveId: string } }> {
  return JSON.parse(readFileSync(new URL(`../fixtures/advisories/cve/${name}.json`, import.meta.url), 'utf8'));
}

/** The CVE services: a record by id, 404 for what they do not know, 304 for a known tag. */
function answer(name = 'happy'): Handler {
  const records = fixture(name);
  return ({ path, headers }, response) => {
    const record = records[path.replace('/api/cve/', '')];
    const etag = `W/"${path}"`;
    if (record === undefined) response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"x"}');
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else sendJson(response, record, { etag });
  };
}

function flaw(id: string, more: Partial<Advisory> = {}): Advisory {
  return {
    id,
    aliases: [],
    published: '2019-06-25',
    withdrawn: null,
    ranges: [{ introduced: '0', fixed: null, lastAffected: '2.4.6-p15' }],
    versions: [],
    knownFalsePositives: [],
    fixKind: null,
    severity: null,
    cwes: [],
    url: 'https://example.com',
    sources: ['test'],
    ...more,
  };
}

/** One exploited flaw with ranges, one without, one of a hotfix, two old ones of which nothing but ranges is known, one of which all is. */
const facts: ProductFacts = {
  ...bareFacts('magento', '2026-08-22'),
  advisories: [
    flaw('CVE-2019-7139'),
    flaw('GHSA-aaaa-bbbb-cccc', { aliases: ['CVE-2019-7846'] }),
    flaw('CVE-2024-34102', { severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', cwes: ['CWE-611'] }),
    flaw('CVE-2022-24086', { cwes: ['CWE-20'] }),
    flaw('CVE-2026-75650'),
    flaw('FOP-2018-11-28'),
  ],
  exploited: [
    { cve: 'CVE-2026-75650', addedOn: '2026-09-08', dueOn: null, product: 'magento' },
    { cve: 'CVE-2026-90001', addedOn: '2026-10-20', dueOn: null, product: 'magento' },
    { cve: 'CVE-2026-9082', addedOn: '2026-05-22', dueOn: null, product: 'drupal' },
    { cve: 'CVE-2017-9841', addedOn: '2022-02-15', dueOn: null },
  ],
  patches: [{ id: 'APSB22-12', date: '2022-02-13', appliesTo: [], cves: ['CVE-2022-24086', 'nonsense'], url: 'x' }],
};

function ask(known: ProductFacts = facts, previous: Pull | null = null, at = '2026-10-25T06:17:00.000Z'): PullRequest {
  const products = ['magento', 'drupal'];
  return { products, packages: () => [], order: () => composer, previous, at, facts: () => known };
}

function pullFrom({ base }: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createCve({ base }).pull(request, http);
}

/** One flaw whose record may still change. */
const one: ProductFacts = {
  ...facts,
  advisories: [flaw('CVE-2026-75650')],
  exploited: facts.exploited.slice(0, 1),
  patches: [],
};

const asked = ({ hits }: Served) => hits.splice(0).map(({ path }) => path.replace('/api/cve/', ''));

describe('the documented shape', () => {
  test('adds weakness, severity, day and bulletin to flaws that others give versions for; never versions', async () => {
    const pull = await pullFrom(await serve(answer()), ask());
    expect(Pull.parse(pull)).toEqual(pull);
    const bare = { ranges: [], versions: [], withdrawn: null, knownFalsePositives: [], fixKind: null };
    expect(pull.records.advisories['magento']).toEqual([
      {
        ...bare,
        id: 'CVE-2026-75650',
        aliases: ['APSB26-146'],
        published: '2026-09-07',
        severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
        cwes: ['CWE-1336'],
        url: 'https://www.cve.org/CVERecord?id=CVE-2026-75650',
        sources: ['CVE List'],
      },
      // Its record names two bulletins, so it belongs to none; its severity is CISA's.
      expect.objectContaining({
        ...bare,
        id: 'CVE-2022-24086',
        aliases: [],
        published: '2022-02-13',
        severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
        cwes: ['CWE-20'],
      }),
      expect.objectContaining({ ...bare, id: 'CVE-2019-7846', published: '2019-08-02', severity: null, cwes: [] }),
    ]);
    expect(JSON.stringify(pull)).not.toMatch(/canary|sentence|2026-aug/i);
  });

  test('an exploited flaw whose versions nobody gives in a comparable way is said, never silence', async () => {
    const pull = await pullFrom(await serve(answer()), ask());
    expect(pull.problems).toEqual([
      { product: 'magento', message: expect.stringMatching(/^CVE-2026-90001 is used by criminals, .*Remedy: /) },
    ]);
  });

  test('so it is where the API does not answer at all', async () => {
    const { problems } = await pullFrom(await serve((_, response) => response.writeHead(404).end()), ask());
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^CVE-2026-90001 is used by criminals, /),
      ...Array.from({ length: 3 }, () => expect.stringMatching(/answered 404/)),
    ]);
  });

  test('covers Magento only, and is never all there is', () => {
    const { covers, partial, completes } = createCve();
    expect([covers('magento'), covers('drupal'), partial('magento'), completes]).toEqual([true, false, true, true]);
  });
});

describe('requests', () => {
  test('ask for exploited flaws first, then those of hotfixes, then gaps, newest first', async () => {
    const served = await serve(answer());
    await pullFrom(served, ask());
    expect(asked(served)).toEqual([
      'CVE-2026-90001',
      'CVE-2026-75650',
      'CVE-2022-24086',
      'CVE-2019-7846',
      'CVE-2019-7139',
    ]);
  });

  test('ask once for what no longer changes, and with its tag for what may', async () => {
    const served = await serve(answer());
    const first = await pullFrom(served, ask());
    asked(served);
    const second = await pullFrom(served, ask(facts, first));
    const tags = served.hits.map(({ headers }) => headers['if-none-match'] !== undefined);
    // What was taken back is asked for again, and so is what had no versions: it may have some by now.
    expect(asked(served)).toEqual(['CVE-2026-90001', 'CVE-2026-75650', 'CVE-2022-24086', 'CVE-2019-7139']);
    expect(tags).toEqual([false, true, true, false]);
    expect(second.records).toEqual(first.records);
  });

  test('are thirty at most; the rest follows next time', async () => {
    const many = Array.from({ length: 45 }, (_, i) => `CVE-2019-${8000 + i}`);
    const served = await serve(({ path }, response) => {
      const id = path.replace('/api/cve/', '');
      sendJson(response, { ...fixture('happy')['CVE-2019-7846'], cveMetadata: meta(id) });
    });
    const meta = (cveId: string) => ({ cveId, state: 'PUBLISHED', datePublished: '2019-08-02T21:15:10' });
    const known = { ...facts, exploited: [], patches: [], advisories: many.map((id) => flaw(id)) };
    const first = await pullFrom(served, ask(known));
    expect(asked(served)).toHaveLength(30);
    const second = await pullFrom(served, ask(known, first));
    expect(asked(served)).toHaveLength(15);
    expect(second.records.advisories['magento']).toHaveLength(45);
  });

  test('are not sent where nothing is known of the product', async () => {
    const served = await serve(answer());
    const { facts: _, ...request } = ask();
    expect((await pullFrom(served, request)).records.advisories).toEqual({});
    expect(served.hits).toEqual([]);
  });
});

describe('what cannot be used', () => {
  test('a record that the API does not have, or that is another, becomes a problem; the others stay', async () => {
    const records = fixture('happy');
    const served = await serve(({ path }, response) => {
      const id = path.replace('/api/cve/', '');
      if (id === 'CVE-2022-24086') response.writeHead(404).end();
      else sendJson(response, records[id === 'CVE-2019-7846' ? 'CVE-2026-75650' : id]);
    });
    const pull = await pullFrom(served, ask());
    expect(pull.records.advisories['magento']?.map(({ id }) => id)).toEqual(['CVE-2026-75650']);
    expect(pull.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^CVE-2026-90001 is used/),
      expect.stringMatching(/CVE-2022-24086 answered 404/),
      expect.stringMatching(/CVE-2019-7846 answered with CVE-2026-75650/),
    ]);
  });

  test('a record without a needed field is refused with the path', async () => {
    const known = { ...facts, advisories: [flaw('CVE-2026-75650')], exploited: [], patches: [] };
    const served = await serve(answer('sad-shape'));
    await expect(pullFrom(served, ask(known))).rejects.toThrow(InvalidResponseError);
    await expect(pullFrom(served, ask(known))).rejects.toThrow(/CVE-2026-75650 .*containers\.cna: /);
  });

  test('vectors, weaknesses and references that are none are dropped', async () => {
    const record = {
      cveMetadata: { cveId: 'CVE-2026-75650', state: 'PUBLISHED', datePublished: '2026-09-07T20:17:16.761Z' },
      containers: {
        cna: {
          metrics: [{ cvssV3_1: { vectorString: '<script>alert(1)</script>' } }],
          problemTypes: [{ descriptions: [{ cweId: '__proto__' }, { cweId: 'CWE-79' }, {}] }],
          references: [{ url: 'https://helpx.adobe.com.evil.example/apsb26-1.html' }, { url: 'javascript:apsb26-2' }],
        },
      },
    };
    const known = { ...facts, advisories: [flaw('CVE-2026-75650')], exploited: [], patches: [] };
    const { records } = await pullFrom(await serve((_, response) => sendJson(response, record)), ask(known));
    expect(records.advisories['magento']).toMatchObject([{ aliases: [], severity: null, cwes: ['CWE-79'] }]);
  });

  test('after three failures in a row nobody is asked any more', async () => {
    const many = Array.from({ length: 9 }, (_, i) => flaw(`CVE-2019-${8000 + i}`));
    const served = await serve((_, response) => response.writeHead(404).end());
    const known = { ...facts, exploited: [], patches: [], advisories: many };
    await expect(pullFrom(served, ask(known))).rejects.toThrow(/answered 404/);
    expect(served.hits).toHaveLength(3);
  });
});

testSourceFaults({
  create: (base) => createCve({ base }),
  ask: (previous, at) => ask(one, previous, at),
  answer: answer(),
  format: 'json',
  needed: [
    { path: /\/api\/cve\//, field: ['containers', 'cna'], says: /CVE-2026-75650 .*containers\.cna: / },
    { path: /\/api\/cve\//, field: ['cveMetadata', 'state'], says: /CVE-2026-75650 .*cveMetadata\.state: / },
  ],
});
