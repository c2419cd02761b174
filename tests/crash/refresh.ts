import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readSnapshot } from '../../scripts/refresh/files.ts';
import { answerWith, sayWhatShips } from '../scripts/said.ts';
import { root, run } from './command.ts';
import { copyFresh, type Figures, hashFolder, type Subject } from './figures.ts';
import { listenOn } from './loopback.ts';

const shipped = join(root, 'tests/fixtures/snapshot');

/** Sources that know a release more than what ships. */
async function openSources() {
  const said = sayWhatShips(readSnapshot(shipped));
  const key = 'GET /p2/sylius/sylius.json';
  const news = '[{"version":"v2.2.99","time":"2026-11-10T08:00:00+00:00"},{';
  said.set(key, JSON.parse(JSON.stringify(said.get(key)).replace('[{', news)));
  const answer = answerWith(said);
  return listenOn(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    answer({ method, path, headers, body: await text(request) }, response, 0);
  });
}

/** A refresh of the facts that ship, with news of one product. */
export async function createRefresh(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'patchproof-crash-refresh-'));
  const dir = join(folder, 'snapshot');
  const sources = await openSources();
  const args = ['tests/crash/refresh-from.ts', sources.base, dir];
  await copyFresh(shipped, dir);
  const old = await hashFolder(dir);
  const { code, said } = await run({ args, writesIn: folder }, { kind: 'none' });
  const whole = await hashFolder(dir);
  if (old === whole || whole === null) throw new Error(`The refresh wrote nothing, exit ${code}: ${said}`);
  return {
    name: 'refresh',
    args,
    writesIn: folder,
    dir: folder,
    prepare: () => copyFresh(shipped, dir),
    inspect: async (figures: Figures) => {
      const hash = await hashFolder(dir);
      if (hash === null) figures.missing += 1;
      else if (hash !== old && hash !== whole) figures.halfWritten += 1;
    },
    conclude: async (figures: Figures) => {
      if ((await hashFolder(dir)) !== whole) figures.halfWritten += 1;
    },
    close: async () => {
      sources.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
