import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { z } from 'zod';
import { guardConnector } from './connection.ts';
import { hasCode, InvalidResponseError, UnreachableError } from './errors.ts';
import { type Exchanged, type ExchangeLimits, exchange, type Message } from './exchange.ts';
import { type Clock, createPace } from './pace.ts';
import { resolveLikeSystem } from './resolve.ts';
import { UnusableBodyError } from './response-body.ts';
import { type Outcome, persist, type RetryLimits } from './retry.ts';
import { readXml, XmlError } from './xml.ts';

/** What tells whether a document changed; as the server wrote it. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** What a source asks of one document. */
export interface Ask<T> {
  /** Source id, for messages. */
  source: string;
  schema: z.ZodType<T>;
  /** Of the copy at hand: an unchanged document is not sent again. */
  validators?: Validators | undefined;
  /** Pause between two requests to this host, where its operator allows less than the default second. */
  gapMs?: number;
  /** Further headers, such as the API version that a host asks to be named; names in lower case. */
  headers?: Readonly<Record<string, string>>;
}

export type Answer<T> =
  /** `next`: address of the next page, where the server names one. */
  { status: 'fresh'; data: T; validators: Validators; next?: string } | { status: 'unchanged' };

/** The one path to public APIs: paced per host, bounded in time and size, retried with restraint, parsed by a schema. */
export interface Http {
  /** Throws UnreachableError or InvalidResponseError. */
  getJson<T>(url: string, ask: Ask<T>): Promise<Answer<T>>;
  /** The same for an XML document, read as lib/xml.ts says. */
  getXml<T>(url: string, ask: Ask<T>): Promise<Answer<T>>;
  /** Throws UnreachableError or InvalidResponseError. */
  postJson<T>(url: string, body: unknown, ask: Ask<T>): Promise<T>;
  /** Closes its connections. */
  close(): Promise<void>;
}

export interface HttpLimits extends ExchangeLimits, RetryLimits {
  connectMs: number;
  /** Between the end of a request and the next to the same host. */
  gapMs: number;
}

const defaults: HttpLimits = {
  deadlineMs: 30_000,
  connectMs: 5_000,
  maxBytes: 32 * 1024 * 1024,
  gapMs: 1_000,
  retries: 2,
  backoffMs: 1_000,
  maxWaitMs: 60_000,
};

/** How a document is written. */
interface Format {
  name: 'JSON' | 'XML';
  accept: string;
  /** Content types that it is sent with. */
  type: RegExp;
  read(text: string): unknown;
}

const json: Format = {
  name: 'JSON',
  accept: 'application/json',
  // application/json; charset=utf-8, application/problem+json; GitHub's raw files come as text/plain
  type: /^(?:application\/(?:[\w.-]{1,60}\+)?json|text\/plain)\b/i,
  read: JSON.parse,
};

const xml: Format = {
  name: 'XML',
  accept: 'application/xml',
  // application/xml, text/xml; charset=utf-8, application/rss+xml
  type: /^(?:application|text)\/(?:[\w.-]{1,60}\+)?xml\b/i,
  read: readXml,
};

/** What a failure comes to, by its code: its message may hold what an internal host answered, such as the names in a certificate. */
function describe(failure: Error): string {
  if (failure.name === 'TimeoutError') return 'did not answer in time';
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : failure.name;
  const isRefused = code === 'ERR_ADDRESS_REFUSED';
  return `${isRefused ? 'leads to a private or reserved network address' : 'could not be reached'} (${code})`;
}

function refuse(source: string, url: string, options: { what: string; cause?: unknown }): never {
  const remedy = 'Remedy: look for a newer Patchproof if this persists.';
  throw new InvalidResponseError(
    source,
    `${source}: ${url} answered in another shape than documented: ${options.what}. ${remedy}`,
    {
      url,
      cause: options.cause,
    },
  );
}

function giveUp(
  source: string,
  url: string,
  options: { what: string; remedy: string; cause?: unknown; status?: number },
): never {
  const { what, remedy, ...known } = options;
  throw new UnreachableError(source, `${source}: ${url} ${what}. Remedy: ${remedy}`, { url, ...known });
}

/** The response of an outcome, if it is usable as such: 200 or 304. */
function settle(source: string, url: string, outcome: Outcome): Exchanged {
  if ('failure' in outcome) {
    const cause = outcome.failure;
    if (cause instanceof UnusableBodyError) refuse(source, url, { what: cause.message, cause });
    const { host } = new URL(url);
    const remedy = hasCode(cause, 'ERR_ADDRESS_REFUSED')
      ? `check which address the name servers of this machine give for ${host}.`
      : `check that this machine reaches ${host}, then run the scan again.`;
    giveUp(source, url, { what: describe(cause), remedy, cause });
  }
  const { response } = outcome;
  if (response.status === 200 || response.status === 304) return response;
  const { 'retry-after': wait, location } = response.headers;
  const details = [`answered ${response.status}`];
  if (wait !== undefined) details.push(`and asks to come back later (Retry-After: ${wait.slice(0, 40)})`);
  if (location !== undefined) details.push(`and leads to ${location.slice(0, 200)}, which is not followed`);
  // GitHub answers 403 where an address has asked too often.
  const exhausted = response.headers['x-ratelimit-remaining'] === '0';
  const passing = response.status === 429 || response.status >= 500 || exhausted;
  const remedy = passing ? 'run the scan again later.' : 'look for a newer Patchproof: the address may have moved.';
  return giveUp(source, url, { what: details.join(' '), remedy, status: response.status });
}

