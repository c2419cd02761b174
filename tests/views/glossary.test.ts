import { expect, it } from 'vitest';
import { viewGlossaries } from '../../src/views/glossary.ts';
import { en } from '../../src/views/wording/en.ts';

const nothing = { means: [], evidence: [], conduct: [], history: [], subscribe: [] };

it('explains each word once, in the first part that uses it', () => {
  const usage = {
    ...nothing,
    evidence: ['hash', 'robots'],
    conduct: ['robots'],
    history: ['hash'],
    subscribe: ['feed'],
  } as const;
  const { means, evidence, conduct, history, subscribe } = viewGlossaries(usage, en);
  expect(evidence?.entries.map(({ term }) => term)).toEqual(['Hash', 'robots.txt']);
  expect([means, conduct, history]).toEqual([null, null, null]);
  expect(subscribe?.entries.map(({ term }) => term)).toEqual(['Feed']);
});

it.each(Object.values(en.page.glossary.terms))('explains $term in a sentence or two', ({ text }) => {
  expect(text).toMatch(/^[A-Z].*\.$/);
});
