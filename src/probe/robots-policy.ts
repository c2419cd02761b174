import type { Problem } from '../model/snapshot.ts';
import { isProblem, makeProblem } from './failure.ts';
import { readHeader } from './headers.ts';
import { refuseMove } from './redirect.ts';
import { type Arrival, follow, type Visit } from './request.ts';
import { allowsPath, type RobotsRule, readRobotsRules } from './robots.ts';
import { decodeText } from './text.ts';

/** What robots.txt lets us do at one origin. */
export interface RobotsPolicy {
  rules: RobotsRule[];
  /** Why robots.txt could not be read, if so: then the home page is asked, and nothing else. */
  unread: Problem | null;
  /** The file itself, where there is one: shops leave their mark in it. */
  file: Arrival | null;
}

/** Policies by origin, each asked for once a visit. */
export type RobotsPolicies = Map<string, RobotsPolicy>;

/** RFC 9309 asks for at least 500 KiB; what comes after is not read. */
const caps = { compressedBytes: 512 * 1024, inflatedBytes: 512 * 1024 };

const allowAll: RobotsPolicy = { rules: [], unread: null, file: null };

/**
 * The policy of a URL's origin: robots.txt is fetched unless the owner consents to every probe. A 4xx answer allows all,
 * as RFC 9309 says; a server error, 429 or no answer leaves the home page alone to be asked.
 */
export async function askRobots(visit: Visit, policies: RobotsPolicies, { origin }: URL): Promise<RobotsPolicy> {
  const known = visit.site.robots === 'owner-consents' ? allowAll : policies.get(origin);
  if (known !== undefined) return known;
  const arrival = await follow(visit, new URL('/robots.txt', origin), async (from, to) => refuseMove(from, to), caps);
  const policy = readPolicy(arrival);
  policies.set(origin, policy);
  // http://shop -> https://www.shop: the redirected file is the other origin's own.
  if (!isProblem(arrival) && arrival.url.pathname === '/robots.txt') policies.set(arrival.url.origin, policy);
  return policy;
}

/** Why robots.txt forbids a URL; null: it allows it. */
export function refuseByRobots(policy: RobotsPolicy, url: URL): Problem | null {
  if (allowsPath(policy.rules, url.pathname + url.search)) return null;
  const message = `robots.txt of ${url.host} forbids ${url.pathname} for Patchproof. Allow it there, or set robots: owner-consents in sites.yaml if the shop is yours.`;
  return makeProblem('robots-disallowed', url, message);
}

function readPolicy(arrival: Arrival | Problem): RobotsPolicy {
  if (isProblem(arrival)) return { rules: [], unread: arrival, file: null };
  const { url, answer, stopped } = arrival;
  if (stopped !== null) return { rules: [], unread: stopped, file: null };
  if (answer.status >= 200 && answer.status < 300) {
    return {
      rules: readRobotsRules(decodeText(answer.bytes, readHeader(answer.headers, 'content-type'))),
      unread: null,
      file: arrival,
    };
  }
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return allowAll;
  const message = `robots.txt answered with status ${answer.status}, so nothing but the home page was asked. Let the server answer it with the file, or with 404.`;
  return { rules: [], unread: makeProblem('http-error', url, message), file: null };
}
