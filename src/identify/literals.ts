/*
 * Which texts a pattern cannot do without, read from its source: what shows none of them need not be searched. Whatever is
 * not understood counts as nothing known, so a pattern is rather tried in vain than left out.
 */

/** Texts of which every match holds at least one, in lower case; null: nothing is known. */
export type Literals = readonly string[] | null;

/** One piece of a pattern's source. */
const pieces =
  /(?<open>\((?:\?(?:[:=!]|<[=!]|<\w+>|[a-z-]+:))?)|(?<close>\))|(?<or>\|)|(?<quantifier>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?<set>\[(?:\\.|[^\]\\])*\]|[.^$]|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[a-zA-Z]|k<\w+>|\d+|[a-zA-Z]))|\\?(?<literal>[\s\S])/g;

type Piece = Partial<Record<'open' | 'close' | 'or' | 'quantifier' | 'set' | 'literal', string>>;

/** What is read so far of the pieces. */
interface Reading {
  pieces: readonly Piece[];
  at: number;
}

/** The better of two: the one whose shortest text is longer. */
function better(a: Literals, b: Literals): Literals {
  const shortest = (texts: Literals) => Math.min(...(texts ?? ['']).map(({ length }) => length));
  return shortest(b) > shortest(a) ? b : a;
}

function isOptional(quantifier: string | undefined): boolean {
  return quantifier !== undefined && /^(?:[*?]|\{0)/.test(quantifier);
}

/** What follows a piece, if it is a quantifier, is read with it. */
function takeQuantifier(reading: Reading): string | undefined {
  const quantifier = reading.pieces[reading.at]?.quantifier;
  if (quantifier !== undefined) reading.at += 1;
  return quantifier;
}

function readGroup(open: string, reading: Reading): Literals {
  const inside = readAlternatives(reading);
  reading.at += 1; // the closing parenthesis
  const isNegative = /^\(\?<?!/.test(open);
  return isOptional(takeQuantifier(reading)) || isNegative ? null : inside;
}

/** One alternative: the best of its runs of characters and of its groups. */
function readSequence(reading: Reading): Literals {
  let best: Literals = null;
  let run = '';
  const endRun = () => {
    best = better(best, [run]);
    run = '';
  };
  for (let piece = reading.pieces[reading.at]; piece !== undefined; piece = reading.pieces[reading.at]) {
    if (piece.or !== undefined || piece.close !== undefined) break;
    reading.at += 1;
    if (piece.open !== undefined) {
      endRun();
      best = better(best, readGroup(piece.open, reading));
      continue;
    }
    const quantifier = takeQuantifier(reading);
    // beyond ASCII, letters of either case are not told apart here
    const isPlain = piece.literal !== undefined && /^[ -~]$/.test(piece.literal);
    if (isPlain && !isOptional(quantifier)) run += piece.literal?.toLowerCase();
    if (!isPlain || quantifier !== undefined) endRun();
  }
  endRun();
  return best;
}

/** All alternatives up to the end of a group; one of which nothing is known makes nothing known. */
function readAlternatives(reading: Reading): Literals {
  const all: Literals[] = [readSequence(reading)];
  while (reading.pieces[reading.at]?.or !== undefined) {
    reading.at += 1;
    all.push(readSequence(reading));
  }
  return all.some((texts) => texts === null) ? null : all.flatMap((texts) => texts ?? []);
}

/** The texts that a pattern cannot do without. */
export function readLiterals({ source, flags }: RegExp): Literals {
  // with these, letters beyond ASCII count as cases of those within
  if (/[uv]/.test(flags)) return null;
  return readAlternatives({ pieces: Array.from(source.matchAll(pieces), ({ groups }) => groups ?? {}), at: 0 });
}
