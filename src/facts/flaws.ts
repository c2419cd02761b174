import { isInRange } from '../lib/affected-ranges.ts';
import type { Advisory, Release } from '../model/facts.ts';
import type { VersionScheme } from '../versions/scheme.ts';

/** `CVE-2024-34102`, `GHSA-m2p7-p93c-5rrw`, `PKSA-…`: an id that means one flaw. A bulletin (`APSB26-92`) speaks of many and joins nothing. */
const flawId = /^(?:CVE-\d{4}-\d{4,9}|GHSA(?:-[a-z0-9]{4}){3}|PKSA-[\w-]{1,40})$/;

export function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function byId(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function keysOf(advisory: Advisory): string[] {
  return [advisory.id, ...advisory.aliases.filter((id) => flawId.test(id))];
}

/** Advisories that share a flaw id, directly or by way of others. */
export function groupByFlaw(advisories: readonly Advisory[]): Advisory[][] {
  const groupOf = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    const joined = new Set(keysOf(advisory).flatMap((key) => [groupOf.get(key) ?? []]));
    const group = [...[...joined].flat(), advisory];
    for (const key of group.flatMap(keysOf)) groupOf.set(key, group);
  }
  return [...new Set(groupOf.values())];
}

/** Who says what of the versions, where the members that say anything differ. */
function differingAccounts(members: readonly Advisory[]): Pick<Advisory, 'accounts'> {
  const accounts = members
    .map(({ sources, ranges, versions }) => ({ sources, ranges, versions }))
    .filter(({ ranges, versions }) => ranges.length + versions.length > 0);
  const said = new Set(accounts.map(({ ranges, versions }) => JSON.stringify([ranges, versions])));
  return said.size > 1 ? { accounts } : {};
}

/** One record of what all sources say: a version that any of them includes is affected. Empty where all took it back. */
function mergeFlaw(group: readonly Advisory[]): Advisory[] {
  const members = group.filter(({ withdrawn }) => withdrawn === null);
  const [first] = members;
  if (first === undefined) return [];
  const ids = unique(members.flatMap(({ id, aliases }) => [id, ...aliases])).sort(byId);
  const id = ids.find((each) => each.startsWith('CVE-')) ?? first.id;
  const collect = <K extends keyof Advisory>(key: K) => members.map((member) => member[key]);
  return [
    {
      id,
      aliases: ids.filter((each) => each !== id),
      published: collect('published').sort()[0] ?? first.published,
      withdrawn: null,
      ranges: unique(collect('ranges').flat()),
      versions: unique(collect('versions').flat()),
      knownFalsePositives: unique(collect('knownFalsePositives').flat()),
      fixKind: collect('fixKind').find((kind) => kind !== null) ?? null,
      severity: collect('severity').find((vector) => vector !== null) ?? null,
      cwes: unique(collect('cwes').flat()).sort(byId),
      url: first.url,
      sources: unique(collect('sources').flat()),
      ...(members.every(({ ownIdOnly }) => ownIdOnly === true) ? { ownIdOnly: true as const } : {}),
      ...differingAccounts(members),
    },
  ];
}

/** One advisory per flaw, named by its lowest CVE where it has one, in the order of ids; what came first wins where only one can. */
export function mergeAdvisories(lists: readonly (readonly Advisory[])[]): Advisory[] {
  return groupByFlaw(lists.flat())
    .flatMap(mergeFlaw)
    .sort((a, b) => byId(a.id, b.id));
}

/** The known releases that an advisory reaches. */
function reachOf({ ranges, versions }: Advisory, releases: readonly Release[], scheme: VersionScheme): string {
  const isReached = ({ version }: Release) =>
    versions.includes(version) || ranges.some((range) => isInRange(version, range, scheme));
  return releases
    .filter(isReached)
    .map(({ version }) => version)
    .join();
}

/**
 * Packagist's metadata gives its own ids alone, and the list that knows the others may be out of reach: then each flaw is
 * there twice. Packagist takes over every record that GitHub reviewed, so where it names as many flaws of the same releases
 * as GitHub has records without an id of Packagist, these are the same and said once. One more or one less, and all of them
 * stay: a flaw too many harms less than one too few.
 */
export function withoutEchoes(advisories: Advisory[], releases: readonly Release[], scheme: VersionScheme): Advisory[] {
  const echoes = advisories.filter(({ ownIdOnly }) => ownIdOnly === true);
  if (echoes.length === 0) return advisories;
  const has = (advisory: Advisory, prefix: string) => keysOf(advisory).some((id) => id.startsWith(prefix));
  const listed = advisories.filter((advisory) => has(advisory, 'GHSA-') && !has(advisory, 'PKSA-'));
  const reaches = (of: readonly Advisory[]) => of.map((advisory) => reachOf(advisory, releases, scheme));
  const [own, others] = [reaches(echoes), reaches(listed)];
  const count = (of: readonly string[], reach: string) => of.filter((each) => each === reach).length;
  const isSaidTwice = (reach: string) => reach !== '' && count(own, reach) === count(others, reach);
  const twice = new Set(echoes.filter((_, i) => isSaidTwice(own[i] ?? '')));
  return advisories.filter((advisory) => !twice.has(advisory));
}
