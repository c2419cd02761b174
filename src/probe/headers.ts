/** Lower-case names; repeated headers stay repeated. */
export type HeaderList = [string, string][];

/** Real shops send some 30; more than this many are an attack, and the rest is dropped. */
const mostHeaders = 200;

/** Headers as the model keeps them: control characters removed, number of headers capped. */
export function listHeaders(headers: Record<string, string | string[] | undefined>): HeaderList {
  const list: HeaderList = [];
  for (const [name, values] of Object.entries(headers)) {
    for (const value of [values ?? ''].flat()) {
      if (list.length === mostHeaders) return list;
      list.push([name.toLowerCase(), value.replace(/\p{Cc}/gu, '')]); // NUL, ESC, DEL and their kin
    }
  }
  return list;
}

/** All values of a header, joined as HTTP allows; empty where it is missing. */
export function readHeader(headers: HeaderList, name: string): string {
  return headers
    .filter(([each]) => each === name)
    .map(([, value]) => value)
    .join(', ');
}