function parse<T>(url: string, text: string, { format, ask }: { format: Format; ask: Ask<T> }): T {
  let value: unknown;
  try {
    value = format.read(text);
  } catch (cause) {
    refuse(ask.source, url, {
      what: cause instanceof XmlError ? cause.message : `its body is not ${format.name}`,
      cause,
    });
  }
  const parsed = ask.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${z.core.toDotPath(issue.path) || '(root)'}: ${issue.message}`);
  return refuse(ask.source, url, { what: issues.join('; '), cause: parsed.error });
}

/** `"abc"`, `W/"abc"`, `Fri, 07 Aug 2026 10:00:00 GMT`: what may be sent back in a header. */
const headerText = /^[\x20-\x7e]{1,200}$/;

function validatorsOf({ etag = '', 'last-modified': lastModified = '' }: Record<string, string>): Validators {
  return {
    ...(headerText.test(etag) ? { etag } : {}),
    ...(headerText.test(lastModified) ? { lastModified } : {}),
  };
}

/** `<https://api.github.com/advisories?after=abc>; rel="next", <...>; rel="last"`: a next page is on the same host. */
function nextPageOf(url: string, { link = '' }: Record<string, string>, source: string): { next?: string } {
  const target = /<([^<>]{1,2000})>;\s{0,9}rel="?next\b/.exec(link)?.[1];
  if (target === undefined) return {};
  const { href } = URL.parse(target, url) ?? {};
  // blob:https://api.github.com/ has the origin of its host; https://mara@api.github.com/ as well
  if (href?.startsWith(`${new URL(url).origin}/`) === true) return { next: href };
  return refuse(source, url, { what: 'its next page is on another host' });
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

function readAnswer<T>(url: string, response: Exchanged, { format, ask }: { format: Format; ask: Ask<T> }): Answer<T> {
  if (response.status === 304) {
    if (ask.validators === undefined) refuse(ask.source, url, { what: 'status 304, though no copy was spoken of' });
    return { status: 'unchanged' };
  }
  const { 'content-type': type = 'none' } = response.headers;
  if (!format.type.test(type)) {
    refuse(ask.source, url, { what: `its content type is ${type.slice(0, 80)}, not ${format.name}` });
  }
  const data = parse(url, response.text, { format, ask });
  const { headers } = response;
  return { status: 'fresh', data, validators: validatorsOf(headers), ...nextPageOf(url, headers, ask.source) };
}

interface HttpOptions {
  /** Names Patchproof and a contact. */
  userAgent: string;
  limits?: Partial<HttpLimits>;
  clock?: Clock;
  /** Whether this `host:port` may lie in a private network; none may, when left out. */
  mayBePrivate?: (hostAndPort: string) => boolean;
}

/** Creates the path to public APIs. */
export function createHttp(options: HttpOptions): Http {
  const limits = { ...defaults, ...options.limits };
  const clock: Clock = options.clock ?? { now: Date.now, sleep };
  const pace = createPace(clock);
  // The deadline of an exchange bounds headers and body alike; the agent's own timeouts count each gap anew.
  const timeouts = { headersTimeout: 0, bodyTimeout: 0 };
  const { mayBePrivate = () => false } = options;
  const connect = guardConnector({ mayBePrivate, resolve: resolveLikeSystem, connectMs: limits.connectMs });
  const dispatcher = new Agent({ allowH2: false, connections: 1, pipelining: 1, ...timeouts, connect });
  const common = { 'user-agent': options.userAgent, 'accept-encoding': 'gzip' };

  async function send<T>(url: string, message: Message, how: { format: Format; ask: Ask<T> }): Promise<Answer<T>> {
    const { format, ask } = how;
    const whole = { ...message, headers: { accept: format.accept, ...common, ...ask.headers, ...message.headers } };
    const once = () => exchange(url, whole, { ...limits, dispatcher });
    const turn = () => persist(once, limits, clock);
    const outcome = await pace(new URL(url).host, ask.gapMs ?? limits.gapMs, turn);
    return readAnswer(url, settle(ask.source, url, outcome), how);
  }

  function get<T>(url: string, how: { format: Format; ask: Ask<T> }): Promise<Answer<T>> {
    return send(url, { method: 'GET', headers: conditions(how.ask.validators ?? {}) }, how);
  }

  return {
    getJson: (url, ask) => get(url, { format: json, ask }),
    getXml: (url, ask) => get(url, { format: xml, ask }),
    async postJson(url, body, ask) {
      const headers = { 'content-type': 'application/json' };
      const message: Message = { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await send(url, message, { format: json, ask });
      return answer.status === 'fresh' ? answer.data : refuse(ask.source, url, { what: 'status 304 to a POST' });
    },
    close: () => dispatcher.destroy(),
  };
}
