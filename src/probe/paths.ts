import type { Problem, Snapshot } from '../model/snapshot.ts';
import type { Instant } from '../model/time.ts';
import { findChallenge } from './challenge.ts';
import { toExchange, withholdBody } from './exchange.ts';
import { isProblem, makeProblem } from './failure.ts';
import { type Policy, refuseByPolicy } from './policy.ts';
import { type Admit, type Arrival, canSend, follow, type Visit } from './request.ts';

/** Where the paths are asked, and who names the next one. */
interface Route {
  /** The home page's final URL. */
  home: URL;
  policy: Policy;
  at: Instant;
  nextPath: (snapshot: Snapshot) => string | null;
}

/** Failures in a row after which the site is left alone. */
const mostFailures = 2;

/** Bound on proposals, because a forbidden path costs no request. */
const mostProposals = 100;

/** What the paths brought so far. */
interface Trail {
  seen: Snapshot;
  /** Paths that did not answer. */
  failed: string[];
  failuresInARow: number;
}

/** Asks path after path until `nextPath` gives null, repeats itself or leaves the origin, or a limit is reached. */
export async function visitPaths(visit: Visit, home: Snapshot, route: Route): Promise<Snapshot> {
  const { exchanges, withheld, problems } = home;
  const seen = { ...home, exchanges: [...exchanges], withheld: [...withheld], problems: [...problems] };
  const trail: Trail = { seen, failed: [], failuresInARow: 0 };
  const proposed = new Set([route.home.href]);
  const isOver = () => proposed.size > mostProposals || trail.failuresInARow >= mostFailures;
  while (canSend(visit) && !isOver() && countChars(trail.seen) < visit.limits.keptChars) {
    const withheld = [...trail.seen.withheld, ...trail.failed];
    const path = route.nextPath({ ...trail.seen, withheld, requests: visit.requests });
    const url = path === null ? null : resolvePath(route.home, path);
    if (path === null || url === null || proposed.has(url.href)) break;
    proposed.add(url.href);
    if (refuseByPolicy(route.policy, url) !== null) trail.seen.withheld.push(path);
    else recordArrival(trail, path, await follow(visit, url, stayOnOrigin(route), visit.limits), route.at);
  }
  return trail.seen;
}

function countChars({ exchanges }: Snapshot): number {
  return exchanges.reduce((sum, { body }) => sum + body.length, 0);
}

function recordArrival(trail: Trail, path: string, arrival: Arrival | Problem, at: Instant): void {
  if (isProblem(arrival)) {
    trail.failuresInARow += 1;
    trail.failed.push(path);
    trail.seen.problems.push(arrival);
    return;
  }
  trail.failuresInARow = 0;
  const exchange = toExchange(path, arrival, at);
  trail.seen.exchanges.push(findChallenge(exchange) === null ? exchange : withholdBody(exchange));
}

/** A path of the home page's origin; null for anything that leads elsewhere. */
function resolvePath(home: URL, path: string): URL | null {
  if (!URL.canParse(path, home.href)) return null;
  const url = new URL(path, home);
  url.hash = '';
  // blob:https://shop.example/ has the origin of the shop; https://mara@shop.example/ as well
  return url.href.startsWith(`${home.origin}/`) ? url : null;
}

function stayOnOrigin({ home, policy }: Route): Admit {
  return async (from, to) => {
    if (to.origin === home.origin) return refuseByPolicy(policy, to);
    return makeProblem(
      'moved',
      from,
      `${from.href} redirects to ${to.origin}, where paths of this site are not asked.`,
    );
  };
}
