import { describe, expect, test } from 'vitest';
import { embeddedFacts } from '../../src/embedded.ts';
import { mergeAdvisories } from '../../src/facts/flaws.ts';
import type { Advisory } from '../../src/model/facts.ts';
import { advisory, ids } from './advisory.ts';

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
        // they differ, so who says what is kept
        accounts: [
          { sources: ['one'], ranges: own.ranges, versions: [] },
          { sources: ['OSV'], ranges: live.ranges, versions: ['2.4.3-p9'] },
        ],
      },
    ]);
  });

  test('keeps no accounts of sources that agree, or of one that names no versions', () => {
    const ranges = [{ introduced: '0', fixed: '2.4.7-p1', lastAffected: null }];
    const own = advisory('CVE-2024-34102', { ranges });
    const same = advisory('CVE-2024-34102', { ranges, sources: ['OSV'] });
    const mute = advisory('CVE-2024-34102', { ranges: [], sources: ['CVE List'] });
    expect(mergeAdvisories([[own], [same], [mute]])[0]).not.toHaveProperty('accounts');
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
