import { describe, expect, it } from 'vitest';
import type { AffectedRange } from '../../src/model/facts.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { component, facts, flaw, judge, policy, statement } from './situation.ts';

const noProblems = { identification: { components: [], withheld: [] }, problems: [] };
const circumstances = {
  facts: () => null,
  attestations: [],
  policy,
  now: '2026-04-01T12:00:00.000Z',
  judgeSourceAge: false,
};

describe('whether it can be judged at all', () => {
  it('unreachable and blocked come first, each with its own remedy', () => {
    const unreachable = reachVerdict({ ...noProblems, outcome: 'unreachable' }, circumstances);
    expect(unreachable).toMatchObject({ answer: 'no', reason: 'unreachable', nextStep: { code: 'restore-site' } });
    const blocked = reachVerdict({ ...noProblems, outcome: 'blocked' }, circumstances);
    expect(blocked).toMatchObject({ answer: 'no', reason: 'blocked', nextStep: { code: 'allow-check' } });
  });

  it.each([
    { code: 'robots-disallowed' as const, params: { optedOut: 'yes' } },
    { code: 'opted-out' as const, params: { optedOut: 'yes' } },
    { code: 'challenge' as const, params: {} },
  ])('who is told $code is told what to do about that, not about another', ({ code, params }) => {
    const problems = [{ code, message: code, url: null }];
    const { nextStep } = reachVerdict({ ...noProblems, problems, outcome: 'blocked' }, circumstances);
    expect(nextStep).toEqual({ code: 'allow-check', params });
  });

  it('a moved site is unreachable, and the new address is the remedy', () => {
    const moved = { code: 'moved' as const, message: 'moved', url: 'https://new.example/' };
    const verdict = reachVerdict({ ...noProblems, problems: [moved], outcome: 'unreachable' }, circumstances);
    expect(verdict.nextStep).toEqual({ code: 'correct-address', params: { url: 'https://new.example/' } });
  });

  it('no component: unknown-platform', () => {
    expect(judge({ components: [] })).toMatchObject({
      reason: 'unknown-platform',
      nextStep: { code: 'name-platform' },
    });
  });

  it('a conflict comes before everything else that is known', () => {
    const verdict = judge({ components: [component([], { conflict: true })] });
    expect(verdict).toMatchObject({
      answer: 'no',
      reason: 'conflicting-evidence',
      nextStep: { code: 'resolve-conflict' },
    });
  });

  it('no candidate: unknown-version', () => {
    expect(judge({ components: [component([])] })).toMatchObject({
      reason: 'unknown-version',
      nextStep: { code: 'attest-version', params: { product: 'shop' } },
    });
  });

  it('an unknown version comes before missing release data and old sources', () => {
    expect(judge({ components: [component([])], facts: null }).reason).toBe('unknown-version');
    const old = { components: [component([])], judgeSourceAge: true, now: '2027-01-01T00:00:00.000Z' };
    expect(judge(old).reason).toBe('unknown-version');
  });

  it('a source that is known to be partial never makes old facts fresh', () => {
    const live = facts.sources.map((source) => ({ ...source, fetchedAt: '2026-07-01T00:00:00.000Z' }));
    const situation = { components: [component(['2.0.1'])], judgeSourceAge: true, now: '2026-07-02T00:00:00.000Z' };
    const partial = live.map((source) => (source.kind === 'advisories' ? { ...source, partial: true } : source));
    expect(judge({ ...situation, facts: { sources: [...facts.sources, ...live] } }).answer).toBe('yes');
    expect(judge({ ...situation, facts: { sources: [...facts.sources, ...partial] } }).reason).toBe('data-stale');
  });

  it('where no source knows all there is, its parts are no knowledge, however new', () => {
    const now = '2026-06-02T00:00:00.000Z';
    const parts = facts.sources.map((source) =>
      source.kind === 'advisories' ? { ...source, fetchedAt: now, partial: true } : source,
    );
    const situation = { components: [component(['2.0.1'])], judgeSourceAge: true, now };
    expect(judge({ ...situation, facts: { sources: parts } })).toMatchObject({
      reason: 'data-stale',
      nextStep: { code: 'refresh-sources', params: { days: '' } },
    });
  });

  it('a product without release data', () => {
    expect(judge({ components: [component(['1.0.0'])], facts: null }).reason).toBe('no-release-data');
    expect(judge({ components: [component(['1.0.0'])], facts: { releases: [] } }).reason).toBe('no-release-data');
  });

  it.each(['advisories', 'releases', 'support'] as const)('a stale %s source turns a yes into data-stale', (kind) => {
    const fresh = '2026-06-02T00:00:00.000Z';
    const sources = facts.sources.map((source) => (source.kind === kind ? source : { ...source, fetchedAt: fresh }));
    const situation = { components: [component(['2.0.1'])], facts: { sources }, judgeSourceAge: true };
    expect(judge({ ...situation, now: '2026-06-08T00:00:00.000Z' }).answer).toBe('yes');
    expect(judge({ ...situation, now: '2026-06-08T00:00:01.000Z' })).toMatchObject({
      answer: 'no',
      reason: 'data-stale',
      nextStep: { code: 'refresh-sources', params: { days: '7', source: 'Embedded facts' } },
    });
    expect(judge({ ...situation, now: '2026-06-08T00:00:01.000Z', judgeSourceAge: false }).answer).toBe('yes');
  });

  it('where nobody publishes support windows there is none to be out of date', () => {
    const fresh = '2026-06-20T00:00:00.000Z';
    const sources = facts.sources.map((source) =>
      source.kind === 'support' ? source : { ...source, fetchedAt: fresh },
    );
    const open = { securitySupportEnds: null, commerceSupportEnds: null, eol: null };
    const supportOf = (policyPublished: boolean, more: object = {}) => ({
      policyPublished,
      newestBranchOnly: false,
      branches: facts.support.branches.map(({ branch }) => ({ branch, ...open, ...more })),
    });
    const reasonWith = (support: typeof facts.support) =>
      judge({
        components: [component(['2.0.1'])],
        facts: { sources, support },
        judgeSourceAge: true,
        now: '2026-06-20T00:00:00.000Z',
      }).reason;
    expect(reasonWith(supportOf(false))).toBe('current');
    expect(reasonWith(supportOf(true))).toBe('data-stale');
    expect(reasonWith(supportOf(false, { securitySupportEnds: '2028-01-31' }))).toBe('data-stale');
    expect(reasonWith(supportOf(false, { commerceSupportEnds: '2028-01-31' }))).toBe('data-stale');
    expect(reasonWith(supportOf(false, { eol: true }))).toBe('data-stale');
    expect(reasonWith(supportOf(false, { eol: false }))).toBe('current');
  });

  it.each([
    [180, '2026-11-28T00:00:00.000Z', 'current'],
    [180, '2026-11-28T00:00:01.000Z', 'data-stale'],
    [1, '2026-06-02T00:00:01.000Z', 'data-stale'],
  ])('a source that declares %i days is judged by them (%s: %s)', (days, now, reason) => {
    // Facts of 1 June: 180 days end with 28 November.
    const sources = facts.sources.map((source) =>
      source.kind === 'support' ? { ...source, maxAgeMs: days * 86_400_000 } : { ...source, fetchedAt: now },
    );
    const components = [component(['2.0.1'])];
    expect(judge({ components, facts: { sources }, judgeSourceAge: true, now }).reason).toBe(reason);
  });

  it('where what ships is too old, a newer Patchproof is the remedy', () => {
    const sources = facts.sources.map((source) => ({ ...source, id: 'embedded' }));
    const verdict = judge({
      components: [component(['2.0.1'])],
      facts: { sources },
      judgeSourceAge: true,
      now: '2026-06-09T00:00:00.000Z',
    });
    expect(verdict.nextStep).toMatchObject({ code: 'refresh-sources', params: { days: '8', shipped: 'yes' } });
  });

  it('what a wrong clock dated after now is not fresh, and hides none that is', () => {
    const now = '2026-06-07T00:00:00.000Z';
    const fetchedAt = '2030-01-01T00:00:00.000Z';
    const future = facts.sources.map((source) => ({ ...source, id: 'live', fetchedAt }));
    const situation = { components: [component(['2.0.1'])], judgeSourceAge: true, now };
    expect(judge({ ...situation, facts: { sources: future } })).toMatchObject({
      answer: 'no',
      reason: 'data-stale',
      nextStep: { code: 'refresh-sources', params: { days: '', source: 'Embedded facts' } },
    });
    expect(judge({ ...situation, facts: { sources: [...facts.sources, ...future] } }).answer).toBe('yes');
  });

  it('of several sources of a kind the newest is its age', () => {
    const [source] = facts.sources;
    if (source === undefined) throw new Error('fixture');
    const sources = [
      ...facts.sources,
      ...facts.sources.map((known) => ({ ...known, fetchedAt: '2026-07-01T00:00:00.000Z' })),
    ];
    const situation = { components: [component(['2.0.1'])], judgeSourceAge: true, now: '2026-07-02T00:00:00.000Z' };
    expect(judge({ ...situation, facts: { sources } }).answer).toBe('yes');
    expect(judge(situation).reason).toBe('data-stale');
  });
});

