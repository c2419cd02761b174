import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { createShopware } from '../../src/releases/shopware.ts';
import { type Handler, quickHttp, type Served, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';
import { ask, readFixture, sendDocument, undated } from './contract.ts';

type Documents = Record<string, unknown>;

function read(name: string): Documents {
  return JSON.parse(readFixture(`shopware/${name}.json`));
}

/** Both hosts in one; what has no document is 403, as for versions before 6.5. */
function answer(documents: Documents): Handler {
  return (hit, response) => {
    const document = documents[hit.path];
    if (document === undefined) response.writeHead(403).end();
    else sendDocument(hit, response, JSON.stringify(document), hit.path.includes('trunk') ? 'text/plain' : undefined);
  };
}

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createShopware({ base: served.base, github: served.base }).pull(request, http);
}

const index = '/changelog/index.json';
const lines = '/shopware/shopware/trunk/releases.json';
const changelogs = ({ hits }: Served) =>
  hits.splice(0).flatMap(({ path }) => /changelog\/(\d.*)\.json/.exec(path)?.[1] ?? []);

describe('the documented shape', () => {
  test('becomes releases: days from changelogs and line starts, security where a changelog names a flaw', async () => {
    const { records, problems } = await pullFrom(await serve(answer(read('happy'))), ask(['shopware6', 'shopware5']));
    expect(records.releases).toEqual({
      shopware6: [
        undated('6.7.13.1', '2026-08-25', true),
        undated('6.7.13.0', '2026-08-05'),
        undated('6.7.12.2', '2026-07-23'),
        undated('6.7.12.1'),
        undated('6.7.0.0', '2025-06-17'),
        undated('6.6.10.20'),
        undated('6.5.8.18'),
        undated('6.4.20.2'),
        undated('6.5.8.0', '2024-01-15'),
        undated('6.6.10.0', '2025-02-03'),
        undated('6.6.9.0', '2024-12-03'),
      ],
    });
    expect(problems).toEqual([]);
  });

  test('becomes support windows: those of the newest minor release of each line', async () => {
    const { records } = await pullFrom(await serve(answer(read('happy'))), ask(['shopware6']));
    const window = (branch: string, securitySupportEnds: string | null, eol: boolean | null) => {
      return { branch, securitySupportEnds, commerceSupportEnds: null, eol };
    };
    expect(records.support).toEqual({
      shopware6: [
        window('6.4', '2025-05-14', true),
        window('6.5', '2026-02-28', true),
        window('6.6', '2027-02-28', false),
        window('6.7', '2028-02-28', false),
        window('6.8', null, null),
      ],
    });
  });
});

describe('changelogs', () => {
  test('are read for the newest three of each line from 6.5 on, once', async () => {
    const documents = read('happy');
    const served = await serve(answer(documents));
    const first = await pullFrom(served, ask(['shopware6']));
    expect(changelogs(served)).toEqual([
      ...['6.7.13.1', '6.7.13.0', '6.7.12.2', '6.6.10.20', '6.6.10.0', '6.6.9.0', '6.5.8.18', '6.5.8.0'],
    ]);
    documents[index] = ['6.7.13.2', ...(documents[index] as string[])];
    documents['/changelog/6.7.13.2.json'] = { version: '6.7.13.2', date: '2026-08-26', fixedVulnerabilities: [{}] };
    const second = await pullFrom(served, ask(['shopware6'], first, '2026-08-26T06:17:00.000Z'));
    expect(changelogs(served)).toEqual(['6.7.13.2']);
    const before = first.records.releases['shopware6'] ?? [];
    expect(second.records.releases['shopware6']?.slice(0, 2)).toEqual([
      undated('6.7.13.2', '2026-08-26', true),
      before[0],
    ]);
  });

  test('are never more than ten at a time', async () => {
    const versions = ['6.5', '6.6', '6.7', '6.8', '6.9'].flatMap((line) => [1, 2, 3, 4].map((n) => `${line}.${n}.0`));
    const served = await serve(answer({ ...read('happy'), [index]: versions }));
    await pullFrom(served, ask(['shopware6']));
    expect(changelogs(served)).toHaveLength(10);
  });

  test('that cannot be read leave their release as it is, and are asked for again', async () => {
    const served = await serve(answer({ ...read('happy'), ...read('sad-changelogs') }));
    const first = await pullFrom(served, ask(['shopware6']));
    const newest = first.records.releases['shopware6']?.slice(0, 3);
    expect(newest).toEqual(['6.7.13.1', '6.7.13.0', '6.7.12.2'].map((version) => undated(version)));
    expect(first.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The changelog of 6\.7\.13\.1 cannot be read: /),
      expect.stringMatching(/^The changelog of 6\.7\.13\.0 cannot be read: /),
      expect.stringMatching(/^The changelog of 6\.7\.12\.2 cannot be read: /),
    ]);
    changelogs(served);
    await pullFrom(served, ask(['shopware6'], first));
    expect(changelogs(served)).toEqual(['6.7.13.1', '6.7.13.0', '6.7.12.2']);
  });
});

describe('what cannot be used', () => {
  test('a line without its end is refused with the path', async () => {
    const served = await serve(answer(read('sad-shape')));
    await expect(pullFrom(served, ask(['shopware6']))).rejects.toThrow(/documented: \[1\]\.security_eol: /);
  });

  test.each([
    [index, ['5.7.20']],
    [index, ['6'.repeat(10_000), '6.7.13.1']],
    [lines, [{ version: '5.7', release_date: '2021-05-26', security_eol: '2024-07-31' }]],
    [lines, [{ version: '6.7', release_date: 'soon', security_eol: false }]],
  ])('%s is refused with case %#', async (path, document) => {
    const served = await serve(answer({ ...read('happy'), [path]: document }));
    await expect(pullFrom(served, ask(['shopware6']))).rejects.toThrow(/another shape than documented/);
  });

  test('what is no version is left out and said, as long as the list is the same', async () => {
    const list = ['6.7.13.1', '6.7.13.0', '6.7.12.2', '__proto__', '6.7/../../etc', '<b>'];
    const served = await serve(answer({ ...read('happy'), [index]: list }));
    const first = await pullFrom(served, ask(['shopware6']));
    expect(first.problems).toEqual([
      { product: 'shopware6', message: expect.stringMatching(/^3 of the listed versions/) },
    ]);
    expect((await pullFrom(served, ask(['shopware6'], first))).problems).toEqual(first.problems);
  });
});

testSourceFaults({
  create: (base) => createShopware({ base, github: base }),
  ask: (previous, at) => ask(['shopware6'], previous, at),
  answer: answer(read('happy')),
  format: 'json',
  needed: [
    { path: /index\.json/, field: (text) => text.replaceAll('"6.', '"5.'), says: /no version of Shopware 6/ },
    { path: /trunk\/releases\.json/, field: [1, 'security_eol'], says: /\[1\]\.security_eol: / },
    { path: /trunk\/releases\.json/, field: [0, 'version'], says: /\[0\]\.version: / },
    {
      path: /changelog\/\d/,
      field: ['fixedVulnerabilities'],
      says: /^The changelog of 6\.7\.13\.1 cannot be read: .*fixedVulnerabilities: /m,
    },
  ],
});
