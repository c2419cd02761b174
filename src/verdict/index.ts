import type { Identification } from '../model/identification.ts';
import type { Problem } from '../model/snapshot.ts';
import {
  type NextStep,
  type ReasonCode,
  reasonCodes,
  type StatedVersion,
  type SupportEnd,
  type Verdict,
} from '../model/verdict.ts';
import { answerOf, type Circumstances, type ComponentVerdict, judgeComponent } from './component.ts';
import { listFindings, listFixedAhead } from './findings.ts';
import { nextStepFor } from './next-step.ts';
import { branchOf } from './releases.ts';
import { publishedEnd } from './support.ts';

export { type Circumstances, foreseeOutcomes } from './component.ts';

/** What a site is judged on: the last good identification, or the outcome of a check where none stands. */
export interface Seen {
  /** `seen`, also while the last good identification still stands after a failed check. */
  outcome: 'seen' | 'unreachable' | 'blocked';
  identification: Identification;
  problems: readonly Problem[];
}

function unseen(reason: ReasonCode, nextStep: NextStep): Verdict {
  return { answer: 'no', reason, product: null, nextStep, findings: [], judgements: [], stated: [], supportEnds: [] };
}

function unreachableStep(problems: readonly Problem[]): NextStep {
  const moved = problems.find(({ code }) => code === 'moved');
  if (moved === undefined) return { code: 'restore-site', params: {} };
  return { code: 'correct-address', params: moved.url === null ? {} : { url: moved.url } };
}

function statedVersion({ component, statement }: ComponentVerdict): StatedVersion[] {
  if (statement?.version === undefined) return [];
  const { kind, version, author, made, expires } = statement;
  return [{ kind, product: component.product, version, author, made, expires }];
}

/** Whether a firewall has to let the check in, or a word that the shop itself gives has to go. */
function blockedStep(problems: readonly Problem[]): NextStep {
  const optedOut = problems.some(({ code }) => code === 'opted-out' || code === 'robots-disallowed');
  return { code: 'allow-check', params: optedOut ? { optedOut: 'yes' } : {} };
}

/** When the support of what may be installed ends. Where it has ended on a day that nobody knows, nothing is told. */
function supportEndsOf({ component, standing }: ComponentVerdict): SupportEnd[] {
  if (standing === null) return [];
  const branches = new Set(component.versions.map((version) => branchOf(version, standing.facts)));
  return [...branches]
    .flatMap((branch) => {
      const on = publishedEnd(branch, standing);
      return on === null ? [] : [{ product: component.product, branch, on }];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** Over components: the worst, by the order of `reasonCodes`. */
function worst(verdicts: readonly ComponentVerdict[]): ComponentVerdict | undefined {
  return verdicts.toSorted((a, b) => reasonCodes.indexOf(a.reason) - reasonCodes.indexOf(b.reason))[0];
}

/**
 * Answers question 1 for one site. A pure function: the same call judges today, any past day, and tests.
 * Whenever knowledge is missing, old, ambiguous or contradictory, the answer is no, and the next step says who can clear it.
 */
export function reachVerdict(seen: Seen, circumstances: Circumstances): Verdict {
  if (seen.outcome === 'unreachable') return unseen('unreachable', unreachableStep(seen.problems));
  if (seen.outcome === 'blocked') return unseen('blocked', blockedStep(seen.problems));
  const { identification } = seen;
  const verdicts = identification.components.map((component) =>
    judgeComponent(component, identification, circumstances),
  );
  const deciding = worst(verdicts);
  if (deciding === undefined) return unseen('unknown-platform', { code: 'name-platform', params: {} });
  const fixedAhead = verdicts.flatMap(({ component, standing }) =>
    standing === null ? [] : listFixedAhead(component.versions, standing),
  );
  return {
    answer: answerOf(deciding.reason),
    reason: deciding.reason,
    product: deciding.component.product,
    nextStep: nextStepFor(deciding, circumstances.now),
    findings: verdicts.flatMap(({ component, standing, terms }) =>
      standing === null ? [] : listFindings(component.versions, standing, terms.attestations),
    ),
    judgements: verdicts.flatMap(({ judgements }) => judgements),
    stated: verdicts.flatMap(statedVersion),
    supportEnds: verdicts.flatMap(supportEndsOf),
    ...(fixedAhead.length === 0 ? {} : { fixedAhead }),
  };
}
