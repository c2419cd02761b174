import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { hasCode, InvalidResponseError } from './lib/errors.ts';
import { takeLock } from './lib/lock.ts';
import { AttestedCopies } from './model/attested.ts';
import { HistoryEvent } from './model/history.ts';
import { ProductId } from './model/identification.ts';
import { Pull } from './model/pull.ts';
import { Report } from './model/report.ts';
import { SiteId } from './model/site.ts';
import { Checks, Listing, ProductTimeline } from './model/state.ts';

/** The only reader and writer of a data folder. Readers give null for what is not there and throw InvalidResponseError for what is damaged. */
export interface Store {
  dir: string;
  readListing(): Promise<Listing | null>;
  readChecks(): Promise<Checks | null>;
  readReport(id: string): Promise<Report | null>;
  readPull(source: string): Promise<Pull | null>;
  readProduct(product: string): Promise<ProductTimeline | null>;
  /** What a site's documents behind addresses last proved. */
  readAttested(site: string): Promise<AttestedCopies | null>;
  /** The events of a site, oldest first; empty for a site without history. */
  readHistory(id: string): Promise<HistoryEvent[]>;
  /** The raw lines of a history, for those who check its chain. */
  readHistoryLines(id: string): Promise<string[]>;
  /** Ids of all sites that have a history, sorted. */
  historyIds(): Promise<string[]>;
  reportIds(): Promise<string[]>;
  /** Ids of the sources that were asked. */
  pullIds(): Promise<string[]>;
  productIds(): Promise<string[]>;
  /** Ids of the sites with documents behind addresses. */
  attestedIds(): Promise<string[]>;
  writeListing(listing: Listing): Promise<void>;
  writeChecks(checks: Checks): Promise<void>;
  writeReport(report: Report): Promise<void>;
  writePull(pull: Pull): Promise<void>;
  writeProduct(timeline: ProductTimeline): Promise<void>;
  writeAttested(copies: AttestedCopies): Promise<void>;
  /** Replaces a history by its lines. The whole file changes at once, so a kill leaves the old one or the new one. */
  writeHistoryLines(id: string, lines: readonly string[]): Promise<void>;
  /** Removes a history that has gone on under another id. */
  removeHistory(id: string): Promise<void>;
  /** Lets a history go on under another id. */
  renameHistory(from: string, to: string): Promise<void>;
  /** Keeps other runs from writing; the result lets them again. Throws ScanError while another run writes. */
  lock(): Promise<() => Promise<void>>;
  /** Removes what a killed run left half written. */
  sweep(): Promise<void>;
}

/** At once: handing a small file to another thread costs twenty times what reading it does. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'ENOTDIR')) return null;
    throw cause;
  }
}

function parseText<T>(schema: z.ZodType<T>, text: string, place: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new InvalidResponseError(
      place,
      `${place} is damaged: ${why}\nRemedy: restore it from version control (git checkout -- ${place.replace(/:\d+$/, '')}), then run "npm run verify".`,
      { cause },
    );
  }
}

async function readJson<T>(schema: z.ZodType<T>, file: string): Promise<T | null> {
  const text = readText(file);
  return text === null ? null : parseText(schema, text, file);
}

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFileAtomic(file, text);
}

/** In the order of the schema: the same content is the same bytes, whoever put it together. */
function writeJson<T>(schema: z.ZodType<T>, file: string, value: T): Promise<void> {
  return writeText(file, `${JSON.stringify(schema.parse(value), null, 2)}\n`);
}

/** One release per line: a new one is one line of a diff. */
function productText({ releases, ...head }: ProductTimeline): string {
  const lines = releases.map((release) => JSON.stringify(release)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"releases":[\n${lines}\n]}\n`;
}

/** Names in a folder, sorted; none where there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return [];
    throw cause;
  }
}

/** Names of a folder's files without their ending, sorted. */
async function idsIn(folder: string, ending: string): Promise<string[]> {
  return (await namesIn(folder)).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
}

/** write-file-atomic writes `<name>.<digits>` first and renames it. */
const halfWritten = /\.jsonl?\.\d+$/;

async function sweep(dir: string): Promise<void> {
  for (const folder of [
    dir,
    ...['pulls', 'products', 'attested', 'reports', 'history'].map((name) => join(dir, name)),
  ]) {
    const names = (await namesIn(folder)).filter((name) => halfWritten.test(name));
    await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Opens a data folder; nothing is created before the first write. */
export function openStore(dir: string): Store {
  const at = (...parts: string[]) => join(dir, ...parts);
  const historyFile = (id: string) => at('history', `${SiteId.parse(id)}.jsonl`);
  const readHistoryLines = async (id: string) => linesOf(readText(historyFile(id)) ?? '');
  return {
    dir,
    readListing: () => readJson(Listing, at('sites.json')),
    readChecks: () => readJson(Checks, at('checks.json')),
    readReport: (id) => readJson(Report, at('reports', `${SiteId.parse(id)}.json`)),
    readPull: (source) => readJson(Pull, at('pulls', `${source}.json`)),
    readProduct: (product) => readJson(ProductTimeline, at('products', `${ProductId.parse(product)}.json`)),
    readAttested: (site) => readJson(AttestedCopies, at('attested', `${SiteId.parse(site)}.json`)),
    readHistoryLines,
    readHistory: async (id) =>
      (await readHistoryLines(id)).map((line, i) => parseText(HistoryEvent, line, `${historyFile(id)}:${i + 1}`)),
    historyIds: () => idsIn(at('history'), '.jsonl'),
    reportIds: () => idsIn(at('reports'), '.json'),
    pullIds: () => idsIn(at('pulls'), '.json'),
    productIds: () => idsIn(at('products'), '.json'),
    attestedIds: () => idsIn(at('attested'), '.json'),
    writeListing: (listing) => writeJson(Listing, at('sites.json'), listing),
    writeChecks: (checks) => writeJson(Checks, at('checks.json'), checks),
    writeReport: (report) => writeJson(Report, at('reports', `${report.site}.json`), report),
    writePull: (pull) => writeJson(Pull, at('pulls', `${pull.source}.json`), pull),
    writeProduct: (timeline) =>
      writeText(at('products', `${timeline.product}.json`), productText(ProductTimeline.parse(timeline))),
    writeAttested: (copies) => writeJson(AttestedCopies, at('attested', `${copies.site}.json`), copies),
    writeHistoryLines: (id, lines) => writeText(historyFile(id), lines.map((line) => `${line}\n`).join('')),
    removeHistory: (id) => rm(historyFile(id), { force: true }),
    renameHistory: (from, to) => rename(historyFile(from), historyFile(to)),
    lock: () => takeLock(at('lock')),
    sweep: () => sweep(dir),
  };
}

/** The same folder for one look: its pulls are read, no site is known, nothing is written. */
export function forgetful(store: Store): Store {
  const nothing = async () => {};
  return {
    ...store,
    readChecks: async () => null,
    readListing: async () => null,
    readReport: async () => null,
    readAttested: async () => null,
    readHistory: async () => [],
    readHistoryLines: async () => [],
    historyIds: async () => [],
    reportIds: async () => [],
    writeListing: nothing,
    writeChecks: nothing,
    writeReport: nothing,
    writePull: nothing,
    writeProduct: nothing,
    writeAttested: nothing,
    writeHistoryLines: nothing,
    removeHistory: nothing,
    renameHistory: nothing,
    lock: async () => nothing,
    sweep: nothing,
  };
}
