import type { Exchange, Problem, ProblemCode, Snapshot } from '../model/snapshot.ts';
import type { Instant } from '../model/time.ts';
import { describeBlock, looksBlocked } from './challenge.ts';
import { toExchange, withholdBody } from './exchange.ts';
import { isProblem, makeProblem } from './failure.ts';
import { askPolicy, type Policies, type Policy, refuseByPolicy } from './policy.ts';
import { refuseMove } from './redirect.ts';
import { type Arrival, follow, type Visit } from './request.ts';

/** What the home page came to. */
export interface Home {
  outcome: Snapshot['outcome'];
  /** Null where nothing answered. */
  exchange: Exchange | null;
  problem: Problem | null;
  /** Of the origin that answered; later paths are asked there. */
  policy: Policy;
}

/** The shop's own word that it is not to be visited. */
const refusals: ReadonlySet<ProblemCode> = new Set(['robots-disallowed', 'opted-out']);

/** GETs `site.url` as it stands, its robots.txt and patchproof.json first, and follows redirects within the site. */
export async function visitHome(visit: Visit, at: Instant): Promise<Home> {
  const start = homeUrl(visit.site.url);
  const policies: Policies = new Map();
  const admit = async (_from: URL, to: URL) => refuseByPolicy(await askPolicy(visit, policies, to), to);
  const policy = await askPolicy(visit, policies, start);
  const forbidden = refuseByPolicy(policy, start);
  if (forbidden !== null) return { outcome: outcomeOf(forbidden), exchange: null, problem: forbidden, policy };
  const arrival = await follow(visit, start, async (from, to) => refuseMove(from, to) ?? admit(from, to), visit.limits);
  if (isProblem(arrival)) return { outcome: 'unreachable', exchange: null, problem: arrival, policy };
  const path = start.pathname + start.search;
  return judgeHome(arrival, toExchange(path, arrival, at), await askPolicy(visit, policies, arrival.url));
}

/** The page's URL without fragment, user name and password: no credential is ever sent. */
function homeUrl(text: string): URL {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function outcomeOf({ code }: Problem): 'blocked' | 'unreachable' {
  return refusals.has(code) ? 'blocked' : 'unreachable';
}

function judgeHome({ url, stopped }: Arrival, exchange: Exchange, policy: Policy): Home {
  const unread = { exchange: withholdBody(exchange), policy };
  if (stopped !== null) {
    return { outcome: outcomeOf(stopped), problem: stopped, ...unread };
  }
  const block = looksBlocked(exchange);
  if (block !== null) {
    const outcome = block.kind === 'maintenance' ? 'unreachable' : 'blocked';
    return { outcome, problem: describeBlock(block, exchange), ...unread };
  }
  if (exchange.status >= 200 && exchange.status < 300) return { outcome: 'seen', exchange, problem: null, policy };
  const message = `The home page of ${url.host} answered with status ${exchange.status}. Check that the shop is up and that the url in sites.yaml is right.`;
  return { outcome: 'unreachable', problem: makeProblem('http-error', url, message), ...unread };
}
