import type { Alias, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar } from 'yaml';
import type { FindPosition, Issue } from './issues.ts';
import { excerpt } from './issues.ts';

/** Values that a file may come to once every alias is followed: 10,000 full sites come to 400,000, a YAML bomb to billions. */
const mostValues = 2_000_000;

/** Stands where a value could not be read and an issue already says so. */
export const unreadable = Symbol('unreadable');

/** Offsets of a key (or list position) and of its value. */
export interface Place {
  key: number;
  value: number;
}

/** Per object and list: where its members were written. */
export type Places = Map<unknown, Map<PropertyKey, Place>>;

interface Walk {
  places: Places;
  issues: Issue[];
  position: FindPosition;
  /** What each anchor stands for and how many values that comes to; null while it is being read. */
  anchors: Map<string, { value: unknown; size: number } | null>;
  path: PropertyKey[];
  /** Values so far, those behind an alias counted at each use. */
  count: number;
  tooLarge: boolean;
}

/** A key of a group, where it was written, and its value. */
type Member = readonly [string, Place, unknown];

function refuse(walk: Walk, offset: number, found: string, allowed: string): typeof unreadable {
  walk.issues.push({ offset, path: [...walk.path], found, allowed });
  return unreadable;
}

function readAlias(walk: Walk, alias: Alias, offset: number): unknown {
  const anchor = walk.anchors.get(alias.source);
  const found = `the alias *${excerpt(alias.source)}`;
  if (anchor === undefined) return refuse(walk, offset, found, 'an alias whose anchor stands above it');
  if (anchor === null) return refuse(walk, offset, `${found} inside its own anchor`, 'an anchor without itself');
  walk.count += anchor.size;
  if (walk.tooLarge) return unreadable;
  if (walk.count <= mostValues) return anchor.value;
  walk.tooLarge = true;
  return refuse(walk, offset, `${found}, which makes the file too large`, `${mostValues} values, aliases followed`);
}

/** The members of a group behind `<<`, and where they were written. */
function readMerged(walk: Walk, source: unknown, offset: number): Member[] {
  if (source === unreadable) return [];
  const places = Array.isArray(source) ? undefined : walk.places.get(source);
  if (places === undefined) refuse(walk, offset, 'no group of keys behind "<<"', 'an alias of a group of keys');
  return [...(places ?? [])].map(([key, place]) => [String(key), place, Reflect.get(Object(source), key)]);
}

/** A key's text; undefined where it is none. `1`, `null` and `true` are texts as well. */
function readKey(walk: Walk, node: ParsedNode): string | undefined {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : (node.source ?? '');
  refuse(walk, node.range[0], 'a key that is not a plain word', 'keys such as "url"');
  return undefined;
}

/** What the group itself says comes before what it merges (`<<: *defaults` or a list of such), the first of those before the next. */
function readGroup(walk: Walk, map: YAMLMap.Parsed): object {
  // No prototype: `__proto__` and `constructor` are keys like any other.
  const group: Record<string, unknown> = Object.create(null);
  const places = new Map<PropertyKey, Place>();
  const merged: Member[][] = [];
  walk.places.set(group, places);
  for (const pair of map.items) {
    const key = readKey(walk, pair.key);
    if (key === undefined) continue;
    const offset = pair.key.range[0];
    const first = places.get(key);
    walk.path.push(key);
    const value = readNode(walk, pair.value);
    if (key === '<<') {
      merged.push([value].flat().flatMap((source) => readMerged(walk, source, offset)));
    } else if (first) {
      refuse(walk, offset, `the key again (first on line ${walk.position(first.key).line})`, 'each key once');
    } else {
      places.set(key, { key: offset, value: pair.value?.range[0] ?? offset });
      group[key] = value;
    }
    walk.path.pop();
  }
  for (const [key, place, value] of merged.flat()) {
    if (places.has(key)) continue;
    places.set(key, place);
    group[key] = value;
  }
  return group;
}

function readList(walk: Walk, seq: YAMLSeq.Parsed): unknown[] {
  const list: unknown[] = [];
  const places = new Map<PropertyKey, Place>();
  walk.places.set(list, places);
  for (const [index, item] of seq.items.entries()) {
    const offset = item.range[0];
    places.set(index, { key: offset, value: offset });
    walk.path.push(index);
    list.push(readNode(walk, item as ParsedNode));
    walk.path.pop();
  }
  return list;
}

function readContent(walk: Walk, node: Exclude<ParsedNode, Alias.Parsed>): unknown {
  if (isScalar(node)) return node.value;
  return isMap(node) ? readGroup(walk, node) : readList(walk, node);
}

function readNode(walk: Walk, node: ParsedNode | null): unknown {
  if (node === null) return null;
  if (isAlias(node)) return readAlias(walk, node, node.range[0]);
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, null);
  const before = walk.count;
  walk.count += 1;
  const value = readContent(walk, node);
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, { value, size: walk.count - before });
  return value;
}

/** Turns parsed YAML into plain values: aliases are shared up to a bound (`tooLarge` where they pass it), keys are unique, `<<` is merged. */
export function readValue(contents: ParsedNode | null, position: FindPosition) {
  const walk: Walk = {
    places: new Map(),
    issues: [],
    position,
    anchors: new Map(),
    path: [],
    count: 0,
    tooLarge: false,
  };
  const value = readNode(walk, contents);
  return { value, places: walk.places, issues: walk.issues, tooLarge: walk.tooLarge };
}
