import type { YAMLError } from 'yaml';
import { Composer, Lexer, LineCounter, Parser } from 'yaml';
import type { FindPosition, Issue } from './issues.ts';
import { excerpt } from './issues.ts';
import type { Place, Places } from './value.ts';
import { readValue } from './value.ts';

/** 10,000 sites with every key take 2.1 million; a parsed one takes up to 1 KB of memory. */
const mostLexemes = 4_000_000;
/** Open collections; a full sites.yaml has less than ten. */
const mostOpen = 20;

/** A YAML text as plain values that still know where they were written. */
export interface SourceDocument {
  /** Objects have no prototype; aliased values are shared, not copied. */
  value: unknown;
  /** The text is no YAML or too large: `issues` says why, and `value` means nothing. */
  broken: boolean;
  issues: Issue[];
  position: FindPosition;
  /** Offset of the value at a path, or of its key; of the nearest parent where there is none. */
  locate(path: readonly PropertyKey[], token: keyof Place): number;
}

/** What the YAML parser's usual complaints ask for. */
const allowedFor: Record<string, string> = {
  TAB_AS_INDENT: 'spaces as indentation',
  BLOCK_AS_IMPLICIT_KEY: 'one "key: value" a line; put text that contains ": " in quotes',
  MISSING_CHAR: '"key: value", with brackets and quotes closed',
  TAG_RESOLVE_FAILED: 'values without a "!" tag; put text that starts with "!" in quotes',
};

/** The first fault of each line: the others there are mostly its echoes. */
function explainFaults(faults: readonly YAMLError[], position: FindPosition): Issue[] {
  const firsts = new Map<number, Issue>();
  for (const { pos, code, message } of faults) {
    const { line } = position(pos[0]);
    const found = `what YAML cannot read (${excerpt(message, 100)})`;
    const allowed = allowedFor[code] ?? 'valid YAML';
    if (!firsts.has(line)) firsts.set(line, { offset: pos[0], path: [], found, allowed });
  }
  return [...firsts.values()];
}

/** Feeds the parser word by word, and stops before a file exhausts memory or stack: the parser knows no bounds of its own. */
function* parseTokens(text: string, issues: Issue[]) {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > mostLexemes || parser.stack.length > mostOpen) {
      const deep = parser.stack.length > mostOpen;
      const found = deep ? 'lists or groups in one another too deep' : 'too much for one file';
      const allowed = deep ? `at most ${mostOpen} levels` : `${mostLexemes} words and signs; split the file`;
      issues.push({ offset: parser.offset, path: [], found, allowed });
      return;
    }
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

/** Where lines start. The parser would count them as it goes, and would miss those behind the place where it stops. */
function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start !== 0 || lines.lineStarts.length === 0; start = text.indexOf('\n', start) + 1) {
    lines.addNewLine(start);
  }
  return lines;
}

function compose(text: string) {
  const lines = countLines(text);
  const position: FindPosition = (offset) => lines.linePos(offset);
  const issues: Issue[] = [];
  // Duplicate keys are left to readValue: the parser's own check is quadratic.
  const composer = new Composer({ schema: 'core', resolveKnownTags: false, uniqueKeys: false });
  const [first, second] = composer.compose(parseTokens(text, issues), true, text.length);
  const contents = first?.contents ?? null;
  if (issues.length > 0) return { contents, issues, position };
  const faults = explainFaults([...(first?.errors ?? []), ...(first?.warnings ?? [])], position);
  if (faults.length > 0 || second === undefined) return { contents, issues: faults, position };
  const more = { path: [], found: 'a second document', allowed: 'one; remove the line "---"' };
  return { contents, issues: [{ ...more, offset: second.range[0] }], position };
}

function locate(places: Places, root: unknown, start: number): SourceDocument['locate'] {
  return (path, token) => {
    let offset = start;
    let value = root;
    for (const [depth, key] of path.entries()) {
      const place = places.get(value)?.get(key);
      if (place === undefined) return offset;
      offset = place[depth === path.length - 1 ? token : 'value'];
      value = Reflect.get(Object(value), key);
    }
    return offset;
  };
}

/** Reads YAML 1.2 with the core schema (no dates, no custom tags) and merge keys. Never throws; takes time in proportion to the text. */
export function readDocument(text: string): SourceDocument {
  const { contents, issues, position } = compose(text);
  if (issues.length > 0) return { value: null, broken: true, issues, position, locate: () => 0 };
  const { value, places, tooLarge, issues: found } = readValue(contents, position);
  const start = contents?.range[0] ?? 0;
  return { value, broken: tooLarge, issues: found, position, locate: locate(places, value, start) };
}
