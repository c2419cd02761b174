import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFault } from '../../src/history/index.ts';
import { openStore } from '../../src/store.ts';

/** What a run of kills came to. */
export interface KillFigures {
  /** Scans that SIGKILL ended before they were done. */
  killed: number;
  /** Scans that were done first. */
  finished: number;
  /** Histories that verify refused. */
  refused: number;
  /** Reports, checks or listings that were half written. */
  halfWritten: number;
  /** Events that were recorded twice, or went missing after the last scan. */
  wrongEvents: number;
}

const root = resolve(import.meta.dirname, '../..');
const siteCount = 12;

/** Shops whose answer changes with every round: each scan has something to write for every site. */
async function serveShops(): Promise<{ url: string; turn: () => void; close: () => void }> {
  let blocked = false;
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? (blocked ? 403 : 200) : 404, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Shop</title><p>Nothing to see');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    turn: () => {
      blocked = !blocked;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function startScan(dir: string) {
  const args = [
    'scripts/scan.ts',
    '--config',
    join(dir, 'sites.yaml'),
    '--data',
    join(dir, 'data'),
    '--as-of',
    '2026-08-22',
  ];
  return spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
}

/** Runs a scan, killed after `delayMs` unless it ended before; resolves to whether it was killed. */
function runScan(dir: string, delayMs: number | null): Promise<boolean> {
  return new Promise((done) => {
    const scan = startScan(dir);
    const timer = delayMs === null ? undefined : setTimeout(() => scan.kill('SIGKILL'), delayMs);
    scan.once('exit', (_code, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

async function countHalfWritten(data: string): Promise<number> {
  const names = (await readdir(data, { recursive: true }).catch(() => [] as string[])).filter((name) =>
    name.endsWith('.json'),
  );
  const texts = await Promise.all(names.map((name) => readFile(join(data, name), 'utf8')));
  return texts.filter((text) => {
    try {
      JSON.parse(text);
      return false;
    } catch {
      return true;
    }
  }).length;
}

async function inspect(data: string, figures: KillFigures): Promise<void> {
  const store = openStore(data);
  for (const id of await store.historyIds()) {
    if (findFault(await store.readHistoryLines(id)) !== null) figures.refused += 1;
  }
  figures.halfWritten += await countHalfWritten(data);
}

/** After a scan that ran to its end: no answer stands twice in a row, and the last one is the report's. */
async function countWrongEvents(data: string): Promise<number> {
  const store = openStore(data);
  let wrong = 0;
  for (const id of await store.historyIds()) {
    const reasons = (await store.readHistory(id)).flatMap(({ data: event }) =>
      event.kind === 'answer-changed' ? [event.reason] : [],
    );
    wrong += reasons.filter((reason, i) => reason === reasons[i - 1]).length;
    if (reasons.at(-1) !== (await store.readReport(id))?.verdict.reason) wrong += 1;
  }
  return wrong;
}

/** Kills scans at random moments until `kills` of them were, and looks at what is left after each. */
export async function killScans(kills: number): Promise<KillFigures> {
  const dir = await mkdtemp(join(tmpdir(), 'patchproof-kill-'));
  const data = join(dir, 'data');
  const shops = await serveShops();
  const sites = Array.from(
    { length: siteCount },
    (_, i) => `  - { id: shop-${i}, url: "${shops.url}", allowPrivate: true }\n`,
  );
  const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
  await writeFile(join(dir, 'sites.yaml'), head + sites.join(''));
  const figures: KillFigures = { killed: 0, finished: 0, refused: 0, halfWritten: 0, wrongEvents: 0 };
  let wholeMs = 500;
  while (figures.killed < kills && figures.finished < kills * 4) {
    shops.turn();
    const started = performance.now();
    // The second half of a scan is where it writes.
    const killed = await runScan(dir, wholeMs * (0.4 + Math.random() * 0.6));
    figures[killed ? 'killed' : 'finished'] += 1;
    // The machine's pace changes: a scan that got away shows how long one takes now, a kill lets the next come later.
    wholeMs = killed ? wholeMs * 1.02 : performance.now() - started;
    await inspect(data, figures);
  }
  await runScan(dir, null);
  await inspect(data, figures);
  figures.wrongEvents = await countWrongEvents(data);
  shops.close();
  await rm(dir, { recursive: true, force: true });
  return figures;
}

if (import.meta.main) console.log(JSON.stringify(await killScans(Number(process.argv[2] ?? 200))));
