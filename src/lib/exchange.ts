import { getDomain } from 'tldts';
import { type Dispatcher, request } from 'undici';
import { readText } from './response-body.ts';

export interface Message {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}

/** One answer, redirects followed; `text` is read for status 200 only. */
export interface Exchanged {
  status: number;
  /** Names in lower case; of a repeated header the first. */
  headers: Record<string, string>;
  text: string;
}

export interface ExchangeLimits {
  /** From the first byte sent to the last byte read, redirects included. */
  deadlineMs: number;
  /** Of a body, on the wire and inflated. */
  maxBytes: number;
}

const maxRedirects = 3;

function firstValues(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value) ?? '']),
  );
}

/** The address a redirect leads to, or null where it may not be followed: to another domain, or from https to http. */
function redirectTarget(from: URL, location: string): URL | null {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (to === null || (to.protocol !== 'https:' && to.protocol !== from.protocol)) return null;
  const domain = (url: URL) => getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname;
  return domain(to) === domain(from) ? to : null;
}

/** A token is for the host that it was given for, not for where that host leads to. */
function withoutToken({ authorization: _, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}

/** Sends one message. A redirect that may not be followed is returned as it is. Throws UnusableBodyError, or what the connection throws. */
export async function exchange(
  address: string,
  message: Message,
  options: ExchangeLimits & { dispatcher: Dispatcher },
): Promise<Exchanged> {
  const signal = AbortSignal.timeout(options.deadlineMs);
  const start = new URL(address);
  let url = start;
  for (let hop = 0; ; hop += 1) {
    const headers = url.host === start.host ? message.headers : withoutToken(message.headers);
    const response = await request(url, { ...message, headers, dispatcher: options.dispatcher, signal });
    const answered = firstValues(response.headers);
    const status = response.statusCode;
    if (status === 200) {
      const text = await readText(response.body, answered['content-encoding'] ?? '', options.maxBytes);
      return { status, headers: answered, text };
    }
    await response.body.dump({ limit: 16_384, signal });
    const follow = message.method === 'GET' && status >= 301 && status <= 308 && status !== 304 && hop < maxRedirects;
    const { location = '' } = answered;
    const target = follow ? redirectTarget(url, location) : null;
    if (target === null) return { status, headers: answered, text: '' };
    url = target;
  }
}
