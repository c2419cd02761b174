import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store.ts';
import { verifyData } from '../../src/verify.ts';
import { run } from './command.ts';
import { countBroken, countHalfWritten, type Figures, readLines, type Subject } from './figures.ts';
import { openShops, sitesYaml } from './loopback.ts';

const siteCount = 12;

/** Events that are no longer where they stood, and answers that stand twice in a row. */
function compareHistories(
  before: ReadonlyMap<string, string[]>,
  after: ReadonlyMap<string, string[]>,
  figures: Figures,
) {
  for (const [id, lines] of before) {
    const now = after.get(id) ?? [];
    figures.lost += lines.filter((line, i) => now[i] !== line).length;
  }
}

/** Each turn changes the answer of every shop, which is one event: no more, no less. */
function countEvents(before: ReadonlyMap<string, string[]>, after: ReadonlyMap<string, string[]>, figures: Figures) {
  for (const [id, lines] of after) {
    const added = lines.length - (before.get(id)?.length ?? 0);
    figures.lost += Math.max(0, 1 - added);
    figures.doubled += Math.max(0, added - 1);
  }
}

/** A scan of shops whose answer changes from run to run. */
export async function createScan(dir?: string): Promise<Subject> {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), 'patchproof-crash-scan-')));
  const data = join(folder, 'data');
  const shops = await openShops();
  await writeFile(join(folder, 'sites.yaml'), sitesYaml(shops.base, siteCount));
  const args = ['scripts/scan.ts', '--config', join(folder, 'sites.yaml'), '--data', data, '--as-of', '2026-08-22'];
  await run({ args, writesIn: data }, { kind: 'none' });
  let before = await readLines(data);
  return {
    name: 'scan',
    args,
    writesIn: data,
    dir: data,
    prepare: async () => {
      before = await readLines(data);
      shops.turn();
    },
    inspect: async (figures) => {
      const now = await readLines(data);
      compareHistories(before, now, figures);
      figures.refused += countBroken(now);
      figures.halfWritten += await countHalfWritten(data);
    },
    conclude: async (figures) => {
      const now = await readLines(data);
      compareHistories(before, now, figures);
      countEvents(before, now, figures);
      figures.refused += (await verifyData(openStore(data))).faults.length;
      figures.halfWritten += await countHalfWritten(data);
    },
    close: async () => {
      shops.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
