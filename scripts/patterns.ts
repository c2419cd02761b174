import fc from 'fast-check';
import { platforms } from '../src/platforms/index.ts';
import type { Platform } from '../src/platforms/platform.ts';

/** A pattern of a record and how much text it is given at a time, in characters. */
export interface UsedPattern {
  platform: string;
  pattern: RegExp;
  /** The caps are those of src/identify: a value or tag, an inline script, the start of a body. */
  unit: number;
}

const units: Record<string, number> = { script: 65_536, 'text-file': 262_144, 'version-endpoint': 262_144 };
const valueUnit = 4_096;

function unitOf(kind: string): number {
  return units[kind] ?? valueUnit;
}

function listOf({ id, ...record }: Platform): UsedPattern[] {
  const given = [
    ...[...record.signals, ...record.versionRules].map(({ pattern, kind }) => ({ pattern, kind })),
    ...(record.nameRules ?? []).flatMap(({ list, name, from }) => [
      { pattern: list, kind: from },
      { pattern: name, kind: from },
    ]),
    ...[record.staticBase, record.deployTime?.pattern, record.cookieProof?.names].map((pattern) => ({
      pattern,
      kind: '',
    })),
    { pattern: record.commerceEdition?.pattern, kind: 'version-endpoint' },
    { pattern: record.missingFile, kind: '' },
  ];
  return given.flatMap(({ pattern, kind }) =>
    pattern === undefined ? [] : [{ platform: id, pattern, unit: unitOf(kind) }],
  );
}

/** Every pattern of every record. */
export function listPatterns(): UsedPattern[] {
  return platforms.flatMap(listOf);
}

/** Repetitions in a sampled text; the text itself is repeated afterwards. */
const longestRun = 24;

/** Texts that match, the same on every run. The sampler knows neither word bounds nor looks around; they take no text. */
export function sampleMatches(pattern: RegExp): string[] {
  const source = pattern.source
    .replaceAll('\\b', '')
    .replaceAll('(?=', '(?:')
    .replace(/\(\?<?!(?:[^()\\]|\\.)*\)/g, '')
    .replace(
      /\{(\d{1,6}),(\d{1,6})\}/g,
      (_all, from, to) => `{${from},${Math.max(Number(from), Math.min(Number(to), longestRun))}}`,
    );
  const texts = fc.sample(fc.stringMatching(new RegExp(source)), { numRuns: 20, seed: 1 });
  return texts.sort((a, b) => b.length - a.length).slice(0, 5);
}

/** One megabyte made of a text, cut as the pattern gets it. */
export function fillMegabyte(text: string, unit: number): string[] {
  const piece = text.repeat(Math.ceil(unit / Math.max(1, text.length))).slice(0, unit);
  return Array.from({ length: Math.ceil(1_000_000 / unit) }, () => piece);
}

/** Texts that nearly match: matches without their end, their beginnings over and over, and runs of one character. */
export function listAttacks({ pattern }: UsedPattern): string[] {
  const matches = sampleMatches(pattern);
  const cut = matches.flatMap((text) => [
    text.slice(0, -1),
    text.slice(0, -2),
    text.slice(0, Math.ceil(text.length / 2)),
  ]);
  const literal = /^\^?((?:\\[/.?-]|[\w/<>=" -])*)/.exec(pattern.source)?.[1]?.replaceAll('\\', '') ?? '';
  return [
    ...new Set([...cut, literal, `${literal}a`, `${literal}1`, `${literal} `, 'a', '1', ' ', '/', '.', '<!--']),
  ].filter((text) => text !== '');
}
