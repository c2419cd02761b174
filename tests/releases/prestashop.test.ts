import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { createPrestashop } from '../../src/releases/prestashop.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';
import { ask, readFixture, sendDocument, undated } from './contract.ts';

const answer: Handler = (hit, response) => sendDocument(hit, response, readFixture('prestashop/happy.json'));

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createPrestashop({ base: served.base }).pull(request, http);
}

test('each stable release is read once, as a security release where its notes are called so, else of unknown nature', async () => {
  const served = await serve(answer);
  const { records, problems } = await pullFrom(served, ask(['prestashop', 'drupal']));
  expect(records.releases).toEqual({
    prestashop: [
      undated('9.1.4'),
      undated('9.1.1', null, true),
      undated('9.0.3'),
      undated('8.2.7'),
      undated('1.7.0.6', null, true),
    ],
  });
  expect([records.support, records.flags, problems]).toEqual([{}, {}, []]);
  expect(served.hits.map(({ path }) => path)).toEqual(['/prestashop']);
});

describe('what cannot be used', () => {
  const entry = (version: string) => ({ version, stability: 'stable', release_notes_url: null });

  test('an entry without a needed field is refused with the path', async () => {
    const served = await serve((hit, response) =>
      sendDocument(hit, response, readFixture('prestashop/sad-shape.json')),
    );
    await expect(pullFrom(served, ask(['prestashop']))).rejects.toThrow(/documented: \[1\]\.release_notes_url: /);
  });

  test.each([
    ['no stable release', [{ ...entry('9.2.0-rc.1'), stability: 'rc' }], /no stable release/],
    ['an endless version', [entry('9'.repeat(10_000))], /\[0\]\.version: /],
  ])('%s is refused', async (_, list, message) => {
    await expect(
      pullFrom(await serve((_hit, response) => sendJson(response, list)), ask(['prestashop'])),
    ).rejects.toThrow(message);
  });

  test('what is no version is left out and said', async () => {
    const list = ['__proto__', '<b>9.1.4</b>', '9.1.4'].map(entry);
    const { records, problems } = await pullFrom(
      await serve((_, response) => sendJson(response, list)),
      ask(['prestashop']),
    );
    expect(records.releases).toEqual({ prestashop: [undated('9.1.4')] });
    expect(problems).toEqual([{ product: 'prestashop', message: expect.stringMatching(/^2 of the listed versions/) }]);
    const none = await serve((_, response) => sendJson(response, [entry('trunk')]));
    expect((await pullFrom(none, ask(['prestashop']))).records.releases).toEqual({});
  });
});

testSourceFaults({
  create: (base) => createPrestashop({ base }),
  ask: (previous, at) => ask(['prestashop'], previous, at),
  answer: answer,
  format: 'json',
  needed: [
    { path: /^\/prestashop$/, field: [1, 'release_notes_url'], says: /\[1\]\.release_notes_url: / },
    { path: /^\/prestashop$/, field: [0, 'version'], says: /\[0\]\.version: / },
    { path: /^\/prestashop$/, field: [0, 'stability'], says: /\[0\]\.stability: / },
  ],
});
