import { readLiterals } from './literals.ts';

/*
 * Thousands of patterns look at each page, and nearly all of them look in vain. Every four characters in a row of a page
 * leave a mark in a table; a pattern whose own four are not all marked cannot match. Equal marks of other texts cost a
 * search in vain, never a match.
 */

/** Marks of texts: 1 where some four characters in a row have this mark. */
export type Grams = Uint8Array;

/** Characters of one mark. */
const width = 4;

/** The last four characters, one byte each; capitals, among others, count as what stands 32 places further on. */
function push(window: number, code: number): number {
  return (window << 8) | ((code | 0x20) & 0xff);
}

/** Spreads four characters over 15 bits; the factor is 2^32 divided by the golden ratio. */
function markOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> 17;
}

function addText(text: string, grams: Grams): void {
  let window = 0;
  for (let at = 0; at < text.length; at += 1) {
    window = push(window, text.charCodeAt(at));
    if (at >= width - 1) grams[markOf(window)] = 1;
  }
}

const unmarked: Grams = new Uint8Array(32_768);

/** The marks of some texts, each by itself. */
export function readGrams(texts: readonly string[]): Grams {
  if (texts.length === 0) return unmarked;
  const grams = new Uint8Array(32_768);
  for (const text of texts) addText(text, grams);
  return grams;
}

function marksOf(literal: string): number[] {
  const marks: number[] = [];
  let window = 0;
  for (let at = 0; at < literal.length; at += 1) {
    window = push(window, literal.charCodeAt(at));
    if (at >= width - 1) marks.push(markOf(window));
  }
  return marks;
}

/** Marks of texts of which at least one is there; null: nothing is known. */
export type Needs = readonly (readonly number[])[] | null;

/** What a text cannot do without that holds one of these. */
export function needOneOf(literals: readonly string[]): Needs {
  const needs = literals.map(marksOf);
  return needs.every((marks) => marks.length > 0) ? needs : null;
}

const needsOf = new WeakMap<RegExp, { needs: Needs }>();

/** What a text cannot do without that the pattern matches. */
export function readNeeds(pattern: RegExp): Needs {
  const known = needsOf.get(pattern) ?? { needs: needOneOf(readLiterals(pattern) ?? ['']) };
  needsOf.set(pattern, known);
  return known.needs;
}

/** Whether all of these marks are there. */
export function holdAll(grams: Grams, marks: readonly number[]): boolean {
  for (const mark of marks) if (grams[mark] !== 1) return false;
  return true;
}

/** False where these marks lack what is needed. */
export function canHold(grams: Grams, needs: Needs): boolean {
  return needs === null || needs.some((marks) => holdAll(grams, marks));
}
