import { fileHashIndex } from '../embedded.ts';
import { identify } from '../identify/index.ts';
import type { Config } from '../model/config.ts';
import type { ProductFacts } from '../model/facts.ts';
import type { Identification } from '../model/identification.ts';
import type { Report } from '../model/report.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Instant } from '../model/time.ts';
import type { Platform } from '../platforms/platform.ts';
import { reachVerdict } from '../verdict/index.ts';
import { schemes } from '../versions/index.ts';

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

/** What identification may know: records, release names, hashes, and the owner's hint. */
export function identifyContext(site: Site, context: Pick<JudgingContext, 'factsOf' | 'platforms'>) {
  return {
    platforms: context.platforms,
    releases: (product: string) => {
      const facts = context.factsOf(product);
      if (facts === null) return null;
      return { versions: facts.releases.map(({ version }) => version), scheme: schemes[facts.scheme] };
    },
    hashIndex: fileHashIndex,
    hint: site.platform,
  };
}

/** One failed check does not flip a site: the last good identification stands until it is older than `maxAge`. */
function stillStands(earlier: Earlier, { config, now }: JudgingContext): boolean {
  if (earlier.seenAt === null) return false;
  const ageMs = Date.parse(now) - Date.parse(earlier.seenAt);
  return ageMs >= 0 && ageMs <= config.maxAgeMs;
}

/**
 * A product that the owner names and the site does not show is judged all the same, as one of unknown version: what stands
 * beside it (WordPress without its hidden shop) must not answer for it.
 */
function withNamed(product: string | undefined, { components }: Identification): Identification {
  const isSeen = components.some((component) => component.product === product);
  if (product === undefined || isSeen || components.length === 0) return { components };
  const unseen = {
    product,
    vendorHosted: false,
    edition: null,
    versions: [],
    conflict: false,
    claimed: null,
    corroborated: false,
    confidence: 0,
    evidence: [],
  };
  return { components: [...components, unseen] };
}

function identificationOf(
  site: Site,
  snapshot: Snapshot,
  known: Pick<JudgingContext, 'factsOf' | 'platforms'> & { earlier: Earlier },
): Identification {
  if (snapshot.outcome === 'seen') return withNamed(site.platform, identify(snapshot, identifyContext(site, known)));
  return known.earlier.report?.identification ?? { components: [] };
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

/** Judges one visit. */
export function judgeVisit(
  site: Site,
  visit: { snapshot: Snapshot; earlier: Earlier },
  context: JudgingContext,
): Report {
  const { snapshot, earlier } = visit;
  const { config, now } = context;
  const identification = identificationOf(site, snapshot, { ...context, earlier });
  const stands = stillStands(earlier, context) && identification.components.length > 0;
  const outcome = stands ? 'seen' : snapshot.outcome;
  const verdict = reachVerdict(
    { outcome, identification, problems: snapshot.problems },
    {
      facts: context.factsOf,
      attestations: site.attestations,
      policy: config.policy,
      now,
      judgeSourceAge: context.judgeSourceAge,
    },
  );
  return {
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
}