describe('rule 1, vendor-hosted', () => {
  const signal = (kind: 'header' | 'cookie') => ({
    kind,
    rule: 'names it',
    url: 'https://shop.example/',
    at: '2026-04-01T12:00:00.000Z',
    status: 200,
    excerpt: null,
    sha256: null,
    versions: null,
    known: 'measured' as const,
  });
  const hosted = component([], { vendorHosted: true, evidence: [signal('header'), signal('cookie')] });

  it('two signals of different kinds: yes', () => {
    expect(judge({ components: [hosted] })).toMatchObject({ answer: 'yes', reason: 'vendor-hosted' });
  });
  it('two signals of one kind: no', () => {
    const once = { ...hosted, evidence: [signal('header'), signal('header')] };
    expect(judge({ components: [once] })).toMatchObject({ answer: 'no', reason: 'unknown-platform' });
  });
  it('a self-hosted platform beside it: no', () => {
    expect(judge({ components: [hosted, component(['2.0.1'])] })).toMatchObject({
      answer: 'no',
      reason: 'conflicting-evidence',
    });
  });
});

describe('rules 2 and 3, what counts as a release', () => {
  it('pre-releases by name and by data', () => {
    expect(judge({ components: [component(['2.1.0-rc1'])] }).reason).toBe('pre-release');
    const releases = [
      ...facts.releases,
      { version: '2.1.0', date: '2026-03-01', security: null, openSource: true, prerelease: true },
    ];
    expect(judge({ components: [component(['2.1.0'])], facts: { releases } }).reason).toBe('pre-release');
    expect(judge({ components: [component(['2.0.1'])], facts: { releases } }).reason).toBe('current');
  });
  it('a version that is not out yet, never was, or is no version', () => {
    expect(judge({ components: [component(['2.0.1'])], now: '2026-02-09T23:59:59.000Z' }).reason).toBe(
      'version-not-known',
    );
    expect(judge({ components: [component(['2.0.1'])], now: '2026-02-10T00:00:00.000Z' }).reason).toBe('current');
    expect(judge({ components: [component(['9.9'])] })).toMatchObject({
      reason: 'version-not-known',
      nextStep: { code: 'attest-version' },
    });
    expect(judge({ components: [component(['<b>'])] }).reason).toBe('version-not-known');
  });
  it("a release without a date is out from the data's own date on", () => {
    const releases = [
      ...facts.releases,
      { version: '2.0.2', date: null, security: null, openSource: true, prerelease: false },
    ];
    const situation = { components: [component(['2.0.2'])], facts: { releases } };
    expect(judge({ ...situation, now: '2026-05-31T12:00:00.000Z' }).reason).toBe('version-not-known');
    expect(judge({ ...situation, now: '2026-06-01T12:00:00.000Z' }).reason).toBe('current');
    expect(judge({ ...situation, components: [component(['2.0.1'])], now: '2026-06-01T12:00:00.000Z' }).reason).toBe(
      'update-missing',
    );
  });
});

