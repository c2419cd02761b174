import { nameProduct } from '../model/products.ts';
import type { Day } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import type { Setting } from './answer.ts';
import { linkable, shorten } from './clean.ts';
import type { TimedEvent } from './exposure.ts';
import { listExposures } from './exposure.ts';
import type { Wording } from './wording/index.ts';

/** A flaw that affects what is installed, in our words. */
export interface FlawView {
  text: string;
  exploited: string | null;
  /** When it became public, what fixes it, since when it was seen here. */
  details: string[];
  ids: string;
  href: string | null;
}

/** At most this many fixed versions are named, the newest. */
const mostFixes = 4;

/** At most this many flaws are told one by one. */
const mostFlaws = 12;

/** The day since which a flaw is open here; null where the history does not tell. */
function findExposure(events: readonly TimedEvent[], { product, id }: Finding): Day | null {
  const open = listExposures(events).find(
    (one) => one.product === product && one.advisory === id && one.until === null,
  );
  return open?.from ?? null;
}

function tellFix(finding: Finding, words: Wording): string {
  if (finding.fixKind !== null) return words.flaws.fixWithoutVersion;
  if (finding.fixedIn.length > 0)
    return words.flaws.fixedIn(nameProduct(finding.product), words.joinAll(finding.fixedIn.slice(-mostFixes)));
  return finding.unbounded ? words.flaws.unbounded : words.flaws.notFixed;
}

function tellExposure(finding: Finding, { events, today, words }: Setting): string[] {
  const since = findExposure(events, finding);
  if (since === null) return [];
  const days = daysBetween(since, today);
  if (days === 0) return [words.flaws.exposedToday];
  return [words.flaws.exposed(words.writeNearDay(since, today), words.countDays(days))];
}

function viewFlaw(finding: Finding, setting: Setting): FlawView {
  const { today, words } = setting;
  return {
    text: words.describeFlaw(finding.cwes, finding.severity),
    exploited: finding.exploitedSince === null ? null : words.flaws.exploited,
    details: [
      words.flaws.affected(words.writeNearDay(finding.published, today)),
      tellFix(finding, words),
      ...(finding.because === 'some-candidates' ? [words.flaws.someCandidates] : []),
      ...tellExposure(finding, setting),
    ],
    ids: shorten([finding.id, ...finding.aliases].join(', '), 300),
    href: linkable(finding.url),
  };
}

function isOpen({ status }: Finding): boolean {
  return status === 'affected' || status === 'under_investigation';
}

/** Flaws that affect what is installed: used ones first, then the newest; and how many are not told one by one. */
export function viewFlaws(findings: readonly Finding[], setting: Setting): { flaws: FlawView[]; more: number } {
  const sorted = findings
    .filter(isOpen)
    .sort(
      (a, b) =>
        Number(b.exploitedSince !== null) - Number(a.exploitedSince !== null) ||
        b.published.localeCompare(a.published, 'en') ||
        a.id.localeCompare(b.id, 'en'),
    );
  return {
    flaws: sorted.slice(0, mostFlaws).map((finding) => viewFlaw(finding, setting)),
    more: Math.max(0, sorted.length - mostFlaws),
  };
}
