/**
 * A demo shop: what one real install shows from outside, as data. It holds no code of any platform, so no file of it has
 * the bytes of a real one: a check for those gets the answer of a shop that does not have them. To add a shop: a file in
 * shops/ and a line in shops/index.ts. `{origin}` and `{host}` in headers, cookies and bodies stand for the shop's own.
 */

/** One answer. */
export interface Page {
  /** Default 200. */
  status?: number;
  /** On top of the shop's own. Default type: `text/html; charset=utf-8`, a page that the platform renders. */
  headers?: Record<string, string>;
  body: string;
}

export interface Shop {
  /** Its host is `<id>.localhost`. */
  id: string;
  /** Sent with every answer. */
  headers: Record<string, string>;
  /** Set-Cookie values, sent with every rendered page: files and redirects set none. */
  cookies: string[];
  /** By path and query, or by path alone. */
  pages: Record<string, Page>;
  /** What other paths get, first match first; then comes `notFound`. */
  rules: { path: RegExp; page: Page }[];
  notFound: Page;
}

/** A file of the given type, such as `text/css`. */
export function file(type: string, body: string): Page {
  return { headers: { 'content-type': type }, body };
}

/** Apache's own error page: the platform never sees the request. */
export function apacheError(status: number, title: string): Page {
  const body = `<!DOCTYPE HTML>\n<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body };
}

/** A redirect to the given path of the same shop. */
export function redirect(path: string): Page {
  return { status: 302, headers: { location: `{origin}${path}` }, body: '' };
}

/** The page of the given shop for a path with its query. */
export function findPage(shop: Shop, target: string): Page {
  const path = target.replace(/[?#].*$/s, '');
  return (
    shop.pages[target] ?? shop.pages[path] ?? shop.rules.find((rule) => rule.path.test(path))?.page ?? shop.notFound
  );
}
