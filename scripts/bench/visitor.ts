import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { parseConfig } from '../../src/config/index.ts';
import type { Config } from '../../src/model/config.ts';
import type { Report } from '../../src/model/report.ts';
import { bounds } from '../../src/scan/concurrency.ts';
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

/** What visiting cost; the memory is the most that this process ever had, in megabytes. */
export const Visited = z.object({ cpuMs: z.number(), wallMs: z.number(), peakMb: z.number() });
export type Visited = z.infer<typeof Visited>;

/** As many as src/scan visits at a time where the shops answer at once. */
const concurrency = bounds.fewest;

/** The demo's facts are judged as of their own day; no source is asked. */
const now = '2026-08-25T12:00:00.000Z';

function configOf(origins: readonly string[]): Config {
  const head = 'title: Bench\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
  const sites = origins.map((url, index) => `  - { id: shop-${index}, url: "${url}", allowPrivate: true }\n`);
  return parseConfig(head + sites.join(''), 'sites.yaml');
}

async function scan(config: Config, data: string): Promise<void> {
  const given = { config, store: openStore(data), now, past: true, http: null, only: [] };
  let unseen = 0;
  const onReport = ({ verdict }: Report) => {
    if (verdict.reason === 'unreachable') unseen += 1;
  };
  const { failures } = await scanSites({ ...given, keepReports: false, onReport });
  if (failures.length + unseen > 0) throw new Error(`${failures.length + unseen} shops were not scanned`);
}

/** Every name is one of this computer, as it is to the scan. */
const findHere: LookupFunction = (_name, { all }, callback) => {
  const here = { address: '127.0.0.1', family: 4 };
  if (all === true) callback(null, [here]);
  else callback(null, here.address, here.family);
};

async function visitBare(origin: string, paths: readonly string[]): Promise<void> {
  const connect = { lookup: findHere };
  const agent = new Agent({ connections: 1, pipelining: 1, allowH2: false, keepAliveTimeout: 4_000, connect });
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

async function work(order: Order): Promise<Cost> {
  if (order.how === 'scan') {
    // reading sites.yaml is no part of the visit
    const config = configOf(order.origins);
    return costOf(() => scan(config, order.data));
  }
  const { origins, paths } = order;
  return costOf(() => visitAllBare(origins.map((origin, index) => [origin, paths[index] ?? []])));
}

async function obey(order: Order): Promise<Visited> {
  const cost = await work(order);
  return { ...cost, peakMb: process.resourceUsage().maxRSS / 1_024 };
}

process.once('disconnect', () => process.exit());

if (process.send !== undefined) {
  process.on('message', async (message) => {
    process.send?.(await obey(Order.parse(message)));
  });
}
