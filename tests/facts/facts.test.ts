import { describe, expect, test } from 'vitest';
import { embeddedFacts } from '../../src/embedded.ts';
import { assembleFacts, mergeAdvisories, type PulledSource } from '../../src/facts.ts';
import type { Advisory, Branch, ProductFacts, Release } from '../../src/model/facts.ts';
import type { Pull } from '../../src/model/pull.ts';
import { composer } from '../../src/versions/composer.ts';

function advisory(id: string, more: Partial<Advisory> = {}): Advisory {
  return {
    id,
    aliases: [],
    published: '2026-03-01',
    withdrawn: null,
    ranges: [],
    versions: [],
    knownFalsePositives: [],
    fixKind: null,
    severity: null,
    cwes: [],
    url: `https://example.org/${id}`,
    sources: ['one'],
    ...more,
  };
}

function ids(advisories: Advisory[]): string[] {
  return advisories.map(({ id }) => id);
}

describe('mergeAdvisories', () => {
  test('makes one of what two sources call by CVE and by GHSA', () => {
    const own = advisory('CVE-2024-34102', {
      aliases: ['APSB24-40'],
      published: '2024-06-13',
      ranges: [{ introduced: '0', fixed: '2.4.7-p1', lastAffected: null }],
      knownFalsePositives: ['2.4.9'],
      cwes: ['CWE-611'],
    });
    const live = advisory('GHSA-m8cj-3v68-3cxj', {
      aliases: ['CVE-2024-34102'],
      published: '2024-06-12',
      ranges: [
        { introduced: '0', fixed: '2.4.7-p1', lastAffected: null },
        { introduced: '2.4.4', fixed: null, lastAffected: '2.4.4-p8' },
      ],
      versions: ['2.4.3-p9'],
      severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      cwes: ['CWE-611', 'CWE-20'],
      sources: ['OSV'],
    });
    expect(mergeAdvisories([[own], [live]])).toEqual([
      {
        id: 'CVE-2024-34102',
        aliases: ['APSB24-40', 'GHSA-m8cj-3v68-3cxj'],
        published: '2024-06-12',
        withdrawn: null,
        ranges: [
          { introduced: '0', fixed: '2.4.7-p1', lastAffected: null },
          { introduced: '2.4.4', fixed: null, lastAffected: '2.4.4-p8' },
        ],
        versions: ['2.4.3-p9'],
        knownFalsePositives: ['2.4.9'],
        fixKind: null,
        severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
        cwes: ['CWE-20', 'CWE-611'],
        url: 'https://example.org/CVE-2024-34102',
        sources: ['one', 'OSV'],
      },
    ]);
  });

  test('two flaws of one bulletin stay two', () => {
    const first = advisory('CVE-2026-71362', { aliases: ['APSB26-92'], fixKind: 'isolated-patch' });
    const second = advisory('CVE-2026-71363', { aliases: ['APSB26-92'] });
    expect(mergeAdvisories([[first, second]])).toEqual([first, second]);
  });

  test('joins by way of a third record, whatever the order', () => {
    const cve = advisory('CVE-2026-100000');
    const ghsa = advisory('GHSA-aaaa-bbbb-cccc', { sources: ['two'] });
    const link = advisory('PKSA-1234', { aliases: ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-100000'], sources: ['three'] });
    for (const order of [
      [cve, ghsa, link],
      [link, ghsa, cve],
      [ghsa, link, cve],
    ]) {
      const [merged, ...others] = mergeAdvisories([order]);
      expect(others).toEqual([]);
      expect(merged).toMatchObject({ id: 'CVE-2026-100000', aliases: ['GHSA-aaaa-bbbb-cccc', 'PKSA-1234'] });
      expect(merged?.sources.toSorted()).toEqual(['one', 'three', 'two']);
    }
  });

  test('names a flaw by its lowest CVE, in number order, and lists flaws so', () => {
    const two = advisory('DRUPAL-CORE-2022-011', { aliases: ['CVE-2022-131042', 'CVE-2022-31043'] });
    expect(ids(mergeAdvisories([[two, advisory('CVE-2022-9999'), advisory('CVE-2021-40000')]]))).toEqual([
      'CVE-2021-40000',
      'CVE-2022-9999',
      'CVE-2022-31043',
    ]);
  });

  test('drops a flaw that all sources took back, and only then', () => {
    const taken = advisory('CVE-2026-33674', { withdrawn: '2026-05-01', versions: ['1.0'] });
    expect(mergeAdvisories([[taken], [{ ...taken, sources: ['two'] }]])).toEqual([]);
    const standing = advisory('CVE-2026-33674', { versions: ['2.0'] });
    expect(mergeAdvisories([[taken], [standing]])).toEqual([standing]);
  });

  test('keeps that a fix has no version of its own', () => {
    const own = advisory('CVE-2026-71362', { fixKind: 'isolated-patch' });
    expect(mergeAdvisories([[advisory('CVE-2026-71362')], [own]])[0]?.fixKind).toBe('isolated-patch');
  });

  test('leaves the embedded advisories of Magento as many as they have flaws, none lost', () => {
    const own = embeddedFacts('magento')?.advisories ?? [];
    const merged = mergeAdvisories([own]);
    const named = new Set(merged.flatMap(({ id, aliases }) => [id, ...aliases]));
    expect(own.flatMap(({ id, aliases }) => [id, ...aliases]).filter((id) => !named.has(id))).toEqual([]);
    const cves = (list: Advisory[]) =>
      new Set(list.flatMap(({ id, aliases }) => [id, ...aliases]).filter((id) => id.startsWith('CVE-')));
    expect(merged.filter(({ id }) => id.startsWith('CVE-'))).toHaveLength(cves(own).size);
  });
});

const embedded: ProductFacts = {
  product: 'shopware6',
  scheme: 'composer',
  dataOn: '2026-08-22',
  releases: [release('6.7.1.0', { date: null, security: true }), release('6.7.0.0', { date: '2026-01-01' })],
  patches: [],
  support: { policyPublished: true, newestBranchOnly: false, branches: [branch('6.7', '2028-02-28', false)] },
  advisories: [advisory('CVE-2026-10000')],
  exploited: [],
  vendorSecure: [],
  sources: (['advisories', 'releases', 'support'] as const).map((kind) => ({
    id: 'embedded',
    name: 'Shipped',
    kind,
    fetchedAt: '2026-08-22T00:00:00.000Z',
    licence: 'see NOTICE',
    url: 'NOTICE',
    problem: null,
  })),
};

function release(version: string, more: Partial<Release> = {}): Release {
  return { version, date: '2026-08-24', security: null, openSource: true, prerelease: false, ...more };
}

function branch(name: string, securitySupportEnds: string | null, eol: boolean | null): Branch {
  return { branch: name, securitySupportEnds, commerceSupportEnds: null, eol };
}

function pulled(
  records: Partial<Pull['records']>,
  more: Partial<PulledSource> & { partial?: boolean } = {},
): PulledSource {
  const { partial = false, ...rest } = more;
  const source = { id: 'live', name: 'Live', licence: 'MIT', url: 'https://example.org/', partial: () => partial };
  const pull: Pull = {
    schemaVersion: 1,
    source: 'live',
    fetchedAt: '2026-08-25T06:00:00.000Z',
    validators: {},
    records: { advisories: {}, releases: {}, support: {}, ...records },
    problems: [],
  };
  return { source, pull, problem: null, ...rest };
}

function assemble(...pulls: PulledSource[]): ProductFacts {
  return assembleFacts({ embedded, pulls, scheme: composer });
}

function withBranch(own: Branch, live: Branch): Branch | undefined {
  const facts = { ...embedded, support: { ...embedded.support, branches: [own] } };
  const pulls = [pulled({ support: { shopware6: [live] } })];
  return assembleFacts({ embedded: facts, pulls, scheme: composer }).support.branches[0];
}

describe('assembleFacts', () => {
  test('without pulls is what ships', () => {
    expect(assemble()).toEqual(embedded);
    expect(assemble(pulled({ releases: { wordpress: [release('9.9')] }, support: { wordpress: [] } }))).toEqual(
      embedded,
    );
  });

  test('adds newer releases, fills gaps, and lets no live null erase what is known', () => {
    const live = [
      release('6.7.2.0'),
      release('v6.7.1.0'),
      release('6.7', { date: '2026-02-02', security: false }),
      release('trunk'),
    ];
    expect(assemble(pulled({ releases: { shopware6: live } })).releases).toEqual([
      release('6.7.1.0', { date: '2026-08-24', security: true }),
      release('6.7.0.0', { date: '2026-01-01', security: false }),
      release('6.7.2.0'),
    ]);
  });

  test('unites advisories of all sources', () => {
    const facts = assemble(
      pulled({
        advisories: {
          shopware6: [advisory('GHSA-aaaa-bbbb-cccc', { aliases: ['CVE-2026-10000'] }), advisory('CVE-2026-9999')],
        },
      }),
    );
    expect(ids(facts.advisories)).toEqual(['CVE-2026-9999', 'CVE-2026-10000']);
  });

  test('says of every kind who speaks, how old that is and what went wrong', () => {
    const osv = pulled({ advisories: { shopware6: [] } }, { problem: 'It was down.', partial: true });
    osv.pull.problems.push(
      { product: 'shopware6', message: 'GHSA-x was left out.' },
      { product: 'magento', message: 'Not ours.' },
    );
    const { sources, dataOn } = assemble(osv, pulled({ support: { shopware6: [] } }));
    expect(dataOn).toBe('2026-08-22');
    expect(sources.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'advisories embedded',
      'advisories live',
      'releases embedded',
      'support embedded',
      'support live',
    ]);
    expect(sources[1]).toEqual({
      id: 'live',
      name: 'Live',
      kind: 'advisories',
      fetchedAt: '2026-08-25T06:00:00.000Z',
      licence: 'MIT',
      url: 'https://example.org/',
      problem: 'It was down. GHSA-x was left out.',
      partial: true,
    });
    expect(sources[4]).not.toHaveProperty('partial');
    expect(sources[4]?.problem).toBeNull();
  });
});

describe('support windows', () => {
  test.each([
    ['a live date wins', branch('6.7', '2028-02-28', false), branch('6.7', '2027-12-31', false), ['2027-12-31', false]],
    [
      'without a live date ours stands',
      branch('6.7', '2028-02-28', false),
      branch('6.7', null, false),
      ['2028-02-28', false],
    ],
    [
      'ended before our date: the date falls',
      branch('6.7', '2028-02-28', false),
      branch('6.7', null, true),
      [null, true],
    ],
    [
      'ended as we know: the date stays',
      branch('6.4', '2025-05-14', true),
      branch('6.4', null, true),
      ['2025-05-14', true],
    ],
    [
      'what ended does not come back without a date',
      branch('6.3', null, true),
      branch('6.3', null, false),
      [null, true],
    ],
    ['what was not known is learnt', branch('6.3', null, null), branch('6.3', null, false), [null, false]],
  ])('%s', (_, own, live, [ends, eol]) => {
    expect(withBranch(own, live)).toMatchObject({ securitySupportEnds: ends, eol });
  });

  test('the paid edition keeps its own date, unknown lines are added, unnamed ones stay', () => {
    const own = { ...branch('6.7', '2028-02-28', false), commerceSupportEnds: '2030-01-01' };
    expect(withBranch(own, branch('6.7', '2027-12-31', false))?.commerceSupportEnds).toBe('2030-01-01');
    const { support } = assemble(pulled({ support: { shopware6: [branch('6.8', null, false)] } }));
    expect(support.branches.map((each) => each.branch)).toEqual(['6.8', '6.7']);
    expect(support.policyPublished).toBe(true);
  });

  test('endoflife.date gives the day that ships for WordPress 7.0: both mean the last supported day', () => {
    const shipped = embeddedFacts('wordpress')?.support.branches.find((each) => each.branch === '7.0');
    expect(shipped?.securitySupportEnds).toBe('2026-08-19');
  });
});
