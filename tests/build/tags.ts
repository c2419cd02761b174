import { Parser } from 'htmlparser2';

/** An opening tag as a parser reads it. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
}

/** Every opening tag of a page, or of an XML document. */
export function readTags(markup: string, options: { xml: boolean } = { xml: false }): Tag[] {
  const tags: Tag[] = [];
  const onopentag = (name: string, attributes: Record<string, string>) => tags.push({ name, attributes });
  new Parser({ onopentag }, { xmlMode: options.xml }).end(markup);
  return tags;
}
