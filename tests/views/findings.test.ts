import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/verdict.ts';
import { viewFlaws } from '../../src/views/findings.ts';
import { viewMeaning } from '../../src/views/meaning.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleComponent, sampleEvent, sampleFinding, sampleReport, today } from './samples.ts';

const setting = { events: [], today, words: en };

function finding(id: string, over: Partial<Finding> = {}): Finding {
  return sampleFinding({ id, ...over });
}

describe('viewFlaws', () => {
  it('tells a flaw in our words, its ids apart', () => {
    const { flaws } = viewFlaws([finding('GHSA-1', { aliases: ['CVE-2026-1'] })], setting);
    expect(flaws).toEqual([
      {
        text: 'Somebody without a login could read or change what is in the database.',
        exploited: null,
        details: [
          // 9.8 by the specification's own example vector
          'It is one of the gravest flaws there are.',
          'Public since 19 November.',
          'Fixed in PrestaShop 8.1.6.',
        ],
        ids: 'GHSA-1, CVE-2026-1',
        href: 'https://advisories.example/1',
      },
    ]);
  });

  it.each([
    [
      'CVSS:3.1/AV:N/AC:L/PR:L/UI:N',
      ['CWE-79'],
      'Somebody with a login could plant a script that runs in the browsers of others.',
    ],
    [
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:H/UI:N',
      ['CWE-434'],
      'Somebody with an administrator’s login could run their own code in the shop.',
    ],
    [null, [], 'Somebody could misuse the shop; the record does not say how.'],
    ['nonsense', ['CWE-999999', 'no-cwe'], 'Somebody could misuse the shop; the record does not say how.'],
  ])('reads %s and %j', (severity, cwes, text) => {
    expect(viewFlaws([finding('GHSA-1', { severity, cwes })], setting).flaws[0]?.text).toBe(text);
  });

  it.each([
    [{ fixedIn: [] }, 'No version fixes it yet.'],
    [
      { fixedIn: [], unbounded: true },
      'The record names no version that ends it, so it counts against every later one.',
    ],
    [{ fixKind: 'hotfix' as const }, 'The fix comes as separate files and does not change the version.'],
  ])('says what fixes it: %j', (over, text) => {
    expect(viewFlaws([finding('GHSA-1', over)], setting).flaws[0]?.details).toContain(text);
  });

  it('counts exposure from the later of publication and first sight, and ends it with the fix', () => {
    const affects = {
      kind: 'advisory-affects',
      product: 'prestashop',
      advisory: 'GHSA-1',
      published: '2026-11-19',
    } as const;
    const seen = sampleEvent(0, affects, '2026-11-10T06:00:00.000Z');
    const tell = (events: (typeof seen)[]) => viewFlaws([finding('GHSA-1')], { ...setting, events }).flaws[0]?.details;
    expect(tell([seen])).toContain('Seen here since 19 November, for 3 days.');
    expect(tell([{ ...seen, at: '2026-11-21T06:00:00.000Z' }])).toContain('Seen here since 21 November, for 1 day.');
    const fixed = sampleEvent(1, { kind: 'advisory-fixed', product: 'prestashop', advisory: 'GHSA-1' });
    expect(tell([seen, fixed])?.join(' ')).not.toContain('Seen here');
  });

  it('names who counts the version in and who does not', () => {
    const disputed = finding('GHSA-1', { sources: ['OSV'], doubters: ['CVE list (CVE terms of use)'] });
    expect(viewFlaws([disputed], setting).flaws[0]?.details).toContain(
      'The sources do not agree on this version. Counted in by: OSV. Left out by: MITRE. The stricter word counts.',
    );
  });

  it('shows a record that names the version by mistake behind the flaws, and says so', () => {
    const mistaken = finding('GHSA-0', { status: 'not_affected', because: 'known-false-positive' });
    const fixed = finding('GHSA-2', { status: 'fixed', because: 'attested' });
    const { flaws } = viewFlaws([mistaken, fixed, finding('GHSA-1')], setting);
    expect(flaws.map(({ ids }) => ids)).toEqual(['GHSA-1', 'GHSA-0']);
    expect(flaws[1]).toMatchObject({
      text: 'The record names this version by mistake: it does not count here.',
      details: [],
    });
  });

  it('says what somebody else must do first', () => {
    const severity = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N';
    expect(viewFlaws([finding('GHSA-1', { severity, cwes: ['CWE-79'] })], setting).flaws[0]?.text).toBe(
      'Somebody without a login could plant a script that runs in the browsers of others. For that, somebody else has to open or click something.',
    );
  });

  it('puts used flaws first, then the newest, and counts the rest', () => {
    const crowd = Array.from({ length: 15 }, (_, i) => finding(`GHSA-${i}`, { published: `2026-01-${10 + i}` }));
    const { flaws, more } = viewFlaws(
      [...crowd, finding('OLD', { published: '2020-01-01', exploitedSince: '2026-11-20' })],
      setting,
    );
    expect(flaws.map(({ ids }) => ids).slice(0, 3)).toEqual(['OLD', 'GHSA-14', 'GHSA-13']);
    expect(flaws[0]?.exploited).toBe('Criminals are using this flaw now.');
    expect(more).toBe(4);
  });
});

describe('viewMeaning', () => {
  const summarize = (findings: Finding[], versions = ['8.1.5'], hasAdvisories = true) =>
    viewMeaning(sampleReport({ findings }, [sampleComponent({ versions })]), hasAdvisories, setting).summary;

  it('counts each kind of finding', () => {
    const findings = [
      finding('A'),
      finding('B', { status: 'under_investigation', because: 'some-candidates' }),
      finding('C', { status: 'fixed', because: 'attested' }),
      finding('D', { status: 'not_affected', because: 'known-false-positive' }),
    ];
    expect(summarize(findings)).toEqual([
      '1 published flaw affects what is installed.',
      '1 published flaw affects some of the versions that fit.',
      '1 published flaw is fixed, as the maintainer states.',
      '1 record names the installed version by mistake: it does not count here.',
    ]);
  });

  it('tells silence from knowledge', () => {
    expect(summarize([])).toEqual(['No published flaw affects what is installed.']);
    expect(summarize([], ['8.1.5'], false)[0]).toContain('Nobody publishes the flaws of this platform');
    expect(summarize([], [])).toEqual([
      'What is installed is not known well enough to compare it with published flaws.',
    ]);
  });

  it('does not say that nothing affects a release which its makers call insecure', () => {
    const report = sampleReport({ reason: 'known-advisory', findings: [] }, [sampleComponent({})]);
    expect(viewMeaning(report, true, setting).summary).toEqual([
      'The makers of the platform call the installed version insecure. They do not name the flaw.',
    ]);
  });

  it('says that a courtesy fix is no promise', () => {
    const components = [sampleComponent({ product: 'wordpress', versions: ['6.9.7'] })];
    const report = sampleReport({ reason: 'end-of-life', product: 'wordpress' }, components);
    expect(viewMeaning(report, true, setting).summary.at(-1)).toMatch(
      /^WordPress promises fixes for its newest line only\./,
    );
  });

  it('says once, not for each flaw, what waiting costs and what a record without an end means', () => {
    const endless = { unbounded: true, fixedIn: [] };
    const texts = summarize([finding('A', endless), finding('B', endless), finding('C', { fixedOn: '2026-11-10' })]);
    expect(texts.filter((text) => text.startsWith('Some records name no version'))).toHaveLength(1);
    expect(texts.filter((text) => text.startsWith('Cyber Essentials'))).toHaveLength(1);
    expect(summarize([finding('A')]).join(' ')).not.toContain('Some records');
  });
});
