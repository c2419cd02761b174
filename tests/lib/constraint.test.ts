import { describe, expect, test } from 'vitest';
import { readConstraint } from '../../src/lib/constraint.ts';
import { composer } from '../../src/versions/composer.ts';

/** `from..to` excluded, `from..=to` included, `from..` without end. */
function spell(text: string): string[] {
  return readConstraint(text, composer).ranges.map(
    ({ introduced, fixed, lastAffected }) =>
      `${introduced}..${lastAffected === null ? (fixed ?? '') : `=${lastAffected}`}`,
  );
}

describe('what Composer and GitHub write', () => {
  test.each([
    ['>=6.6,<6.6.10.3|>=6.7,<6.7.2', ['6.6..6.6.10.3', '6.7..6.7.2']],
    ['>=6.6 <6.6.10.3||>=6.7 , <6.7.2', ['6.6..6.6.10.3', '6.7..6.7.2']],
    ['>= 2.4.7-beta1, < 2.4.7-p6', ['2.4.7-beta1..2.4.7-p6']],
    ['<= 1.7.8.10', ['0..=1.7.8.10']],
    ['= 2.4.6', ['2.4.6..=2.4.6']],
    ['==2.4.6', ['2.4.6..=2.4.6']],
    ['2.4.6', ['2.4.6..=2.4.6']],
    ['v2.4.6', ['v2.4.6..=v2.4.6']],
    ['>= 1.0', ['1.0..']],
    ['>= 0', ['0..']],
    ['*', ['0..']],
    ['>=1,>=2,<4,<=3', ['2..=3']],
    ['<=3,<3', ['0..3']],
    ['\t>=1\n,\n<2 ', ['1..2']],
  ])('%s', (text, expected) => {
    expect(spell(text)).toEqual(expected);
    expect(readConstraint(text, composer).unread).toEqual([]);
  });

  test.each([
    ['> 1.0, < 2.0', ['1.0..2.0']],
    ['>=1.0,!=1.5,<2.0', ['1.0..2.0']],
    ['<>1.5', ['0..']],
  ])('%s leaves out a point, which a range cannot: more is affected, never less', (text, expected) => {
    expect(spell(text)).toEqual(expected);
  });
});

describe('what is not read', () => {
  test.each([
    '^1.2',
    '~1.2',
    '1.2.*',
    '>=1.2.x',
    '1.0 - 2.0',
    'dev-master',
    '1.0@beta',
    '1.0 as 1.1',
    '',
    ' , ',
    '>=',
    '>=>1',
    'everything before spring',
    '<script>',
    '__proto__',
    '>=9,<8',
    '>=1,<1',
    '=1,=2',
    `<${'9'.repeat(10_000)}`,
    `${' '.repeat(10_000)}!`,
    `1${',1'.repeat(50)}-`,
  ])('%s', (text) => {
    const { ranges, unread } = readConstraint(text, composer);
    expect(ranges).toEqual([]);
    expect(unread).toHaveLength(1);
  });

  test('takes nothing from the other alternatives', () => {
    expect(readConstraint('<1.0|dev-master||>=2,<2.1|', composer)).toEqual({
      ranges: [
        { introduced: '0', fixed: '1.0', lastAffected: null },
        { introduced: '2', fixed: '2.1', lastAffected: null },
      ],
      unread: ['dev-master', ''],
    });
  });

  test('takes no time, however long', () => {
    const started = performance.now();
    for (const piece of [' ', ', ', '>= ', '1,', '|', '!']) readConstraint(piece.repeat(20_000), composer);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
