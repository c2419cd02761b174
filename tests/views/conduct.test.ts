import { expect, test } from 'vitest';
import type { SourceState } from '../../src/model/facts.ts';
import { viewConduct } from '../../src/views/conduct.ts';
import { en } from '../../src/views/wording/en.ts';
import { samplePublished, sampleReport, sampleSite } from './samples.ts';

const source: SourceState = {
  id: 'cve',
  name: 'CVE List',
  kind: 'advisories',
  fetchedAt: '2026-11-22T14:05:00.000Z',
  licence: 'terms',
  url: 'https://www.cve.org/',
  problem: 'CVE-2026-90001 is used by criminals.',
};

test('what a source could not say is shown once, behind what went wrong at the shop', () => {
  const problems = [{ code: 'attestation' as const, message: 'Attestation 1 expired.', url: null }];
  const sources = [source, { ...source, kind: 'releases' as const }, { ...source, id: 'x', problem: null }];
  const site = sampleSite({ report: { ...sampleReport(), problems }, sources });
  expect(viewConduct(samplePublished(), site, en).problems).toEqual([
    'Attestation 1 expired.',
    'CVE-2026-90001 is used by criminals.',
  ]);
});

test('where details are withheld, so are these', () => {
  const site = sampleSite({ report: null, sources: [source] });
  expect(viewConduct(samplePublished(), site, en).problems).toEqual([]);
});

test('every source is said with its day; one that gave no usable answer, with the day of its last good copy', () => {
  const sources = [source, { ...source, name: 'OSV', fetchedAt: '2026-11-20T14:05:00.000Z', standsIn: true as const }];
  expect(viewConduct(samplePublished(), sampleSite({ sources }), en).sources).toEqual([
    'CVE List, published flaws, as of 22 November 2026 (terms)',
    'OSV, published flaws: it gave no usable answer this time, so its last good copy of 20 November 2026 is used (terms)',
  ]);
});
