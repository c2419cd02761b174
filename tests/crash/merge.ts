import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store.ts';
import { verifyData } from '../../src/verify.ts';
import { run } from './command.ts';
import { copyFresh, countBroken, type Figures, hashFiles, readLines, type Subject } from './figures.ts';
import { openShops, sitesYaml } from './loopback.ts';

const siteCount = 24;

/** Two shards that go on from one base: day 1 merged, day 2 in two halves. */
async function makeShards(folder: string): Promise<void> {
  const shops = await openShops();
  const at = (name: string) => join(folder, name);
  await writeFile(at('sites.yaml'), sitesYaml(shops.base, siteCount));
  const scan = (data: string, ...more: string[]) =>
    run(
      { args: ['scripts/scan.ts', '--config', at('sites.yaml'), '--data', at(data), ...more], writesIn: folder },
      { kind: 'none' },
    );
  await scan('base', '--as-of', '2026-08-20');
  shops.turn();
  for (const [i, name] of ['a', 'b'].entries()) {
    await copyFresh(at('base'), at(name));
    await scan(name, '--as-of', '2026-08-21', '--shard', `${i + 1}/2`);
  }
  shops.close();
}

async function compareEvents(target: string, expected: string, figures: Figures): Promise<void> {
  const [now, whole] = await Promise.all([readLines(target), readLines(expected)]);
  for (const [id, lines] of whole) {
    const merged = now.get(id) ?? [];
    figures.lost += lines.filter((line, i) => merged[i] !== line).length;
    figures.doubled += Math.max(0, merged.length - lines.length);
  }
}

/** A merge of two shards into what was merged the day before. */
export async function createMerge(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'patchproof-crash-merge-'));
  await makeShards(folder);
  const [base, target, expected] = ['base', 'target', 'expected'].map((name) => join(folder, name));
  if (base === undefined || target === undefined || expected === undefined) throw new Error('unreachable');
  const argsInto = (data: string) => ['scripts/merge.ts', '--data', data, join(folder, 'a'), join(folder, 'b')];
  await copyFresh(base, expected);
  await run({ args: argsInto(expected), writesIn: folder }, { kind: 'none' });
  const [old, whole] = [await hashFiles(base), await hashFiles(expected)];
  return {
    name: 'merge',
    args: argsInto(target),
    writesIn: target,
    dir: target,
    prepare: () => copyFresh(base, target),
    inspect: async (figures) => {
      const now = await hashFiles(target);
      const names = [...now.keys()].filter((name) => !/\.jsonl?\.\d+$/.test(name));
      figures.halfWritten += names.filter((name) => ![old.get(name), whole.get(name)].includes(now.get(name))).length;
      figures.refused += countBroken(await readLines(target));
    },
    conclude: async (figures) => {
      const now = await hashFiles(target);
      figures.halfWritten += [...now].filter(([name, hash]) => whole.get(name) !== hash).length;
      await compareEvents(target, expected, figures);
      figures.refused += (await verifyData(openStore(target))).faults.length;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