describe('rule 4, end of life', () => {
  it('the last supported day is still supported', () => {
    const situation = { components: [component(['1.0.2'])] };
    expect(judge({ ...situation, now: '2026-12-31T23:59:59.000Z' }).reason).toBe('secure');
    expect(judge({ ...situation, now: '2027-01-01T00:00:00.000Z' })).toMatchObject({
      reason: 'end-of-life',
      nextStep: {
        code: 'change-branch',
        params: { product: 'shop', version: '2.0.1', releasedOn: '2026-02-10', branch: '1.0' },
      },
    });
  });
  it('the paid edition has its own window: seen or attested', () => {
    const now = '2027-06-01T12:00:00.000Z';
    expect(judge({ components: [component(['1.0.2'], { edition: 'commerce' })], now }).reason).toBe('secure');
    const attested = { ...statement, covers: [], edition: 'commerce' as const, expires: '2027-12-31' };
    expect(judge({ components: [component(['1.0.2'])], attestations: [attested], now }).reason).toBe('secure');
  });
  it('ended without a date: the day after its last release', () => {
    const branches = facts.support.branches.map((branch) =>
      branch.branch === '1.0' ? { ...branch, securitySupportEnds: null, eol: true } : branch,
    );
    const situation = { components: [component(['1.0.2'])], facts: { support: { ...facts.support, branches } } };
    expect(judge({ ...situation, now: '2025-06-10T12:00:00.000Z' }).reason).toBe('current');
    expect(judge({ ...situation, now: '2025-06-11T12:00:00.000Z' }).reason).toBe('end-of-life');
  });
  it('older than every listed branch: ended where a policy is published, unknown where none is', () => {
    const releases = [
      ...facts.releases,
      { version: '0.9.0', date: '2026-03-01', security: null, openSource: true, prerelease: false },
    ];
    const situation = { components: [component(['0.9.0'])], facts: { releases } };
    expect(judge(situation).reason).toBe('end-of-life');
    const support = { ...facts.support, policyPublished: false };
    expect(judge({ ...situation, facts: { releases, support } }).reason).toBe('secure');
  });
  it('where only the newest branch is kept, a branch ends the day after a higher one came out', () => {
    const support = { ...facts.support, newestBranchOnly: true };
    const situation = { components: [component(['1.0.2'])], facts: { support } };
    expect(judge({ ...situation, now: '2026-01-10T12:00:00.000Z' }).reason).toBe('secure');
    expect(judge({ ...situation, now: '2026-01-11T12:00:00.000Z' }).reason).toBe('end-of-life');
  });
});

