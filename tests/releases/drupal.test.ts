import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { createDrupal } from '../../src/releases/drupal.ts';
import { type Handler, quickHttp, type Served, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';
import { ask, readFixture, sendDocument, undated } from './contract.ts';

/** updates.drupal.org as documented: a history per project, an error with status 200 for any other. */
function answer(texts: Record<string, string>): Handler {
  const unknown = readFixture('drupal/sad-unknown.xml');
  return (hit, response) =>
    sendDocument(hit, response, texts[hit.path.split('/')[2] ?? ''] ?? unknown, 'text/xml; charset=utf-8');
}

const happy = { drupal: readFixture('drupal/happy-drupal.xml'), commerce: readFixture('drupal/happy-commerce.xml') };

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createDrupal({ base: served.base }).pull(request, http);
}

const branch = (name: string, eol: boolean) => ({
  branch: name,
  securitySupportEnds: null,
  commerceSupportEnds: null,
  eol,
});

describe('the documented shape', () => {
  test('becomes releases with day and nature, flags, and branches: one that is not named has ended', async () => {
    const served = await serve(answer(happy));
    const { records, problems } = await pullFrom(served, ask(['drupal', 'joomla']));
    expect(served.hits.map(({ path }) => path)).toEqual(['/release-history/drupal/current']);
    expect(records.releases).toEqual({
      drupal: [
        undated('11.4.6', '2026-08-20', true),
        undated('11.4.5', '2026-08-06', false),
        undated('11.2.9', '2026-06-17', false),
        undated('10.6.1'),
        undated('7.103', '2024-12-04'),
      ],
    });
    expect(records.flags).toEqual({
      drupal: [
        { version: '11.4.5', secure: false },
        { version: '11.4.4', secure: false },
      ],
    });
    expect(records.support).toEqual({
      drupal: [
        branch('10.6', false),
        branch('11.3', false),
        branch('11.4', false),
        branch('11.2', true),
        branch('7', true),
      ],
    });
    expect(problems).toEqual([]);
  });

  test('versions of modules are read as Composer writes them', async () => {
    const { records } = await pullFrom(await serve(answer(happy)), ask(['drupal-commerce']));
    expect(records.releases).toEqual({
      'drupal-commerce': [
        undated('3.0.2', '2026-05-28', false),
        undated('2.40.0', '2024-07-03', true),
        undated('1.0.0', '2014-05-13'),
      ],
    });
    expect(records.support).toEqual({
      'drupal-commerce': [branch('2', false), branch('3.0', false), branch('1', true)],
    });
  });
});

describe('what cannot be used', () => {
  test('an unknown project is left out, and fails the pull where it was known before', async () => {
    const first = await pullFrom(await serve(answer({ drupal: happy.drupal })), ask(['drupal', 'drupal-commerce']));
    expect([Object.keys(first.records.releases), first.problems]).toEqual([['drupal'], []]);
    const gone = await serve(answer({}));
    await expect(pullFrom(gone, ask(['drupal'], first))).rejects.toThrow(/no longer knows the project/);
  });

  test.each([
    ['a missing list of branches', readFixture('drupal/sad-shape.xml'), /project\[0\]\.supported_branches: /],
    ['another document', '<html><body>canary</body></html>', /neither <project> nor <error>/],
    ['a release without a version', happy.drupal.replace('<version>11.4.5</version>', ''), /release\[1\]\.version: /],
    ['an endless version', happy.drupal.replaceAll('11.4.5', '1'.repeat(10_000)), /release\[1\]\.version/],
  ])('%s is refused with the path', async (_, text, message) => {
    await expect(pullFrom(await serve(answer({ drupal: text })), ask(['drupal']))).rejects.toThrow(message);
  });

  test('a project that is given up has no supported branch, and what is no version is left out', async () => {
    const served = await serve(answer({ drupal: readFixture('drupal/sad-hostile.xml') }));
    const { records, problems } = await pullFrom(served, ask(['drupal']));
    expect(records.releases).toEqual({ drupal: [undated('11.4.6')] });
    expect(records.support).toEqual({ drupal: [branch('11.4', true)] });
    expect(problems).toEqual([{ product: 'drupal', message: expect.stringMatching(/^2 of the listed versions/) }]);
  });

  test('with a type of unknown meaning the flags do not count as all that is known, nor while it is unchanged', async () => {
    const served = await serve(answer({ drupal: happy.drupal.replace('Insecure', 'Vulnerable canary') }));
    const first = await pullFrom(served, ask(['drupal']));
    expect(first.unreadFlaws).toEqual(['drupal']);
    expect(first.problems).toEqual([{ product: 'drupal', message: '1 releases are of a type of unknown meaning.' }]);
    const second = await pullFrom(served, ask(['drupal'], first, '2026-08-26T06:17:00.000Z'));
    expect(second).toEqual({ ...first, fetchedAt: '2026-08-26T06:17:00.000Z' });
    expect(await pullFrom(await serve(answer(happy)), ask(['drupal'], first))).not.toHaveProperty('unreadFlaws');
  });

  test('no supported branch at all ends every line', async () => {
    const text = happy.drupal.replace(/<supported_branches>.*<\/supported_branches>/, '<supported_branches/>');
    const { records } = await pullFrom(await serve(answer({ drupal: text })), ask(['drupal']));
    expect(records.support['drupal']?.every(({ eol }) => eol === true)).toBe(true);
  });
});

testSourceFaults({
  create: (base) => createDrupal({ base }),
  ask: (previous, at) => ask(['drupal', 'drupal-commerce'], previous, at),
  answer: answer(happy),
  format: 'xml',
  needed: [
    {
      path: /\/release-history\//,
      field: (text) => text.replace(/<supported_branches>.*<\/supported_branches>/, ''),
      says: /project\[0\]\.supported_branches: /,
    },
    {
      path: /\/release-history\/commerce/,
      field: (text) => text.replace('<version>3.0.2</version>', ''),
      says: /commerce\/current .*project\[0\]\.releases\[0\]\.release\[0\]\.version: /,
    },
  ],
});
