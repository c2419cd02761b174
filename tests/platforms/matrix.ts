import { describe, expect, test } from 'vitest';
import { identify } from '../../src/identify/index.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { context, snapshot } from '../identify/shop.ts';
import type { Fixture } from './fixtures.ts';

function outline(components: ReturnType<typeof identify>['components'], wanted: readonly object[]) {
  return components.map(({ product, versions, corroborated, edition }, at) => {
    const all = { product, versions, corroborated, edition };
    return Object.fromEntries(Object.entries(all).filter(([key]) => key in (wanted[at] ?? all)));
  });
}

/** The matrix test of one fixture: its owner must find exactly what it says, all other platforms must stay silent. */
export function describeFixture(name: string, fixture: Fixture, platforms: readonly Platform[]): void {
  const seen = snapshot(fixture.exchanges);
  const wanted = fixture.expect.components;

  describe(name, () => {
    test('gives exactly what it says', () => {
      const { components } = identify(seen, context({ platforms }));
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
      // a fork shows all that its origin shows: only together are they told apart
      const forked = platforms.some(
        ({ id: fork, insteadOf }) => fork === fixture.platform && insteadOf?.includes(id) === true,
      );
      const owner = wanted.some(({ product }) => product === id);
      expect(owner || !forked ? found : []).toEqual(owner ? [id] : []);
    });
  });
}
