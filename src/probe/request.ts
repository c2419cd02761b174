import { type Agent, request } from 'undici';
import type { Site } from '../model/site.ts';
import type { Problem, ProblemCode } from '../model/snapshot.ts';
import { type Body, type BodyCaps, readBody, readEncodings } from './body.ts';
import { describeFailure, isProblem, makeProblem } from './failure.ts';
import { type HeaderList, listHeaders, readHeader } from './headers.ts';
import type { ProbeLimits } from './limits.ts';
import { readTarget } from './redirect.ts';

/** One visit while it lasts: what it may do and what it has spent. */
export interface Visit {
  site: Site;
  userAgent: string;
  limits: ProbeLimits;
  agent: Agent;
  /** Aborts when the visit's time is over. */
  deadline: AbortSignal;
  /** Requests sent so far. */
  requests: number;
}

export interface Answer extends Body {
  status: number;
  headers: HeaderList;
}

/** An answer, the URL that gave it, and why the redirect that it asks for was not followed, if it asks for one. */
export interface Arrival {
  url: URL;
  answer: Answer;
  stopped: Problem | null;
}

/** Says why a redirect must not be followed; null: it may. */
export type Admit = (from: URL, to: URL) => Promise<Problem | null>;

const worthRetrying: ReadonlySet<ProblemCode> = new Set(['connection-failed', 'tls-failed']);

/** Whether budget and time allow another request. */
export function canSend(visit: Visit): boolean {
  return visit.requests < visit.limits.requests && !visit.deadline.aborted;
}

/** GETs a URL and follows what redirects `admit` lets pass, within the visit's limits. */
export async function follow(visit: Visit, start: URL, admit: Admit, caps: BodyCaps): Promise<Arrival | Problem> {
  const visited = new Set<string>();
  for (let url = start; ; ) {
    visited.add(url.href);
    const answer = await send(visit, url, caps);
    if (isProblem(answer)) return answer;
    const target = readTarget(url, answer);
    if (target === null) return { url, answer, stopped: null };
    if (isProblem(target)) return { url, answer, stopped: target };
    const stopped = refuseDetour(visit, visited, target) ?? (await admit(url, target));
    if (stopped !== null) return { url, answer, stopped };
    url = target;
  }
}

function refuseDetour(visit: Visit, visited: ReadonlySet<string>, target: URL): Problem | null {
  const remedy = 'Open it in a private browser window: a visitor without cookies sees the same.';
  if (visited.has(target.href)) {
    return makeProblem('too-many-redirects', target, `${target.host} redirects in a circle. ${remedy}`);
  }
  if (visited.size > visit.limits.redirects || visit.requests >= visit.limits.requests) {
    return makeProblem('too-many-redirects', target, `${target.host} redirects more often than is followed. ${remedy}`);
  }
  return null;
}

/** GETs a URL, once more where the connection failed; follows nothing. */
export async function send(visit: Visit, url: URL, caps: BodyCaps): Promise<Answer | Problem> {
  const first = await attempt(visit, url, caps);
  const again = isProblem(first) && worthRetrying.has(first.code) && canSend(visit);
  return again ? attempt(visit, url, caps) : first;
}

function refuseSpending(visit: Visit, url: URL): Problem {
  const message = `The ${visit.limits.requests} requests that a visit may send were used up before ${url.host} showed a page. Let the url in sites.yaml name the page that the redirects end at.`;
  return makeProblem('too-many-redirects', url, message);
}

async function attempt(visit: Visit, url: URL, caps: BodyCaps): Promise<Answer | Problem> {
  try {
    visit.deadline.throwIfAborted();
    if (visit.requests >= visit.limits.requests) return refuseSpending(visit, url);
    visit.requests += 1;
    const response = await request(url, {
      dispatcher: visit.agent,
      signal: visit.deadline,
      headersTimeout: visit.limits.headersMs,
      bodyTimeout: visit.limits.bodyMs,
      headers: {
        'user-agent': visit.userAgent,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-language': 'en',
        'accept-encoding': 'gzip, br',
      },
    });
    const headers = listHeaders(response.headers);
    const body = await readBody(response.body, readEncodings(readHeader(headers, 'content-encoding')), caps);
    return { status: response.statusCode, headers, ...body };
  } catch (cause) {
    return describeFailure(cause, url, visit.deadline);
  }
}
