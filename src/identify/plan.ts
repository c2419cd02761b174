import type { Snapshot } from '../model/snapshot.ts';
import { type Catalogue, findIndexedNeighbours, isListed } from './catalogue.ts';
import { chooseFile, type Question } from './choose-file.ts';
import type { PlanContext } from './context.ts';
import { readCookies } from './match.ts';
import { listNamingPaths, trace } from './naming.ts';
import { isSuccess } from './page.ts';
import { resolvePath, robotsPath } from './root.ts';
import { type Sight, type Survey, surveySnapshot } from './survey.ts';

/** Questions after the home page at most; the probe's own limit also counts robots.txt, patchproof.json and redirects. */
const questionsAtMost = 8;

/** Questions after a platform that shows a trace and no more. */
const namingQuestionsAtMost = 3;

/**
 * Requests up to which a release is narrowed down further although the verdict cannot change any more: a report that names
 * the release is easier to act on than one that names twenty.
 */
const sharpenUpTo = 6;

/** Questions that were turned away, none of them answered, after which the site is left alone; hardened shops close three or four texts. */
const refusalsAtMost = 5;
const refusals: ReadonlySet<number> = new Set([401, 403, 405, 406, 418, 429, 503]);

/** What a product's releases still leave open. `bytes`: texts agree, and no file has been looked at that could refute them. */
type Open = 'nothing' | 'release' | 'bytes' | 'verdict';

function listTaken({ exchanges, withheld, problems }: Snapshot): Set<string> {
  const failed = problems.flatMap(({ url }) => {
    const parsed = url === null ? null : URL.parse(url);
    return parsed === null ? [] : [parsed.pathname + parsed.search];
  });
  return new Set([...exchanges.map(({ path }) => path), ...withheld, ...failed]);
}

/** A page that sets the cookie which proves the release, where no page did so far. */
function listProofPaths({ platform, place }: Sight, { exchanges }: Snapshot): string[] {
  const proof = platform.cookieProof;
  if (proof === undefined || exchanges.flatMap(readCookies).some(({ name }) => proof.names.test(name))) return [];
  return [resolvePath(proof.path, place) ?? []].flat();
}

/** The verdict is settled once all candidates are a no for one reason, or all a yes that is supported and that no bytes refute. */
function findOpen({ platform, judgement, catalogue, asked }: Survey, { outcome }: PlanContext): Open {
  const { versions, conflict, corroborated } = judgement;
  if (platform.vendorHosted === true || conflict) return 'nothing';
  if (versions.length === 0) return 'verdict';
  const outcomes = new Set(versions.map((version) => outcome(platform.id, version)));
  const isUnseen = asked.length === 0 && catalogue.files.length > 0;
  if (corroborated && isUnseen && outcomes.has('yes')) return 'bytes';
  if (corroborated && versions.length === 1) return 'nothing';
  const isSettled = outcomes.size === 1 && (corroborated || !outcomes.has('yes'));
  if (!isSettled) return 'verdict';
  return versions.some((version) => isListed(version, catalogue)) ? 'release' : 'nothing';
}

/** Releases that the index lacks cannot be told apart by any file: where they differ among themselves, files settle nothing. */
function canFilesSettle({ platform, judgement, catalogue }: Survey, { outcome }: PlanContext): boolean {
  const unlisted = judgement.versions.filter((version) => !catalogue.indexed.has(version));
  return new Set(unlisted.map((version) => outcome(platform.id, version))).size < 2;
}

/** The releases of the index themselves, or what lies around those that it lacks. */
function nearestIndexed(versions: readonly string[], catalogue: Catalogue): Set<string> {
  return new Set(
    versions.flatMap((version) =>
      catalogue.indexed.has(version) ? [version] : findIndexedNeighbours(version, catalogue),
    ),
  );
}

/** First what tells the candidates apart; where nothing does, what supports them against all other releases. */
function listQuestions({ platform, judgement, catalogue }: Survey, open: Open, context: PlanContext): Question[] {
  const { indexed } = catalogue;
  const { versions, corroborated } = judgement;
  if (open === 'bytes') return [{ candidates: nearestIndexed(versions, catalogue), pool: indexed, outcome: null }];
  const candidates = versions.length === 0 ? indexed : new Set(versions.filter((version) => indexed.has(version)));
  const canSupport = !corroborated && candidates.size === versions.length;
  const outcome = open === 'verdict' ? (version: string) => context.outcome(platform.id, version) : null;
  return [
    { candidates, pool: candidates, outcome },
    ...(canSupport ? [{ candidates, pool: indexed, outcome: null }] : []),
  ];
}

