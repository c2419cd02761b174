import type { HashedFile } from './catalogue.ts';
import { resolvePath } from './root.ts';
import type { Survey } from './survey.ts';

/** Files that are asked of one product at most. */
const filesAtMost = 7;

/** Linked files are fetched anyway and never stale; folders of this name are often renamed or closed; text files are often blocked. */
const preference = { linked: 1.25, admin: 0.7, text: 0.8 };

/** One outcome told apart from another is worth more than any number of releases told apart that come to the same. */
const outcomeWeight = 8;

/** What is still open about a product's release. */
export interface Question {
  /** Releases that a file is to tell apart from the pool. */
  candidates: ReadonlySet<string>;
  pool: ReadonlySet<string>;
  /** What each release would come to; null where that is settled. */
  outcome: ((version: string) => string) | null;
}

type Weigh = (version: string) => number;

function share(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((version) => others.has(version));
}

function total(versions: Iterable<string>, weigh: Weigh): number {
  let sum = 0;
  for (const version of versions) sum += weigh(version);
  return sum;
}

/** A file that is missing excludes nobody, but makes every release that ships it less likely: the next question goes elsewhere. */
function weighByMissing({ asked }: Survey): Weigh {
  const missing = asked.filter(({ exchange }) => exchange.status === 404).map(({ file }) => file);
  const weights = new Map<string, number>();
  for (const version of missing.flatMap(({ hashes }) => [
    ...new Set([...hashes.values()].flatMap((set) => [...set])),
  ])) {
    weights.set(version, (weights.get(version) ?? 1) / 4);
  }
  return (version) => weights.get(version) ?? 1;
}

/** Bits of uncertainty in how likely each outcome is. */
function entropy(versions: readonly string[], outcome: (version: string) => string, weigh: Weigh): number {
  const sums = new Map<string, number>();
  for (const version of versions) sums.set(outcome(version), (sums.get(outcome(version)) ?? 0) + weigh(version));
  const all = total(versions, weigh);
  return [...sums.values()].reduce((bits, sum) => bits - (sum / all) * Math.log2(sum / all), 0);
}

/** Bits of the outcome that known bytes are expected to tell. */
function tellOutcome({ hashes }: HashedFile, { candidates, outcome }: Question, weigh: Weigh): number {
  if (outcome === null || candidates.size === 0) return 0;
  const before = entropy([...candidates], outcome, weigh);
  let told = 0;
  for (const releases of hashes.values()) {
    const left = share(releases, candidates);
    if (left.length > 0) told += total(left, weigh) * (before - entropy(left, outcome, weigh));
  }
  return told / total(candidates, weigh);
}

/** Bits of the release that the file is expected to tell: a missing file and unknown bytes tell nothing. */
function tellRelease({ hashes, unknownBytes }: HashedFile, { candidates, pool }: Question, weigh: Weigh): number {
  if (candidates.size === 0) return 0;
  const unknown = total(share(unknownBytes, candidates), weigh);
  const all = total(pool, weigh);
  let bits = 0;
  for (const releases of hashes.values()) {
    const told = total(share(releases, candidates), weigh) - unknown;
    if (told > 0) bits += told * Math.log2(all / total(share(releases, pool), weigh));
  }
  return bits / total(candidates, weigh);
}

function canStillCount({ asked }: Survey): boolean {
  const left = filesAtMost - asked.length;
  const known = asked.filter(({ releases }) => releases instanceof Set).length;
  const unknown = asked.filter(({ releases }) => releases === null).length;
  return left > 0 && known + left > unknown;
}

function prefer(path: string, isLinked: boolean): number {
  if (isLinked) return preference.linked;
  if (/\/[\w-]{0,10}admin\//.test(path)) return preference.admin;
  return /\.(?:txt|html|xml|json|pot)$/.test(path) ? preference.text : 1;
}

/** The file whose bytes tell most, exactly as the page links it; null where none tells anything. */
export function chooseFile(survey: Survey, question: Question, isTaken: (path: string) => boolean): string | null {
  if (!canStillCount(survey)) return null;
  const weigh = weighByMissing(survey);
  let best: { path: string | null; score: number } = { path: null, score: 0 };
  for (const file of survey.catalogue.files) {
    const plain = resolvePath(file.path, survey.place);
    if (plain === null || survey.asked.some((asked) => asked.file === file)) continue;
    const linked = survey.place.linked.get(plain);
    const path = linked ?? plain;
    if (isTaken(path) || isTaken(plain)) continue;
    const told = outcomeWeight * tellOutcome(file, question, weigh) + tellRelease(file, question, weigh);
    const score = prefer(file.path, linked !== undefined) * told;
    if (score > best.score) best = { path, score };
  }
  return best.path;
}
