import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Language } from '../../src/model/language.ts';
import { en } from '../../src/views/wording/en.ts';
import { wordings } from '../../src/views/wording/index.ts';
import { speak } from '../../src/views/wording/speak.ts';

/** What phrases are made with, not a language. */
const shared = ['fillings.ts', 'index.ts', 'speak.ts'];

/** Names and signs that stay as they are in every language. */
const untranslatable =
  /^(?:HTML|Markdown|Tag|Badge|PCI DSS|Cyber Essentials|robots\.txt|Status|Feed|Hash|Version|Platform|Start|No|Versions?|Shop|Contact|Pages|Platforms|\W*)$/i;

type Phrase = string | ((...fillings: unknown[]) => unknown);

/** Every phrase with its path; those of `speak` are made by Intl. */
function listPhrases(value: unknown, path = ''): [string, Phrase][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (...fillings) => value(...fillings)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listPhrases(inner, `${path}/${key}`));
}

/** Made by Intl, not a phrase. */
const { label: _label, ...spoken } = speak('en-GB', { oneOf: String });
const isSpoken = (path: string) => path.slice(1) in spoken;

/** What fills a phrase: a mark that is found again. Counts are numbers, each another one. */
const counts: Record<string, number> = { count: 4321, flawCount: 4322, days: 4323 };

/** A filling by name, for phrases that take them so. */
function named(): Record<string, unknown> {
  return new Proxy(
    {},
    { get: (_target, key) => (typeof key === 'symbol' ? () => 'itself' : (counts[key] ?? `⟦${key}⟧`)) },
  );
}

/** The ways a phrase may be called: by name, and by place with texts or numbers. */
const calls: unknown[][] = [
  [named()],
  ['⟦a⟧', '⟦b⟧', '⟦c⟧', '⟦d⟧'],
  [1101, 1102, 1103],
  [1101, '⟦b⟧', '⟦c⟧'],
  ['⟦a⟧', 1102, '⟦c⟧'],
];

/** What comes out of a phrase; null where it does not take such fillings. */
function say(phrase: Phrase, call: unknown[]): string | null {
  if (typeof phrase === 'string') return phrase;
  try {
    return String(phrase(...call));
  } catch {
    return null;
  }
}

/** The marks in a text, each once; numbers without the signs between their digits. */
function marksIn(text: string): string[] {
  const plain = text.replaceAll(/(?<=\d)[ .,\u00a0\u202f](?=\d{3}\b)/g, '');
  return [...new Set([...plain.matchAll(/⟦\w+⟧|\b(?:43|11)\d\d\b/g)].map(([mark]) => mark))].sort();
}

describe('languages', () => {
  it('are one file each', () => {
    const files = readdirSync(new URL('../../src/views/wording', import.meta.url)).filter(
      (name) => !shared.includes(name),
    );
    expect(files.sort()).toEqual(Language.options.map((language) => `${language}.ts`).sort());
    for (const [language, words] of Object.entries(wordings)) expect(words.language).toBe(language);
  });
});

describe.each(Object.values(wordings).filter((words) => words !== en))('$language', (words) => {
  const english = new Map(listPhrases(en));
  const phrases = listPhrases(words).filter(([path]) => !isSpoken(path) && path !== '/language' && path !== '/label');

  it('has the phrases of English, no more', () => {
    expect(listPhrases(words).map(([path]) => path)).toEqual([...english.keys()]);
  });

  it('has a phrase of its own for each', () => {
    const same = phrases.filter(([path, phrase]) => typeof phrase === 'string' && phrase === english.get(path));
    expect(same.filter(([, phrase]) => !untranslatable.test(String(phrase)))).toEqual([]);
  });

  it('says all that English says', () => {
    for (const [path, phrase] of phrases) {
      const original = english.get(path) ?? '';
      const told = calls.flatMap((call) => {
        const [one, other] = [say(original, call), say(phrase, call)];
        return one === null || other === null ? [] : [{ wanted: marksIn(one), told: marksIn(other) }];
      });
      expect(told.length, path).toBeGreaterThan(0);
      for (const one of told) expect(one.told, path).toEqual(one.wanted);
    }
  });

  it('has no slip of the keyboard', () => {
    for (const [path, phrase] of phrases) {
      const original = english.get(path);
      const fits = (call: unknown[]) => !/undefined|NaN/.test(say(original ?? '', call) ?? 'undefined');
      const call = calls.find((one) => fits(one) && say(phrase, one) !== null);
      const text = call === undefined ? '' : (say(phrase, call) ?? '');
      expect(text, path).not.toMatch(/ {2}|\.\.|\s[.,](?:\s|$)|undefined|\bnull\b|^\s|\s$/);
      if (typeof original === 'string' && /[.?:]$/.test(original)) expect(text, path).toMatch(/[.?:]$/);
    }
  });

  it('counts as its grammar asks', () => {
    for (const count of [0, 1, 2, 3, 5, 11, 22, 101, 1_000_000]) {
      const text = words.many(count, { one: 'one', few: 'few', many: 'many', other: 'other' });
      expect(text).toMatch(new RegExp(`${new Intl.PluralRules(words.language).select(count)}$`));
    }
  });

  it('lists in five words or little more', () => {
    for (const [reason, text] of Object.entries(words.shortReasons))
      expect([...text].length, reason).toBeLessThanOrEqual(40);
  });
});
