import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

// The long form: node tests/fuzz/run.ts 100000 1
it.each([
  ['shops', 250, ['disturbed', 'planted once', 'planted everywhere', 'spliced no', 'lie no']],
  ['histories', 400, ['identical', 'text: found by the chain', 'forged: found by the chain', 'cut: found by the head']],
  ['published', 80, ['read', 'refused']],
  ['configs', 150, ['read', 'refused']],
])('random %s are no crash, no wrong yes and no markup', async (name, cases, kinds) => {
  const found: string[] = [];
  const { figures, counts } = await fuzz(name, { cases, seed: 1 }, (line) => found.push(line));
  expect(found).toEqual([]);
  expect(figures.cases).toBe(cases);
  expect(Object.keys(counts)).toEqual(expect.arrayContaining(kinds));
});
