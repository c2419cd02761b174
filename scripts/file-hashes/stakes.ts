import { embeddedFacts, embeddedOn } from '../../src/embedded.ts';
import type { ProductFacts } from '../../src/model/facts.ts';
import { foreseeOutcomes } from '../../src/verdict/index.ts';
import { branchOf } from '../../src/verdict/releases.ts';
import { schemes } from '../../src/versions/index.ts';

/** True where it changes an answer to know which of two releases is installed. */
export type Matters = (a: string, b: string) => boolean;

/** As sites.yaml has it where nothing else is said: an index does not depend on one owner's policy. */
const policy = {
  sourceMaxAgeMs: 0,
  unpublishedNewestMonths: 24,
  unpublishedOtherMonths: 12,
  accept: ['statement' as const],
};

/** `2.4|3`: the third security release of branch 2.4, and what followed it without fixing a flaw. */
function securityStep(version: string, facts: ProductFacts): { branch: string; step: number } {
  const { compare, isVersion } = schemes[facts.scheme];
  if (!isVersion(version)) return { branch: version, step: 0 };
  const branch = branchOf(version, facts);
  const fixes = facts.releases.filter(
    (release) =>
      release.security !== false &&
      !release.prerelease &&
      branchOf(release.version, facts) === branch &&
      compare(release.version, version) <= 0,
  );
  return { branch, step: fixes.length };
}

/**
 * Two releases matter to each other where they come to different outcomes as of the embedded facts' own day, or where a
 * security release lies between them on one branch: that is what told a yes from a no on an earlier day, and will again.
 * Nothing matters for a product whose releases are not known.
 */
export function weighStakes(product: string, facts: ProductFacts | null = embeddedFacts(product)): Matters {
  if (facts === null) return () => false;
  const outcomeOf = foreseeOutcomes({
    facts: () => facts,
    attestations: [],
    policy,
    now: `${embeddedOn()}T12:00:00.000Z`,
    judgeSourceAge: false,
  });
  const steps = new Map<string, ReturnType<typeof securityStep>>();
  const stepOf = (version: string) => {
    const step = steps.get(version) ?? securityStep(version, facts);
    steps.set(version, step);
    return step;
  };
  return (a, b) => {
    if (outcomeOf(product, a) !== outcomeOf(product, b)) return true;
    const [left, right] = [stepOf(a), stepOf(b)];
    return left.branch === right.branch && left.step !== right.step;
  };
}
