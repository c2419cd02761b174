import { type Attested, reviewAttestations } from '../attest/index.ts';
import { fileHashIndex, nameTable } from '../embedded.ts';
import { type IdentifyContext, identify, type PlanContext } from '../identify/index.ts';
import type { Config } from '../model/config.ts';
import type { ProductFacts } from '../model/facts.ts';
import type { Identification } from '../model/identification.ts';
import type { Report } from '../model/report.ts';
import type { Site } from '../model/site.ts';
import type { Problem, Snapshot } from '../model/snapshot.ts';
import { dayOf, type Instant } from '../model/time.ts';
import type { Platform } from '../platforms/platform.ts';
import { type Circumstances, foreseeOutcomes, reachVerdict } from '../verdict/index.ts';
import { isSameVersion, schemes } from '../versions/index.ts';

/** What the last runs left of a site. */
export interface Earlier {
  report: Report | null;
  /** When the site was last seen well. */
  seenAt: Instant | null;
}

export interface JudgingContext {
  config: Config;
  now: Instant;
  judgeSourceAge: boolean;
  factsOf: (product: string) => ProductFacts | null;
  platforms: readonly Platform[];
}

type FactsOf = JudgingContext['factsOf'];

const releasesFrom = new WeakMap<FactsOf, IdentifyContext['releases']>();

/** Releases by product; one function for all sites of a run, so that catalogues are put together once. */
function releasesOf(factsOf: FactsOf): IdentifyContext['releases'] {
  const read = (product: string) => {
    const facts = factsOf(product);
    return facts && { releases: facts.releases, scheme: schemes[facts.scheme] };
  };
  const known = releasesFrom.get(factsOf) ?? read;
  releasesFrom.set(factsOf, known);
  return known;
}

/** What identification may know: records, releases, hashes and names. */
export function identifyContext({
  factsOf,
  platforms,
}: Pick<JudgingContext, 'factsOf' | 'platforms'>): IdentifyContext {
  return { platforms, releases: releasesOf(factsOf), hashIndex: fileHashIndex, nameTable };
}

type Outcomes = PlanContext['outcome'];

const outcomesOf = new WeakMap<JudgingContext['factsOf'], Outcomes>();

/** What releases come to; worked out once for all sites of a run that state nothing of their own. */
function foresee(site: Site, context: JudgingContext): Outcomes {
  const shared = site.attestations.length === 0 ? outcomesOf.get(context.factsOf) : undefined;
  // sources may be asked only after the visit: what is asked of the shop must not hang on how old the facts are now
  const outcomes = shared ?? foreseeOutcomes({ ...circumstancesOf(site, context), judgeSourceAge: false });
  if (site.attestations.length === 0) outcomesOf.set(context.factsOf, outcomes);
  return outcomes;
}

/** What the next question is chosen with: the owner's hint, and what each release would come to. */
export function planContext(site: Site, context: JudgingContext): PlanContext {
  return { ...identifyContext(context), outcome: foresee(site, context), hint: site.platform };
}

function circumstancesOf(
  { attestations }: Site,
  { config, now, judgeSourceAge, factsOf }: JudgingContext,
): Circumstances {
  return { facts: factsOf, attestations, policy: config.policy, now, judgeSourceAge };
}

/** One failed check does not flip a site: the last good identification stands until it is older than `maxAge`. */
function stillStands(earlier: Earlier, { config, now }: JudgingContext): boolean {
  if (earlier.seenAt === null) return false;
  const ageMs = Date.parse(now) - Date.parse(earlier.seenAt);
  return ageMs >= 0 && ageMs <= config.maxAgeMs;
}

/** Products that the owner names: as the site's platform, or in a statement of a version. A document names what it happens to hold. */
function namedProducts({ platform, attestations }: Site): string[] {
  const stated = attestations.flatMap(({ kind, version, product }) =>
    kind === 'statement' && version !== undefined ? (product ?? []) : [],
  );
  return [...new Set([platform ?? [], stated].flat())];
}

