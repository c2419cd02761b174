import { Tokenizer } from 'htmlparser2';

/** What is kept of hostile markup at most. */
const limits = { tags: 5_000, attributes: 64, attributeLength: 4_096, scripts: 200, scriptLength: 65_536 };

/** One opening tag; names in lower case, entities decoded, the first of equal attributes. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Written back in one form: `<body class="home">`. */
  text: string;
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
  /** Name of the tag that is open, its attributes, and what is written back of it so far. */
  name: string;
  attributes: Map<string, string>;
  text: string;
  attribute: string;
  value: string;
  /** Text so far of the script that is open; null outside of scripts. */
  script: string | null;
}

function cut({ html }: Reading, start: number, end: number): string {
  return html.slice(start, Math.min(end, start + limits.attributeLength));
}

function endAttribute({ attributes, attribute, value }: Reading): string {
  if (attributes.size >= limits.attributes || attributes.has(attribute)) return '';
  const cutValue = value.length > limits.attributeLength ? value.slice(0, limits.attributeLength) : value;
  attributes.set(attribute, cutValue);
  return ` ${attribute}="${cutValue}"`;
}

const noAttributes: Tag['attributes'] = new Map();

function endTag(reading: Reading): void {
  const { name, tags, text } = reading;
  if (tags.length < limits.tags) {
    // the map of a tag without attributes serves the next one
    const attributes = reading.attributes.size === 0 ? noAttributes : reading.attributes;
    tags.push({ name, attributes, text: `${text}>`.slice(0, limits.attributeLength) });
  }
  if (name === 'script') reading.script = '';
}

function endScript(reading: Reading): void {
  const { script, scripts } = reading;
  if (script !== null && script !== '' && scripts.length < limits.scripts) scripts.push(script);
  reading.script = null;
}

function readTagsInto(reading: Reading) {
  return {
    onopentagname(start: number, end: number) {
      reading.name = cut(reading, start, end).toLowerCase();
      reading.text = `<${reading.name}`;
      if (reading.attributes.size > 0) reading.attributes = new Map();
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
    onattribend() {
      reading.text += endAttribute(reading);
    },
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
  const tag = { name: '', attributes: new Map<string, string>(), text: '' };
  const reading: Reading = {
    ...{ html, tags: [], comments: [], scripts: [], script: null },
    ...{ ...tag, attribute: '', value: '' },
  };
  const callbacks = { ...readTagsInto(reading), ...readTextInto(reading) };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return reading;
}
