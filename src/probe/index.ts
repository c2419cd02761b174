import { hostKey } from '../lib/connection.ts';
import { type Resolve, resolveHost } from '../lib/resolve.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Instant } from '../model/time.ts';
import { openAgent } from './agent.ts';
import { findChallenge } from './challenge.ts';
import { toExchange } from './exchange.ts';
import { type Home, visitHome } from './home.ts';
import { defaultLimits, type ProbeLimits } from './limits.ts';
import { visitPaths } from './paths.ts';
import type { Visit } from './request.ts';

export { defaultLimits } from './limits.ts';

export interface ProbeContext {
  /** Sent with every request: `Patchproof/0.1 (+https://status.example.com/; status@example.com)`. */
  userAgent: string;
  /** Stamped on every exchange. */
  at: Instant;
  /**
   * Names the next path to ask, from what was seen so far; null ends the visit. A path with a leading `/` starts at the
   * origin of the home page's final URL, any other at that page's folder; one that leads to another origin, or that was
   * named before, ends the visit too. `withheld` of the snapshot it gets also lists paths that failed to answer.
   */
  nextPath: (snapshot: Snapshot) => string | null;
  limits?: Partial<ProbeLimits>;
  /** Resolves a host name to addresses, c-ares by default. `localhost` and names under it are always 127.0.0.1. */
  resolve?: Resolve;
}

/**
 * Visits a site once: robots.txt, patchproof.json, the home page, then the paths that `nextPath` names. Whatever a site does comes back
 * as a value; only a fault of our own is thrown.
 */
export async function probeSite(site: Site, context: ProbeContext): Promise<Snapshot> {
  const limits = { ...defaultLimits, ...context.limits };
  const { deadline, clear } = startDeadline(limits.totalMs);
  const visit = openVisit(site, context, { limits, deadline });
  try {
    const home = await visitHome(visit, context.at);
    const snapshot = firstSnapshot(home, context.at);
    const seen =
      home.exchange === null || !mayGoOn(home)
        ? snapshot
        : await visitPaths(visit, snapshot, {
            home: new URL(home.exchange.url),
            policy: home.policy,
            at: context.at,
            nextPath: context.nextPath,
          });
    return { ...seen, requests: visit.requests };
  } finally {
    await visit.agent.destroy();
    clear();
  }
}

/** Unlike AbortSignal.timeout, which keeps all that listens to it in memory until the time is over, long after the visit. */
function startDeadline(totalMs: number): { deadline: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('The visit took too long', 'TimeoutError')),
    totalMs,
  );
  return { deadline: controller.signal, clear: () => clearTimeout(timer) };
}

function openVisit(site: Site, context: ProbeContext, { limits, deadline }: Pick<Visit, 'limits' | 'deadline'>): Visit {
  const { protocol, hostname, port } = new URL(site.url);
  const own = hostKey(protocol, hostname, port);
  const policy = {
    mayBePrivate: (host: string) => site.allowPrivate && host === own,
    resolve: context.resolve ?? resolveHost,
    connectMs: limits.connectMs,
    deadline,
  };
  const agent = openAgent(policy, limits);
  return { site, userAgent: context.userAgent, limits, agent, deadline, requests: 0 };
}

function mayGoOn(home: Home): boolean {
  return home.outcome === 'seen' && home.policy.unread === null;
}

/** The home page, and robots.txt where it is a file: both were asked anyway. */
function firstSnapshot({ outcome, exchange, problem, policy }: Home, at: Instant): Snapshot {
  const unread = outcome === 'seen' ? policy.unread : null;
  // a redirect may have led to another host's file: that one says nothing of this shop
  const isOwn = exchange !== null && policy.file?.url.origin === new URL(exchange.url).origin;
  const file = outcome === 'seen' && policy.file !== null && isOwn ? toExchange('/robots.txt', policy.file, at) : null;
  const robots = file === null || findChallenge(file) !== null ? null : file;
  return {
    outcome,
    exchanges: [exchange, robots].filter((each) => each !== null),
    withheld: [],
    problems: [problem, unread].filter((each) => each !== null),
    requests: 0,
  };
}
