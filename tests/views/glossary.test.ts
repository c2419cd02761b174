import { expect, it } from 'vitest';
import { viewGlossary } from '../../src/views/glossary.ts';
import { en } from '../../src/views/wording/en.ts';

const parts = ['means', 'evidence', 'conduct', 'history', 'subscribe'] as const;

it('explains every word that it has, in a sentence or two', () => {
  const entries = parts.flatMap((part) => viewGlossary(part, en).entries);
  expect(new Set(entries.map(({ term }) => term))).toEqual(
    new Set(Object.values(en.page.glossary.terms).map(({ term }) => term)),
  );
  for (const { text } of entries) expect(text).toMatch(/^[A-Z].*\.$/);
});

it('explains the rules where their dates are told', () => {
  expect(viewGlossary('means', en).entries.map(({ term }) => term)).toEqual(
    expect.arrayContaining(['Cyber Essentials', 'PCI DSS']),
  );
});
