import type { Platform, Signal } from '../platforms/platform.ts';
import { holdAll, type Needs, needOneOf, readNeeds } from './grams.ts';
import { bodyKinds, gramsOf } from './match.ts';
import { isSuccess, type Page } from './page.ts';

/*
 * Of hundreds of records a visit shows a few. What the signals of all of them need is turned round: from a mark that a page
 * has to the records that it may speak of.
 */

/** A text that a signal cannot do without. */
interface Trace {
  platform: Platform;
  marks: readonly number[];
}

/** A signal that the answer of one path shows. */
interface Asked {
  platform: Platform;
  path: string;
}

/** All records at a glance. */
interface Index {
  /** One mark of each trace, in one piece of memory: nearly all are looked at in vain. */
  keys: Uint16Array;
  traces: readonly Trace[];
  /** By the last part of the path. */
  asked: ReadonlyMap<string, readonly Asked[]>;
  /** Records with a signal of which nothing is known. */
  always: readonly Platform[];
}

/** What a signal of any page needs: of its texts, or of the name under which they stand. */
function readSignalNeeds({ kind, pattern, header, host }: Signal): Needs {
  // the marks are those of all that a page shows but its whole body
  if (bodyKinds.has(kind)) return null;
  const name = kind === 'cookie' ? 'set-cookie' : (header ?? host);
  return readNeeds(pattern) ?? (name === undefined ? null : needOneOf([name]));
}

/** What all that names a platform or tells where it lives needs, save what is read from an answer of its own. */
function listNeeds({ signals, staticBase }: Platform): Needs[] {
  const needs = signals.filter(({ path }) => path === undefined).map(readSignalNeeds);
  return staticBase === undefined ? needs : [...needs, readNeeds(staticBase)];
}

function listAsked(platform: Platform): Asked[] {
  return platform.signals.flatMap(({ path }) =>
    path === undefined ? [] : [{ platform, path: path.replace('{static}', '') }],
  );
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function indexAll(platforms: readonly Platform[]): Index {
  const all = platforms.flatMap((platform) => listNeeds(platform).map((needs) => ({ platform, needs })));
  const traces = all.flatMap(({ platform, needs }) => (needs ?? []).map((marks) => ({ platform, marks })));
  return {
    // many texts begin or end alike
    keys: Uint16Array.from(traces, ({ marks }) => marks[marks.length >> 1] ?? 0),
    traces,
    asked: Map.groupBy(platforms.flatMap(listAsked), ({ path }) => lastPart(path)),
    always: all.filter(({ needs }) => needs === null).map(({ platform }) => platform),
  };
}

const indexes = new WeakMap<readonly Platform[], Index>();

/** Those platforms of which a signal may be found. All others are certain to show none. */
export function sift(platforms: readonly Platform[], pages: readonly Page[]): ReadonlySet<Platform> {
  const index = indexes.get(platforms) ?? indexAll(platforms);
  indexes.set(platforms, index);
  const { keys, traces, asked, always } = index;
  const found = new Set(always);
  for (const page of pages.filter(({ exchange }) => isSuccess(exchange))) {
    const { path } = page.exchange;
    for (const each of asked.get(lastPart(path)) ?? []) if (path.endsWith(each.path)) found.add(each.platform);
    const grams = gramsOf('markup', page);
    for (let at = 0; at < keys.length; at += 1) {
      if (grams[keys[at] ?? 0] !== 1) continue;
      const trace = traces[at];
      if (trace !== undefined && holdAll(grams, trace.marks)) found.add(trace.platform);
    }
  }
  return found;
}
