import { ConfigError } from '../lib/errors.ts';

/** One thing to correct in sites.yaml. */
export interface Issue {
  /** Where the offending token starts, in UTF-16 units from the start of the text. */
  offset: number;
  /** Keys and list positions that lead to it; empty for the file as a whole. */
  path: readonly PropertyKey[];
  found: string;
  allowed: string;
  /** What to do, where found and allowed do not say it. */
  remedy?: string | undefined;
}

/** Offset to line and column, both from 1. */
export type FindPosition = (offset: number) => { line: number; col: number };

const shownLength = 60;
/** More lines than 10,000 sites with five mistakes each; a bound, since texts have one, too. */
const mostLines = 50_000;
/** Longest text that is looked at for a password: the longest URL that is allowed. */
const searchedLength = 2_000;

/** What may hold a password in `https://name:password@shop.example/`, however badly it is written: all up to the last `@`. */
const credentials = /(^https?:\/*|\/\/).*@/is;
/** Whatever a terminal or an editor does not show as itself: escape codes, bidi overrides, line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** A key that needs no quotes in a path: `maxAge`, `old-id`. */
const plainKey = /^[\w-]{1,60}$/;

/** Whether a text looks like a URL with a user name or password. */
export function hasCredentials(text: string): boolean {
  return credentials.test(text.slice(0, searchedLength));
}

/** A text from the file as it may be shown: at most `length` characters, passwords masked, the invisible escaped. */
export function excerpt(text: string, length = shownLength): string {
  const masked = text.slice(0, searchedLength).replace(credentials, '$1***@');
  const shown = Array.from(masked.slice(0, length * 2))
    .slice(0, length)
    .join('');
  const escaped = shown.replace(invisible, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
  return shown.length < masked.length ? `${escaped}...` : escaped;
}

/** A value of the file in words. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `"${excerpt(value)}"`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return typeof value === 'object' ? 'a group of keys' : String(value);
}

function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number') return `${written}[${key}]`;
    const name = String(key);
    if (!plainKey.test(name)) return `${written}["${excerpt(name)}"]`;
    return written === '' ? name : `${written}.${name}`;
  }, '');
}

function writeIssue({ path, found, allowed, remedy }: Issue): string {
  const subject = path.length > 0 ? `${writePath(path)}: ` : '';
  return `${subject}found ${found}, allowed: ${allowed}${remedy === undefined ? '' : `; ${remedy}`}`;
}

/** One error that names every issue, in the order of the file, each on a line of its own. A value that many sites share through an anchor is named once. */
export function gatherIssues(file: string, issues: readonly Issue[], position: FindPosition): ConfigError {
  const places = new Set<string>();
  const distinct = issues
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset, path, found, allowed }) => {
      const place = `${offset} ${path.at(-1)?.toString()} ${found} ${allowed}`;
      if (places.has(place)) return false;
      places.add(place);
      return true;
    });
  const lines = distinct.slice(0, mostLines).map((issue) => {
    const { line, col } = position(issue.offset);
    return `${file}:${line}:${col}  ${writeIssue(issue)}`;
  });
  if (distinct.length > mostLines) lines.push(`and ${distinct.length - mostLines} more`);
  const count = distinct.length === 1 ? 'one thing' : `${distinct.length} things`;
  return new ConfigError(file, [`${file} cannot be used: ${count} to correct.`, ...lines].join('\n'));
}
