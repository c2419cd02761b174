import { Tokenizer } from 'htmlparser2';
import { decodeReferences } from './references.ts';

/** What is kept of hostile markup at most. */
const limits = { tags: 5_000, attributes: 64, textLength: 4_096, scripts: 200, scriptLength: 65_536 };

/** One opening tag; names in lower case, entities decoded, the first of equal attributes. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

export interface Markup {
  /** Tags of the kinds that were asked for. */
  tags: readonly Tag[];
  /** All opening tags, written back in one form: `<body class="home">`. */
  tagTexts: readonly string[];
  /** Comments in one form: `<!-- made by hand -->`. */
  comments: readonly string[];
  /** Texts of inline scripts. */
  scripts: readonly string[];
  /** Those of the texts above that do not stand in the source as they are. */
  rewritten: readonly string[];
}

interface Reading {
  html: string;
  kinds: ReadonlySet<string>;
  tags: Tag[];
  tagTexts: string[];
  comments: string[];
  scripts: string[];
  rewritten: string[];
  /** Name of the tag that is open, and where it starts. */
  name: string;
  start: number;
  /** Where its attributes stand: start and end of the name, start and end of the value, and so on. */
  bounds: number[];
  /** So many numbers of `bounds` are of this tag. */
  used: number;
  /** Text so far of the script that is open; null outside of scripts. */
  script: string | null;
}

function cut({ html }: Reading, start: number, end: number): string {
  return html.slice(start, Math.min(end, start + limits.textLength));
}

/** Of the tag that is open. */
function readAttributes(reading: Reading): Map<string, string> {
  const { html, bounds, used } = reading;
  const attributes = new Map<string, string>();
  for (let at = 0; at < used && attributes.size < limits.attributes; at += 4) {
    const name = cut(reading, bounds[at] ?? 0, bounds[at + 1] ?? 0).toLowerCase();
    if (attributes.has(name)) continue;
    const value = decodeReferences(html.slice(bounds[at + 2], bounds[at + 3]));
    attributes.set(name, value.slice(0, limits.textLength));
  }
  return attributes;
}

/** A tag whose source is the one form already, unless it has an attribute twice. */
const plainTag = /^<[a-z][a-z\d:-]*(?: [a-z][a-z\d:-]*="[^"&]*")*>$/;

/** Tags of more attributes are written anew: to compare each with each takes longer. */
const plainAtMost = 16;

function hasTwice({ html, bounds, used }: Reading): boolean {
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

function writeTag(name: string, attributes: ReadonlyMap<string, string>): string {
  let text = `<${name}`;
  for (const [attribute, value] of attributes) text += ` ${attribute}="${value}"`;
  return `${text}>`.slice(0, limits.textLength);
}

/** `end`: of the tag, where its `>` stands. */
function endTag(reading: Reading, end: number): void {
  const { html, name, start, used, tagTexts } = reading;
  if (name === 'script') reading.script = '';
  if (tagTexts.length >= limits.tags) return;
  const source = html.slice(start, end + 1);
  const isShort = source.length <= limits.textLength && used <= plainAtMost * 4;
  const isPlain = isShort && plainTag.test(source) && !hasTwice(reading);
  const isAsked = reading.kinds.has(name);
  const attributes = isAsked || !isPlain ? readAttributes(reading) : null;
  if (isAsked && attributes !== null) reading.tags.push({ name, attributes });
  const text = attributes === null || isPlain ? source : writeTag(name, attributes);
  if (!isPlain) reading.rewritten.push(text);
  tagTexts.push(text);
}

function readTagsInto(reading: Reading) {
  const { bounds } = reading;
  return {
    onopentagname(start: number, end: number) {
      reading.name = cut(reading, start, end).toLowerCase();
      reading.start = start - 1;
      reading.used = 0;
    },
    onattribname(start: number, end: number) {
      const { used } = reading;
      bounds[used] = start;
      bounds[used + 1] = end;
      bounds[used + 2] = end;
      bounds[used + 3] = end;
    },
    onattribdata(start: number, end: number) {
      bounds[reading.used + 2] = start;
      bounds[reading.used + 3] = end;
    },
    onattribend() {
      reading.used += 4;
    },
    onattribentity() {},
    onopentagend: (end: number) => endTag(reading, end),
    onselfclosingtag: (end: number) => endTag(reading, end),
  };
}

function endScript(reading: Reading): void {
  const { script, scripts } = reading;
  if (script !== null && script !== '' && scripts.length < limits.scripts) scripts.push(script);
  reading.script = null;
}

/** `end`: of the comment's text. */
function readComment(reading: Reading, start: number, end: number): void {
  const { html, comments, rewritten } = reading;
  if (comments.length >= limits.tags) return;
  const isPlain = end - start <= limits.textLength && html.startsWith('<!--', start - 4) && html.startsWith('-->', end);
  const text = isPlain ? html.slice(start - 4, end + 3) : `<!--${cut(reading, start, end)}-->`;
  if (!isPlain) rewritten.push(text);
  comments.push(text);
}

function readTextInto(reading: Reading) {
  return {
    onclosetag: () => endScript(reading),
    onend: () => endScript(reading),
    ontext(start: number, end: number) {
      if (reading.script === null) return;
      const room = limits.scriptLength - reading.script.length;
      reading.script += reading.html.slice(start, Math.min(end, start + room));
    },
    oncomment: (start: number, end: number, offset: number) => readComment(reading, start, end - offset),
    ontextentity() {},
    oncdata() {},
    ondeclaration() {},
    onprocessinginstruction() {},
  };
}

/**
 * Reads tags, comments and inline scripts in one pass, and attributes of the given kinds of tags only. Only the tokenizer is
 * used: the parser above it keeps a stack of open tags and takes quadratic time on markup that never closes them. Entities
 * are decoded where they are needed: a tokenizer that need not look for them leaps over texts and values.
 */
export function readMarkup(html: string, kinds: ReadonlySet<string>): Markup {
  const found = { tags: [], tagTexts: [], comments: [], scripts: [], rewritten: [] };
  const reading: Reading = { html, kinds, ...found, name: '', start: 0, bounds: [], used: 0, script: null };
  const callbacks = { ...readTagsInto(reading), ...readTextInto(reading) };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return reading;
}
