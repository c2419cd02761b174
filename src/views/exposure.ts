import type { Day } from '../model/time.ts';
import { dayOf, daysBetween } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import type { PublicEvent, PublicEventData } from './disclose.ts';

/** What of an event its time is read from. */
export type TimedEvent = Pick<PublicEvent, 'at' | 'data'>;

/** Days in a row. `until`: the first day that is no longer part of it. */
export interface Window {
  from: Day;
  until: Day;
}

/** How long one flaw was open here. */
export interface Exposure {
  product: string;
  advisory: string;
  published: Day;
  /** The later of its publication and the first sight of the version that has it. */
  from: Day;
  /** The day a version without it was seen; null while it is open. */
  until: Day | null;
}

type Affects = Extract<PublicEventData, { kind: 'advisory-affects' }>;
type VersionChange = Extract<PublicEventData, { kind: 'version-changed' }>;

/** What is known so far, event by event. */
interface Course {
  exposures: Exposure[];
  open: Map<string, Exposure>;
  /** Flaws of products that are seen no more, while others are. */
  away: Map<string, Exposure>;
  /** Installed versions by product, and the day they were first seen. */
  seen: Map<string, { versions: string; on: Day }>;
}

function keyOf({ product, advisory }: Pick<Exposure, 'product' | 'advisory'>): string {
  return `${product} ${advisory}`;
}

/** By the time of what they tell: what was read from an archive may be recorded after what came later. */
export function sortByTime<T extends TimedEvent>(events: readonly T[]): T[] {
  return [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function begin({ exposures, open }: Course, exposure: Exposure): void {
  exposures.push(exposure);
  open.set(keyOf(exposure), exposure);
}

function startExposure(course: Course, { product, advisory, published }: Affects, today: Day): void {
  if (course.open.has(keyOf({ product, advisory }))) return;
  const firstSeen = course.seen.get(product)?.on ?? today;
  const from = published > firstSeen ? published : firstSeen;
  begin(course, { product, advisory, published, from, until: null });
}

function endExposure({ open }: Course, key: string, today: Day): void {
  const exposure = open.get(key);
  if (exposure === undefined) return;
  exposure.until = today > exposure.from ? today : exposure.from;
  open.delete(key);
}

/** A product that another one took the place of is open to nothing; when it comes back, so do its flaws. */
function changeVersions(course: Course, { installed }: VersionChange, today: Day): void {
  const { open, away, seen } = course;
  const versions = new Map(installed.map((one) => [one.product, one.versions.join(' ')]));
  for (const [product, text] of versions) {
    if (seen.get(product)?.versions !== text) seen.set(product, { versions: text, on: today });
  }
  if (versions.size === 0) return;
  for (const [key, exposure] of [...open]) {
    if (versions.has(exposure.product)) continue;
    endExposure(course, key, today);
    seen.delete(exposure.product);
    away.set(key, exposure);
  }
  for (const [key, exposure] of [...away]) {
    if (!versions.has(exposure.product)) continue;
    away.delete(key);
    begin(course, { ...exposure, from: today, until: null });
  }
}

/** How long each flaw was open here, in the order in which they began to be seen. */
export function listExposures(events: readonly TimedEvent[]): Exposure[] {
  const course: Course = { exposures: [], open: new Map(), away: new Map(), seen: new Map() };
  for (const { at, data } of sortByTime(events)) {
    if (data.kind === 'version-changed') changeVersions(course, data, dayOf(at));
    if (data.kind === 'advisory-affects') startExposure(course, data, dayOf(at));
    if (data.kind === 'advisory-fixed') {
      endExposure(course, keyOf(data), dayOf(at));
      course.away.delete(keyOf(data));
    }
  }
  return course.exposures;
}

/** Whole days that a flaw was open, so far where it still is. */
export function countOpenDays({ from, until }: Pick<Exposure, 'from' | 'until'>, today: Day): number {
  return Math.max(0, daysBetween(from, until ?? today));
}

/** The union: windows that overlap or touch become one; the earliest first. */
export function mergeWindows(windows: readonly Window[]): Window[] {
  const merged: Window[] = [];
  for (const { from, until } of [...windows].sort((a, b) => a.from.localeCompare(b.from, 'en'))) {
    const last = merged.at(-1);
    if (last === undefined || from > last.until) merged.push({ from, until });
    else if (until > last.until) last.until = until;
  }
  return merged;
}

/** When at least one flaw was open; open ones last until `today`. */
export function mergeExposures(exposures: readonly Exposure[], today: Day): Window[] {
  return mergeWindows(exposures.map(({ from, until }) => ({ from, until: until ?? (today > from ? today : from) })));
}

/** Since when a flaw that is still open is; the oldest one counts. Null where none is open. */
export function findOpenSince(exposures: readonly Exposure[]): Day | null {
  const open = exposures.flatMap(({ from, until }) => (until === null ? [from] : []));
  return open.sort()[0] ?? null;
}

/** Days of the windows from `since` on. */
export function countDaysSince(windows: readonly Window[], since: Day): number {
  return windows.reduce(
    (sum, { from, until }) => sum + Math.max(0, daysBetween(from > since ? from : since, until)),
    0,
  );
}

/** The day since which a flaw is open here; null where the history does not tell. */
export function findExposure(
  events: readonly TimedEvent[],
  { product, id }: Pick<Finding, 'product' | 'id'>,
): Day | null {
  return findOpenSince(listExposures(events).filter((one) => one.product === product && one.advisory === id));
}

/** The day since which any of the flaws that affect the shop now is open; null where none was seen. */
export function findFirstExposure(events: readonly TimedEvent[], findings: readonly Finding[]): Day | null {
  const affecting = findings.filter(({ status }) => status === 'affected');
  return findOpenSince(
    listExposures(events).filter((one) =>
      affecting.some(({ product, id }) => one.product === product && one.advisory === id),
    ),
  );
}
