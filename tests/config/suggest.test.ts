import { expect, it } from 'vitest';
import { findClosest } from '../../src/config/suggest.ts';

const keys = ['id', 'name', 'url', 'maintainer', 'tags', 'formerly', 'allowPrivate', 'disclosure', 'by', 'made'];

it.each([
  ['nmae', 'name'],
  ['Name', 'name'],
  ['uri', 'url'],
  ['tag', 'tags'],
  ['allow_private', 'allowPrivate'],
  ['allow-privat', 'allowPrivate'],
  ['maintain', 'maintainer'],
  ['maintainers', 'maintainer'],
  ['former', 'formerly'],
  ['ld', 'id'],
])('%s was meant to be %s', (written, meant) => {
  expect(findClosest(written, keys)).toBe(meant);
});

it.each(['', 'x', 'zz', 'up', 'colour', 'n', 'extension', 'x'.repeat(100_000)])('%s means nothing', (written) => {
  expect(findClosest(written, keys)).toBeUndefined();
});

it('prefers what is nearest', () => {
  expect(findClosest('made', ['mode', 'made', 'make'])).toBe('made');
  expect(findClosest('maed', ['name', 'made'])).toBe('made');
});