describe('rule 5, update missing', () => {
  it('a newer security release of the branch', () => {
    expect(judge({ components: [component(['1.0.0'])] })).toMatchObject({
      reason: 'update-missing',
      nextStep: {
        code: 'update',
        params: { product: 'shop', version: '1.0.2', releasedOn: '2025-06-10', branch: '1.0' },
      },
    });
  });
  it('a newer release that is known to be none does not count; one of unknown nature does', () => {
    expect(judge({ components: [component(['1.0.1'])] }).reason).toBe('secure');
    const releases = facts.releases.map((release) =>
      release.version === '1.0.2' ? { ...release, security: null } : release,
    );
    expect(judge({ components: [component(['1.0.1'])], facts: { releases } }).reason).toBe('update-missing');
  });
  it('a release of another branch does not count; one dated today does', () => {
    expect(judge({ components: [component(['1.0.2'])] }).reason).toBe('secure');
    expect(judge({ components: [component(['1.0.0'])], now: '2025-03-09T12:00:00.000Z' }).reason).toBe('current');
    expect(judge({ components: [component(['1.0.0'])], now: '2025-03-10T00:00:00.000Z' }).reason).toBe(
      'update-missing',
    );
  });
  it('releases for the paid edition only count for it alone', () => {
    const releases = [
      ...facts.releases,
      { version: '2.0.2', date: '2026-03-01', security: true, openSource: false, prerelease: false },
    ];
    expect(judge({ components: [component(['2.0.1'])], facts: { releases } }).reason).toBe('current');
    expect(judge({ components: [component(['2.0.1'], { edition: 'commerce' })], facts: { releases } }).reason).toBe(
      'update-missing',
    );
  });
});

