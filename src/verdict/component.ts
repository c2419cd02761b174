import type { Policy } from '../model/config.ts';
import type { ProductFacts, SourceState } from '../model/facts.ts';
import type { Component, Identification } from '../model/identification.ts';
import type { Attestation } from '../model/site.ts';
import { dayOf, type Instant } from '../model/time.ts';
import type { Answer, Judgement, ReasonCode } from '../model/verdict.ts';
import { isSameVersion, schemes } from '../versions/index.ts';
import { judgeCandidate, type Terms } from './candidate.ts';
import { type Standing, standingOn } from './releases.ts';
import { hasWindows } from './support.ts';

/** What the whole site is judged with. */
export interface Circumstances {
  facts: (product: string) => ProductFacts | null;
  attestations: readonly Attestation[];
  policy: Policy;
  now: Instant;
  /** False for a judged past: the age of sources says nothing there. */
  judgeSourceAge: boolean;
}

/** One component and all that its reason was reached with. */
export interface ComponentVerdict {
  component: Component;
  reason: ReasonCode;
  judgements: Judgement[];
  /** Null where the component could not be judged by version. */
  standing: Standing | null;
  terms: Terms;
  /** The oldest needed source, for `data-stale`. */
  staleSource: SourceState | null;
  /** What the component's version rests on where the scan alone does not tell it. */
  statement: Attestation | null;
}

const yesReasons: ReadonlySet<ReasonCode> = new Set(['vendor-hosted', 'current', 'secure']);

/** Anything but these three is a no. */
export function answerOf(reason: ReasonCode): Answer {
  return yesReasons.has(reason) ? 'yes' : 'no';
}

/**
 * The newest state of a kind of source is that kind's age. The oldest needed kind that is past its maximum age; null when all
 * are fresh. A copy that a wrong clock dated after now is of unknown age, and never counts as fresh.
 */
function staleSource(facts: ProductFacts, { policy, now }: Circumstances): SourceState | null {
  const oldestAllowed = ({ maxAgeMs = policy.sourceMaxAgeMs }: SourceState) =>
    new Date(Date.parse(now) - maxAgeMs).toISOString();
  const kinds = ['advisories', 'releases', ...(hasWindows(facts.support) ? ['support'] : [])];
  const stale = kinds.flatMap((kind) => {
    const told = facts.sources
      .filter((source) => source.kind === kind)
      .sort((a, b) => a.fetchedAt.localeCompare(b.fetchedAt));
    const whole = told.filter(({ partial }) => partial !== true);
    // of what ships the day was not told by a clock of this machine
    const isDated = ({ id, fetchedAt }: SourceState) => id === 'embedded' || fetchedAt <= now;
    const newest = whole.findLast(isDated) ?? whole.at(-1);
    // however new: parts are not all there is
    if (newest === undefined) return told.slice(-1);
    return newest.fetchedAt < oldestAllowed(newest) || !isDated(newest) ? [newest] : [];
  });
  return stale.sort((a, b) => a.fetchedAt.localeCompare(b.fetchedAt))[0] ?? null;
}

function termsAt(now: Instant, circumstances: Circumstances): { valid: Terms; expired: Attestation[] } {
  const { attestations, policy } = circumstances;
  const today = dayOf(now);
  const stated = attestations.filter(({ kind, made }) => policy.accept.includes(kind) && made <= today);
  const attested = stated.filter(({ expires }) => today <= expires);
  return { valid: { policy, attestations: attested }, expired: stated.filter(({ expires }) => expires < today) };
}

/**
 * Rule 1: two signals of different kinds, and no self-hosted platform beside it, but for a shop that is made to be embedded:
 * there the page around it is judged by itself.
 */
function vendorHostedReason(component: Component, identification: Identification): ReasonCode {
  const kinds = new Set(component.evidence.map(({ kind }) => kind));
  // named by the owner, seen by nobody
  if (kinds.size === 0) return 'unknown-platform';
  const isBeside = identification.components.some(({ vendorHosted }) => !vendorHosted);
  if (isBeside && !component.embedded) return 'conflicting-evidence';
  return kinds.size >= 2 ? 'vendor-hosted' : 'unknown-platform';
}

/** A yes if all candidates are one, the common reason if all share it, else ambiguous. */
function reasonOverCandidates(reasons: readonly ReasonCode[]): ReasonCode {
  const [first = 'unknown-version'] = reasons;
  if (reasons.every((reason) => reason === first)) return first;
  return reasons.every((reason) => answerOf(reason) === 'yes') ? 'secure' : 'version-ambiguous';
}

function editionIsCommerce(component: Component, attestations: readonly Attestation[]): boolean {
  return component.edition === 'commerce' || attestations.some(({ edition }) => edition === 'commerce');
}

function judgeAll(component: Component, facts: ProductFacts, today: string, terms: Terms) {
  const standing = standingOn(facts, today, editionIsCommerce(component, terms.attestations));
  const reasons = component.versions.map((version) => judgeCandidate(version, standing, terms));
  return { standing, reasons, reason: reasonOverCandidates(reasons) };
}

/** Statements of a component's version; one without a product speaks of a site's only component. */
function statementsOf(component: Component, alone: boolean, attestations: readonly Attestation[]): Attestation[] {
  return attestations.filter(
    ({ product, version }) => version !== undefined && (product === undefined ? alone : product === component.product),
  );
}

/**
 * The component as it stands once its maintainer has named the version: a statement picks one of the candidates, or fills
 * in where nothing was seen. It never overrules what was seen: contradicted, or against itself, it is a conflict. Where
 * several releases fit, nothing contradicts one that the data do not have yet: it is no candidate for that reason alone.
 */
