import { z } from 'zod';
import { InvalidResponseError } from './errors.ts';
import type { Answer, Http, Validators } from './http.ts';

/** Where GitHub is asked, and with whose right; without a token it answers 60 requests an hour. */
export interface Github {
  base: string;
  token: string | undefined;
}

/** How a list is asked for. */
export interface ListAsk<T> {
  /** Source id, for messages. */
  source: string;
  /** Of one item. */
  item: z.ZodType<T>;
  validators: Validators | undefined;
  maxPages: number;
  /** True: what is on further pages is left there. */
  newestOnly?: boolean;
}

/** The token goes into the headers of one host, and nowhere else. */
function headersFor({ token }: Github): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

/**
 * Every item of a list, page after page. A list of one page is not read again while it is unchanged; of a longer one any page
 * may have changed, so it is read as a whole.
 */
export async function listAll<T>(
  path: string,
  ask: ListAsk<T>,
  { http, github }: { http: Http; github: Github },
): Promise<Answer<T[]>> {
  const { source, maxPages, newestOnly = false } = ask;
  const schema = z.array(ask.item).max(100);
  const headers = headersFor(github);
  const items: T[] = [];
  const url = `${github.base}${path}`;
  const first = await http.getJson(url, { source, schema, headers, validators: ask.validators });
  if (first.status === 'unchanged') return first;
  let page: typeof first = first;
  for (let pages = 1; ; pages += 1) {
    items.push(...page.data);
    if (page.next === undefined)
      return { status: 'fresh', data: items, validators: pages === 1 ? first.validators : {} };
    if (pages === maxPages) break;
    const following = await http.getJson(page.next, { source, schema, headers });
    if (following.status === 'fresh') page = following;
  }
  if (newestOnly) return { status: 'fresh', data: items, validators: {} };
  throw new InvalidResponseError(source, `${source}: ${url} has more than ${maxPages} pages.`, { url });
}
