/** Control characters, bidirectional marks and overrides, line separators, byte-order marks, code points that XML forbids. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\ufeff]+/gu;

/** Longest string that reaches a page, in UTF-16 units: URLs fit, floods do not. */
const longest = 2000;

/** Most texts, at a glance: nothing in them is cleaned. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/** One line of text without anything that could disturb what stands around it. */
export function cleanText(text: string): string {
  if (text.length <= longest && plain.test(text)) return text;
  return text.slice(0, longest).toWellFormed().replace(unprintable, ' ').trim();
}

function needsCleaning(data: unknown): boolean {
  if (typeof data === 'string') return cleanText(data) !== data;
  return typeof data === 'object' && data !== null && Object.values(data).some(needsCleaning);
}

/** JSON data with every string in it cleaned: themselves where nothing is to be cleaned, else a copy. */
export function cleanStrings<T>(data: T): T {
  if (!needsCleaning(data)) return data;
  const copy: T = JSON.parse(
    JSON.stringify(data, (_key, value) => (typeof value === 'string' ? cleanText(value) : value)),
  );
  return copy;
}

/** Text for programs that take it for HTML where it is none: no markup is left in it. */
export function plainText(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** At most `most` characters, the cut marked. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The URL where it is an http(s) one that may become a link, else null. */
export function linkable(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}

/** Text as HTML or XML content. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
