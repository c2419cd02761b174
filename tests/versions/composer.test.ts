import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composer } from '../../src/versions/composer.ts';
import { expectAscending, expectTotalOrder } from './orders.ts';

describe('composer', () => {
  test.each([
    [
      'Magento patches',
      ['2.4.7-beta3', '2.4.7', '2.4.7-p1', '2.4.7-p2', '2.4.7-p9', '2.4.7-p10', '2.4.8-beta1', '2.4.8'],
    ],
    ['four parts', ['1.7.8.9', '1.7.8.10', '1.7.8.11', '8.0.0', '8.0.5', '8.1.0', '9.0.0-beta.1', '9.0.0']],
    ['OpenCart', ['3.0.3.9', '3.0.4.0', '3.0.5.1', '4.0.0.0', '4.0.2.3', '4.1.0.0']],
    ['WordPress', ['6.9.10', '7.0-alpha', '7.0-beta2', '7.0-RC1', '7.0-RC2', '7.0', '7.0.1', '7.1']],
    ['stabilities', ['1.0-dev', '1.0-alpha2', '1.0-beta1', '1.0-rc1', '1.0', '1.0-patch1', '1.0-pl2', '1.0.1']],
  ])('orders %s', (_name, ascending) => expectAscending(composer, ascending));

  /** What record-composer-pairs.php wrote: two versions and their order, `?` where Composer takes one for no version. */
  test('agrees with Composer on 10,000 recorded pairs, and on what is no version', () => {
    const file = new URL('../fixtures/versions/composer-pairs.tsv', import.meta.url);
    const pairs = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(new Set(pairs.map(([a, b]) => `${a} ${b}`)).size).toBe(10_000);
    const said = (a: string, b: string) =>
      [a, b].every(composer.isVersion) ? String(Math.sign(composer.compare(a, b))) : '?';
    expect(pairs.filter(([a = '', b = '', order]) => said(a, b) !== order)).toEqual([]);
    expect(new Set(pairs.map(([, , order]) => order))).toEqual(new Set(['-1', '0', '1', '?']));
  });

  test.each([
    ['patches', /^2\.4\.7-p\d+\t2\.4\.7\t1$/m],
    ['a beta with a point', /-beta\.1\t/],
    ['four parts', /\b1\.7\.8\.11\t/],
    ['release candidates', /-RC1\t/],
    ['development builds', /-dev\t/],
    ['letters', /\b1\.5\.\d[a-d]\t/],
  ])('the pairs hold what platforms write: %s', (_, written) => {
    const file = new URL('../fixtures/versions/composer-pairs.tsv', import.meta.url);
    expect(readFileSync(file, 'utf8')).toMatch(written);
  });

  test.each([
    ['7.1', '7.1.0'],
    ['7.1', '7.1.0.0'],
    ['v4.1.0.4', '4.1.0.4'],
    ['6.9-RC1', '6.9.0-rc1'],
    ['2.4.7-p3', '2.4.7-patch3'],
  ])('%s equals %s', (a, b) => expect(composer.compare(a, b)).toBe(0));

  test.each([
    '',
    'latest',
    '1.2.3 ',
    '1..2',
    '1.2.3-p3-x',
    '-1',
    '1.2.3-hotfix',
    '9999999999',
    '1.2\n',
    '1.2.3.4.5.6.7.8.9',
    'ｖ1',
  ])('%j is no version', (text) => {
    expect(composer.isVersion(text)).toBe(false);
    expect(() => composer.compare(text, '1.0')).toThrow(RangeError);
  });

  test.each([
    ['7.0-RC1', true],
    ['9.0.0-beta.1', true],
    ['1.0-dev', true],
    ['2.4.7-p3', false],
    ['2.4.7', false],
  ])('pre-release %s: %s', (version, expected) => expect(composer.isPrerelease(version)).toBe(expected));

  test('is a total order', () => {
    const suffix = fc.constantFrom(
      '',
      '',
      '-p1',
      '-p10',
      '-rc1',
      '-RC2',
      '-beta',
      '-beta.2',
      '-alpha1',
      '-dev',
      '-pl3',
    );
    const numbers = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
    expectTotalOrder(
      composer,
      fc.tuple(numbers, suffix).map(([digits, word]) => digits + word),
    );
  });
});
