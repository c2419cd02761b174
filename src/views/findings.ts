import { nameProduct } from '../model/products.ts';
import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import type { Setting } from './answer.ts';
import { linkable, shorten } from './clean.ts';
import type { PublicEvent } from './disclose.ts';
import type { Wording } from './wording/en/index.ts';

/** A flaw that affects what is installed, in our words. */
export interface FlawView {
  text: string;
  exploited: string | null;
  /** When it became public, what fixes it, since when it was seen here. */
  details: string[];
  ids: string;
  href: string | null;
}

/** At most this many flaws are told one by one. */
const mostFlaws = 12;

/** The day from which the flaw was seen here: the later of its publication and its first sight. */
function findExposure(events: readonly Pick<PublicEvent, 'at' | 'data'>[], id: string): Day | null {
  for (const { at, data } of events.toReversed()) {
    if (data.kind === 'advisory-fixed' && data.advisory === id) return null;
    if (data.kind === 'advisory-affects' && data.advisory === id)
      return data.published > dayOf(at) ? data.published : dayOf(at);
  }
  return null;
}

function tellFix(finding: Finding, words: Wording): string {
  if (finding.fixKind !== null) return words.flaws.fixWithoutVersion;
  if (finding.fixedIn.length > 0)
    return words.flaws.fixedIn(nameProduct(finding.product), words.joinAll(finding.fixedIn));
  return finding.unbounded ? words.flaws.unbounded : words.flaws.notFixed;
}

function viewFlaw(finding: Finding, { events, today, words }: Setting): FlawView {
  const since = findExposure(events, finding.id);
  const exposed =
    since === null
      ? []
      : [words.flaws.exposed(words.writeNearDay(since, today), words.countDays(daysBetween(since, today)))];
  return {
    text: words.describeFlaw(finding.cwes, finding.severity),
    exploited: finding.exploitedSince === null ? null : words.flaws.exploited,
    details: [
      words.flaws.affected(words.writeNearDay(finding.published, today)),
      tellFix(finding, words),
      ...(finding.because === 'some-candidates' ? [words.flaws.someCandidates] : []),
      ...exposed,
    ],
    ids: shorten([finding.id, ...finding.aliases].join(', '), 300),
    href: linkable(finding.url),
  };
}

/** Flaws that affect what is installed: used ones first, then the newest. */
export function viewFlaws(
  findings: readonly Finding[],
  setting: Setting,
): { flaws: FlawView[]; more: number; others: number } {
  const affected = findings.filter(({ status }) => status === 'affected' || status === 'under_investigation');
  const sorted = affected.toSorted(
    (a, b) =>
      Number(b.exploitedSince !== null) - Number(a.exploitedSince !== null) ||
      b.published.localeCompare(a.published) ||
      a.id.localeCompare(b.id),
  );
  return {
    flaws: sorted.slice(0, mostFlaws).map((finding) => viewFlaw(finding, setting)),
    more: Math.max(0, sorted.length - mostFlaws),
    others: findings.length - affected.length,
  };
}
