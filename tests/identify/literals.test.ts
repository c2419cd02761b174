import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listPatterns, sampleMatches } from '../../scripts/patterns.ts';
import { canHold, readGrams, readNeeds } from '../../src/identify/grams.ts';
import { readLiterals } from '../../src/identify/literals.ts';

describe('what a pattern cannot do without', () => {
  test.each<[RegExp, readonly string[] | null]>([
    [/^Market Stall\b/i, ['market stall']],
    // the longer run of two
    [/\bshop[^>]{0,20}frontend\.js/, ['frontend.js']],
    // one of the alternatives, and none where one says nothing
    [/^(?:themes|plugins)\d/, ['themes', 'plugins']],
    [/^(?:themes|\d+)/, null],
    [/themes|plugins/, ['themes', 'plugins']],
    // what may be left out is nothing that is needed, nor what must not follow
    [/^ab(?:cdefgh)?/, ['ab']],
    [/^abx*(?!cdefgh)/, ['ab']],
    [/^ab{0,3}c/, ['a']],
    // the b that may be repeated ends its run
    [/^ab+cde/, ['cde']],
    // a set is one of many characters, whatever stands in it
    [/^[a(|)\]]longer/, ['longer']],
    [/(?<name>abc)\k<name>\x41\u0041/, ['abc']],
    [/\d+/, null],
    // long s and the kelvin sign are cases of s and k here
    [/basket/iu, null],
  ])('%s', (pattern, literals) => {
    // nothing known, and the empty text, come to the same: nothing is needed
    const read = readLiterals(pattern)?.filter((text) => text !== '');
    expect(read === undefined || read.length === 0 ? null : read).toEqual(literals);
  });

  test('every text that a pattern of a platform matches is tried', () => {
    for (const { pattern } of listPatterns()) {
      const matching = sampleMatches(pattern).filter((text) => pattern.test(text));
      const skipped = matching.filter((text) => !canHold(readGrams([text]), readNeeds(pattern)));
      expect([String(pattern), skipped]).toEqual([String(pattern), []]);
    }
  });

  test('the marks of a text are found within any other', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (word, before, after) => {
        const escaped = word.replace(/[^A-Za-z0-9 ]/g, (character) =>
          /[ -~]/.test(character) ? `\\${character}` : character,
        );
        const pattern = new RegExp(escaped);
        expect(canHold(readGrams([before + word + after]), readNeeds(pattern))).toBe(true);
      }),
    );
  });

  test('most patterns of the platforms are not tried on a page of another product', () => {
    const grams = readGrams(['<body class="plain">', '<a href="/about">', 'A text about nothing in particular']);
    const tried = listPatterns().filter(({ pattern }) => canHold(grams, readNeeds(pattern)));
    // those without four plain characters in a row: one of eight at most
    expect(tried.length * 8).toBeLessThan(listPatterns().length);
  });
});
