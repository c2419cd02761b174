import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './command.ts';
import { copyFresh, hashFolder, type Subject } from './figures.ts';

/** Two states of the same data: the second has another title on every page. */
async function makeData(folder: string): Promise<string[]> {
  const titles = ['One', 'Two'];
  for (const title of titles) {
    await copyFresh(join(root, 'tests/fixtures/published'), join(folder, title));
    const file = join(folder, title, 'sites.json');
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), title }));
  }
  return titles.map((title) => join(folder, title));
}

/** A build of data that is another one than what is published. */
export async function createBuild(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'patchproof-crash-build-'));
  const data = await makeData(folder);
  const out = join(folder, 'public', 'dist');
  const argsOf = (from: string) => ['scripts/build.ts', '--data', from, '--out', out];
  const wholes: (string | null)[] = [];
  for (const from of data) {
    await run({ args: argsOf(from), writesIn: folder }, { kind: 'none' });
    wholes.push(await hashFolder(out));
  }
  if (wholes[0] === wholes[1] || wholes.includes(null)) throw new Error('The two states are published alike.');
  let turn = 1;
  return {
    name: 'build',
    get args() {
      return argsOf(data[turn] ?? '');
    },
    writesIn: join(folder, 'public'),
    dir: join(folder, 'public'),
    prepare: async () => {
      turn = 1 - turn;
    },
    inspect: async (figures) => {
      const hash = await hashFolder(out);
      if (hash === null) figures.missing += 1;
      else if (!wholes.includes(hash)) figures.halfWritten += 1;
    },
    conclude: async (figures) => {
      if ((await hashFolder(out)) !== wholes[turn]) figures.halfWritten += 1;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