/**
 * A product that the owner names and the site does not show is judged all the same, as one of unknown version: what stands
 * beside it (WordPress without its hidden shop) must not answer for it. A fork that is seen stands for its origin.
 */
function withNamed(site: Site, identification: Identification, platforms: readonly Platform[]): Identification {
  const { components } = identification;
  const seen = components.map(({ product }) => product);
  const origins = platforms.flatMap(({ id, insteadOf = [] }) => (seen.includes(id) ? insteadOf : []));
  const missing = namedProducts(site).filter((product) => !seen.includes(product) && !origins.includes(product));
  if (components.length === 0) return identification;
  const unseen = missing.map((product) => ({
    product,
    vendorHosted: platforms.some(({ id, vendorHosted }) => id === product && vendorHosted === true),
    embedded: false,
    versionPlace: platforms.find(({ id }) => id === product)?.versionPlace ?? null,
    edition: null,
    versions: [],
    conflict: false,
    claimed: null,
    corroborated: false,
    confidence: 0,
    evidence: [],
  }));
  return { ...identification, components: [...components, ...unseen] };
}

function identificationOf(
  site: Site,
  snapshot: Snapshot,
  known: Pick<JudgingContext, 'factsOf' | 'platforms'> & { earlier: Earlier },
): Identification {
  const standing = known.earlier.report?.identification ?? { components: [], withheld: [] };
  const seen = snapshot.outcome === 'seen' ? identify(snapshot, identifyContext(known)) : standing;
  return withNamed(site, seen, known.platforms);
}

/** Products that a visit names. */
export function identifyVisit(
  { site, snapshot, earlier }: { site: Site; snapshot: Snapshot; earlier: Earlier },
  { factsOf }: Pick<JudgingContext, 'factsOf'>,
  platforms: readonly Platform[],
): string[] {
  const { components } = identificationOf(site, snapshot, { earlier, factsOf, platforms });
  return components.map(({ product }) => product);
}

function isSame(facts: ProductFacts | null, a: string, b: string): boolean {
  return isSameVersion(schemes[facts?.scheme ?? 'composer'], a, b);
}

function isReleased(facts: ProductFacts | null, version: string): boolean {
  return facts?.releases.some((release) => isSame(facts, release.version, version)) === true;
}

/** What did not count of the site's attestations. */
function attestationProblems({ attestations, problems }: Attested, report: Report, context: JudgingContext): Problem[] {
  const idle = reviewAttestations(attestations, {
    today: dayOf(context.now),
    accept: context.config.policy.accept,
    components: report.identification.components,
    findings: report.verdict.findings,
    patches: (product) => context.factsOf(product)?.patches ?? [],
    isSame: (product, a, b) => isSame(context.factsOf(product), a, b),
    isReleased: (product, version) => isReleased(context.factsOf(product), version),
  });
  return [...problems, ...idle];
}

/** Judges one visit. */
export function judgeVisit(
  site: Site,
  visit: { snapshot: Snapshot; earlier: Earlier; attested: Attested },
  context: JudgingContext,
): Report {
  const { snapshot, earlier, attested } = visit;
  const { now } = context;
  const identification = identificationOf(site, snapshot, { ...context, earlier });
  const stands = stillStands(earlier, context) && identification.components.length > 0;
  const outcome = stands ? 'seen' : snapshot.outcome;
  const verdict = reachVerdict(
    { outcome, identification, problems: snapshot.problems },
    circumstancesOf(site, context),
  );
  const report: Report = {
    schemaVersion: 1,
    site: site.id,
    asOf: now,
    seenAt: snapshot.outcome === 'seen' ? now : earlier.seenAt,
    identification,
    verdict,
    promise: site.promise ?? null,
    problems: snapshot.problems,
    requests: snapshot.requests,
  };
  return { ...report, problems: [...report.problems, ...attestationProblems(attested, report, context)] };
}
