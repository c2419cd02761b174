import type { Problem } from '../model/snapshot.ts';
import { isProblem, makeProblem } from './failure.ts';
import { readHeader } from './headers.ts';
import { askOptOut, optOutPath } from './opt-out.ts';
import { refuseMove } from './redirect.ts';
import { type Admit, type Arrival, follow, type Visit } from './request.ts';
import { allowsPath, type RobotsRule, readRobotsRules } from './robots.ts';
import { decodeText } from './text.ts';

interface Robots {
  rules: RobotsRule[];
  /** Why robots.txt could not be read, if so: then no page but the home page is asked. */
  unread: Problem | null;
  /** The file itself, where there is one: shops leave their mark in it. */
  file: Arrival | null;
}

/** What a shop lets us do at one origin. */
export interface Policy extends Robots {
  /** Why no page may be asked at all: its patchproof.json opts out, or whether it does got no answer. */
  closed: Problem | null;
}

/** Policies by origin, each asked for once a visit. */
export type Policies = Map<string, Policy>;

const robotsPath = '/robots.txt';

/** RFC 9309 asks for at least 500 KiB; what comes after is not read. */
const caps = { compressedBytes: 512 * 1024, inflatedBytes: 512 * 1024 };

const allowAll: Policy = { rules: [], unread: null, file: null, closed: null };

/**
 * The policy of a URL's origin: robots.txt is fetched, then patchproof.json unless robots.txt forbids it; neither where
 * the owner consents to every probe.
 */
export async function askPolicy(visit: Visit, policies: Policies, { origin }: URL): Promise<Policy> {
  const known = visit.site.robots === 'owner-consents' ? allowAll : policies.get(origin);
  if (known !== undefined) return known;
  const hops: string[] = [];
  const admit: Admit = async (from, to) => {
    const refused = refuseMove(from, to);
    // http://shop -> https://www.shop: the redirected file is the other origin's own.
    if (refused === null && to.pathname === robotsPath) hops.push(to.origin);
    return refused;
  };
  const arrival = await follow(visit, new URL(robotsPath, origin), admit, caps);
  const silence = isProblem(arrival) ? arrival : null;
  const origins = isProblem(arrival) ? [origin] : [origin, ...hops];
  const robots = isProblem(arrival) ? { ...allowAll, unread: arrival } : readRobots(arrival);
  const mayAsk = allowsPath(robots.rules, optOutPath);
  const closed = mayAsk ? await askOptOut(visit, origins.at(-1) ?? origin, silence) : null;
  for (const each of origins) policies.set(each, { ...robots, closed });
  return { ...robots, closed };
}

/** Why a policy forbids a URL; null: it allows it. */
export function refuseByPolicy({ rules, closed }: Policy, url: URL): Problem | null {
  if (closed !== null) return closed;
  if (allowsPath(rules, url.pathname + url.search)) return null;
  const message = `robots.txt of ${url.host} forbids ${url.pathname} for Patchproof. Allow it there, or set robots: owner-consents in sites.yaml if the shop is yours.`;
  return makeProblem('robots-disallowed', url, message);
}

/** A 4xx answer allows all, as RFC 9309 says; a server error or 429 leaves the home page alone to be asked. */
function readRobots(arrival: Arrival): Robots {
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
  const message = `robots.txt answered with status ${answer.status}, so no page but the home page was asked. Let the server answer it with the file, or with 404.`;
  return { rules: [], unread: makeProblem('http-error', url, message), file: null };
}