describe('rule 6, known advisory', () => {
  const open = { ...flaw, ranges: [{ introduced: '2.0.0', fixed: null, lastAffected: '2.0.1' }] };

  it('counts from the day it was published', () => {
    const situation = { components: [component(['2.0.1'])], facts: { advisories: [open] } };
    expect(judge({ ...situation, now: '2026-02-28T23:59:59.000Z' }).reason).toBe('current');
    expect(judge({ ...situation, now: '2026-03-01T00:00:00.000Z' })).toMatchObject({
      reason: 'known-advisory',
      nextStep: { code: 'ask-vendor' },
    });
  });
  it('each end of a range: introduced and last affected are inside, fixed is not', () => {
    const at = (version: string, range: Partial<AffectedRange>) =>
      judge({
        components: [component([version])],
        facts: { advisories: [{ ...open, ranges: [{ introduced: '0', fixed: null, lastAffected: null, ...range }] }] },
      }).reason;
    expect(at('2.0.1', { introduced: '2.0.1' })).toBe('known-advisory');
    expect(at('2.0.1', { introduced: '2.0.2' })).toBe('current');
    expect(at('2.0.1', { fixed: '2.0.1' })).toBe('current');
    expect(at('2.0.1', { fixed: '2.0.2' })).toBe('known-advisory');
    expect(at('2.0.1', { lastAffected: '2.0.0' })).toBe('current');
  });
  it('a listed version is affected; a known false positive overrides list and range; a withdrawn record says nothing', () => {
    const advisories = (more: Partial<typeof flaw>) => ({
      advisories: [{ ...open, ranges: [], versions: ['2.0.1'], ...more }],
    });
    expect(judge({ components: [component(['2.0.1'])], facts: advisories({}) }).reason).toBe('known-advisory');
    const spared = judge({ components: [component(['2.0.1'])], facts: advisories({ knownFalsePositives: ['2.0.1'] }) });
    expect(spared).toMatchObject({
      reason: 'current',
      findings: [{ status: 'not_affected', because: 'known-false-positive' }],
    });
    expect(judge({ components: [component(['2.0.1'])], facts: advisories({ withdrawn: '2026-03-02' }) }).reason).toBe(
      'current',
    );
  });
  it.each(['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc', 'BULLETIN-7'])('an attestation that covers %s clears it', (id) => {
    const situation = {
      components: [component(['2.0.1'])],
      facts: { advisories: [open] },
      attestations: [{ ...statement, covers: [id] }],
    };
    expect(judge(situation)).toMatchObject({ answer: 'yes', findings: [{ status: 'fixed', because: 'attested' }] });
    expect(judge({ ...situation, policy: { accept: [] } }).reason).toBe('known-advisory');
    expect(judge({ ...situation, attestations: [{ ...statement, covers: ['CVE-2026-2'] }] }).reason).toBe(
      'known-advisory',
    );
  });
  it('an attestation counts from its first to its last day, and past it the reason says so', () => {
    const situation = { components: [component(['2.0.1'])], facts: { advisories: [open] }, attestations: [statement] };
    expect(judge({ ...situation, now: '2026-03-04T23:59:59.000Z' }).reason).toBe('known-advisory');
    expect(judge({ ...situation, now: '2026-03-05T00:00:00.000Z' }).reason).toBe('current');
    expect(judge({ ...situation, now: '2026-12-31T23:59:59.000Z' }).reason).toBe('current');
    expect(judge({ ...situation, now: '2027-01-01T00:00:00.000Z' })).toMatchObject({
      answer: 'no',
      reason: 'evidence-expired',
      nextStep: { code: 'renew-attestation' },
    });
  });
  it('two voices: the vendor says secure, an advisory says affected', () => {
    const situation = { components: [component(['2.0.1'])], facts: { advisories: [open], vendorSecure: ['2.0.1'] } };
    expect(judge(situation)).toMatchObject({
      answer: 'no',
      reason: 'sources-disagree',
      nextStep: { code: 'ask-vendor' },
    });
    const endless = { ...open, ranges: [{ introduced: '0', fixed: null, lastAffected: null }] };
    expect(judge({ ...situation, facts: { advisories: [endless], vendorSecure: ['2.0.1'] } }).reason).toBe(
      'known-advisory',
    );
  });
  it("a release that the vendor flags as insecure has a flaw, though no record names it, and is nobody's target", () => {
    const flagged = (version: string, vendorInsecure: string[]) =>
      judge({ components: [component([version])], facts: { vendorInsecure } });
    // 1.0.2 fixes no flaw that anybody names, so 1.0.1 would be secure
    expect(flagged('1.0.1', []).reason).toBe('secure');
    expect(flagged('1.0.1', ['1.0.1'])).toMatchObject({
      answer: 'no',
      reason: 'known-advisory',
      findings: [],
      nextStep: { code: 'update', params: { version: '1.0.2' } },
    });
    expect(flagged('1.0.1', ['1.0.1', '1.0.2'])).toMatchObject({
      reason: 'known-advisory',
      nextStep: { params: { version: '2.0.1' } },
    });
    expect(flagged('2.0.1', ['2.0.1.0', '2.0.0'])).toMatchObject({ answer: 'no', reason: 'known-advisory' });
    expect(flagged('2.0.1', ['2.0.0']).answer).toBe('yes');
  });
  it('a flaw without a fixed version names the vendor as the next step, an isolated patch itself', () => {
    const situation = {
      components: [component(['2.0.1'])],
      facts: { advisories: [{ ...open, ranges: [{ introduced: '0', fixed: null, lastAffected: null }] }] },
    };
    expect(judge(situation).nextStep).toMatchObject({ code: 'ask-vendor', params: { product: 'shop' } });
    const patch = {
      ...open,
      ranges: [{ introduced: '0', fixed: null, lastAffected: '2.0.1' }],
      fixKind: 'isolated-patch' as const,
    };
    expect(judge({ ...situation, facts: { advisories: [patch] } }).nextStep).toEqual({
      code: 'apply-patch',
      params: { product: 'shop', ids: 'BULLETIN-7, CVE-2026-1, GHSA-aaaa-bbbb-cccc' },
    });
  });
});

