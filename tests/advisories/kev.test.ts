import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createKev } from '../../src/advisories/kev.ts';
import type { Http } from '../../src/lib/http.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import { composer } from '../../src/versions/composer.ts';
import { faults } from '../lib/faults.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';

function fixture(name: string): { vulnerabilities: Record<string, unknown>[] } {
  return JSON.parse(readFileSync(new URL(`../fixtures/advisories/kev/${name}.json`, import.meta.url), 'utf8'));
}

const own = '/sites/default/files/feeds/known_exploited_vulnerabilities.json';
const mirror = '/cisagov/kev-data/develop/known_exploited_vulnerabilities.json';

/** CISA and its mirror on one server: each path answers as told. */
function answer(paths: Partial<Record<string, (response: ServerResponse) => void>>): Handler {
  return ({ path, headers }, response) => {
    const etag = `"${path}"`;
    const told = paths[path];
    if (told !== undefined) told(response);
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else sendJson(response, fixture('happy'), { etag });
  };
}

function ask(previous: Pull | null = null, at = '2026-09-26T06:17:00.000Z'): PullRequest {
  return { products: ['magento', 'drupal'], packages: () => [], order: () => composer, previous, at };
}

function pullFrom({ base }: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createKev({ base, mirror: base }).pull(request, http);
}

const down = (response: ServerResponse) => response.writeHead(503).end();

describe('the documented shape', () => {
  test('becomes three facts per flaw, and whose flaw it is where CISA names one of our platforms', async () => {
    const pull = await pullFrom(await serve(answer({})), ask());
    expect(Pull.parse(pull)).toEqual(pull);
    expect(pull.records.exploited).toEqual([
      { cve: 'CVE-2026-75650', addedOn: '2026-09-08', dueOn: '2026-09-11', product: 'magento' },
      { cve: 'CVE-2024-34102', addedOn: '2024-07-17', dueOn: '2024-08-07', product: 'magento' },
      { cve: 'CVE-2026-9082', addedOn: '2026-05-22', dueOn: '2026-05-27', product: 'drupal' },
      { cve: 'CVE-2023-23752', addedOn: '2024-01-08', dueOn: '2024-01-29', product: 'joomla' },
      { cve: 'CVE-2020-25213', addedOn: '2021-11-03', dueOn: '2022-05-03' },
      { cve: 'CVE-2020-28949', addedOn: '2022-08-25', dueOn: '2022-09-15' },
      { cve: 'CVE-2026-87902', addedOn: '2026-09-25', dueOn: null, product: 'wordpress' },
    ]);
    expect(pull.problems).toEqual([]);
    expect(JSON.stringify(pull)).not.toMatch(/canary|sentence/i);
  });

  test('covers every product with one list', () => {
    const { covers, partial, oneList } = createKev();
    expect([covers('magento'), covers('anything'), partial('magento'), oneList]).toEqual([true, true, true, true]);
  });

  test('an unchanged list confirms what is known', async () => {
    const served = await serve(answer({}));
    const first = await pullFrom(served, ask());
    const second = await pullFrom(served, ask(first, '2026-09-27T06:17:00.000Z'));
    expect(second).toEqual({ ...first, fetchedAt: '2026-09-27T06:17:00.000Z' });
    expect(served.hits.map(({ path }) => path)).toEqual([own, own]);
  });

  test('hostile names of vendors are nobody’s', async () => {
    const { vulnerabilities, ...rest } = fixture('happy');
    const names = ['__proto__', 'constructor', '<b>Adobe</b>', 'Adobe\u0000'];
    const hostile = names.map((vendorProject) => ({ ...vulnerabilities[0], vendorProject }));
    const served = await serve((_, response) => sendJson(response, { ...rest, vulnerabilities: hostile }));
    const { records } = await pullFrom(served, ask());
    expect(records.exploited.map(({ product }) => product)).toEqual([undefined, undefined, undefined, undefined]);
    const long = [{ ...vulnerabilities[0], product: 'x'.repeat(10_000) }];
    const tooLong = await serve((_, response) => sendJson(response, { vulnerabilities: long }));
    await expect(pullFrom(tooLong, ask())).rejects.toThrow(/vulnerabilities\[0\]\.product/);
  });
});

describe('where CISA does not answer', () => {
  test('its mirror is read, which is said for every product', async () => {
    const served = await serve(answer({ [own]: down }));
    const pull = await pullFrom(served, ask());
    expect(pull.records.exploited).toHaveLength(7);
    const message = expect.stringMatching(/^A mirror .* instead\. kev: .*feeds\/known.* answered 503/);
    expect(pull.problems).toEqual([
      { product: 'magento', message },
      { product: 'drupal', message },
    ]);
    expect(Object.keys(pull.validators)).toEqual([`${served.base}${mirror}`]);
  });

  test('a mirror that lags behind takes nothing back', async () => {
    const first = await pullFrom(await serve(answer({})), ask());
    const { vulnerabilities } = fixture('happy');
    const old = (response: ServerResponse) => sendJson(response, { vulnerabilities: vulnerabilities.slice(1, 3) });
    const second = await pullFrom(await serve(answer({ [own]: down, [mirror]: old })), ask(first));
    expect(second.records.exploited.map(({ cve }) => cve).sort()).toEqual(
      first.records.exploited.map(({ cve }) => cve).sort(),
    );
  });

  test('an error page of CISA is no list', async () => {
    const page = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>No');
    const pull = await pullFrom(await serve(answer({ [own]: page })), ask());
    expect(pull.problems[0]?.message).toMatch(/content type is text\/html/);
  });

  test('500 then 200 is an answer', async () => {
    const served = await serve((hit, response, n) => (n === 0 ? down(response) : answer({})(hit, response, n)));
    expect((await pullFrom(served, ask())).problems).toEqual([]);
  });

  test('an empty list, or one without a needed field, is refused with the path', async () => {
    const empty = await serve((_, response) => sendJson(response, { vulnerabilities: [] }));
    await expect(pullFrom(empty, ask())).rejects.toThrow(
      /vulnerabilities: .*mirror failed as well: .*vulnerabilities: /s,
    );
    const sad = await serve((_, response) => sendJson(response, fixture('sad-shape')));
    await expect(pullFrom(sad, ask())).rejects.toThrow(/vulnerabilities\[1\]\.dateAdded: /);
  });

  test.each(faults)('$name at both fails the pull, and both reasons are given', async ({ answer: fault, error }) => {
    const served = await serve((_, response) => fault(response));
    const pulled = pullFrom(served, ask(), quickHttp({ deadlineMs: 200 }).http);
    await expect(pulled).rejects.toThrow(error);
    await expect(pulled).rejects.toThrow(/kev: .*mirror failed as well: kev: /);
  });
});

testSourceFaults({
  create: (base) => createKev({ base, mirror: base }),
  ask: ask,
  answer: answer({}),
  format: 'json',
  needed: [
    { path: /known_exploited/, field: ['vulnerabilities', 1, 'dateAdded'], says: /vulnerabilities\[1\]\.dateAdded: / },
    { path: /known_exploited/, field: ['vulnerabilities', 0, 'cveID'], says: /vulnerabilities\[0\]\.cveID: / },
  ],
});
