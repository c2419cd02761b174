import type { HashedFile } from './catalogue.ts';
import { resolvePath } from './root.ts';
import type { Survey } from './survey.ts';

/** Files that are asked of one product at most. */
const filesAtMost = 6;

/** Linked files are fetched anyway and never stale; folders of this name are often renamed or closed. */
const preference = { linked: 1.25, admin: 0.7 };

interface Question {
  /** Releases that the file is to tell apart from the pool. */
  candidates: ReadonlySet<string>;
  pool: ReadonlySet<string>;
}

function countShared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const version of others) if (some.has(version)) count += 1;
  return count;
}

/** Bits that the file is expected to tell: a missing file and unknown bytes tell nothing. */
function expectInformation({ hashes, unknownBytes }: HashedFile, { candidates, pool }: Question): number {
  const unknown = countShared(candidates, unknownBytes);
  let bits = 0;
  for (const releases of hashes.values()) {
    const told = countShared(candidates, releases) - unknown;
    if (told > 0) bits += told * Math.log2(pool.size / countShared(pool, releases));
  }
  return bits / Math.max(1, candidates.size);
}

/** First what tells the candidates apart; where nothing does, what supports them against all other releases. */
function listQuestions({ judgement, catalogue: { indexed } }: Survey): Question[] {
  const { versions, corroborated } = judgement;
  const candidates = versions.length === 0 ? indexed : new Set(versions.filter((version) => indexed.has(version)));
  const canSupport = !corroborated && candidates.size === versions.length;
  return [{ candidates, pool: candidates }, ...(canSupport ? [{ candidates, pool: indexed }] : [])];
}

function canStillCount({ asked }: Survey): boolean {
  const left = filesAtMost - asked.length;
  const known = asked.filter(({ releases }) => releases instanceof Set).length;
  const unknown = asked.filter(({ releases }) => releases === null).length;
  return left > 0 && known + left > unknown;
}

function answer(survey: Survey, question: Question, isTaken: (path: string) => boolean): string | null {
  let best = { path: '', score: 0 };
  for (const file of survey.catalogue.files) {
    const plain = resolvePath(file.path, survey.place);
    if (plain === null || survey.asked.some((asked) => asked.file === file)) continue;
    const linked = survey.place.linked.get(plain);
    const path = linked ?? plain;
    if (isTaken(path) || isTaken(plain)) continue;
    const factor =
      linked !== undefined ? preference.linked : /\/[\w-]{0,10}admin\//.test(file.path) ? preference.admin : 1;
    const score = factor * expectInformation(file, question);
    if (score > best.score) best = { path, score };
  }
  return best.score === 0 ? null : best.path;
}

/** The file whose bytes tell most of the version, exactly as the page links it; null where none is worth asking. */
export function chooseFile(survey: Survey, isTaken: (path: string) => boolean): string | null {
  if (!canStillCount(survey)) return null;
  for (const question of listQuestions(survey)) {
    const path = answer(survey, question, isTaken);
    if (path !== null) return path;
  }
  return null;
}
