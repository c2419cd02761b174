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

interface State {
  tag: { name: string; attributes: Map<string, string> };
  attribute: string;
  value: string;
  /** Pieces of the script that is open; null outside of scripts. */
  script: string | null;
}

/**
 * Reads tags, comments and inline scripts in one pass. Only the tokenizer is used: the parser above it keeps a stack of
 * open tags and takes quadratic time on markup that never closes them.
 */
export function readMarkup(html: string): Markup {
  const tags: Tag[] = [];
  const comments: string[] = [];
  const scripts: string[] = [];
  const state: State = { tag: { name: '', attributes: new Map() }, attribute: '', value: '', script: null };
  const text = (start: number, end: number) => html.slice(start, Math.min(end, start + limits.attributeLength));

  function endTag(): void {
    if (tags.length < limits.tags) tags.push(state.tag);
    if (state.tag.name === 'script') state.script = '';
  }

  function endAttribute(): void {
    const { attributes } = state.tag;
    if (attributes.size < limits.attributes && !attributes.has(state.attribute)) {
      attributes.set(state.attribute, state.value.slice(0, limits.attributeLength));
    }
  }

  function endScript(): void {
    if (state.script !== null && state.script !== '' && scripts.length < limits.scripts) scripts.push(state.script);
    state.script = null;
  }

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        state.tag = { name: text(start, end).toLowerCase(), attributes: new Map() };
      },
      onattribname(start, end) {
        state.attribute = text(start, end).toLowerCase();
        state.value = '';
      },
      onattribdata(start, end) {
        if (state.value.length < limits.attributeLength) state.value += text(start, end);
      },
      onattribentity(codepoint) {
        if (state.value.length < limits.attributeLength) state.value += String.fromCodePoint(codepoint);
      },
      onattribend: endAttribute,
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: endScript,
      ontext(start, end) {
        if (state.script === null) return;
        const room = limits.scriptLength - state.script.length;
        state.script += html.slice(start, Math.min(end, start + room));
      },
      ontextentity() {},
      oncomment(start, end, offset) {
        if (comments.length < limits.tags) comments.push(text(start, end - offset));
      },
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend: endScript,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { tags, comments, scripts };
}
