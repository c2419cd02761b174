import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { createWordpress } from '../../src/releases/wordpress.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';
import { ask, readFixture, sendDocument, undated } from './contract.ts';

type Marks = Record<string, string>;
type Fixture = Record<string, Marks>;

function answer(fixture: Readonly<Record<string, unknown>>): Handler {
  return (hit, response) => sendDocument(hit, response, JSON.stringify(fixture[hit.path.split('/')[2] ?? '']));
}

function read(name: string): Fixture {
  return JSON.parse(readFixture(`wordpress/${name}.json`));
}

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createWordpress({ base: served.base }).pull(request, http);
}

describe('the documented shape', () => {
  test('becomes releases without days, those that updaters are offered among them', async () => {
    const { records, problems } = await pullFrom(await serve(answer(read('happy'))), ask(['wordpress', 'drupal']));
    const versions = ['6.8.2', '6.8.3', '6.9.7', '7.0.4', '7.1', '7.1.1', '6.9.8'];
    expect(records.releases).toEqual({ wordpress: versions.map((version) => undated(version)) });
    expect([records.support, records.advisories, problems]).toEqual([{}, {}, []]);
  });

  test('flags what is called insecure, and never calls anything secure', async () => {
    const { records } = await pullFrom(await serve(answer(read('happy'))), ask(['wordpress']));
    const insecure = (version: string) => ({ version, secure: false });
    expect(records.flags).toEqual({ wordpress: [insecure('6.8.2'), insecure('6.9.7'), insecure('7.1')] });
  });
});

describe('a release that appears', () => {
  async function pullTwice(added: string[], at: string): Promise<Map<string, string | null>> {
    const fixture = read('happy');
    const served = await serve((hit, response, n) => answer(fixture)(hit, response, n));
    const first = await pullFrom(served, ask(['wordpress']));
    for (const version of added) (fixture['stable-check'] ?? {})[version] = 'outdated';
    const second = await pullFrom(served, ask(['wordpress'], first, at));
    const third = await pullFrom(served, ask(['wordpress'], second, '2026-08-27T06:17:00.000Z'));
    expect(third.records).toEqual(second.records);
    return new Map(second.records.releases['wordpress']?.map(({ version, date }) => [version, date]));
  }

  test('is dated by the day on which it is first seen, and keeps that day', async () => {
    const days = await pullTwice(['7.1.2', '6.8.4', '7.2'], '2026-08-26T06:17:00.000Z');
    expect(['7.1.2', '6.8.4', '7.2'].map((version) => days.get(version))).toEqual(Array(3).fill('2026-08-26'));
    expect(days.get('7.1.1')).toBeNull();
  });

  test('is not dated where it is older than its line, of an old line, or the last look is too long ago', async () => {
    const days = await pullTwice(['6.8.1', '5.9.13'], '2026-08-26T06:17:00.000Z');
    expect(['6.8.1', '5.9.13'].map((version) => days.get(version))).toEqual([null, null]);
    expect((await pullTwice(['7.1.2'], '2026-08-29T06:17:00.000Z')).get('7.1.2')).toBeNull();
  });
});

describe('what cannot be used', () => {
  test('unreadable versions and unknown marks are said', async () => {
    const { records, problems } = await pullFrom(await serve(answer(read('sad-marks'))), ask(['wordpress']));
    expect(records.releases['wordpress']?.map(({ version }) => version)).toEqual(['7.0.4', '7.1']);
    expect(records.flags).toEqual({ wordpress: [] });
    expect(problems).toEqual([
      { product: 'wordpress', message: '1 versions carry a mark of unknown meaning.' },
      { product: 'wordpress', message: 'No version is marked as insecure, where many were.' },
      { product: 'wordpress', message: '1 of the listed versions cannot be read and were left out.' },
    ]);
  });

  test.each([
    ['a mark of unknown meaning', { '7.0.3': 'insecure', '7.0.4': 'vulnerable', '7.1': 'latest' }],
    ['no insecure version', { '7.0.4': 'outdated', '7.1': 'latest' }],
  ])('with %s the flags do not count as all that is known, nor while the list is unchanged', async (_, marks) => {
    const served = await serve(answer({ ...read('happy'), 'stable-check': marks }));
    const first = await pullFrom(served, ask(['wordpress']));
    expect(first.unreadFlaws).toEqual(['wordpress']);
    const second = await pullFrom(served, ask(['wordpress'], first, '2026-08-26T06:17:00.000Z'));
    expect(served.hits.filter(({ headers }) => headers['if-none-match'] !== undefined)).toHaveLength(1);
    expect(second.unreadFlaws).toEqual(['wordpress']);
    const known = await pullFrom(await serve(answer(read('happy'))), ask(['wordpress'], second));
    expect(known).not.toHaveProperty('unreadFlaws');
  });

  test.each([
    ['no newest release', { '7.1': 'outdated' }, /no version is marked as latest/],
    ['an endless version', { ['7'.repeat(10_000)]: 'latest' }, /stable-check/],
    ['a mark that is no text', { '7.1': 'latest', '7.0': 1 }, /7\.0.*: /],
  ])('%s is refused', async (_, marks, message) => {
    const served = await serve(answer({ ...read('happy'), 'stable-check': marks }));
    await expect(pullFrom(served, ask(['wordpress']))).rejects.toThrow(message);
  });

  test('names that a prototype answers to, and markup, are no versions', async () => {
    const marks = JSON.parse(
      '{"__proto__":"insecure","constructor":"insecure","<b>7.0</b>":"insecure","7.1":"latest"}',
    );
    const { records } = await pullFrom(
      await serve(answer({ ...read('happy'), 'stable-check': marks })),
      ask(['wordpress']),
    );
    expect(records.releases['wordpress']?.map(({ version }) => version)).toEqual(['7.1', '7.1.1', '7.0.4', '6.9.8']);
    expect(records.flags['wordpress']).toEqual([]);
  });

  test('an offer without a version is refused with the path', async () => {
    const offers = { offers: [{ response: 'upgrade', version: '7.1' }, { response: 'autoupdate' }] };
    const served = await serve(answer({ ...read('happy'), 'version-check': offers }));
    await expect(pullFrom(served, ask(['wordpress']))).rejects.toThrow(/^wordpress: .*offers\[1\]\.version: /);
  });
});

testSourceFaults({
  create: (base) => createWordpress({ base }),
  ask: (previous, at) => ask(['wordpress'], previous, at),
  answer: (hit, response, n) =>
    // The list of offers is small and always read.
    hit.path.startsWith('/core/version-check')
      ? sendJson(response, read('happy')['version-check'])
      : answer(read('happy'))(hit, response, n),
  format: 'json',
  needed: [
    {
      path: /stable-check/,
      field: (text) => text.replace('"latest"', '"outdated"'),
      says: /no version is marked as latest/,
    },
    { path: /version-check/, field: ['offers', 1, 'version'], says: /offers\[1\]\.version: / },
    { path: /version-check/, field: ['offers'], says: /offers: / },
  ],
  isMap: (path) => path.includes('stable-check'),
});
