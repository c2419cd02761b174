import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { embeddedFacts } from '../../src/embedded.ts';
import type { Pull } from '../../src/model/pull.ts';
import type { Report } from '../../src/model/report.ts';
import type { Day } from '../../src/model/time.ts';
import { type ScanRequest, scanSites } from '../../src/scan/index.ts';
import { forgetful, openStore } from '../../src/store.ts';
import { quickHttp } from '../lib/serve.ts';
import type { Case } from '../verdict/cases.ts';
import { newestDay, shippedWithoutServed, undated } from './shipped.ts';
import { besides, openShop, tellsOf } from './shops.ts';
import { serveSources } from './sources.ts';

/* A case by the whole path: shop and sources on loopback, a scan. The age of what each source says is judged. */

/** Whether the owner has to state the release: where a shop shows none, or where only bytes would support a yes. */
export function needsStatement({ platform, version, expected }: Case): boolean {
  const tells = tellsOf(platform, version);
  return tells === undefined || (tells === 'text' && expected === 'yes');
}

function statementsOf({ platform, version, asOf }: Case): string {
  const stated = [{ product: platform, version }, ...besides(platform, asOf)];
  const lines = stated.map(
    (each) =>
      `{ kind: statement, product: ${each.product}, version: "${each.version}", author: Mara, made: ${asOf}, expires: 2030-01-01 }`,
  );
  return `[${lines.join(', ')}]`;
}

function configOf(entry: Case, url: string) {
  const attestations = needsStatement(entry) ? statementsOf(entry) : '[]';
  const site = `{ id: shop, url: "${url}", allowPrivate: true, attestations: ${attestations} }`;
  const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\n';
  return parseConfig(`${head}sites:\n  - ${site}\n`, 'sites.yaml');
}

export type Request = Omit<ScanRequest, 'only' | 'past'>;

async function scan(request: Request): Promise<Report> {
  const { document, failures } = await scanSites({ ...request, past: false, only: [] });
  expect(failures).toEqual([]);
  const [report, ...others] = document.sites;
  if (report === undefined || others.length > 0) throw new Error('A scan of one site gives one report.');
  return report;
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** Scans a case as of its last second. The request can be repeated while the test lasts. */
export async function scanCase(entry: Case): Promise<{ report: Report; request: Request }> {
  const { platform, version, asOf } = entry;
  let today = asOf;
  const { sources } = await serveSources(() => today);
  const url = await openShop(platform, { version, day: asOf });
  const request = {
    config: configOf(entry, url),
    store: openStore(await mkdtemp(join(tmpdir(), 'patchproof-case-'))),
    shipped: (product: string) => embeddedFacts(product) && shippedWithoutServed(product, asOf),
    http: quickHttp({ maxBytes: 1_000_000 }).http,
    sources,
  };
  const newest = newestDay(platform, asOf);
  for (const day of undated.has(platform) ? [dayBefore(newest), newest] : []) {
    today = day;
    await scan({ ...request, now: `${day}T23:00:00.000Z` });
  }
  today = asOf;
  const whole = { ...request, now: `${asOf}T23:59:59.000Z` };
  return { report: await scan(whole), request: whole };
}

/** The same scan from what the sources said before, changed; nothing is recorded. */
export async function rescan(request: Request, change: (pull: Pull) => Pull): Promise<Report> {
  const { store } = request;
  const readPull = async (id: string) => {
    const pull = await store.readPull(id);
    return pull && change(pull);
  };
  return scan({ ...request, http: null, store: { ...forgetful(store), readPull } });
}
