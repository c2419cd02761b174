import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalForm, findFault } from '../../src/history/index.ts';
import { HistoryEvent } from '../../src/model/history.ts';
import { findHead } from '../../src/verify.ts';
import { fixture } from '../build/built.ts';
import { count, type Kind } from './kind.ts';
import { mutateJson, mutateText } from './mutate.ts';
import type { Random } from './random.ts';

const folder = join(fixture, 'history');
const histories = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
  .filter((lines) => lines.length > 1 && findFault(lines) === null);

/** What a forger can do without the later lines: a line whose hash fits its changed content. */
function forge(line: string, random: Random): string {
  const { hash, ...link } = JSON.parse(line);
  const changed = mutateJson(link, random);
  if (typeof changed !== 'object' || changed === null) return line;
  return canonicalForm({ ...changed, hash: createHash('sha256').update(canonicalForm(changed)).digest('hex') });
}

type Change = (lines: readonly string[], random: Random) => string[];

function replaceOne(lines: readonly string[], random: Random, change: (line: string) => string): string[] {
  const at = random.below(lines.length);
  return lines.map((line, i) => (i === at ? change(line) : line));
}

const changes: Record<string, Change> = {
  text: (lines, random) => mutateText(lines.join('\n'), random).split('\n'),
  field: (lines, random) => replaceOne(lines, random, (line) => canonicalForm(mutateJson(JSON.parse(line), random))),
  forged: (lines, random) => replaceOne(lines, random, (line) => forge(line, random)),
  swapped: (lines, random) => {
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    return lines.map((line, i) => (i === a ? lines[b] : i === b ? lines[a] : line) ?? line);
  },
  doubled: (lines, random) => {
    const at = random.below(lines.length);
    return [...lines.slice(0, at + 1), ...lines.slice(at)];
  },
  'taken out': (lines, random) => {
    const at = random.below(lines.length);
    return lines.filter((_line, i) => i !== at);
  },
  foreign: (lines, random) => replaceOne(lines, random, () => random.pick(random.pick(histories))),
  cut: (lines, random) => lines.slice(0, random.below(lines.length + 1)),
};

function headOf(lines: readonly string[]): string {
  return HistoryEvent.parse(JSON.parse(lines.at(-1) ?? '')).hash;
}

/** A chain that holds although it is another one: the end was cut or forged. Then the head that somebody kept is gone. */
function isFoundByHead(lines: readonly string[], original: readonly string[]): boolean {
  const events = lines.map((line) => HistoryEvent.parse(JSON.parse(line)));
  return findHead(headOf(original), [{ site: 'a', events, head: '' }]) === null;
}

/** Histories whose lines were changed: found, or identical. */
export function openHistories(): Kind {
  const counts: Kind['counts'] = {};
  return {
    counts,
    tryOne: (random) => {
      const original = random.pick(histories);
      const name = random.pick(Object.keys(changes));
      const lines = changes[name]?.(original, random) ?? [];
      const fault = findFault(lines);
      if (lines.join('\n') === original.join('\n')) {
        count(counts, 'identical');
        return fault === null ? null : `an untouched history is refused: ${fault.fault}`;
      }
      if (fault !== null) {
        count(counts, `${name}: found by the chain`);
        return fault.line >= 1 && fault.line <= lines.length ? null : `line ${fault.line} of ${lines.length}`;
      }
      count(counts, `${name}: found by the head`);
      // lines after the head are new events, which need no key: nothing before it was touched
      if (original.every((line, i) => lines[i] === line)) return null;
      return isFoundByHead(lines, original) ? null : `${name} is not found: ${lines.join('\n')}`;
    },
    close: async () => {},
  };
}
