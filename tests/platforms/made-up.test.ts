import { expect, test } from 'vitest';
import { identify, nextPath } from '../../src/identify/index.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { generator, textFile } from '../../src/platforms/signals.ts';
import { context, snapshot } from '../identify/shop.ts';
import { Fixture, fixtures } from './fixtures.ts';
import { describeFixture } from './matrix.ts';

/*
 * A new platform takes one record and one fixture, and no other change: both stand here, and everything else - the plan, the
 * evidence, the matrix - is what ships.
 */

const record: Platform = {
  id: 'market-stall',
  name: 'Market Stall',
  signals: [
    // <meta name="generator" content="Market Stall 3.2">
    generator('strong', /^Market Stall\b/, 'generator names Market Stall'),
    // Market Stall, a shop for everyone, as the first line
    textFile('half', '/stall/about.txt', /^Market Stall,/, 'about.txt speaks of Market Stall'),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the line',
      path: null,
      // Market Stall 3.2
      pattern: /^Market Stall (\d[\d.]{0,10})/,
      bound: 'exact',
    },
    {
      kind: 'text-file',
      rule: 'about.txt states the release',
      path: '/stall/about.txt',
      // Release 3.2
      pattern: /^Release (\d[\d.]{0,10})$/m,
      bound: 'exact',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};

const fixture = Fixture.parse({
  platform: 'market-stall',
  exchanges: [
    { path: '/', body: '<!doctype html><meta name="generator" content="Market Stall 3.2"><h1>Fresh fruit</h1>' },
    {
      path: '/stall/about.txt',
      headers: [['content-type', 'text/plain']],
      body: 'Market Stall, a shop\nRelease 3.2\n',
    },
  ],
  expect: { components: [{ product: 'market-stall', versions: ['3.2'], corroborated: true }] },
});

const all = [...platforms, record];

describeFixture('market-stall', fixture, all);

test('the plan asks for what the record declares', () => {
  const home = snapshot(fixture.exchanges.slice(0, 1));
  // a yes needs a second text
  expect(nextPath(home, context({ platforms: all, outcome: () => 'yes' }))).toBe('/stall/about.txt');
});

test('no fixture of another platform changes', () => {
  for (const [name, { exchanges }] of fixtures) {
    const seen = snapshot(exchanges);
    expect([name, identify(seen, context({ platforms: all }))]).toEqual([name, identify(seen, context())]);
  }
});
