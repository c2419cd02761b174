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

function share(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((version) => others.has(version));
}

/** Bits of uncertainty in how often each outcome occurs. */
function entropy(outcomes: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / outcomes.length) * Math.log2(count / outcomes.length),
    0,
  );
}

/** Bits of the outcome that known bytes are expected to tell. */
function tellOutcome({ hashes }: HashedFile, { candidates, outcome }: Question): number {
  if (outcome === null) return 0;
  const before = entropy([...candidates].map(outcome));
  let told = 0;
  for (const releases of hashes.values()) {
    const left = share(releases, candidates);
    if (left.length > 0) told += (left.length / candidates.size) * (before - entropy(left.map(outcome)));
  }
  return told;
}

/** Bits of the release that the file is expected to tell: a missing file and unknown bytes tell nothing. */
function tellRelease({ hashes, unknownBytes }: HashedFile, { candidates, pool }: Question): number {
  const unknown = share(unknownBytes, candidates).length;
  let bits = 0;
  for (const releases of hashes.values()) {
    const told = share(releases, candidates).length - unknown;
    if (told > 0) bits += told * Math.log2(pool.size / share(releases, pool).length);
  }
  return bits / Math.max(1, candidates.size);
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
  let best: { path: string | null; score: number } = { path: null, score: 0 };
  for (const file of survey.catalogue.files) {
    const plain = resolvePath(file.path, survey.place);
    if (plain === null || survey.asked.some((asked) => asked.file === file)) continue;
    const linked = survey.place.linked.get(plain);
    const path = linked ?? plain;
    if (isTaken(path) || isTaken(plain)) continue;
    const told = outcomeWeight * tellOutcome(file, question) + tellRelease(file, question);
    const score = prefer(file.path, linked !== undefined) * told;
    if (score > best.score) best = { path, score };
  }
  return best.path;
}
