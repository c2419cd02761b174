import { countCommon, intersection, type ReleaseSet, setOf, union } from './releases-set.ts';
import type { Matters } from './stakes.ts';
import type { TrackedFile } from './track.ts';

/*
 * How files are chosen.
 *
 * Every release R has look-alikes: the releases that could still be meant once R's files were seen, at first all of them.
 * Some of them matter: mistaking R for them changes an answer (stakes.ts). A file that R ships takes away all look-alikes
 * with other bytes there; its absence takes away nothing, since a missing file is no evidence, and neither do unknown bytes.
 * A file is worth, over all releases that can be asked for it:
 *
 *     8 x log2((1 + mattering look-alikes before) / (1 + after))  +  log2(look-alikes before / after)
 *
 * so that telling what matters comes first and telling any two releases apart still breaks ties. That is multiplied by
 * preferences: small files, no admin folder (renamed or closed by many), no image, no file that owners edit, still shipped
 * in the newest release, scripts and styles a little before texts. The best file is taken, look-alikes are updated, and so on. Once nothing more
 * can be told, a second, independent choice begins: a shop may have edited, moved or closed a file of the first one.
 * Of files with equal worth the first by path is taken: the same trees give the same choice.
 */
const matteringWeight = 8;

const admin = /\/[\w-]{0,10}admin\//;
const image = /\.(?:svg|png|gif)$/;
const edited = /\/(?:robots\.txt|(?:custom|user)\.(?:css|js)|(?:composer|package|bower)\.json)$/;
const text = /\.(?:txt|html|xml|json|pot)$/;

/** Files with the same split that are worth keeping: one for each of the two choices. */
const equalsAtMost = 2;

export interface Choice {
  versions: readonly string[];
  matters: Matters;
  atMost: number;
}

/** A file as the choice sees it: what it leaves of each release's look-alikes. */
interface Candidate {
  file: TrackedFile;
  preference: number;
  /** Release that can be asked -> releases that may have the same bytes. */
  leaves: [release: number, same: ReleaseSet][];
}

function prefer({ path, size, variants }: TrackedFile, newest: number): number {
  const inNewest = [...variants.values()].some((releases) => releases.includes(newest));
  return (
    (1 / (1 + size / 200_000)) *
    (admin.test(path) ? 0.7 : 1) *
    (image.test(path) ? 0.5 : 1) *
    (edited.test(path) ? 0.2 : 1) *
    (text.test(path) ? 0.8 : 1) *
    (inNewest ? 1 : 0.8)
  );
}

function readCandidate(file: TrackedFile, releases: number): Candidate {
  const leaves = new Map<number, ReleaseSet>();
  for (const members of file.variants.values()) {
    const same = setOf(releases, [...members, ...file.unknown]);
    for (const release of members) {
      if (file.closed.has(release) || file.unknown.has(release)) continue;
      const other = leaves.get(release);
      leaves.set(release, other === undefined ? same : union(other, same));
    }
  }
  return { file, preference: prefer(file, releases - 1), leaves: [...leaves] };
}

/** A file with one known content tells nothing; with unknown bytes beside it, the index could not even say so. */
export function tellsAnything({ variants }: TrackedFile): boolean {
  return variants.size > 1;
}

function splitOf({ variants, unknown, closed }: TrackedFile): string {
  return JSON.stringify([[...variants.values()], [...unknown], [...closed]]);
}

/** Of files that split the releases alike, the best ones. */
function dropEquals(candidates: readonly Candidate[]): Candidate[] {
  const alike = new Map<string, number>();
  return candidates
    .toSorted((a, b) => b.preference - a.preference || (a.file.path < b.file.path ? -1 : 1))
    .filter(({ file }) => {
      const split = splitOf(file);
      const count = (alike.get(split) ?? 0) + 1;
      alike.set(split, count);
      return count <= equalsAtMost;
    })
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

/** The look-alikes of every release, and how many there are. */
class LookAlikes {
  readonly #mattering: ReleaseSet[];
  #sets: ReleaseSet[];
  #counts: { all: number; mattering: number }[] = [];

  constructor({ versions, matters }: Choice) {
    const size = versions.length;
    this.#mattering = versions.map((a) =>
      setOf(
        size,
        versions.flatMap((b, at) => (matters(a, b) ? [at] : [])),
      ),
    );
    this.#sets = versions.map(() => setOf(size, versions.keys()));
    this.#count();
  }

  #count(): void {
    this.#counts = this.#sets.map((set, release) => ({
      all: countCommon(set, set),
      mattering: countCommon(set, this.#mattering[release] ?? set),
    }));
  }

  worth({ leaves }: Candidate): number {
    let bits = 0;
    for (const [release, same] of leaves) {
      const [set, mattering, before] = [this.#sets[release], this.#mattering[release], this.#counts[release]];
      if (set === undefined || mattering === undefined || before === undefined || before.all === 1) continue;
      const after = countCommon(set, same);
      if (after === before.all) continue;
      const left = countCommon(set, same, mattering);
      bits += matteringWeight * Math.log2((1 + before.mattering) / (1 + left)) + Math.log2(before.all / after);
    }
    return bits;
  }

  take({ leaves }: Candidate): void {
    for (const [release, same] of leaves) {
      this.#sets[release] = intersection(this.#sets[release] ?? same, same);
    }
    this.#count();
  }
}

function chooseOnce(candidates: Set<Candidate>, choice: Choice, atMost: number): TrackedFile[] {
  const lookAlikes = new LookAlikes(choice);
  const chosen: TrackedFile[] = [];
  while (chosen.length < atMost) {
    let best: { candidate: Candidate | null; score: number } = { candidate: null, score: 0 };
    for (const candidate of candidates) {
      const score = lookAlikes.worth(candidate) * candidate.preference;
      if (score > best.score) best = { candidate, score };
    }
    if (best.candidate === null) break;
    candidates.delete(best.candidate);
    lookAlikes.take(best.candidate);
    chosen.push(best.candidate.file);
  }
  return chosen;
}

/** The files to list, best probe first. */
export function chooseFiles(files: Iterable<TrackedFile>, choice: Choice): TrackedFile[] {
  const telling = [...files].filter(tellsAnything);
  const candidates = new Set(dropEquals(telling.map((file) => readCandidate(file, choice.versions.length))));
  const first = chooseOnce(candidates, choice, choice.atMost);
  return [...first, ...chooseOnce(candidates, choice, choice.atMost - first.length)];
}
