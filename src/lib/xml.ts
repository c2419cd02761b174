import { Parser } from 'htmlparser2';

/** What a document may hold at most: a release list of ten years has some ten thousand elements. */
const limits = { depth: 32, elements: 200_000 };

/**
 * An element as plain data for a schema: attributes as `@name`, text as `#text`, and every child element by its name in an
 * array, so that one and many look alike.
 */
export type XmlValue = { [key: string]: string | XmlValue[] };

/** Thrown for text that is no XML document, or one that is too deep or too large. */
export class XmlError extends Error {
  override name = 'XmlError';
}

interface Open {
  name: string;
  value: XmlValue;
  text: string;
}

function close({ value, text }: Open): void {
  const trimmed = text.trim();
  if (trimmed !== '') value['#text'] = trimmed;
}

function addChild(parent: XmlValue, name: string, child: XmlValue): void {
  const siblings = parent[name];
  if (Array.isArray(siblings)) siblings.push(child);
  else parent[name] = [child];
}

function elementOf(name: string, attributes: Record<string, string>): Open {
  const value: XmlValue = Object.create(null);
  for (const [key, text] of Object.entries(attributes)) value[`@${key}`] = text;
  return { name, value, text: '' };
}

/** Reads an XML document: names as written, the five entities of XML decoded, none other expanded, no DTD read. Throws XmlError. */
export function readXml(text: string): XmlValue {
  if (!/^\uFEFF?\s{0,100}</.test(text)) throw new XmlError('its body is not XML');
  const root: Open = { name: '', value: Object.create(null), text: '' };
  const stack = [root];
  let elements = 0;
  const top = () => stack[stack.length - 1] ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (stack.length > limits.depth || elements > limits.elements)
          throw new XmlError('it is too deep or too large');
        const element = elementOf(name, attributes);
        addChild(top().value, name, element.value);
        stack.push(element);
      },
      onclosetag(name, isImplied) {
        const isEmpty = text[parser.endIndex - 1] === '/'; // <item/>
        if (isImplied && !isEmpty) throw new XmlError(`it ends inside of <${name.slice(0, 40)}>`);
        const element = stack.pop();
        if (element !== undefined) close(element);
      },
      ontext(piece) {
        top().text += piece;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (elements === 0) throw new XmlError('its body is not XML');
  return root.value;
}
