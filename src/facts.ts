import { isInRange } from './lib/affected-ranges.ts';
import type { Advisory, Branch, Exploited, ProductFacts, Release, SourceState } from './model/facts.ts';
import { confirmedAt, type Pull, type SourceInfo } from './model/pull.ts';
import { type Day, dayOf } from './model/time.ts';
import type { VersionScheme } from './versions/scheme.ts';

/** The last good pull of a source; `problem` says what went wrong since, if anything did. */
export interface PulledSource {
  source: SourceInfo;
  pull: Pull;
  problem: string | null;
}

/** `CVE-2024-34102`, `GHSA-m2p7-p93c-5rrw`, `PKSA-…`: an id that means one flaw. A bulletin (`APSB26-92`) speaks of many and joins nothing. */
const flawId = /^(?:CVE-\d{4}-\d{4,9}|GHSA(?:-[a-z0-9]{4}){3}|PKSA-[\w-]{1,40})$/;

function unique<T>(values: readonly T[]): T[] {
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
function withoutEchoes(advisories: Advisory[], releases: readonly Release[], scheme: VersionScheme): Advisory[] {
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

/** Every listed flaw once; what was said first of one stands, later lists fill its gaps. */
function mergeExploited(lists: readonly (readonly Exploited[])[]): Exploited[] {
  const merged = new Map<string, Exploited>();
  for (const entry of lists.flat()) {
    const known = merged.get(entry.cve);
    merged.set(entry.cve, known === undefined ? entry : { ...entry, ...known, dueOn: known.dueOn ?? entry.dueOn });
  }
  return [...merged.values()];
}

/** A release that one of the two calls a security release is one; else what `own` says stands. */
function mergeSecurity(own: Release, live: Release): boolean | null {
  return own.security === true || live.security === true ? true : (own.security ?? live.security);
}

/** Releases of both; where both know one, what `own` knows of it stands and gaps are filled. */
function mergeReleases(own: readonly Release[], live: readonly Release[], scheme: VersionScheme): Release[] {
  const merged = [...own];
  for (const release of live.filter(({ version }) => scheme.isVersion(version))) {
    const at = merged.findIndex(({ version }) => scheme.compare(version, release.version) === 0);
    const known = merged[at];
    if (known === undefined) merged.push(release);
    else merged[at] = { ...known, date: known.date ?? release.date, security: mergeSecurity(known, release) };
  }
  return merged;
}

/** The live window of a branch. Where it has no date, ours stands, unless the branch is said to have ended before it. */
function mergeBranch(own: Branch, live: Branch, liveOn: Day): Branch {
  const commerceSupportEnds = live.commerceSupportEnds ?? own.commerceSupportEnds;
  if (live.securitySupportEnds !== null)
    return { ...own, securitySupportEnds: live.securitySupportEnds, commerceSupportEnds, eol: live.eol };
  const outlived = live.eol === true && own.securitySupportEnds !== null && own.securitySupportEnds > liveOn;
  return {
    ...own,
    commerceSupportEnds,
    securitySupportEnds: outlived ? null : own.securitySupportEnds,
    eol: own.eol === true ? true : (live.eol ?? own.eol),
  };
}

/** What ships of the branches, with what one source says of them on a day; those that only it knows come first. */
export function mergeBranches(own: readonly Branch[], live: readonly Branch[], liveOn: Day): Branch[] {
  const known = new Set(own.map(({ branch }) => branch));
  const updated = own.map((branch) => {
    const said = live.find((each) => each.branch === branch.branch);
    return said === undefined ? branch : mergeBranch(branch, said, liveOn);
  });
  return [...live.filter(({ branch }) => !known.has(branch)), ...updated];
}

/** A record that the source lists and that nobody could read: what ships does not know its flaw either. */
function hasHole({ pull, product, known }: { pull: Pull; product: string; known: ReadonlySet<string> }): boolean {
  return pull.problems.some((one) => one.product === product && one.record !== undefined && !known.has(one.record));
}

/** Where something of a product's flaws could not be read, what was read of them is not all there is. */
function isPartial(kind: SourceState['kind'], { product, known }: Told, { source, pull }: PulledSource): boolean {
  if (source.partial(product)) return true;
  if (kind !== 'advisories') return false;
  return pull.unreadFlaws?.includes(product) === true || hasHole({ pull, product, known });
}

/** A product, and the ids of all flaws of it that ship. */
interface Told {
  product: string;
  known: ReadonlySet<string>;
}

function stateOf(kind: SourceState['kind'], told: Told, pulled: PulledSource): SourceState {
  const { product } = told;
  const { source, pull, problem } = pulled;
  const isSilent = kind === 'advisories' && pull.records.advisories[product]?.length === 0;
  const dropped = pull.problems.filter((each) => each.product === product).map(({ message }) => message);
  return {
    id: source.id,
    name: source.name,
    kind,
    fetchedAt: confirmedAt(pull, product),
    licence: source.licence,
    url: source.url,
    ...(problem !== null || pull.confirmedAt?.[product] !== undefined ? { standsIn: true as const } : {}),
    problem: [...(problem === null ? [] : [problem]), ...dropped].join(' ') || null,
    ...(source.maxAgeMs === undefined ? {} : { maxAgeMs: source.maxAgeMs }),
    ...(isPartial(kind, told, pulled) ? { partial: true } : {}),
    ...(isSilent ? { silent: true } : {}),
  };
}

/**
 * What ships with Patchproof and what the sources said last, as one. Only sources that speak of this product appear in
 * `sources`, each with its own age. `dataOn` stays: it is the embedded data whose undated releases count from that day.
 */
export function assembleFacts(input: {
  embedded: ProductFacts;
  pulls: readonly PulledSource[];
  scheme: VersionScheme;
}): ProductFacts {
  const { embedded, pulls, scheme } = input;
  const { product } = embedded;
  const told = { product, known: new Set(embedded.advisories.flatMap(({ id, aliases }) => [id, ...aliases])) };
  const speaking = (kind: 'advisories' | 'releases' | 'support' | 'flags') =>
    pulls.filter(({ pull }) => pull.records[kind][product] !== undefined);
  // Who flags every insecure release tells flaws, though it names none.
  const tellers = (kind: 'advisories' | 'releases' | 'support') => [
    ...speaking(kind),
    ...(kind === 'advisories' ? speaking('flags').filter(({ source }) => source.flagsInsecure === true) : []),
  ];
  const flags = speaking('flags').flatMap(({ pull }) => pull.records.flags[product] ?? []);
  const flagged = (secure: boolean) =>
    flags.filter((flag) => flag.secure === secure && scheme.isVersion(flag.version)).map(({ version }) => version);
  const listing = pulls.filter(({ pull }) => pull.records.exploited.length > 0);
  const live = speaking('releases').flatMap(({ pull }) => pull.records.releases[product] ?? []);
  const branches = speaking('support').reduce<Branch[]>(
    (own, { pull }) => mergeBranches(own, pull.records.support[product] ?? [], dayOf(confirmedAt(pull, product))),
    embedded.support.branches,
  );
  const advisories = speaking('advisories').map(({ pull }) => pull.records.advisories[product] ?? []);
  const releases = mergeReleases(embedded.releases, live, scheme);
  return {
    ...embedded,
    releases,
    support: { ...embedded.support, branches },
    advisories: withoutEchoes(mergeAdvisories([embedded.advisories, ...advisories]), releases, scheme),
    exploited: mergeExploited([embedded.exploited, ...listing.map(({ pull }) => pull.records.exploited)]),
    vendorSecure: unique([...embedded.vendorSecure, ...flagged(true)]),
    vendorInsecure: unique([...embedded.vendorInsecure, ...flagged(false)]),
    sources: [
      ...(['advisories', 'releases', 'support'] as const).flatMap((kind) => [
        ...embedded.sources.filter((state) => state.kind === kind),
        ...tellers(kind).map((each) => stateOf(kind, told, each)),
      ]),
      ...listing.map((each) => stateOf('exploited', told, each)),
    ],
  };
}

/** Facts of a product that ships with none: all of them come from sources, and nothing is guessed of its support. */
export function bareFacts(product: string, dataOn: Day): ProductFacts {
  return {
    product,
    scheme: 'composer',
    dataOn,
    releases: [],
    patches: [],
    support: { policyPublished: false, newestBranchOnly: false, branches: [] },
    advisories: [],
    exploited: [],
    vendorSecure: [],
    vendorInsecure: [],
    sources: [],
  };
}
