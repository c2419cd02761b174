import { cpSync, existsSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode, InvalidResponseError } from '../../src/lib/errors.ts';
import { stageBeside, swapIn } from '../swap.ts';
import { type Answer, type Asking, askSources, type Sources } from './ask.ts';
import { type MergedExploited, mergeExploited } from './exploited.ts';
import { type ProductFiles, printSnapshot, readSnapshot, type SnapshotFiles } from './files.ts';
import { type RefreshedProduct, refreshProduct } from './product.ts';
import { failureLines, type Outcome, reportLines } from './report.ts';

/** What a refresh is asked to do. */
export interface RefreshRequest extends Pick<Asking, 'http' | 'now'> {
  /** The snapshot folder. */
  dir: string;
  sources: Sources;
  /** Report only. */
  dryRun: boolean;
}

/** What came of it. */
export interface Refresh {
  /** What has changed, in words. */
  report: string[];
  /** What could not be asked or used, each with its remedy. */
  failures: string[];
  /** Files that differ from what stood there, by their path in the folder. */
  changed: string[];
}

function refreshAll({ products }: SnapshotFiles, given: { answers: readonly Answer[]; now: string }) {
  const refreshed: RefreshedProduct[] = [];
  const refused: string[] = [];
  for (const [product, files] of products) {
    try {
      refreshed.push(refreshProduct(product, files, given));
    } catch (error) {
      if (!(error instanceof InvalidResponseError)) throw error;
      refused.push(error.message);
    }
  }
  return { refreshed, refused };
}

function refreshExploited({ exploited }: SnapshotFiles, products: Iterable<ProductFiles>, answers: readonly Answer[]) {
  const ids = [...products].flatMap(({ advisories }) =>
    advisories.advisories.flatMap((each) => [each.id, ...each.aliases]),
  );
  const ours = new Set(ids);
  const live = answers.flatMap(({ pull }) => pull?.records.exploited ?? []);
  return mergeExploited(exploited.entries, live, (cve) => ours.has(cve));
}

/** Merges what the sources say into what ships; pure but for the asking. */
async function merge(snapshot: SnapshotFiles, asking: Omit<Asking, 'snapshot'>) {
  const answers = await askSources({ ...asking, snapshot });
  const { refreshed, refused } = refreshAll(snapshot, { answers, now: asking.now });
  const products = new Map([...snapshot.products, ...refreshed.map(({ product, files }) => [product, files] as const)]);
  const exploited: MergedExploited = refreshExploited(snapshot, products.values(), answers);
  const files: SnapshotFiles = { products, exploited: { ...snapshot.exploited, entries: exploited.entries } };
  const outcome: Outcome = { answers, refreshed, refused, exploited };
  return { files, outcome };
}

/** Puts in order what a killed run left behind. */
async function recover(dir: string): Promise<void> {
  if (existsSync(join(dir, '..', '.build'))) dropEmpty(dirname((await stageBeside(dir)).next));
}

/** All files change at once: a kill leaves the old ones or the new ones. */
async function write(dir: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const staging = await stageBeside(dir);
  cpSync(staging.out, staging.next, { recursive: true });
  for (const [path, text] of texts) writeFileSync(join(staging.next, path), text);
  await swapIn(staging);
  dropEmpty(dirname(staging.next));
}

function dropEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (cause) {
    // another run is at work there
    if (!hasCode(cause, 'ENOTEMPTY', 'ENOENT')) throw cause;
  }
}

/** Asks every source and rewrites a snapshot folder with what is new. */
export async function refreshSnapshot({ dir, sources, http, now, dryRun }: RefreshRequest): Promise<Refresh> {
  if (!dryRun) await recover(dir);
  const snapshot = readSnapshot(dir);
  const { files, outcome } = await merge(snapshot, { sources, http, now });
  const texts = [...printSnapshot(files)].filter(([path, text]) => readFileSync(join(dir, path), 'utf8') !== text);
  if (!dryRun && texts.length > 0) await write(dir, new Map(texts));
  return { report: reportLines(outcome), failures: failureLines(outcome), changed: texts.map(([path]) => path).sort() };
}
