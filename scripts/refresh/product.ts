import { InvalidResponseError } from '../../src/lib/errors.ts';
import type { Advisory } from '../../src/model/facts.ts';
import { type Day, dayOf, type Instant } from '../../src/model/time.ts';
import { schemes } from '../../src/versions/index.ts';
import { type MergedAdvisories, mergeIntoShipped } from './advisories.ts';
import type { Answer } from './ask.ts';
import { endsAll, type MergedBranches, mergeAllBranches } from './branches.ts';
import { completeOn } from './complete.ts';
import { createCoverage, findBroken } from './coverage.ts';
import { factsOf, type ProductFiles } from './files.ts';
import { type MergedReleases, mergeReleases } from './releases.ts';

/** What a refresh makes of one product. */
export interface RefreshedProduct {
  product: string;
  files: ProductFiles;
  releases: MergedReleases;
  branches: MergedBranches;
  advisories: MergedAdvisories;
  /** Null where the day up to which its facts are complete stays. */
  completeOn: Day | null;
  /** What a source says and is not believed. */
  doubts: string[];
}

function dayAfter(day: Day): Day {
  return dayOf(new Date(Date.parse(day) + 86_400_000).toISOString());
}

type Speaking = Answer & { pull: NonNullable<Answer['pull']> };

function speaking(axis: Answer['axis'], answers: readonly Answer[]): Speaking[] {
  return answers.flatMap(({ pull, ...answer }) => (pull === null || answer.axis !== axis ? [] : [{ ...answer, pull }]));
}

/**
 * A record that could not be read as a whole leaves a hole where a flaw should be, unless its flaw ships already or another
 * source tells it.
 */
function refuseHoles(product: string, answers: readonly Speaking[], own: readonly Advisory[]): void {
  const idsOf = ({ id, aliases }: Advisory) => [id, ...aliases];
  const known = new Set(own.flatMap(idsOf));
  const problems = answers.flatMap(({ pull }) => pull.problems.filter((each) => each.product === product));
  const unread = new Set(problems.flatMap(({ record }) => record ?? []));
  const all = answers.flatMap(({ pull }) => pull.records.advisories[product] ?? []);
  const whole = all.filter(({ id, ranges, versions }) => !unread.has(id) && ranges.length + versions.length > 0);
  for (const id of whole.flatMap(idsOf)) known.add(id);
  // of a record that could be read in part, the other names are known
  const isHeld = (record: string) =>
    known.has(record) || all.some((each) => each.id === record && each.aliases.some((alias) => known.has(alias)));
  const hole = problems.find(({ record }) => record !== undefined && !isHeld(record));
  if (hole === undefined) return;
  const remedy = `add it to advisories/${product}.json by hand, or have its source correct it; then run the refresh again.`;
  throw new InvalidResponseError(product, `${product} was not refreshed: ${hole.message} Remedy: ${remedy}`);
}

function refuseBroken(product: string, { advisories, releases }: ProductFiles): void {
  for (const advisory of advisories.advisories) {
    const broken = findBroken(advisory, schemes[releases.scheme]);
    if (broken === null) continue;
    const message = `${product} was not refreshed: advisories/${product}.json: ${advisory.id}: ${broken} is malformed or reversed.`;
    throw new InvalidResponseError(product, `${message} Remedy: correct it by its source, ${advisory.url}.`);
  }
}

/** Whether every source that a record names took it back, and all could be asked. */
function withdrawals(product: string, answers: readonly Answer[]): (advisory: Advisory) => boolean {
  const asked = answers.filter(({ axis, source }) => axis === 'advisories' && source.covers(product));
  const isComplete = asked.every(({ pull, failed }) => pull !== null && !failed.has(product));
  const takenBack = speaking('advisories', asked).map(({ source, pull }) => ({
    name: source.name,
    ids: new Set(pull.withdrawn?.[product]?.map(({ id }) => id)),
  }));
  const tookBack = (named: string, ids: readonly string[]) =>
    takenBack.some(
      (by) => (named === by.name || named.startsWith(`${by.name} (`)) && ids.some((each) => by.ids.has(each)),
    );
  return ({ id, aliases, sources }) =>
    isComplete && sources.length > 0 && sources.every((named) => tookBack(named, [id, ...aliases]));
}

