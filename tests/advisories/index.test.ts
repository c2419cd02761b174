import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advisorySources } from '../../src/advisories/index.ts';

const sources = advisorySources({ githubToken: undefined });

test('the registry names every file of the folder, each with its fixtures', () => {
  const files = readdirSync(new URL('../../src/advisories/', import.meta.url))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index' && name !== 'source');
  expect(sources.map(({ id }) => id).sort()).toEqual(files.sort());
  for (const { id } of sources) {
    const fixtures = new URL(`../fixtures/advisories/${id}/`, import.meta.url);
    expect(existsSync(new URL('happy.json', fixtures))).toBe(true);
    expect(readdirSync(fixtures).some((name) => name.startsWith('sad'))).toBe(true);
  }
});
