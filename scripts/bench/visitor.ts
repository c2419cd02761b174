import { Agent, request } from 'undici';
import { z } from 'zod';
import { parseConfig } from '../../src/config/index.ts';
import type { Config } from '../../src/model/config.ts';
import { scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { type Cost, costOf } from './measure.ts';

/*
 * A process of its own that visits shops: by a scan, and by undici alone with the same connections, requests and number of
 * shops at a time. Started by fork; what it costs is told to whoever started it.
 */

const Order = z.discriminatedUnion('how', [
  z.object({ how: z.literal('scan'), origins: z.array(z.string()), data: z.string() }),
  z.object({ how: z.literal('bare'), origins: z.array(z.string()), paths: z.array(z.array(z.string())) }),
]);
export type Order = z.infer<typeof Order>;

/** As many as src/scan visits at a time. */
const concurrency = 16;

/** The demo's facts are judged as of their own day; no source is asked. */
const now = '2026-08-25T12:00:00.000Z';

function configOf(origins: readonly string[]): Config {
  const head = 'title: Bench\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
  const sites = origins.map((url, index) => `  - { id: shop-${index}, url: "${url}", allowPrivate: true }\n`);
  return parseConfig(head + sites.join(''), 'sites.yaml');
}

async function scan(config: Config, data: string): Promise<void> {
  const given = { config, store: openStore(data), now, past: true, http: null, only: [] };
  const { document, failures } = await scanSites(given);
  const unseen = document.sites.filter(({ verdict }) => verdict.reason === 'unreachable');
  if (failures.length + unseen.length > 0) throw new Error(`${failures.length + unseen.length} shops were not scanned`);
}

async function visitBare(origin: string, paths: readonly string[]): Promise<void> {
  const agent = new Agent({ connections: 1, pipelining: 1, allowH2: false, keepAliveTimeout: 4_000 });
  for (const path of paths) {
    const { body } = await request(new URL(path, origin), { dispatcher: agent });
    await body.arrayBuffer();
  }
  await agent.destroy();
}

async function visitAllBare(visits: Iterable<[string, readonly string[]]>): Promise<void> {
  const queue = visits[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await visitBare(...next.value);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

async function obey(order: Order): Promise<Cost> {
  if (order.how === 'scan') {
    // reading sites.yaml is no part of the visit
    const config = configOf(order.origins);
    return costOf(() => scan(config, order.data));
  }
  const { origins, paths } = order;
  return costOf(() => visitAllBare(origins.map((origin, index) => [origin, paths[index] ?? []])));
}

process.once('disconnect', () => process.exit());

if (process.send !== undefined) {
  process.on('message', async (message) => {
    const cost = await obey(Order.parse(message));
    process.send?.(cost);
  });
}