/** The named sources of a file, with those that now have a share in it. */
function withSources(own: readonly string[], sharing: readonly Speaking[]): string[] {
  const missing = sharing.filter(({ source }) => !own.some((named) => named.includes(source.url)));
  return [...own, ...missing.map(({ source }) => `${source.name} (${source.url})`)];
}

function refreshReleases(product: string, { releases: file }: ProductFiles, given: Given) {
  const scheme = schemes[file.scheme];
  const answers = speaking('releases', given.answers);
  const listed = ({ pull }: Speaking) => pull.records.releases[product] ?? [];
  const terms = { scheme, firstUnknownDay: dayAfter(file.dataOn), today: dayOf(given.now) };
  const merged = mergeReleases(file.releases, answers.flatMap(listed), terms);
  const news = [...merged.added, ...merged.dated, ...merged.flagged];
  const isNews = (version: string) =>
    scheme.isVersion(version) && news.some((each) => scheme.compare(each, version) === 0);
  const sharing = answers.filter((answer) => listed(answer).some(({ version }) => isNews(version)));
  return { merged, sources: withSources(file.sources, sharing) };
}

function refreshSupport(product: string, { support: file }: ProductFiles, given: Given) {
  const lines = ({ pull }: Speaking) => pull.records.support[product] ?? [];
  const answers = speaking('releases', given.answers).filter((answer) => lines(answer).length > 0);
  const doubted = answers.filter((answer) => endsAll(file.branches, lines(answer)));
  const believed = answers.filter((answer) => !doubted.includes(answer));
  const merged = mergeAllBranches(file.branches, believed.map(lines), dayOf(given.now));
  const news = new Set([...merged.added, ...merged.changed]);
  const sharing = believed.filter((answer) => lines(answer).some(({ branch }) => news.has(branch)));
  const doubts = doubted.map(({ source }) => {
    const remedy = `look at ${source.url}, and if it is so, correct support/${product}.json by hand.`;
    return `${product}: ${source.name} says that every branch has ended; that was left out. Remedy: ${remedy}`;
  });
  return { merged, doubts, sources: withSources(file.sources, sharing) };
}

interface Given {
  answers: readonly Answer[];
  now: Instant;
}

/** Merges what the sources say of one product into its files. Throws InvalidResponseError where what came of it must not ship. */
export function refreshProduct(product: string, files: ProductFiles, given: Given): RefreshedProduct {
  const own = files.advisories.advisories;
  const ofFlaws = speaking('advisories', given.answers);
  refuseHoles(product, ofFlaws, own);
  const releases = refreshReleases(product, files, given);
  const support = refreshSupport(product, files, given);
  const versions = releases.merged.releases.map(({ version }) => version);
  const said = ofFlaws.flatMap(({ pull }) => pull.records.advisories[product] ?? []);
  const coverage = createCoverage(versions, schemes[files.releases.scheme]);
  const advisories = mergeIntoShipped(own, said, { coverage, isWithdrawn: withdrawals(product, given.answers) });
  const { dataOn, undatedOn } = files.releases;
  const complete = support.doubts.length > 0 ? dataOn : completeOn(factsOf(product, files), given.answers);
  const days = complete === dataOn ? {} : { dataOn: complete, undatedOn: undatedOn ?? dataOn };
  const refreshed: ProductFiles = {
    releases: { ...files.releases, ...days, sources: releases.sources, releases: releases.merged.releases },
    support: { ...files.support, sources: support.sources, branches: support.merged.branches },
    advisories: { ...files.advisories, advisories: advisories.advisories },
  };
  refuseBroken(product, refreshed);
  return {
    product,
    files: refreshed,
    releases: releases.merged,
    branches: support.merged,
    advisories,
    completeOn: complete === dataOn ? null : complete,
    doubts: support.doubts,
  };
}
