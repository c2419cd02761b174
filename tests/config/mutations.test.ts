import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { ConfigError } from '../../src/lib/errors.ts';
import { Config } from '../../src/model/config.ts';

const valid = readFileSync(new URL('../fixtures/config/full.yaml', import.meta.url), 'utf8');

/** Pieces that mean something to YAML or to us, and pieces that mean nothing to anybody. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '  ',
    '- ',
    ': ',
    '&a ',
    '*a',
    '*acme',
    '<<: *acme',
    '!!str ',
    '|',
    '>',
    '"',
    "'",
    '[',
    '}',
    '? ',
    '#',
  ),
  fc.constantFrom(
    '---\n',
    '%YAML 1.1\n',
    '\t',
    '\0',
    '\r',
    '\u2028',
    '\ud800',
    '__proto__: ',
    'null',
    '1e999',
    '.nan',
    '~',
  ),
  fc.constantFrom(
    'con',
    '2026-02-30',
    'https://a:b@c',
    'https://xn--a',
    'sites:',
    'id: tea\n',
    '    url: https://x.example\n',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const mutation = fc.record({ at: fc.nat(valid.length), cut: fc.nat(12), piece });

function mutate(text: string, change: { at: number; cut: number; piece: string }): string {
  return text.slice(0, change.at) + change.piece + text.slice(change.at + change.cut);
}

it('a mutated file is either a sound Config or one ConfigError whose lines all point into the file', () => {
  const outcomes = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce(mutate, valid);
      try {
        const config = parseConfig(text, 'f');
        expect(Config.parse(config)).toEqual(config);
        outcomes.read += 1;
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        outcomes.refused += 1;
        expectPlaces(error.message, text);
      }
    }),
    { numRuns: 1_000 },
  );
  // About 30 in 1,000 stay readable; what matters is that both kinds came up.
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(200);
});

function expectPlaces(message: string, text: string): void {
  if (/^f is (binary|empty)/.test(message)) return;
  const lines = text.split('\n');
  for (const issue of message.split('\n').slice(1)) {
    const [, line, column] =
      /^f:(\d+):(\d+) {2}\S.*found .+, allowed: .+$/.exec(issue) ??
      /^f:(\d+):(\d+) {2}found .+, allowed: .+$/.exec(issue) ??
      [];
    expect(lines[Number(line) - 1]?.length, issue).toBeGreaterThanOrEqual(Number(column) - 1);
    expect(issue).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  }
}
