import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { releaseSources } from '../../src/releases/index.ts';

const sources = releaseSources({ githubToken: undefined });

test('the registry names every file of the folder, each with its fixtures', () => {
  const files = readdirSync(new URL('../../src/releases/', import.meta.url))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index' && name !== 'source');
  expect(sources.map(({ id }) => id).sort()).toEqual(files.sort());
  for (const { id } of sources) {
    const fixtures = new URL(`../fixtures/releases/${id}/`, import.meta.url);
    expect(readdirSync(fixtures).some((name) => name.startsWith('happy'))).toBe(true);
    expect(readdirSync(fixtures).some((name) => name.startsWith('sad'))).toBe(true);
  }
});
