import type { AdvisorySource } from '../../src/advisories/source.ts';
import { assembleFacts } from '../../src/facts/index.ts';
import { ScanError } from '../../src/lib/errors.ts';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import type { Instant } from '../../src/model/time.ts';
import type { ReleaseSource } from '../../src/releases/source.ts';
import { schemes } from '../../src/versions/index.ts';
import { factsOf, type SnapshotFiles } from './files.ts';

type Source = AdvisorySource | ReleaseSource;

/** Who is asked. Of flaws only sources of flaws are heard: what others say of them has neither shared ids nor days. */
export interface Sources {
  advisories: readonly AdvisorySource[];
  releases: readonly ReleaseSource[];
}

/** What one source said this time. */
export interface Answer {
  source: Source;
  axis: keyof Sources;
  /** Null where it could not be asked. */
  pull: Pull | null;
  /** Why it could not be asked, with the remedy; of single products where it answered for others. */
  failures: string[];
  /** Products that it speaks of and could not be asked for. */
  failed: Set<string>;
}

export interface Asking {
  snapshot: SnapshotFiles;
  sources: Sources;
  http: Http;
  now: Instant;
}

/** A source that completes others reads only so many records at a time; this often it is asked to go on. */
const rounds = 20;

function countOf({ records }: Pull): number {
  return Object.values(records.advisories).reduce((sum, list) => sum + list.length, 0);
}

/** Asks until nothing more is learned, so that the next refresh has nothing to add. */
async function askOn(
  source: Source,
  request: PullRequest,
  http: Http,
): Promise<{ pull: Pull; failure: string | null }> {
  let pull = await source.pull(request, http);
  for (let round = 1; source.completes === true && round < rounds; round += 1) {
    const before = countOf(pull);
    try {
      pull = await source.pull({ ...request, previous: pull }, http);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      return { pull, failure: error.message };
    }
    if (countOf(pull) <= before) break;
  }
  return { pull, failure: null };
}

/** Products that the source covers and says nothing of but a problem. */
function silentOf({ covers, oneList }: Source, { records, problems }: Pull, products: readonly string[]): string[] {
  if (oneList === true) return [];
  const { advisories, releases, support } = records;
  const spoken = { ...advisories, ...releases, ...support };
  return products.filter(
    (product) =>
      covers(product) && !Object.hasOwn(spoken, product) && problems.some((each) => each.product === product),
  );
}

type Listed = Pick<Answer, 'source' | 'axis'>;

async function askSource({ source, axis }: Listed, asking: Asking, facts?: PullRequest['facts']): Promise<Answer> {
  const { products } = asking.snapshot;
  const covered = [...products.keys()].filter((product) => source.covers(product));
  const request: PullRequest = {
    products: covered,
    packages: (product) => products.get(product)?.advisories.packages ?? [],
    order: (product) => schemes[products.get(product)?.releases.scheme ?? 'composer'],
    previous: null,
    at: asking.now,
    ...(facts === undefined ? {} : { facts }),
  };
  try {
    const { pull, failure } = await askOn(source, request, asking.http);
    const failed = new Set(silentOf(source, pull, covered));
    const messages = pull.problems.flatMap(({ product, message }) => (failed.has(product) ? [message] : []));
    return {
      source,
      axis,
      pull,
      failures: [...new Set([...(failure === null ? [] : [failure]), ...messages])],
      failed,
    };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return { source, axis, pull: null, failures: [error.message], failed: new Set(covered) };
  }
}

/** Asks every source once for all products; those that complete others come after them and see what they said. */
export async function askSources(asking: Asking): Promise<Answer[]> {
  const { snapshot, sources } = asking;
  const axes = ['advisories', 'releases'] as const;
  const listed = axes.flatMap((axis) => sources[axis].map((source): Listed => ({ source, axis })));
  const first = listed.filter(({ source }) => source.completes !== true);
  const answers = await Promise.all(first.map((each) => askSource(each, asking)));
  const facts = (product: string) => {
    const files = snapshot.products.get(product);
    if (files === undefined) return null;
    const pulls = answers.flatMap(({ source, pull }) => (pull === null ? [] : [{ source, pull, problem: null }]));
    const embedded = { ...factsOf(product, files), exploited: snapshot.exploited.entries };
    return assembleFacts({ embedded, pulls, scheme: schemes[embedded.scheme] });
  };
  for (const each of listed.filter(({ source }) => source.completes === true)) {
    answers.push(await askSource(each, asking, facts));
  }
  return answers;
}
