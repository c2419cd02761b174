import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseConfig } from '../../src/config/index.ts';
import type { Report } from '../../src/model/report.ts';
import type { ProbeContext } from '../../src/probe/index.ts';
import { type ScanRequest, scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { listenUntilClosed } from '../probe/servers.ts';
import { answeringAll, type Expected, type Heard, type HostileCase, type Place, secure } from './case.ts';

/** A case that is listed and served. */
interface Opened {
  id: string;
  entry: HostileCase;
  place: Place;
  heard: Heard[];
  /** Names that were looked up for it. */
  lookups: number;
  /** When it was first looked up and when its report came, in milliseconds; 0: not yet. */
  startedMs: number;
  endedMs: number;
  close: () => void;
}

/** What one case came to. */
export interface Observed {
  report: Report | null;
  heard: Heard[];
  host: string;
  elapsedMs: number;
}

export interface GroupResult {
  cases: Map<string, Observed>;
  failures: string[];
  /** Names that were looked up and requests that were heard although no listed site led there. */
  strangers: string[];
  peakMiB: number;
}

/** A scan that lasts longer hangs: what has no report by then never ends. */
const hangsAfterMs = 50_000;

/** `www.bodies-1.example` -> `bodies-1.example` */
function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** True for the headers of a request that stay within the site and carry nothing over. */
export function isInnocent({ headers }: { headers: IncomingHttpHeaders }, host: string): boolean {
  const asked = headers.host?.replace(/:\d+$/, '') ?? '';
  const carried = [headers.cookie, headers.authorization, headers.referer, headers['proxy-authorization']];
  return domainOf(asked) === domainOf(host) && carried.every((value) => value === undefined);
}

async function openCase(id: string, entry: HostileCase, stranger: string): Promise<Opened> {
  const host = entry.host ?? `www.${id}.example`;
  const place: Place = { host, origin: '', stranger };
  const { server, heard } = entry.serve(place);
  const { port, close } = await listenUntilClosed(server);
  place.origin = `${entry.scheme ?? 'http'}://${host}:${port}`;
  return { id, entry, place, heard, lookups: 0, startedMs: 0, endedMs: 0, close };
}

function configOf(opened: readonly Opened[]) {
  const sites = opened.map(
    ({ id, entry, place }) =>
      `  - { id: ${id}, url: "${place.origin}/", allowPrivate: ${entry.allowPrivate ?? true} }\n`,
  );
  const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
  return parseConfig(head + sites.join(''), 'sites.yaml');
}

function resolverOf(opened: readonly Opened[], strangers: string[]): NonNullable<ProbeContext['resolve']> {
  return async (host) => {
    const found =
      opened.find(({ place }) => place.host === host) ??
      opened.find(({ place }) => domainOf(place.host) === domainOf(host));
    if (found === undefined) {
      strangers.push(`look-up of ${host}`);
      return ['127.0.0.1'];
    }
    found.startedMs ||= performance.now();
    found.lookups += 1;
    return found.entry.resolve?.(found.lookups - 1) ?? ['127.0.0.1'];
  };
}

/** Highest resident memory of this process while something lasts, in MiB. */
function watchMemory(): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  look();
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    look();
    return peak / 1024 / 1024;
  };
}

/** A server that nobody listed; what it hears is put down. */
async function openStranger(strangers: string[]): Promise<{ origin: string; close: () => void }> {
  const { server } = answeringAll((request, response) => {
    strangers.push(`request for ${request.url}`);
    response.writeHead(200, secure).end();
  });
  const { port, close } = await listenUntilClosed(server);
  return { origin: `http://www.stranger.example:${port}`, close };
}

/** Waits for a promise, though not for ever. */
async function settleOrHang(promise: Promise<unknown>): Promise<void> {
  const alarm = new AbortController();
  const hang = sleep(hangsAfterMs, undefined, { signal: alarm.signal }).catch((error: unknown) => {
    // The alarm was called off.
    if (!alarm.signal.aborted) throw error;
  });
  await Promise.race([promise, hang]);
  alarm.abort();
}

type Reach = NonNullable<ScanRequest['reach']>;

/** One scan of all that is opened, as of a day that the embedded facts cover; reports come with it, not after it. */
async function scanOpened(opened: readonly Opened[], reach: Reach) {
  const reports = new Map<string, Report>();
  const failures: string[] = [];
  const dir = await mkdtemp(join(tmpdir(), 'patchproof-hostile-'));
  const scan = scanSites({
    config: configOf(opened),
    store: openStore(dir),
    now: '2026-08-22T12:00:00.000Z',
    past: true,
    http: null,
    only: [],
    reach,
    onReport: (report) => {
      reports.set(report.site, report);
      const found = opened.find(({ id }) => id === report.site);
      if (found !== undefined) found.endedMs = performance.now();
    },
  });
  const noted = scan.then((result) => {
    failures.push(...result.failures.map(({ subject, problem }) => `${subject}: ${problem.message}`));
  });
  await settleOrHang(noted);
  await rm(dir, { recursive: true, force: true });
  return { reports, failures };
}

function observe({ place, heard, startedMs, endedMs }: Opened, report: Report | undefined): Observed {
  const elapsedMs = startedMs === 0 || endedMs === 0 ? 0 : endedMs - startedMs;
  return { report: report ?? null, heard, host: place.host, elapsedMs };
}

/** Serves all cases of a group at once and scans them as one listing. */
export async function scanGroup(
  group: string,
  cases: readonly HostileCase[],
  limits: NonNullable<Reach['limits']>,
): Promise<GroupResult> {
  const strangers: string[] = [];
  const stranger = await openStranger(strangers);
  const opened = await Promise.all(cases.map((entry, at) => openCase(`${group}-${at + 1}`, entry, stranger.origin)));
  const endWatch = watchMemory();
  const { reports, failures } = await scanOpened(opened, { limits, resolve: resolverOf(opened, strangers) });
  for (const { close } of [...opened, stranger]) close();
  return {
    cases: new Map(opened.map((each) => [each.entry.name, observe(each, reports.get(each.id))])),
    failures,
    strangers,
    peakMiB: endWatch(),
  };
}

/** A report in the words of an expectation. */
export function summarise({ verdict, problems, identification }: Report): Required<Omit<Expected, 'says'>> {
  return {
    answer: verdict.answer,
    reason: verdict.reason,
    problems: [...new Set(problems.map(({ code }) => code))],
    shows: identification.components.map(({ product, versions: [version, ...others] }) =>
      version === undefined || others.length > 0 ? product : `${product} ${version}`,
    ),
  };
}
