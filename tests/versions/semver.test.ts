import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { semver } from '../../src/versions/semver.ts';
import { expectAscending, expectTotalOrder } from './orders.ts';

describe('semver', () => {
  // the chain of item 11 of Semantic Versioning 2.0.0, and short forms of Drupal 7 and nopCommerce
  test.each([
    [
      'the specification',
      [
        '1.0.0-alpha',
        '1.0.0-alpha.1',
        '1.0.0-alpha.beta',
        '1.0.0-beta',
        '1.0.0-beta.2',
        '1.0.0-beta.11',
        '1.0.0-rc.1',
        '1.0.0',
      ],
    ],
    ['Drupal', ['7.9', '7.10', '7.103', '8.0.0', '10.3.9', '10.3.14', '11.0.0-beta1', '11.0.0']],
    ['nopCommerce', ['4.10', '4.80.9', '4.90', '4.90.3']],
  ])('orders %s', (_name, ascending) => expectAscending(semver, ascending));

  test.each([
    ['7.0', '7.0.0'],
    ['v2.0.1', '2.0.1'],
    ['4.90', '4.90.0'],
    ['1.0.0+build.5', '1.0.0'],
  ])('%s equals %s', (a, b) => expect(semver.compare(a, b)).toBe(0));

  test.each(['', 'x', '1.2.3.4', '1.2.3-', '1.2.x', '2.4.7 -p3', `1.0.0-${'a'.repeat(100)}`])(
    '%j is no version',
    (text) => expect(semver.isVersion(text)).toBe(false),
  );

  test.each([
    ['11.0.0-beta1', true],
    ['7.0-dev', true],
    ['7.0', false],
    ['1.0.0+beta', false],
  ])('pre-release %s: %s', (version, expected) => expect(semver.isPrerelease(version)).toBe(expected));

  test('is a total order', () => {
    const suffix = fc.constantFrom('', '', '-alpha', '-beta.2', '-beta.11', '-rc.1', '-1');
    const numbers = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
    expectTotalOrder(
      semver,
      fc.tuple(numbers, suffix).map(([digits, word]) => digits + word),
    );
  });
});
