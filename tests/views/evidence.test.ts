import { describe, expect, it } from 'vitest';
import type { Component, Evidence } from '../../src/model/identification.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { viewEvidence } from '../../src/views/evidence.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleComponent, sampleReport } from './samples.ts';

function piece(kind: Evidence['kind'], versions: string[] | null): Evidence {
  return {
    kind,
    rule: `${kind} speaks`,
    url: 'https://acme.example/x',
    at: '2026-11-22T14:00:00.000Z',
    status: 200,
    excerpt: 'x',
    sha256: null,
    versions,
    known: 'measured',
  };
}

const four = ['8.1.3', '8.1.4', '8.1.5', '8.1.6'];

function remarks(component: Partial<Component>, verdict: Partial<Verdict> = {}): string {
  const report = sampleReport({ reason: 'version-ambiguous', ...verdict }, [sampleComponent(component)]);
  return viewEvidence(report, en).components[0]?.remarks.join(' ') ?? '';
}

describe('several versions that fit', () => {
  const evidence = [
    piece('markup', null),
    piece('text-file', four),
    piece('file-hash', four.slice(1)),
    piece('file-hash', ['8.1.4', '8.1.5']),
  ];
  const versions = ['8.1.4', '8.1.5'];
  const judgements = versions.map((version) => ({
    product: 'prestashop',
    version,
    answer: 'no' as const,
    reason: 'update-missing' as const,
  }));

  it('are explained: what was seen, what each clue leaves, what is left, what would settle it', () => {
    const versionPlace = { kind: 'back-office' as const, name: '' };
    expect(remarks({ versions, evidence, versionPlace }, { judgements })).toBe(
      'The product is 97% certain. This was seen of the version: a text file (fits 4 versions) and the hash of a file (fits 2 versions). 2 versions fit all that we saw: 8.1.4, 8.1.5. We show them all rather than guess. Files that did not change from one version to the next cannot tell the two apart. Whoever runs the shop can settle it by stating the version. It stands in the shop’s administration.',
    );
  });

  it('need no settling where each is a yes, or where the maintainer has stated one', () => {
    const yes = judgements.map((one) => ({ ...one, answer: 'yes' as const, reason: 'secure' as const }));
    expect(remarks({ versions, evidence }, { judgements: yes })).not.toContain('settle');
    const stated = [
      {
        kind: 'composer' as const,
        product: 'prestashop',
        version: '8.1.5',
        author: 'Acme',
        made: '2026-11-20',
        expires: '2027-01-31',
      },
    ];
    const text = remarks({ versions, evidence }, { judgements, stated });
    expect(text).not.toContain('settle');
    expect(text).toContain(
      'Acme stated on 20 November 2026, with a list of Composer’s packages, that 8.1.5 is installed; the check does not see it. This counts until 31 January 2027.',
    );
  });

  it('are not spoken of where one version is certain', () => {
    expect(remarks({ versions: ['8.1.5'], evidence })).toBe('The product is 97% certain.');
  });
});

it('says which files robots.txt kept from being asked', () => {
  const report = sampleReport();
  report.identification.withheld = ['/a.txt', '/b.txt'];
  expect(viewEvidence(report, en).withheld).toMatch(/forbids it: \/a\.txt, \/b\.txt\. With/);
});
