import { Tokenizer } from 'htmlparser2';

/** What is kept of hostile markup at most. */
const limits = { tags: 5_000, attributes: 64, attributeLength: 4_096, scripts: 200, scriptLength: 65_536 };

/** One opening tag; names in lower case, entities decoded, the first of equal attributes. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

export interface Markup {
  tags: readonly Tag[];
  comments: readonly string[];
  /** Texts of inline scripts. */
  scripts: readonly string[];
}

interface Reading {
  html: string;
  tags: Tag[];
  comments: string[];
  scripts: string[];
  tag: { name: string; attributes: Map<string, string> };
  attribute: string;
  value: string;
  /** Text so far of the script that is open; null outside of scripts. */
  script: string | null;
}

function cut({ html }: Reading, start: number, end: number): string {
  return html.slice(start, Math.min(end, start + limits.attributeLength));
}

function endAttribute({ tag: { attributes }, attribute, value }: Reading): void {
  if (attributes.size >= limits.attributes || attributes.has(attribute)) return;
  attributes.set(attribute, value.slice(0, limits.attributeLength));
}

function endTag(reading: Reading): void {
  if (reading.tags.length < limits.tags) reading.tags.push(reading.tag);
  if (reading.tag.name === 'script') reading.script = '';
}

function endScript(reading: Reading): void {
  const { script, scripts } = reading;
  if (script !== null && script !== '' && scripts.length < limits.scripts) scripts.push(script);
  reading.script = null;
}

function readTagsInto(reading: Reading) {
  return {
    onopentagname(start: number, end: number) {
      reading.tag = { name: cut(reading, start, end).toLowerCase(), attributes: new Map() };
    },
    onattribname(start: number, end: number) {
      reading.attribute = cut(reading, start, end).toLowerCase();
      reading.value = '';
    },
    onattribdata(start: number, end: number) {
      if (reading.value.length < limits.attributeLength) reading.value += cut(reading, start, end);
    },
    onattribentity(codepoint: number) {
      if (reading.value.length < limits.attributeLength) reading.value += String.fromCodePoint(codepoint);
    },
    onattribend: () => endAttribute(reading),
    onopentagend: () => endTag(reading),
    onselfclosingtag: () => endTag(reading),
  };
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
    oncomment(start: number, end: number, offset: number) {
      if (reading.comments.length < limits.tags) reading.comments.push(cut(reading, start, end - offset));
    },
    ontextentity() {},
    oncdata() {},
    ondeclaration() {},
    onprocessinginstruction() {},
  };
}

/**
 * Reads tags, comments and inline scripts in one pass. Only the tokenizer is used: the parser above it keeps a stack of
 * open tags and takes quadratic time on markup that never closes them.
 */
export function readMarkup(html: string): Markup {
  const tag = { name: '', attributes: new Map<string, string>() };
  const reading: Reading = { html, tags: [], comments: [], scripts: [], tag, attribute: '', value: '', script: null };
  const callbacks = { ...readTagsInto(reading), ...readTextInto(reading) };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return reading;
}
