import { expect, test } from 'vitest';
import type { SourceState } from '../../src/model/facts.ts';
import { disclose } from '../../src/views/disclose.ts';
import { viewFrame } from '../../src/views/frame.ts';
import { listSources, viewSources } from '../../src/views/sources.ts';
import { viewAllStatus, viewStatus } from '../../src/views/status.ts';
import { en } from '../../src/views/wording/en.ts';
import { asOf, listed, sampleKnown, samplePublished } from './samples.ts';

const day = 86_400_000;

function source(id: string, more: Partial<SourceState> = {}): SourceState {
  const info = { id, name: id.toUpperCase(), licence: 'MIT', url: `https://${id}.example/` };
  return { ...info, kind: 'advisories', fetchedAt: asOf, problem: null, maxAgeMs: 7 * day, ...more };
}

const before = (days: number, ms = 0) => new Date(Date.parse(asOf) - days * day - ms).toISOString();

test('each source is named once for each kind of fact, as old as its oldest part', () => {
  const parts = [
    source('osv'),
    source('eol', { kind: 'support', standsIn: true }),
    source('osv', { fetchedAt: before(2) }),
  ];
  expect(viewSources(parts, asOf)).toEqual([
    {
      id: 'eol',
      name: 'EOL',
      kind: 'support',
      fetchedAt: asOf,
      licence: 'MIT',
      url: 'https://eol.example/',
      maxAgeMs: 7 * day,
      stale: false,
      standsIn: true,
    },
    expect.objectContaining({ id: 'osv', fetchedAt: before(2), standsIn: false }),
  ]);
});

test.each([
  ['at its maximum age it still counts', { fetchedAt: before(7) }, false],
  ['past it, it does not', { fetchedAt: before(7, 1) }, true],
  ['of an unknown one nothing is said', { fetchedAt: before(900), maxAgeMs: undefined }, false],
])('%s', (_, { fetchedAt, ...more }, stale) => {
  const maxAgeMs = 'maxAgeMs' in more ? {} : { maxAgeMs: 7 * day };
  const { maxAgeMs: _age, ...bare } = source('osv', { fetchedAt });
  expect(viewSources([{ ...bare, ...maxAgeMs }], asOf)[0]?.stale).toBe(stale);
});

test('no status names the sources of a site that shows its answer alone', () => {
  const sources = { prestashop: [source('presta')], opencart: [source('cart')] };
  const shown = disclose(sampleKnown({ sources: { prestashop: sources.prestashop } }), 'full');
  const known = sampleKnown({ site: { ...listed, id: 'silent' }, sources: { prestashop: sources.opencart } });
  for (const [level, names] of [
    ['full', ['cart']],
    ['after-patch', ['cart']],
    ['answer-only', undefined],
  ] as const) {
    const hidden = disclose(known, level);
    const sites = [shown, hidden];
    const published = { ...samplePublished(sites), sources: listSources(sites.flatMap((site) => site.sources)) };
    expect(viewStatus(published, hidden).sources?.map(({ id }) => id)).toEqual(names);
    expect(viewAllStatus(published).sources.map(({ id }) => id)).toEqual([...(names ?? []), 'presta']);
    expect(viewAllStatus(published).sites.map((site) => site.sources?.[0]?.id)).toEqual(['presta', names?.[0]]);
  }
});

test('the footer names each licence once, with the day of its facts', () => {
  const sources = [
    source('embedded', { licence: 'CC-BY-4.0', fetchedAt: '2026-08-22T00:00:00.000Z' }),
    source('embedded', { kind: 'releases', licence: 'MIT', fetchedAt: '2026-08-22T00:00:00.000Z' }),
    source('osv'),
    source('osv', { kind: 'exploited', fetchedAt: '2026-11-20T06:00:00.000Z' }),
  ];
  const part = { title: 'x', description: 'x', path: '' };
  const { licences } = viewFrame({ ...samplePublished(), sources }, part, en);
  expect(licences).toEqual([
    { name: 'EMBEDDED', licence: 'CC-BY-4.0, as of 22 August 2026', href: 'https://embedded.example/' },
    { name: 'EMBEDDED', licence: 'MIT, as of 22 August 2026', href: 'https://embedded.example/' },
    { name: 'OSV', licence: 'MIT, as of 20 November 2026', href: 'https://osv.example/' },
  ]);
});
