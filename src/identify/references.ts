import { Tokenizer } from 'htmlparser2';

const ignore = () => {};
const ignored = {
  ...{ onattribend: ignore, onattribname: ignore, oncdata: ignore, onclosetag: ignore, oncomment: ignore },
  ...{ ondeclaration: ignore, onend: ignore, onopentagend: ignore, onopentagname: ignore, onselfclosingtag: ignore },
  ...{ onprocessinginstruction: ignore, ontext: ignore, ontextentity: ignore },
};

/** Text without `"`, decoded by the tokenizer itself: as the value of a tag made up for it. */
function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  const tag = `<a b="${text}">`;
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

/** An attribute's value as browsers read it: `&amp;` is `&`. No reference reaches over a quotation mark. */
export function decodeReferences(value: string): string {
  return value.includes('&') ? value.split('"').map(decodeText).join('"') : value;
}
