import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zencart } from '../../src/versions/zencart.ts';
import { expectAscending, expectTotalOrder } from './orders.ts';

describe('zencart', () => {
  test.each([
    [
      'letters',
      ['1.5.5f', '1.5.6', '1.5.6a', '1.5.6c', '1.5.7', '1.5.7a', '1.5.7b', '1.5.7d', '1.5.8', '1.5.8a', '2.0.0'],
    ],
    ['pre-releases', ['2.1.0', '2.2.0-alpha', '2.2.0-beta', '2.2.0-rc1', '2.2.0', '2.2.1', '2.2.2']],
  ])('orders %s', (_name, ascending) => expectAscending(zencart, ascending));

  test.each([
    ['2.2', '2.2.0'],
    ['v1.5.7c', '1.5.7c'],
  ])('%s equals %s', (a, b) => expect(zencart.compare(a, b)).toBe(0));

  test.each(['', '1', '1.5.7ab', '1.5.7-p1', '1.5.7C', '1.5.7 '])('%j is no version', (text) => {
    expect(zencart.isVersion(text)).toBe(false);
    expect(() => zencart.compare('1.5.7', text)).toThrow(RangeError);
  });

  test.each([
    ['2.2.0-alpha', true],
    ['1.5.7a', false],
    ['2.2.1', false],
  ])('pre-release %s: %s', (version, expected) => expect(zencart.isPrerelease(version)).toBe(expected));

  test('is a total order', () => {
    const suffix = fc.constantFrom('', '', 'a', 'b', 'f', '-alpha', '-beta', '-rc1', '-rc2');
    const numbers = fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('.'));
    expectTotalOrder(
      zencart,
      fc.tuple(numbers, suffix).map(([digits, word]) => digits + word),
    );
  });
});