/** Paths whose answer states or bounds the release. */
function listTextPaths({ platform, place }: Sight): string[] {
  const rules = [...platform.versionRules, ...(platform.nameRules ?? [])];
  return rules.flatMap(({ path }) => (path === null || path === robotsPath ? [] : (resolvePath(path, place) ?? [])));
}

/** What is worth asking about a product's release, the best first: proof, texts, hashes. */
function chooseVersionPath(
  survey: Survey,
  snapshot: Snapshot,
  { context, isTaken }: { context: PlanContext; isTaken: (path: string) => boolean },
): string | null {
  const open = findOpen(survey, context);
  if (open === 'nothing' || (open === 'release' && snapshot.requests >= sharpenUpTo)) return null;
  const { judgement, catalogue } = survey;
  const [only, ...others] = judgement.versions;
  const isTold = only !== undefined && others.length === 0 && catalogue.indexed.has(only);
  const needsHash = open === 'bytes' || isTold;
  const said = [...listProofPaths(survey, snapshot), ...(needsHash ? [] : listTextPaths(survey))];
  const text = said.find((path) => !isTaken(path));
  if (text !== undefined) return text;
  if (!canFilesSettle(survey, context) && snapshot.requests >= sharpenUpTo) return null;
  for (const question of listQuestions(survey, open, context)) {
    const path = chooseFile(survey, question, isTaken);
    if (path !== null) return path;
  }
  return null;
}

/** Paths that may name one more product: what is built on a named one, its forks; where nothing is named, what shows a trace. */
function listNamingQuestions(
  named: readonly Survey[],
  unnamed: readonly Sight[],
  snapshot: Snapshot,
  hint?: string,
): string[] {
  const ids = new Set(named.map(({ platform }) => platform.id));
  const worth = unnamed.filter(({ platform, naming }) => {
    const relatives = [platform.builtOn, ...(platform.insteadOf ?? [])];
    const isRelated = relatives.some((id) => id !== undefined && ids.has(id));
    // beside a named product only a clear trace is worth a question: it may be the shop that hides in it
    return ids.size > 0 ? isRelated || naming.confidence >= trace : platform.id === hint || naming.confidence > 0;
  });
  const ordered = worth.toSorted(
    (a, b) =>
      Number(b.platform.id === hint) - Number(a.platform.id === hint) || b.naming.confidence - a.naming.confidence,
  );
  const paths = ordered.flatMap((sight) => [
    ...listNamingPaths(sight.platform, sight.place, snapshot),
    ...(ids.size > 0 ? [] : listProofPaths(sight, snapshot)),
  ]);
  const isHopeless = ids.size === 0 && countQuestions(snapshot) >= namingQuestionsAtMost;
  return isHopeless ? [] : [...new Set(paths)];
}

function countQuestions({ exchanges }: Snapshot): number {
  return exchanges.slice(1).filter(({ path }) => path !== robotsPath).length;
}

/** Whoever turns every question away wants none. */
function isUnwelcome({ exchanges }: Snapshot): boolean {
  const answers = exchanges.slice(1).filter(({ path }) => path !== robotsPath);
  return answers.filter(({ status }) => refusals.has(status)).length >= refusalsAtMost && !answers.some(isSuccess);
}

function countQuestionsOf(survey: Survey, { exchanges }: Snapshot): number {
  const texts = listTextPaths(survey);
  return survey.asked.length + exchanges.filter(({ path }) => texts.includes(path)).length;
}

/** The path to ask next; null where nothing more can be learned or is worth asking. Never one that was asked or withheld. */
export function nextPath(snapshot: Snapshot, context: PlanContext): string | null {
  if (snapshot.outcome !== 'seen' || countQuestions(snapshot) >= questionsAtMost || isUnwelcome(snapshot)) return null;
  const taken = listTaken(snapshot);
  const isTaken = (path: string) => taken.has(path);
  const { named, unnamed } = surveySnapshot(snapshot, context);
  const naming = listNamingQuestions(named, unnamed, snapshot, context.hint).find((path) => !isTaken(path));
  if (naming !== undefined) return naming;
  const ordered = named.toSorted((a, b) => countQuestionsOf(a, snapshot) - countQuestionsOf(b, snapshot));
  for (const survey of ordered) {
    const path = chooseVersionPath(survey, snapshot, { context, isTaken });
    if (path !== null) return path;
  }
  return null;
}
