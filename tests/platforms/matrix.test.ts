import { expect, test } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { fixtures } from './fixtures.ts';
import { describeFixture } from './matrix.ts';

for (const [name, fixture] of fixtures) describeFixture(name, fixture, platforms);

test('every platform has a fixture of its own', () => {
  const owners = new Set(fixtures.map(([, { platform }]) => platform));
  expect(platforms.map(({ id }) => id).filter((id) => !owners.has(id))).toEqual([]);
});

test('fixtures that belong to nobody expect nothing', () => {
  for (const [name, { platform, expect: expected }] of fixtures) {
    expect([name, name.startsWith('none-')]).toEqual([name, platform === null]);
    if (platform === null) expect([name, expected.components]).toEqual([name, []]);
  }
});
