import { describe, expect, test } from 'vitest';
import { isInRange, readRange } from '../../src/lib/affected-ranges.ts';
import { composer } from '../../src/versions/composer.ts';

const read = (...events: Parameters<typeof readRange>[0]) => readRange(events, composer);

describe('readRange', () => {
  test('gives each pair of a range, events in any order', () => {
    expect(
      read({ fixed: '6.6.5.1' }, { introduced: '6.6.0.0' }, { introduced: '0' }, { last_affected: '6.5.8.12' }),
    ).toEqual([
      { introduced: '0', fixed: null, lastAffected: '6.5.8.12' },
      { introduced: '6.6.0.0', fixed: '6.6.5.1', lastAffected: null },
    ]);
  });

  test('orders as the platform does: a patch release comes after the plain one', () => {
    expect(read({ introduced: '2.4.7' }, { fixed: '2.4.7-p6' })).toEqual([
      { introduced: '2.4.7', fixed: '2.4.7-p6', lastAffected: null },
    ]);
    expect(read({ introduced: '2.4.7-p6' }, { fixed: '2.4.7' })).toBeNull();
  });

  test('leaves a range without an end open', () => {
    expect(read({ introduced: '4.0.0.0' })).toEqual([{ introduced: '4.0.0.0', fixed: null, lastAffected: null }]);
  });

  test('ends and begins at the same version, and knows ranges of a single release', () => {
    expect(read({ introduced: '1.0' }, { fixed: '2.0' }, { introduced: '2.0' }, { last_affected: '2.0' })).toEqual([
      { introduced: '1.0', fixed: '2.0', lastAffected: null },
      { introduced: '2.0', fixed: null, lastAffected: '2.0' },
    ]);
  });

  test.each([
    ['reversed', [{ introduced: '2.0' }, { fixed: '1.0' }]],
    ['empty', [{ introduced: '2.0' }, { fixed: '2.0' }]],
    ['without a beginning', [{ fixed: '2.0' }]],
    ['without events', []],
    ['unreadable', [{ introduced: '0' }, { fixed: 'all versions' }]],
    ['of two joined versions', [{ introduced: '0' }, { fixed: '2.4.6-p9, 2.4.7-p4' }]],
  ])('a %s range is malformed', (_, events) => {
    expect(readRange(events, composer)).toBeNull();
  });
});

test.each([
  ['1.7.8.11', true],
  ['8.1.0-beta1', true],
  ['8.1.1', false],
  ['0', true],
])('%s in 0..8.1.1: %s', (version, inside) => {
  expect(isInRange(version, { introduced: '0', fixed: '8.1.1', lastAffected: null }, composer)).toBe(inside);
});
