import { describe, expect, it } from 'vitest';
import { component, flaw, judge } from './situation.ts';

/** Of the small product in situation.ts: 1.0.1 came out on 10 March 2025, 1.0.2 on 10 June 2025, 2.0.0 on 10 January 2026. */
const finding = (advisory: Partial<typeof flaw>, versions = ['1.0.0'], more: object = {}) =>
  judge({ components: [component(versions)], facts: { advisories: [{ ...flaw, ...advisory }], ...more } }).findings[0];

describe('the day of the fix', () => {
  it('is the day the flaw became public where the fix was out before it', () => {
    expect(finding({ published: '2025-04-01' })?.fixedOn).toBe('2025-04-01');
  });
  it('is the day of the first release without the flaw where that came later', () => {
    expect(finding({ published: '2025-02-01' })?.fixedOn).toBe('2025-03-10');
  });
  it('is that of the same line, though another line had none of it earlier', () => {
    const ranges = [{ introduced: '0', fixed: '1.0.2', lastAffected: null }];
    expect(finding({ published: '2025-02-01', ranges })?.fixedOn).toBe('2025-06-10');
  });
  it('is that of a higher line where the same line has none', () => {
    const ranges = [{ introduced: '0', fixed: '2.0.0', lastAffected: null }];
    expect(finding({ published: '2025-02-01', ranges })?.fixedOn).toBe('2026-01-10');
  });
  it('is not known where nothing fixes it', () => {
    const ranges = [{ introduced: '0', fixed: null, lastAffected: null }];
    expect(finding({ ranges })).toMatchObject({ fixedOn: null, unbounded: true });
  });
  it('is that of the patch where the fix has no version number, else that of the record', () => {
    const hotfix = { fixKind: 'hotfix' as const, published: '2026-03-01' };
    const patch = { id: 'BULLETIN-7', date: '2026-03-09', appliesTo: ['1.0.0'], cves: [], url: 'https://example.com/' };
    expect(finding(hotfix)?.fixedOn).toBe('2026-03-01');
    expect(finding(hotfix, ['1.0.0'], { patches: [patch] })?.fixedOn).toBe('2026-03-09');
  });
  it('is not told of a record that does not count', () => {
    expect(finding({ knownFalsePositives: ['1.0.0'] })).toMatchObject({ status: 'not_affected', fixedOn: null });
  });
});

it('names only fixes that are newer than what may be installed', () => {
  const ranges = [
    { introduced: '0', fixed: '1.0.1', lastAffected: null },
    { introduced: '2.0.0', fixed: '2.0.1', lastAffected: null },
  ];
  expect(finding({ ranges })?.fixedIn).toEqual(['1.0.1', '2.0.1']);
  expect(finding({ ranges }, ['2.0.0'])?.fixedIn).toEqual(['2.0.1']);
});

it('does not name a version that another range includes', () => {
  const ranges = [
    { introduced: '0', fixed: '1.0.1', lastAffected: null },
    { introduced: '1.0.1', fixed: '1.0.2', lastAffected: null },
  ];
  expect(finding({ ranges })?.fixedIn).toEqual(['1.0.2']);
});

it('gives the date by which an exploited flaw had to be closed', () => {
  const exploited = [{ cve: 'CVE-2026-1', addedOn: '2026-03-10', dueOn: '2026-03-31' }];
  expect(finding({}, ['1.0.0'], { exploited })).toMatchObject({
    exploitedSince: '2026-03-10',
    exploitedDueOn: '2026-03-31',
  });
  expect(finding({})).toMatchObject({ exploitedSince: null, exploitedDueOn: null });
});

describe('voices', () => {
  const account = (source: string, fixed: string) => ({
    sources: [source],
    ranges: [{ introduced: '0', fixed, lastAffected: null }],
    versions: [],
  });
  const merged = (...accounts: ReturnType<typeof account>[]) => ({
    sources: accounts.flatMap(({ sources }) => sources),
    ranges: accounts.flatMap(({ ranges }) => ranges),
    accounts,
  });

  it('are told apart where one leaves the version out', () => {
    const said = merged(account('strict', '1.0.2'), account('mild', '1.0.1'));
    expect(finding(said, ['1.0.1'])).toMatchObject({ status: 'affected', sources: ['strict'], doubters: ['mild'] });
  });
  it('agree on a version that all of them include, whatever else they differ in', () => {
    const said = merged(account('strict', '1.0.2'), account('mild', '1.0.1'));
    expect(finding(said, ['1.0.0'])).toMatchObject({ sources: ['strict', 'mild'], doubters: [] });
  });
  it('an older copy of the same source is no second voice', () => {
    const said = merged(account('one', '1.0.2'), account('one', '1.0.1'));
    expect(finding(said, ['1.0.1'])).toMatchObject({ sources: ['one'], doubters: [] });
  });
});

describe('what was fixed ahead of its publication', () => {
  const ahead = (advisory: Partial<typeof flaw>, versions: string[]) =>
    judge({ components: [component(versions)], facts: { advisories: [{ ...flaw, ...advisory }] } }).fixedAhead;

  it('is told of the first release without the flaw, with the releases that have it', () => {
    expect(ahead({}, ['1.0.1'])).toEqual([{ product: 'shop', published: '2026-03-01', versions: ['1.0.0'] }]);
  });
  it.each([
    ['a later release: it is not what fixed it', {}, ['1.0.2']],
    ['a flaw that was public when the release came out', { published: '2025-03-10' }, ['1.0.1']],
    ['several releases that fit', {}, ['1.0.1', '1.0.2']],
    ['a record that was taken back', { withdrawn: '2026-03-02' }, ['1.0.1']],
    ['a record of the future', { published: '2099-01-01' }, ['1.0.1']],
  ])('is not told of %s', (_, advisory, versions) => {
    expect(ahead(advisory, versions)).toBeUndefined();
  });
});
