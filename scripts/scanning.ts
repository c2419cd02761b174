import { dirname } from 'node:path';
import { parse } from 'tldts';
import { isDemo, startDemo } from '../demo/index.ts';
import { loadConfig } from '../src/config/index.ts';
import { embeddedOn } from '../src/embedded.ts';
import { hostKey } from '../src/lib/connection.ts';
import { ConfigError, hasCode } from '../src/lib/errors.ts';
import { createHttp, type Http } from '../src/lib/http.ts';
import type { Config } from '../src/model/config.ts';
import type { Report } from '../src/model/report.ts';
import type { Site } from '../src/model/site.ts';
import { dayOf, type Instant } from '../src/model/time.ts';
import { platforms } from '../src/platforms/index.ts';
import { type ScanResult, scanSites } from '../src/scan/index.ts';
import { userAgentOf } from '../src/scan/listing.ts';
import type { Shard } from '../src/scan/shard.ts';
import { forgetful, openStore } from '../src/store.ts';
import { dataFolder } from './arguments.ts';
import { readAsOf } from './instant.ts';
import type { Print } from './progress.ts';

/** Where the demo shops listen, as the shipped sites.yaml names them. */
const demoPort = 4400;

/** A scan as the command line asks for it. */
export interface ScanOptions {
  config?: string | undefined;
  data?: string | undefined;
  asOf?: string | undefined;
  offline?: boolean | undefined;
  only?: string | undefined;
  /** `3/16` */
  shard?: string | undefined;
  keepReports?: boolean | undefined;
  onReport: (report: Report, done: number, all: number) => void;
  warn: Print;
}

/** Listens on a port of this computer; says what to do where another program has it. */
export async function explainBusyPort<T>(port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (cause) {
    if (!hasCode(cause, 'EADDRINUSE')) throw cause;
    const message = `Port ${port} of this computer is in use by another program. Remedy: end that program, then try again.`;
    throw new ConfigError(`port ${port}`, message, { cause });
  }
}

/** Products that records name: the hints that sites.yaml may give. */
function refuseUnknownHints(config: Config, file: string): void {
  const known = platforms.map(({ id }) => id).sort();
  const wrong = config.sites.filter(({ platform }) => platform !== undefined && !known.includes(platform));
  if (wrong.length === 0) return;
  const lines = wrong.map(({ id, platform }) => `site ${id}: platform "${platform}"`);
  throw new ConfigError(
    file,
    `${file} names platforms that are not known.\n${lines.join('\n')}\nAllowed: ${known.join(', ')}.`,
  );
}

/** The demo's servers, unless another process of ours serves them already. */
export async function openDemo(config: Config): Promise<{ stop(): Promise<void> }> {
  if (!config.demo || (await isDemo(demoPort))) return { stop: async () => {} };
  return explainBusyPort(demoPort, () => startDemo({ port: demoPort }));
}

/** The instant to judge for. A past is judged without the age of sources; the demo is judged as of its data's own date. */
function instantOf(asOf: string | undefined, config: Config): { now: Instant; past: boolean } {
  const now = new Date().toISOString();
  if (asOf !== undefined) return { now: readAsOf(asOf, now), past: true };
  return config.demo ? { now: `${embeddedOn()}T12:00:00.000Z`, past: true } : { now, past: false };
}

/** What was public up to the embedded facts' own date is in hand: no source is asked for it, nor for the demo. */
function openSources(config: Config, now: Instant, offline: boolean | undefined): Http | null {
  const asks = !config.demo && offline !== true && dayOf(now) > embeddedOn();
  const documents = privateDocuments(config.sites);
  return asks ? createHttp({ userAgent: userAgentOf(config), mayBePrivate: (host) => documents.has(host) }) : null;
}

/** Hosts and ports of documents that sites.yaml allows to lie in a private network. */
export function privateDocuments(sites: readonly Site[]): ReadonlySet<string> {
  const documents = sites.flatMap(({ attestations }) => attestations);
  return new Set(
    documents.flatMap(({ url, allowPrivate = false }) => {
      if (url === undefined || !allowPrivate) return [];
      const { protocol, hostname, port } = new URL(url);
      return [hostKey(protocol, hostname, port)];
    }),
  );
}

