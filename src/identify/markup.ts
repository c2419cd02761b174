import { Tokenizer } from 'htmlparser2';
import { isPlain, type OpenTag, readAttributes, readName, writeTag } from './tag.ts';

/** What is kept of hostile markup at most. */
const limits = { tags: 5_000, commentLength: 4_096, scripts: 200, scriptLength: 65_536 };

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
  /** The tag that is open, or was last. */
  open: OpenTag;
  /** Text so far of the script that is open; null outside of scripts. */
  script: string | null;
}

/** `end`: where the tag's `>` stands. */
function endTag(reading: Reading, end: number): void {
  const { html, kinds, tags, tagTexts, rewritten, open } = reading;
  const { name, start } = open;
  if (name === 'script') reading.script = '';
  if (tagTexts.length >= limits.tags) return;
  const source = html.slice(start, end + 1);
  const isAsked = kinds.has(name);
  if (isPlain(source, open)) {
    tagTexts.push(source);
    if (isAsked) tags.push({ name, attributes: readAttributes(open) });
    return;
  }
  const attributes = readAttributes(open);
  const text = writeTag(name, attributes);
  tagTexts.push(text);
  rewritten.push(text);
  if (isAsked) tags.push({ name, attributes });
}

function readTagsInto(reading: Reading) {
  const { html, open } = reading;
  const { bounds } = open;
  return {
    onopentagname(start: number, end: number) {
      open.name = readName(html, start, end);
      open.start = start - 1;
      open.used = 0;
    },
    onattribname(start: number, end: number) {
      const { used } = open;
      bounds[used] = start;
      bounds[used + 1] = end;
      // until a value comes, an empty one
      bounds[used + 2] = end;
      bounds[used + 3] = end;
    },
    onattribdata(start: number, end: number) {
      bounds[open.used + 2] = start;
      bounds[open.used + 3] = end;
    },
    onattribend() {
      open.used += 4;
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

/** `start` and `end`: of the comment's text. */
function readComment({ html, comments, rewritten }: Reading, start: number, end: number): void {
  if (comments.length >= limits.tags) return;
  const isWhole =
    end - start <= limits.commentLength && html.startsWith('<!--', start - 4) && html.startsWith('-->', end);
  const text = isWhole
    ? html.slice(start - 4, end + 3)
    : `<!--${html.slice(start, Math.min(end, start + limits.commentLength))}-->`;
  if (!isWhole) rewritten.push(text);
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
  const open: OpenTag = { html, name: '', start: 0, bounds: [], used: 0 };
  const reading: Reading = { html, kinds, ...found, open, script: null };
  const callbacks = { ...readTagsInto(reading), ...readTextInto(reading) };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return reading;
}
