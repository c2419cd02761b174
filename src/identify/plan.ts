import type { Snapshot } from '../model/snapshot.ts';
import { chooseFile } from './choose-file.ts';
import type { IdentifyContext } from './context.ts';
import { readCookies } from './match.ts';
import { listNamingPaths } from './naming.ts';
import { resolvePath } from './root.ts';
import { type Sight, type Survey, surveySnapshot } from './survey.ts';

/** Questions after the home page at most; the probe's own limit also counts robots.txt and redirects. */
const questionsAtMost = 8;

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

/** Nothing more is worth asking: one corroborated release, a contradiction, or no release that could be a yes. */
function isSettled({ platform, judgement, catalogue }: Survey): boolean {
  const { versions, conflict, corroborated } = judgement;
  if (platform.vendorHosted === true || conflict) return true;
  if (versions.length === 0) return false;
  return (corroborated && versions.length === 1) || versions.every((version) => !catalogue.released.has(version));
}

/** What is worth asking about a product's release, the best first: proof, texts, hashes. */
function chooseVersionPath(survey: Survey, snapshot: Snapshot, isTaken: (path: string) => boolean): string | null {
  if (isSettled(survey)) return null;
  const { platform, place, judgement, catalogue } = survey;
  const [only, ...others] = judgement.versions;
  const needsHash = only !== undefined && others.length === 0 && catalogue.indexed.has(only);
  const texts = platform.versionRules.flatMap(({ path }) => (path === null ? [] : (resolvePath(path, place) ?? [])));
  const said = [...listProofPaths(survey, snapshot), ...(needsHash ? [] : texts)];
  return said.find((path) => !isTaken(path)) ?? chooseFile(survey, isTaken);
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
    if (ids.size > 0) return relatives.some((id) => id !== undefined && ids.has(id));
    return platform.id === hint || naming.confidence > 0;
  });
  const ordered = worth.toSorted((a, b) => Number(b.platform.id === hint) - Number(a.platform.id === hint));
  return ordered.flatMap((sight) => [
    ...listNamingPaths(sight.platform, sight.place, snapshot),
    ...(ids.size > 0 ? [] : listProofPaths(sight, snapshot)),
  ]);
}

function countQuestions({ platform, place, asked }: Survey, { exchanges }: Snapshot): number {
  const texts = platform.versionRules.flatMap(({ path }) => (path === null ? [] : (resolvePath(path, place) ?? [])));
  return asked.length + exchanges.filter(({ path }) => texts.includes(path)).length;
}

/** The path to ask next; null where nothing more can be learned or is worth asking. Never one that was asked or withheld. */
export function nextPath(snapshot: Snapshot, context: IdentifyContext): string | null {
  if (snapshot.outcome !== 'seen' || snapshot.exchanges.length > questionsAtMost) return null;
  const taken = listTaken(snapshot);
  const isTaken = (path: string) => taken.has(path);
  const { named, unnamed } = surveySnapshot(snapshot, context);
  const naming = listNamingQuestions(named, unnamed, snapshot, context.hint).find((path) => !isTaken(path));
  if (naming !== undefined) return naming;
  const ordered = named.toSorted((a, b) => countQuestions(a, snapshot) - countQuestions(b, snapshot));
  for (const survey of ordered) {
    const path = chooseVersionPath(survey, snapshot, isTaken);
    if (path !== null) return path;
  }
  return null;
}
