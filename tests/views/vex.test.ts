import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/verdict.ts';
import { Vex } from '../../src/model/vex.ts';
import { packageUrl } from '../../src/views/package-url.ts';
import { hasVex, viewVex } from '../../src/views/vex.ts';
import { en } from '../../src/views/wording/en.ts';
import { asOf, sampleComponent, sampleFinding, samplePublished, sampleReport, sampleSite } from './samples.ts';

const finding = sampleFinding({
  aliases: ['CVE-2026-1', 'CVE-2026-1'],
  severity: null,
  cwes: [],
  url: 'https://advisories.example.org/GHSA-1',
});

function siteWith(findings: Finding[], over = {}) {
  return sampleSite({ report: sampleReport({ findings }), ...over });
}

function statementsOf(findings: Finding[], over = {}) {
  return viewVex(samplePublished(), siteWith(findings, over), en)?.statements;
}

describe('viewVex', () => {
  it('says what to do about a flaw, and by when', () => {
    const vex = viewVex(samplePublished(), siteWith([finding], { promise: { by: '2026-11-28' } }), en);
    expect(Vex.parse(vex)).toEqual({
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': 'https://shops.example.org/status/sites/acme/vex.json',
      author: 'checks@example.org',
      role: 'Outside observer',
      timestamp: asOf,
      // date -u -d 2026-11-22T14:05:00Z +%s
      version: 1795356300,
      tooling: 'Patchproof',
      statements: [
        {
          vulnerability: { '@id': finding.url, name: 'GHSA-1', aliases: ['CVE-2026-1'] },
          products: [{ '@id': 'https://acme.example/', subcomponents: [{ '@id': 'pkg:generic/prestashop@8.1.5' }] }],
          status: 'affected',
          status_notes: 'Told by the version that was seen from outside.',
          action_statement: 'Fixed in PrestaShop 8.1.6. Update PrestaShop to 8.1.6. Promised for 28 November 2026.',
        },
      ],
    });
  });

  it('says where a good word comes from, and that criminals use a flaw', () => {
    const attested: Finding = { ...finding, status: 'fixed', because: 'attested' };
    const mistaken: Finding = { ...finding, status: 'not_affected', because: 'known-false-positive' };
    const perhaps: Finding = { ...finding, status: 'under_investigation', because: 'some-candidates' };
    expect(statementsOf([attested, mistaken, { ...perhaps, exploitedSince: '2026-11-20' }])).toMatchObject([
      { status: 'fixed', status_notes: 'The maintainer states that it is fixed; the check does not see it.' },
      { status: 'not_affected', justification: 'vulnerable_code_not_present' },
      { status: 'under_investigation', status_notes: expect.stringContaining('Criminals are using this flaw now.') },
    ]);
  });

  it('links nothing that is no address', () => {
    const hostile = statementsOf([{ ...finding, url: 'javascript:alert(1)' }], { url: 'javascript:alert(2)' });
    expect(hostile?.[0]?.vulnerability).toEqual({ name: 'GHSA-1', aliases: ['CVE-2026-1'] });
    expect(hostile?.[0]?.products[0]?.['@id']).toBe('https://shops.example.org/status/sites/acme/');
  });

  it.each([
    ['is withheld', { report: null }],
    ['is overdue', { reason: 'check-overdue' as const }],
    ['found nothing', { report: sampleReport() }],
  ])('says nothing where the report %s', (_why, over) => {
    const site = siteWith([{ ...finding, status: 'fixed', because: 'attested' }], over);
    expect([hasVex(site), viewVex(samplePublished(), site, en)]).toEqual([false, null]);
  });
});

describe('packageUrl', () => {
  it.each([
    ['sylius', { kind: 'composer', name: 'sylius/sylius' }, '2.0.1', 'pkg:composer/sylius/sylius@2.0.1'],
    ['vendure', { kind: 'npm', name: '@vendure/core' }, '3.1.0', 'pkg:npm/%40vendure/core@3.1.0'],
    ['spree', { kind: 'bundler', name: 'spree' }, '5.0.0', 'pkg:gem/spree@5.0.0'],
    ['prestashop', { kind: 'back-office', name: '' }, '8.1.5', 'pkg:generic/prestashop@8.1.5'],
    ['oxid', { kind: 'composer', name: 'oxid-esales/oxideshop-ce' }, '7.0.0', 'pkg:generic/oxid@7.0.0'],
    ['shopify', null, '1?x#y', 'pkg:generic/shopify@1%3Fx%23y'],
  ] as const)('names %s', (product, versionPlace, version, expected) => {
    expect(packageUrl(sampleComponent({ product, versionPlace }), version)).toBe(expected);
  });
});
