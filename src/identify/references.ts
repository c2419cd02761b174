import { Tokenizer } from 'htmlparser2';

const ignore = () => {};
const ignored = {
  ...{ onattribend: ignore, onattribname: ignore, oncdata: ignore, onclosetag: ignore, oncomment: ignore },
  ...{ ondeclaration: ignore, onend: ignore, onopentagend: ignore, onopentagname: ignore, onselfclosingtag: ignore },
  ...{ onprocessinginstruction: ignore, ontext: ignore, ontextentity: ignore },
};

/** An attribute's value as browsers read it: `&amp;` is `&`. Read by the tokenizer itself, in a tag made up for it. */
export function decodeReferences(value: string): string {
  if (!value.includes('&')) return value;
  const tag = `<a b="${value.replaceAll('"', '&quot;')}">`;
  let decoded = '';
  const callbacks = {
    ...ignored,
    onattribdata(start: number, end: number) {
      decoded += tag.slice(start, end);
    },
    onattribentity(codepoint: number) {
      decoded += String.fromCodePoint(codepoint);
    },
  };
  new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks).write(tag);
  return decoded;
}