/** GitHub answers 60 requests an hour without a token, 5,000 with one; a workflow of GitHub has one by itself. */
export function githubToken(): string | undefined {
  const token = process.env['GITHUB_TOKEN']?.trim() ?? '';
  if (token === '') return undefined;
  if (/^[\w.-]{1,255}$/.test(token)) return token;
  throw new ConfigError('GITHUB_TOKEN', 'GITHUB_TOKEN is no token of GitHub. Remedy: correct it, or leave it out.');
}

function selectOnly(only: string | undefined, config: Config): string[] {
  const ids = only?.split(',').filter((id) => id !== '') ?? [];
  const unknown = ids.filter((id) => !config.sites.some((site) => site.id === id));
  if (unknown.length === 0) return ids;
  const listed = config.sites.slice(0, 20).map(({ id }) => id);
  throw new ConfigError('--only', `--only ${unknown.join(',')}: no such site. Listed: ${listed.join(', ')}.`);
}

/** `3/16`: the third of sixteen. */
function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index = 0, of = 0] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  if (index >= 1 && index <= of) return { index, of };
  throw new ConfigError('--shard', `--shard ${text} names no shard. Remedy: write it as 3/16, the third of sixteen.`);
}

/** Documents of attestations stand beside sites.yaml; their tokens come from the environment. */
function documentsOf(config = 'sites.yaml') {
  return { folder: dirname(config), env: process.env };
}

/** Scans the sites of a sites.yaml into a data folder. */
export async function scanFolder(options: ScanOptions): Promise<{ result: ScanResult; config: Config; data: string }> {
  if (options.asOf !== undefined && options.data === undefined) {
    throw new ConfigError('--as-of', '--as-of asks for --data DIR: a judged past never mixes with the live history.');
  }
  const config = await loadConfig(options.config ?? 'sites.yaml');
  refuseUnknownHints(config, options.config ?? 'sites.yaml');
  const { now, past } = instantOf(options.asOf, config);
  const data = dataFolder(options);
  const only = selectOnly(options.only, config);
  const shard = readShard(options.shard);
  const http = openSources(config, now, options.offline);
  const demo = await openDemo(config);
  try {
    const store = openStore(data);
    const documents = documentsOf(options.config);
    const result = await scanSites({
      config,
      store,
      now,
      past,
      http,
      githubToken: githubToken(),
      only,
      shard,
      documents,
      keepReports: options.keepReports,
      onReport: options.onReport,
    });
    for (const { subject, problem } of result.failures) options.warn(`${subject}: ${problem.message}`);
    if (config.sites.some(({ disclosure }) => disclosure !== 'full')) {
      options.warn(`${data} holds everything that the pages withhold: it must not be public.`);
    }
    return { result, config, data };
  } finally {
    await demo.stop();
    await http?.close();
  }
}

/** Names that nobody can own on the internet: an IP address, `intranet`, `shop.localhost`, `shop.internal`. */
function isOfOwnNetwork(hostname: string): boolean {
  const { isIp, isIcann } = parse(hostname);
  return isIp === true || isIcann !== true;
}

/**
 * A site that no file lists. Whoever types an address may mean one of their own network, but a public name that leads
 * there is its owner's doing: to mean it takes a line in sites.yaml.
 */
export function soleSite(id: string, { host, hostname, href }: URL): Site {
  return {
    id,
    name: host,
    url: href,
    tags: [],
    formerly: [],
    robots: 'respect',
    allowPrivate: isOfOwnNetwork(hostname),
    disclosure: 'full',
    attestations: [],
  };
}

/** Looks at the sites of a configuration once, as if for the first time, and writes nothing. */
export async function checkSite(
  config: Config,
  options: { file?: string | undefined; asOf: string | undefined; offline: boolean | undefined },
): Promise<{ result: ScanResult }> {
  const { now, past } = instantOf(options.asOf, config);
  const http = openSources(config, now, options.offline);
  const demo = await openDemo(config);
  try {
    const store = forgetful(openStore(dataFolder({})));
    const documents = documentsOf(options.file);
    const given = { config, store, now, past, http, githubToken: githubToken(), documents };
    return { result: await scanSites({ ...given, only: [] }) };
  } finally {
    await demo.stop();
    await http?.close();
  }
}