function withStated(component: Component, statements: readonly Attestation[], facts: ProductFacts | null): Component {
  const scheme = schemes[facts?.scheme ?? 'composer'];
  const texts = [...new Set(statements.flatMap(({ version }) => version ?? []))];
  if (texts.length === 0 || component.conflict || component.vendorHosted) return component;
  // 7.1.0 is the candidate 7.1
  const isSame = (a: string, b: string) => isSameVersion(scheme, a, b);
  const [version = '', ...others] = new Set(
    texts.map((text) => component.versions.find((candidate) => isSame(candidate, text)) ?? text),
  );
  const isSeen = component.versions.length === 1 && component.versions[0] === version && component.corroborated;
  if (isSeen && others.length === 0) return component;
  const isKnown = facts?.releases.some((release) => isSame(release.version, version)) === true;
  const isUncontradicted = component.versions.length !== 1 && !isKnown;
  const isCandidate = component.versions.length === 0 || component.versions.includes(version) || isUncontradicted;
  if (others.length > 0 || !isCandidate) return { ...component, conflict: true };
  return { ...component, versions: [version], corroborated: true };
}

function judgeByVersion(component: Component, facts: ProductFacts, circumstances: Circumstances) {
  const today = dayOf(circumstances.now);
  const { valid, expired } = termsAt(circumstances.now, circumstances);
  const judged = judgeAll(component, facts, today, valid);
  const lapsed = { ...valid, attestations: [...valid.attestations, ...expired] };
  const onceCleared = expired.length > 0 && judgeAll(component, facts, today, lapsed).reason !== judged.reason;
  const unsupported = answerOf(judged.reason) === 'yes' && !component.corroborated;
  return {
    reason: onceCleared ? 'evidence-expired' : unsupported ? 'unknown-version' : judged.reason,
    standing: judged.standing,
    terms: onceCleared ? lapsed : valid,
    judgements: component.versions.map((version, i) => {
      const reason = judged.reasons[i] ?? judged.reason;
      return { product: component.product, version, answer: answerOf(reason), reason };
    }),
  } as const;
}

type Unstated = Omit<ComponentVerdict, 'statement'>;

function judgeStanding(component: Component, identification: Identification, circumstances: Circumstances): Unstated {
  const terms = termsAt(circumstances.now, circumstances).valid;
  const because = (reason: ReasonCode, stale: SourceState | null = null): Unstated => {
    const judgement = { product: component.product, version: null, answer: answerOf(reason), reason };
    return { component, reason, judgements: [judgement], standing: null, terms, staleSource: stale };
  };
  if (component.conflict) return because('conflicting-evidence');
  if (component.vendorHosted) return because(vendorHostedReason(component, identification));
  if (component.versions.length === 0) return because('unknown-version');
  const facts = circumstances.facts(component.product);
  if (facts === null || facts.releases.length === 0) return because('no-release-data');
  const stale = circumstances.judgeSourceAge ? staleSource(facts, circumstances) : null;
  if (stale !== null) return because('data-stale', stale);
  return { component, ...judgeByVersion(component, facts, circumstances), staleSource: null };
}

/** Judges one component: first whether it can be judged at all, then by its candidate releases. */
export function judgeComponent(
  seen: Component,
  identification: Identification,
  circumstances: Circumstances,
): ComponentVerdict {
  const { valid, expired } = termsAt(circumstances.now, circumstances);
  const alone = identification.components.length === 1;
  const facts = circumstances.facts(seen.product);
  const judge = (statements: readonly Attestation[]): ComponentVerdict => {
    const component = withStated(seen, statements, facts);
    return {
      ...judgeStanding(component, identification, circumstances),
      statement: component === seen ? null : (statements[0] ?? null),
    };
  };
  const verdict = judge(statementsOf(seen, alone, valid.attestations));
  const lapsed = statementsOf(seen, alone, expired);
  if (verdict.statement !== null || lapsed.length === 0) return verdict;
  return answerOf(judge(lapsed).reason) === 'yes' ? { ...verdict, reason: 'evidence-expired' } : verdict;
}

/**
 * What a release of a product would come to by itself: `yes`, or the reason of its no. A scan asks it to know whether one
 * more question can change the verdict; while the edition is open, an outcome names both.
 */
export function foreseeOutcomes(circumstances: Circumstances): (product: string, version: string) => string {
  const terms = termsAt(circumstances.now, circumstances).valid;
  const standings = new Map<string, Standing[]>();
  const outcomes = new Map<string, Map<string, string>>();
  const standingsOf = (product: string): Standing[] => {
    const known = standings.get(product);
    if (known !== undefined) return known;
    const facts = circumstances.facts(product);
    const isStale = facts !== null && circumstances.judgeSourceAge && staleSource(facts, circumstances) !== null;
    const editions = facts === null || isStale ? [] : [false, true];
    const made = editions.map((commerce) => standingOn(facts as ProductFacts, dayOf(circumstances.now), commerce));
    standings.set(product, made);
    return made;
  };
  return (product, version) => {
    const known = outcomes.get(product) ?? new Map<string, string>();
    outcomes.set(product, known);
    const before = known.get(version);
    if (before !== undefined) return before;
    const reasons = standingsOf(product).map((standing) => judgeCandidate(version, standing, terms));
    const isYes = reasons.length > 0 && reasons.every((reason) => answerOf(reason) === 'yes');
    const outcome = isYes ? 'yes' : [...new Set(reasons)].join(' or ');
    known.set(version, outcome);
    return outcome;
  };
}
