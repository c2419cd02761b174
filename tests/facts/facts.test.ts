import { describe, expect, test } from 'vitest';
import { embeddedFacts } from '../../src/embedded.ts';
import { assembleFacts, type PulledSource } from '../../src/facts/index.ts';
import type { Branch, ProductFacts, Release } from '../../src/model/facts.ts';
import type { Pull } from '../../src/model/pull.ts';
import { composer } from '../../src/versions/composer.ts';
import { advisory, ids } from './advisory.ts';

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
  vendorInsecure: [],
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
  more: Partial<PulledSource> & { partial?: boolean; flagsInsecure?: true } = {},
): PulledSource {
  const { partial = false, flagsInsecure, ...rest } = more;
  const about = { id: 'live', name: 'Live', licence: 'MIT', url: 'https://example.org/', partial: () => partial };
  const source = { ...about, ...(flagsInsecure === undefined ? {} : { flagsInsecure }) };
  const pull: Pull = {
    schemaVersion: 1,
    source: 'live',
    fetchedAt: '2026-08-25T06:00:00.000Z',
    validators: {},
    records: { advisories: {}, releases: {}, support: {}, flags: {}, exploited: [], ...records },
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

  test('a security release is one as soon as one source calls it so', () => {
    const natures = [
      [false, true],
      [true, false],
      [null, true],
      [null, false],
      [false, null],
    ] as const;
    const merged = natures.map(([own, live]) => {
      const facts = { ...embedded, releases: [release('6.7.0.0', { security: own })] };
      const pulls = [pulled({ releases: { shopware6: [release('6.7.0.0', { security: live })] } })];
      return assembleFacts({ embedded: facts, pulls, scheme: composer }).releases[0]?.security;
    });
    expect(merged).toEqual([true, true, true, false, false]);
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
      standsIn: true,
      partial: true,
      silent: true,
    });
    expect(sources[4]).not.toHaveProperty('partial');
    expect(sources[4]).not.toHaveProperty('standsIn');
    expect(sources[4]?.problem).toBeNull();
  });

  describe('flags of insecure releases', () => {
    const flags = { shopware6: [{ version: '6.7.0.0', secure: false }] };
    const tellsFlaws = (live: PulledSource) =>
      assemble(live).sources.filter(({ id, kind }) => id === 'live' && kind === 'advisories');

    test('are a list of flaws where they name every one, with the age of what was read', () => {
      const live = pulled({ flags }, { flagsInsecure: true });
      expect(tellsFlaws(live)).toMatchObject([{ fetchedAt: '2026-08-25T06:00:00.000Z' }]);
      expect(tellsFlaws(live)[0]).not.toHaveProperty('partial');
      live.pull.confirmedAt = { shopware6: '2026-08-20T06:00:00.000Z' };
      expect(tellsFlaws(live)).toMatchObject([{ fetchedAt: '2026-08-20T06:00:00.000Z' }]);
    });

    test('are none where they do not, or where the source has none of the product', () => {
      expect(tellsFlaws(pulled({ flags }))).toEqual([]);
      expect(tellsFlaws(pulled({ flags: { wordpress: [] } }, { flagsInsecure: true }))).toEqual([]);
    });

    test('do not count as all that is known where something of them could not be read', () => {
      const live = pulled({ flags, releases: { shopware6: [] } }, { flagsInsecure: true });
      live.pull.unreadFlaws = ['magento'];
      expect(tellsFlaws(live)[0]).not.toHaveProperty('partial');
      live.pull.unreadFlaws = ['shopware6'];
      expect(tellsFlaws(live)).toMatchObject([{ partial: true }]);
      // of its releases everything was read
      expect(assemble(live).sources.find(({ id, kind }) => id === 'live' && kind === 'releases')).not.toHaveProperty(
        'partial',
      );
    });
  });

  test('a fresh copy of what a source wrote long ago is as old as that', () => {
    const live = pulled({ advisories: { shopware6: [] } });
    const ageOf = () => assemble(live).sources.find(({ id }) => id === 'live')?.fetchedAt;
    live.pull.writtenAt = { shopware6: '2026-08-01T00:00:00.000Z', magento: '2020-01-01T00:00:00.000Z' };
    expect(ageOf()).toBe('2026-08-01T00:00:00.000Z');
    live.pull.writtenAt = { shopware6: '2026-08-30T00:00:00.000Z' };
    expect(ageOf()).toBe('2026-08-25T06:00:00.000Z');
  });

  test('what a source could not confirm keeps the age that it had', () => {
    const live = pulled({ releases: { shopware6: [], magento: [] } });
    live.pull.confirmedAt = { shopware6: '2026-08-20T06:00:00.000Z' };
    const ageOf = ({ sources }: ProductFacts) => {
      const state = sources.find(({ id }) => id === 'live');
      return [state?.fetchedAt, state?.standsIn];
    };
    expect(ageOf(assemble(live))).toEqual(['2026-08-20T06:00:00.000Z', true]);
    live.pull.confirmedAt = { magento: '2026-08-20T06:00:00.000Z' };
    expect(ageOf(assemble(live))).toEqual(['2026-08-25T06:00:00.000Z', undefined]);
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

describe('a record that nobody could read', () => {
  const unread = (record: string) => {
    const live = pulled({ advisories: { shopware6: [advisory('CVE-2026-20000')] } });
    live.pull.problems = [{ product: 'shopware6', message: 'It cannot be read.', record }];
    return assemble(live).sources.filter(({ id, kind }) => id === 'live' && kind === 'advisories');
  };

  test('leaves a hole in what its source knows', () => {
    expect(unread('CVE-2026-30000')).toMatchObject([{ partial: true }]);
  });

  test('leaves none where what ships knows its flaw', () => {
    expect(unread('CVE-2026-10000')[0]).not.toHaveProperty('partial');
  });
});
