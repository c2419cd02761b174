import type { Exchange, Problem, Snapshot } from '../model/snapshot.ts';
import type { Instant } from '../model/time.ts';
import { describeBlock, looksBlocked } from './challenge.ts';
import { toExchange, withholdBody } from './exchange.ts';
import { isProblem, makeProblem } from './failure.ts';
import { refuseMove } from './redirect.ts';
import { type Arrival, follow, type Visit } from './request.ts';
import { askRobots, type RobotsPolicies, type RobotsPolicy, refuseByRobots } from './robots-policy.ts';

/** What the home page came to. */
export interface Home {
  outcome: Snapshot['outcome'];
  /** Null where nothing answered. */
  exchange: Exchange | null;
  problem: Problem | null;
  /** Of the origin that answered; later paths are asked there. */
  policy: RobotsPolicy;
}

/** GETs `site.url` as it stands, its robots.txt first, and follows redirects within the site. */
export async function visitHome(visit: Visit, at: Instant): Promise<Home> {
  const start = homeUrl(visit.site.url);
  const policies: RobotsPolicies = new Map();
  const admit = async (_from: URL, to: URL) => refuseByRobots(await askRobots(visit, policies, to), to);
  const policy = await askRobots(visit, policies, start);
  const forbidden = refuseByRobots(policy, start);
  if (forbidden !== null) return { outcome: 'blocked', exchange: null, problem: forbidden, policy };
  const arrival = await follow(visit, start, async (from, to) => refuseMove(from, to) ?? admit(from, to), visit.limits);
  if (isProblem(arrival)) return { outcome: 'unreachable', exchange: null, problem: arrival, policy };
  const path = start.pathname + start.search;
  return judgeHome(arrival, toExchange(path, arrival, at), await askRobots(visit, policies, arrival.url));
}

/** The page's URL without fragment, user name and password: no credential is ever sent. */
function homeUrl(text: string): URL {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function judgeHome({ url, stopped }: Arrival, exchange: Exchange, policy: RobotsPolicy): Home {
  const unread = { exchange: withholdBody(exchange), policy };
  if (stopped !== null) {
    return { outcome: stopped.code === 'robots-disallowed' ? 'blocked' : 'unreachable', problem: stopped, ...unread };
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
