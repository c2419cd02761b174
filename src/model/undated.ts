import type { Release } from './facts.ts';
import type { PullRequest } from './pull.ts';
import { type Day, dayOf } from './time.ts';

/** Longest pause between two looks after which the day of the second still tells when a newcomer came out. */
const longestPauseMs = 3 * 86_400_000;

/** `10.3.9` -> `10.3` */
function lineOf(version: string): string {
  return version.split('.', 2).join('.');
}

/**
 * For lists that name versions without days. What the list did not name at the last look, a short while ago, came out on
 * the day of this one, if it is the highest of its line: an old release that is listed late must not make its line look
 * alive. All others keep the day that was known of them, if any.
 */
function dateByFirstSight(product: string, request: PullRequest): (version: string) => Day | null {
  const { previous, at } = request;
  const { compare, isVersion } = request.order(product);
  const before = (previous?.records.releases[product] ?? []).filter(({ version }) => isVersion(version));
  const days = new Map(before.map(({ version, date }) => [version, date]));
  const isClose = previous !== null && Date.parse(at) - Date.parse(previous.fetchedAt) <= longestPauseMs;
  return (version) => {
    if (!isClose || before.length === 0 || days.has(version)) return days.get(version) ?? null;
    const peers = before.filter((release) => lineOf(release.version) === lineOf(version));
    const isHighest = (peers.length > 0 ? peers : before).every((peer) => compare(version, peer.version) > 0);
    return isHighest ? dayOf(at) : null;
  };
}

/** The releases of a list that names versions alone, each once, pre-releases left out; `unreadable` counts what is no version. */
export function readUndated(
  listed: readonly string[],
  product: string,
  request: PullRequest,
): { releases: Release[]; unreadable: number } {
  const order = request.order(product);
  const dayFor = dateByFirstSight(product, request);
  const readable = [...new Set(listed)].filter((version) => order.isVersion(version));
  const releases = readable
    .filter((version) => !order.isPrerelease(version))
    .map((version) => ({ version, date: dayFor(version), security: null, openSource: true, prerelease: false }));
  return { releases, unreadable: new Set(listed).size - readable.length };
}

/** What is said of versions that were left out; nothing where none was. */
export function sayUnreadable(product: string, count: number): { product: string; message: string }[] {
  return count === 0 ? [] : [{ product, message: `${count} of the listed versions cannot be read and were left out.` }];
}