describe('rule 7, fixes without a version number', () => {
  const patch = {
    id: 'APSB-1',
    date: '2026-03-20',
    appliesTo: ['2.0.1'],
    cves: ['CVE-2026-9'],
    url: 'https://example.com/',
  };
  const situation = { components: [component(['2.0.1'])], facts: { patches: [patch] } };

  it('counts from its day, for the release it names, until it is attested', () => {
    expect(judge({ ...situation, now: '2026-03-19T12:00:00.000Z' }).reason).toBe('current');
    expect(judge({ ...situation, now: '2026-03-20T12:00:00.000Z' })).toMatchObject({
      reason: 'patch-level-unproven',
      nextStep: { code: 'apply-patch', params: { product: 'shop', ids: 'APSB-1' } },
    });
    expect(judge({ ...situation, components: [component(['1.0.2'])] }).reason).toBe('secure');
    expect(judge({ ...situation, attestations: [{ ...statement, covers: ['APSB-1'] }] }).reason).toBe('current');
    expect(judge({ ...situation, attestations: [{ ...statement, covers: ['CVE-2026-9'] }] }).reason).toBe('current');
  });
  it('a patch that names no release never decides', () => {
    expect(judge({ ...situation, facts: { patches: [{ ...patch, appliesTo: [] }] } }).reason).toBe('current');
  });
});

describe('rule 8, no published support window', () => {
  const support = {
    policyPublished: false,
    newestBranchOnly: false,
    branches: facts.support.branches.map((branch) => ({ ...branch, securitySupportEnds: null, eol: null })),
  };
  const at = (version: string, now: string, more: Partial<typeof facts> = {}) =>
    judge({ components: [component([version])], facts: { support, ...more }, now: `${now}T12:00:00.000Z` }).reason;

  it('the newest branch counts with a release in the last 24 months', () => {
    expect(at('2.0.1', '2028-02-10')).toBe('current');
    expect(at('2.0.1', '2028-02-11')).toBe('support-unknown');
  });
  it('a branch that is only said not to have ended has no window', () => {
    const alive = { ...support, branches: support.branches.map((branch) => ({ ...branch, eol: false })) };
    expect(at('2.0.1', '2028-02-11', { support: alive })).toBe('support-unknown');
  });
  it('the longest listed branch that fits is the branch of a version', () => {
    const branches = [
      { branch: '2', securitySupportEnds: '2026-02-28', commerceSupportEnds: null, eol: true },
      ...facts.support.branches,
    ];
    expect(at('2.0.1', '2026-04-01', { support: { ...facts.support, branches } })).toBe('current');
    expect(at('2.0.1', '2026-04-01', { support: { ...facts.support, branches: branches.toReversed() } })).toBe(
      'current',
    );
  });
  it('another branch with one in the last 12', () => {
    const harmless = { releases: facts.releases.map((release) => ({ ...release, security: false })) };
    expect(at('1.0.2', '2026-06-10', harmless)).toBe('secure');
    expect(at('1.0.2', '2026-06-11', harmless)).toBe('support-unknown');
  });
  it('not when a higher branch has since had a security release, or one of unknown nature', () => {
    const withSecurity = (security: boolean | null) => ({
      releases: facts.releases.map((release) =>
        release.version.startsWith('2.') ? { ...release, security } : release,
      ),
    });
    expect(at('1.0.2', '2026-03-01', withSecurity(true))).toBe('support-unknown');
    expect(at('1.0.2', '2026-03-01', withSecurity(null))).toBe('support-unknown');
    expect(at('1.0.2', '2026-03-01', withSecurity(false))).toBe('secure');
    const sameDay = facts.releases.map((release) =>
      release.version.startsWith('2.') ? { ...release, date: '2025-06-10', security: true } : release,
    );
    expect(at('1.0.2', '2026-03-01', { releases: sameDay })).toBe('secure');
  });
  it('a release without a day is no sign of life for a branch that is not the newest', () => {
    const undated = (version: string) => ({
      version,
      date: null,
      security: false,
      openSource: true,
      prerelease: false,
    });
    const releases = [...facts.releases.map((release) => ({ ...release, security: false })), undated('1.0.3')];
    expect(at('1.0.3', '2026-06-10', { releases })).toBe('secure');
    expect(at('1.0.3', '2026-06-11', { releases })).toBe('support-unknown');
    expect(at('2.0.2', '2028-05-01', { releases: [...releases, undated('2.0.2')] })).toBe('current');
    const ended = { ...support, branches: support.branches.map((branch) => ({ ...branch, eol: true })) };
    expect(at('1.0.3', '2026-06-01', { releases, support: ended })).toBe('end-of-life');
    expect(at('3.0.0', '2026-06-01', { releases: [undated('3.0.0')], support: ended })).toBe('current');
  });
  it('a published policy without an end date is a window', () => {
    const open = {
      ...support,
      policyPublished: true,
      branches: support.branches.map((branch) => ({ ...branch, eol: false })),
    };
    expect(at('2.0.1', '2029-01-01', { support: open })).toBe('current');
  });
  it('a branch newer than the support data is judged by its releases', () => {
    const releases = [
      ...facts.releases,
      { version: '3.0.0', date: '2026-03-01', security: null, openSource: true, prerelease: false },
    ];
    expect(judge({ components: [component(['3.0.0'])], facts: { releases } }).reason).toBe('current');
    expect(
      judge({ components: [component(['3.0.0'])], facts: { releases }, now: '2028-03-02T12:00:00.000Z' }).reason,
    ).toBe('support-unknown');
  });
});

