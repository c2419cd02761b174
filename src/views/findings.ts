import { nameProduct } from '../model/products.ts';
import { daysBetween } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import { linkable, shorten } from './clean.ts';
import type { Severity } from './cvss.ts';
import { readSeverity } from './cvss.ts';
import { findDeed } from './deeds.ts';
import { findExposure } from './exposure.ts';
import { nameSources } from './keepers.ts';
import type { Setting } from './updates.ts';
import type { Wording } from './wording/index.ts';

/** A flaw that affects what is installed, in our words. */
export interface FlawView {
  text: string;
  exploited: string | null;
  /** How grave it is, when it became public, what fixes it, since when it was seen here. */
  details: string[];
  ids: string;
  href: string | null;
}

/** At most this many fixed versions are named, the oldest: they are the nearest. */
const mostFixes = 4;

/** At most this many flaws are told one by one. */
const mostFlaws = 12;

/** What somebody could do, and what it takes: `Somebody without a login could run their own code in the shop.` */
function tellDeed({ cwes }: Finding, severity: Severity | null, words: Wording): string {
  const who = words.who[severity?.login ?? 'anybody'];
  const deed = words.deeds[findDeed(cwes, severity)]({ who });
  return severity?.needsVictim ? `${deed} ${words.flaws.needsVictim}` : deed;
}

/** What fixes a flaw. */
export function tellFix(finding: Finding, words: Wording): string {
  if (finding.fixKind !== null) return words.flaws.fixWithoutVersion;
  const versions = words.joinAll(finding.fixedIn.slice(0, mostFixes));
  if (versions !== '') return words.flaws.fixedIn({ product: nameProduct(finding.product), versions });
  return finding.unbounded ? words.flaws.unbounded : words.flaws.notFixed;
}

function tellExposure(finding: Finding, { events, today, words }: Setting): string[] {
  const since = findExposure(events, finding);
  if (since === null) return [];
  const days = daysBetween(since, today);
  if (days === 0) return [words.flaws.exposedToday];
  return [words.flaws.exposed({ day: words.writeNearDay(since, today), days: words.countDays(days) })];
}

/** Which sources count the version in and which leave it out, where they do not agree. */
function tellVoices({ sources, doubters }: Finding, { flaws, joinAll }: Wording): string[] {
  if (sources.length === 0 || doubters.length === 0) return [];
  return [flaws.disputed({ sources: joinAll(nameSources(sources)), doubters: joinAll(nameSources(doubters)) })];
}

function viewFlaw(finding: Finding, setting: Setting): FlawView {
  const { today, words } = setting;
  const { flaws } = words;
  const severity = readSeverity(finding.severity);
  const gravity = severity?.gravity ?? null;
  return {
    text: tellDeed(finding, severity, words),
    exploited: finding.exploitedSince === null ? null : flaws.exploited,
    details: [
      ...(gravity === null ? [] : [flaws.gravity[gravity]]),
      flaws.published({ day: words.writeNearDay(finding.published, today) }),
      tellFix(finding, words),
      ...(finding.because === 'some-candidates' ? [flaws.someCandidates] : []),
      ...tellVoices(finding, words),
      ...tellExposure(finding, setting),
    ],
    ...viewRecord(finding),
  };
}

function viewRecord({ id, aliases, url }: Finding): Pick<FlawView, 'ids' | 'href'> {
  return { ids: shorten([id, ...aliases].join(', '), 300), href: linkable(url) };
}

function viewMistaken(finding: Finding, { words }: Setting): FlawView {
  return { text: words.flaws.mistaken, exploited: null, details: [], ...viewRecord(finding) };
}

function isOpen({ status }: Finding): boolean {
  return status === 'affected' || status === 'under_investigation';
}

/**
 * Flaws that affect what is installed: used ones first, then the newest; and how many are not told one by one. Behind them the
 * records that name what is installed by mistake, so that whoever finds them elsewhere reads why they do not count.
 */
export function viewFlaws(findings: readonly Finding[], setting: Setting): { flaws: FlawView[]; more: number } {
  const open = findings
    .filter(isOpen)
    .sort(
      (a, b) =>
        Number(b.exploitedSince !== null) - Number(a.exploitedSince !== null) ||
        b.published.localeCompare(a.published, 'en') ||
        a.id.localeCompare(b.id, 'en'),
    );
  const mistaken = findings.filter(({ because }) => because === 'known-false-positive');
  return {
    flaws: [
      ...open.slice(0, mostFlaws).map((finding) => viewFlaw(finding, setting)),
      ...mistaken.slice(0, mostFlaws).map((finding) => viewMistaken(finding, setting)),
    ],
    more: Math.max(0, open.length - mostFlaws),
  };
}
