import { describe, expect, test } from 'vitest';
import { identify } from '../../src/identify/index.ts';
import { platforms } from '../../src/platforms/index.ts';
import { context, snapshot } from '../identify/shop.ts';
import { fixtures } from './fixtures.ts';

function outline(components: ReturnType<typeof identify>['components'], wanted: readonly object[]) {
  return components.map(({ product, versions, corroborated, edition }, at) => {
    const all = { product, versions, corroborated, edition };
    return Object.fromEntries(Object.entries(all).filter(([key]) => key in (wanted[at] ?? all)));
  });
}

describe.each(fixtures)('%s', (_name, fixture) => {
  const seen = snapshot(fixture.exchanges);
  const wanted = fixture.expect.components;

  test('gives exactly what it says', () => {
    const { components } = identify(seen, context());
    expect(outline(components, wanted)).toEqual(wanted);
    for (const component of components) {
      expect(component.conflict).toBe(false);
      expect(component.confidence).toBeGreaterThanOrEqual(0.5);
      expect(component.evidence.length).toBeGreaterThan(0);
    }
  });

  test.each(platforms.map(({ id }) => id))('asked alone, %s speaks only of itself', (id) => {
    const alone = platforms.filter((platform) => platform.id === id);
    const found = identify(seen, context({ platforms: alone })).components.map(({ product }) => product);
    // a fork may show what names its origin: only together are they told apart
    const forked = platforms.some(
      ({ id: fork, insteadOf }) => fork === fixture.platform && insteadOf?.includes(id) === true,
    );
    const owner = wanted.some(({ product }) => product === id);
    expect(owner ? [[id]] : forked ? [[], [id]] : [[]]).toContainEqual(found);
  });
});

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
