import type { Branch, Exploited, ProductFacts, Release } from '../model/facts.ts';
import { confirmedAt } from '../model/pull.ts';
import { type Day, dayOf } from '../model/time.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import { mergeAdvisories, unique, withoutEchoes } from './flaws.ts';
import { type PulledSource, stateOf } from './source-state.ts';

export type { PulledSource } from './source-state.ts';

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
