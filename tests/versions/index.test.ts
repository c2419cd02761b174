import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { embeddedFacts, embeddedProducts } from '../../src/embedded.ts';
import { numberParts, schemes } from '../../src/versions/index.ts';

test('the registry holds every scheme under the name of its file', () => {
  const files = readdirSync(new URL('../../src/versions/', import.meta.url)).map((name) => name.replace('.ts', ''));
  const members = files.filter((name) => name !== 'index' && name !== 'scheme').sort();
  expect(Object.keys(schemes).sort()).toEqual(members);
  for (const [id, scheme] of Object.entries(schemes)) expect(scheme.id).toBe(id);
});

test.each(embeddedProducts())('every release of %s is a version of its scheme', (product) => {
  const facts = embeddedFacts(product);
  const odd = facts?.releases.filter(({ version }) => !schemes[facts.scheme].isVersion(version));
  expect(odd).toEqual([]);
});

test.each([
  ['2.4.7-p3', [2, 4, 7]],
  ['1.7.8.11', [1, 7, 8, 11]],
  ['v7.0-RC1', [7, 0]],
  ['1.5.7c', [1, 5, 7]],
  ['latest', []],
])('number parts of %s', (version, parts) => expect(numberParts(version)).toEqual(parts));