describe('candidates, corroboration, components', () => {
  it('all yes: yes; a common no: that no; else ambiguous, and the set is shown', () => {
    expect(judge({ components: [component(['1.0.2', '2.0.1'])] })).toMatchObject({ answer: 'yes', reason: 'secure' });
    const releases = [
      ...facts.releases,
      { version: '1.0.3', date: '2026-03-01', security: true, openSource: true, prerelease: false },
    ];
    expect(judge({ components: [component(['1.0.0', '1.0.2'])], facts: { releases } }).reason).toBe('update-missing');
    expect(judge({ components: [component(['1.0.0', '1.0.2'])] })).toMatchObject({
      answer: 'no',
      reason: 'version-ambiguous',
      nextStep: { code: 'settle-version', params: { versions: '1.0.0, 1.0.2' } },
      judgements: [
        { version: '1.0.0', reason: 'update-missing' },
        { version: '1.0.2', reason: 'secure' },
      ],
    });
  });
  it('where every candidate is a no, the next step is the update', () => {
    const mixed = judge({ components: [component(['0.9', '1.0.0'])] });
    expect(mixed).toMatchObject({
      reason: 'version-ambiguous',
      nextStep: { code: 'update', params: { version: '1.0.2' } },
    });
  });
  it('a flaw that affects some candidates is under investigation', () => {
    const verdict = judge({ components: [component(['1.0.0', '1.0.2'])], facts: { advisories: [flaw] } });
    expect(verdict.findings).toMatchObject([{ id: 'CVE-2026-1', status: 'under_investigation', fixedIn: ['1.0.1'] }]);
  });
  it('a yes needs corroboration; a no does not', () => {
    const alone = { corroborated: false, claimed: '2.0.1' };
    expect(judge({ components: [component(['2.0.1'], alone)] })).toMatchObject({
      answer: 'no',
      reason: 'unknown-version',
      nextStep: { code: 'attest-version' },
    });
    expect(judge({ components: [component(['1.0.0'], alone)] }).reason).toBe('update-missing');
  });
  it('over components the worst decides, whatever their order', () => {
    const good = component(['2.0.1']);
    const bad = component(['1.0.0'], { product: 'base' });
    for (const components of [
      [good, bad],
      [bad, good],
    ]) {
      expect(judge({ components })).toMatchObject({ answer: 'no', reason: 'update-missing', product: 'base' });
    }
  });
  it('exploited flaws come first among the findings, from the day they were listed', () => {
    const other = { ...flaw, id: 'CVE-2026-5', aliases: [], published: '2026-03-20' };
    const exploited = [{ cve: 'CVE-2026-1', addedOn: '2026-03-25', dueOn: null }];
    const situation = { components: [component(['1.0.0'])], facts: { advisories: [other, flaw], exploited } };
    expect(
      judge({ ...situation, now: '2026-03-24T12:00:00.000Z' }).findings.map(({ id, exploitedSince }) => [
        id,
        exploitedSince,
      ]),
    ).toEqual([
      ['CVE-2026-5', null],
      ['CVE-2026-1', null],
    ]);
    expect(judge(situation).findings.map(({ id, exploitedSince }) => [id, exploitedSince])).toEqual([
      ['CVE-2026-1', '2026-03-25'],
      ['CVE-2026-5', null],
    ]);
  });
});

