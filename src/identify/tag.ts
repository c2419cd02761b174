import { decodeReferences } from './references.ts';

/** What is kept of a hostile tag at most: attributes, characters of a name, a value or the whole text. */
const limits = { attributes: 64, length: 4_096 };

/** An opening tag where it stands in the source. */
export interface OpenTag {
  html: string;
  /** In lower case. */
  name: string;
  /** Where its `<` stands. */
  start: number;
  /** Where its attributes stand: start and end of the name, start and end of the value, and so on. */
  bounds: number[];
  /** So many of the bounds are its own; those behind them are left from the tag before. */
  used: number;
}

/** A name in lower case. */
export function readName(html: string, start: number, end: number): string {
  return html.slice(start, Math.min(end, start + limits.length)).toLowerCase();
}

/** Names in lower case, entities decoded, the first of equal attributes. */
export function readAttributes({ html, bounds, used }: OpenTag): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at < used && attributes.size < limits.attributes; at += 4) {
    const name = readName(html, bounds[at] ?? 0, bounds[at + 1] ?? 0);
    if (attributes.has(name)) continue;
    const value = decodeReferences(html.slice(bounds[at + 2], bounds[at + 3]));
    attributes.set(name, value.slice(0, limits.length));
  }
  return attributes;
}

/** `<body class="home">`: the one form in which tags are compared with patterns. */
export function writeTag(name: string, attributes: ReadonlyMap<string, string>): string {
  let text = `<${name}`;
  for (const [attribute, value] of attributes) text += ` ${attribute}="${value}"`;
  return `${text}>`.slice(0, limits.length);
}

/** Source in that form, unless it has an attribute twice. */
const plainTag = /^<[a-z][a-z\d:-]*(?: [a-z][a-z\d:-]*="[^"&]*")*>$/;

/** Tags of more attributes are rather written anew: to compare each with each takes longer. */
const comparedAtMost = 16;

function hasTwice({ html, bounds, used }: OpenTag): boolean {
  for (let at = 4; at < used; at += 4) {
    const [start = 0, end = 0] = [bounds[at], bounds[at + 1]];
    for (let before = 0; before < at; before += 4) {
      const from = bounds[before] ?? 0;
      const isAsLong = (bounds[before + 1] ?? 0) - from === end - start;
      if (isAsLong && html.charCodeAt(from) === html.charCodeAt(start) && html.startsWith(html.slice(start, end), from))
        return true;
    }
  }
  return false;
}

/** True where the source of a tag is what would be written of it: most are, and a slice costs nothing. */
export function isPlain(source: string, tag: OpenTag): boolean {
  const isShort = source.length <= limits.length && tag.used <= comparedAtMost * 4;
  return isShort && plainTag.test(source) && !hasTwice(tag);
}
