import { isSafe } from 'redos-detector';
import { describe, expect, test } from 'vitest';
import { fillMegabyte, listAttacks, listPatterns } from '../../scripts/patterns.ts';

/** Ways in which one place of a text may be tried; every text that a pattern gets is capped besides. */
const mostBacktracks = 6_000;

describe.each(listPatterns())('$platform $pattern', (used) => {
  const { pattern } = used;

  test('bounds every repetition and nests none', () => {
    // classes and escapes cannot hold a quantifier
    const bare = pattern.source.replace(/\\./g, 'x').replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x');
    expect(bare).not.toMatch(/[*+]|\{\d+,\}/);
    expect(bare).not.toMatch(/\}\)\{/);
  });

  test('cannot be made to try a place over and over', () => {
    const fromOnePlace = new RegExp(`^(?:${pattern.source})`, pattern.flags.replace('m', ''));
    const { safe, error } = isSafe(fromOnePlace, { maxScore: mostBacktracks, maxSteps: 2_000_000 });
    expect([safe, error]).toEqual([true, null]);
  });

  // the milliseconds are measured by `npm run bench:patterns`
  test('takes a megabyte of every text that nearly matches', () => {
    const attacks = listAttacks(used);
    expect(attacks.length).toBeGreaterThan(5);
    for (const attack of attacks) {
      const pieces = fillMegabyte(attack, used.unit);
      expect(pieces.join('').length).toBe(Math.ceil(1_000_000 / used.unit) * used.unit);
      for (const piece of pieces) expect(typeof pattern.test(piece)).toBe('boolean');
    }
  });
});