describe('stated versions', () => {
  const { covers, ...said } = statement;
  const states = (version: string, more: object = {}) => [{ ...said, covers: [], version, ...more }];
  const unknown = { components: [component([])] };

  it('fill in where nothing was seen, and are labelled', () => {
    expect(judge({ ...unknown, attestations: states('2.0.1') })).toMatchObject({
      answer: 'yes',
      reason: 'current',
      stated: [{ product: 'shop', version: '2.0.1', author: 'Acme Web', made: '2026-03-05', expires: '2026-12-31' }],
    });
    expect(judge({ ...unknown, attestations: states('1.0.0') }).reason).toBe('update-missing');
    expect(judge({ ...unknown, attestations: states('7.7') }).reason).toBe('version-not-known');
  });

  it('pick one of the candidates, and support what one text claims', () => {
    const several = { components: [component(['1.0.0', '2.0.1'], { corroborated: false })] };
    expect(judge({ ...several, attestations: states('2.0.1') }).reason).toBe('current');
    const claimed = { components: [component(['2.0.1'], { corroborated: false })] };
    expect(judge(claimed).reason).toBe('unknown-version');
    expect(judge({ ...claimed, attestations: states('2.0.1') }).reason).toBe('current');
  });

  it('never overrule what was seen', () => {
    const seen = { components: [component(['1.0.0'])] };
    expect(judge({ ...seen, attestations: states('2.0.1') }).reason).toBe('conflicting-evidence');
    const conflicting = { components: [component([], { conflict: true })] };
    expect(judge({ ...conflicting, attestations: states('2.0.1') }).reason).toBe('conflicting-evidence');
  });

  it('of a release that the data do not have yet contradict nothing, where several fit; it is still no release', () => {
    const several = { components: [component(['1.0.0', '2.0.1'], { corroborated: false })] };
    expect(judge({ ...several, attestations: states('2.0.9') })).toMatchObject({
      answer: 'no',
      reason: 'version-not-known',
      stated: [{ version: '2.0.9' }],
    });
    expect(judge({ ...several, attestations: states('2.0.9-rc1') }).reason).toBe('pre-release');
    // 2.0.0 is known, and is none of those that fit; one release that fits alone contradicts every other
    expect(judge({ ...several, attestations: states('2.0.0') }).reason).toBe('conflicting-evidence');
    const one = { components: [component(['2.0.1'], { corroborated: false })] };
    expect(judge({ ...one, attestations: states('2.0.9') }).reason).toBe('conflicting-evidence');
  });

  it('that contradict each other are a conflict', () => {
    const both = [...states('2.0.1'), ...states('1.0.2')];
    expect(judge({ ...unknown, attestations: both }).reason).toBe('conflicting-evidence');
  });

  it('leave an exactly seen version as it is, without a label', () => {
    const seen = { components: [component(['2.0.1'])] };
    expect(judge({ ...seen, attestations: states('2.0.1') })).toMatchObject({ reason: 'current', stated: [] });
  });

  it('without a product speak of the only one, with it of no other', () => {
    const two = { components: [component([]), component(['2.0.1'], { product: 'base' })] };
    expect(judge({ ...two, attestations: states('2.0.1') }).reason).toBe('unknown-version');
    expect(judge({ ...two, attestations: states('2.0.1', { product: 'shop' }) }).answer).toBe('yes');
    expect(judge({ ...unknown, attestations: states('2.0.1', { product: 'base' }) }).reason).toBe('unknown-version');
  });

  it('count from the day they are made to the day they end', () => {
    const attestations = states('2.0.1');
    expect(judge({ ...unknown, attestations, now: '2026-03-04T12:00:00.000Z' }).reason).toBe('unknown-version');
    expect(judge({ ...unknown, attestations, now: '2026-03-05T00:00:00.000Z' }).answer).toBe('yes');
    expect(judge({ ...unknown, attestations, now: '2027-01-01T00:00:00.000Z' })).toMatchObject({
      reason: 'evidence-expired',
      nextStep: { code: 'renew-attestation' },
      stated: [],
    });
  });

  it('count only where the policy accepts them', () => {
    expect(judge({ ...unknown, attestations: states('2.0.1'), policy: { accept: [] } }).reason).toBe('unknown-version');
  });

  it('are asked for by where the version is read', () => {
    const versionPlace = { kind: 'composer' as const, name: 'acme/shop' };
    const step = judge({ components: [component([], { versionPlace })] }).nextStep;
    expect(step).toEqual({
      code: 'attest-version',
      params: { product: 'shop', place: 'composer', package: 'acme/shop' },
    });
  });
});

describe('when support ends', () => {
  it('is told of every line among the candidates, the earliest first', () => {
    expect(judge({ components: [component(['2.0.0', '1.0.2'])] }).supportEnds).toEqual([
      { product: 'shop', branch: '1.0', on: '2026-12-31' },
      { product: 'shop', branch: '2.0', on: '2028-01-31' },
    ]);
  });

  it('follows the edition, and is not made up where no day is published', () => {
    const commerce = component(['1.0.2'], { edition: 'commerce' });
    expect(judge({ components: [commerce] }).supportEnds).toEqual([
      { product: 'shop', branch: '1.0', on: '2027-12-31' },
    ]);
    const ended = {
      ...facts.support,
      branches: [{ branch: '2.0', securitySupportEnds: null, commerceSupportEnds: null, eol: false }],
    };
    expect(judge({ components: [component(['1.0.2', '2.0.0'])], facts: { support: ended } }).supportEnds).toEqual([]);
  });
});
