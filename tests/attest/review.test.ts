import { describe, expect, test } from 'vitest';
import { reviewAttestations } from '../../src/attest/index.ts';
import type { Attestation } from '../../src/model/site.ts';
import type { Finding } from '../../src/model/verdict.ts';
import { isSameVersion, schemes } from '../../src/versions/index.ts';
import { component, statement } from '../verdict/situation.ts';

const finding = { id: 'CVE-2026-1', aliases: ['BULLETIN-7'] } as Finding;
const patch = { id: 'APSB26-92', date: '2026-03-01', appliesTo: ['1.0.2'], cves: ['CVE-2026-7'], url: 'x' };

function review(attestation: Partial<Attestation>, more: Partial<Parameters<typeof reviewAttestations>[1]> = {}) {
  const labelled = [{ label: 'Attestation 1 (statement)', attestation: { ...statement, ...attestation } }];
  const problems = reviewAttestations(labelled, {
    today: '2026-04-01',
    accept: ['statement'],
    components: [component(['1.0.2'])],
    findings: [finding],
    patches: () => [patch],
    isSame: (_, a, b) => isSameVersion(schemes.composer, a, b),
    isReleased: (_, version) => version === '2.0.0',
    ...more,
  });
  expect(problems.every(({ code }) => code === 'attestation')).toBe(true);
  return problems.map(({ message }) => message);
}

describe('an attestation that does something is not spoken of', () => {
  test('a version that is seen, written with a zero more', () => {
    expect(review({ covers: [], version: '1.1.0' }, { components: [component(['1.1'])] })).toEqual([]);
  });

  test.each([
    ['a flaw by its id', { covers: ['CVE-2026-1'] }],
    ['a flaw by another name', { covers: ['BULLETIN-7'] }],
    ['a fix without a version number', { covers: ['APSB26-92'] }],
    ['a flaw of such a fix', { covers: ['CVE-2026-7'] }],
    ['the version of the only product', { covers: [], version: '1.0.2' }],
    ['the version of a product', { covers: [], version: '1.0.2', product: 'shop' }],
    ['the edition', { covers: [], edition: 'commerce' as const }],
  ])('%s', (_, attestation) => {
    expect(review(attestation)).toEqual([]);
  });

  test('a version that the release data do not have yet, where several releases fit', () => {
    const several = { components: [component(['1.0.0', '1.0.2'])] };
    expect(review({ covers: [], version: '2.0.9' }, several)).toEqual([]);
    expect(review({ covers: [], version: '2.0.0' }, several)).toEqual([
      expect.stringMatching(/names shop 2\.0\.0, but the check sees 1\.0\.0, 1\.0\.2, and/),
    ]);
  });

  test('where nothing was seen, nothing is said of its use', () => {
    expect(review({ covers: ['CVE-1'] }, { components: [] })).toEqual([]);
  });
});

describe('what did nothing is said, once', () => {
  test.each([
    ['expired', { expires: '2026-03-31' }, /^Attestation 1 \(statement\) expired on 2026-03-31\. Remedy: /],
    ['not yet made', { made: '2026-04-02' }, /does not count before 2026-04-02/],
    ['of another flaw', { covers: ['CVE-2026-99'] }, /concerns nothing that is installed\. Remedy: /],
    ['of a fix for another release', { covers: ['APSB26-1'] }, /concerns nothing that is installed/],
    ['of another product', { covers: [], version: '1.0.2', product: 'other' }, /concerns nothing/],
    ['against what is seen', { covers: [], version: '2.0.0' }, /names shop 2\.0\.0, but the check sees 1\.0\.2, and/],
    ['of nothing', { covers: [] }, /concerns nothing/],
  ])('%s', (_, attestation, says) => {
    expect(review(attestation)).toEqual([expect.stringMatching(says)]);
  });

  test('of a kind that the policy does not accept', () => {
    expect(review({}, { accept: ['composer'] })).toEqual([expect.stringMatching(/"policy\.accept" does not list/)]);
  });

  test('a document with two proofs is used where one of them is', () => {
    const label = 'Attestation 1 (composer, composer.lock)';
    const of = (product: string) => ({ ...statement, covers: [], version: '1.0.2', product });
    const labelled = ['other', 'shop'].map((product) => ({ label, attestation: of(product) }));
    const judged = {
      today: '2026-04-01',
      accept: ['statement' as const],
      components: [component(['1.0.2'])],
      findings: [],
      patches: () => [],
      isSame: (_: string, a: string, b: string) => a === b,
      isReleased: () => true,
    };
    expect(reviewAttestations(labelled, judged)).toEqual([]);
    expect(reviewAttestations(labelled.slice(0, 1), judged)).toHaveLength(1);
  });
});
