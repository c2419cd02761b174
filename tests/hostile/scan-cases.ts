import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/index.ts';
import type { Report } from '../../src/model/report.ts';
import type { ProbeContext } from '../../src/probe/index.ts';
import { scanSites } from '../../src/scan/index.ts';
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

async function openCase(group: string, at: number, entry: HostileCase, stranger: string): Promise<Opened> {
  const id = `${group}-${at + 1}`;
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

/** Serves all cases of a group at once and scans them as one listing, as of a day that the embedded facts cover. */
export async function scanGroup(
  group: string,
  cases: readonly HostileCase[],
  limits: NonNullable<ProbeContext['limits']>,
): Promise<GroupResult> {
  const strangers: string[] = [];
  const stranger = answeringAll((request, response) => {
    strangers.push(`request for ${request.url}`);
    response.writeHead(200, secure).end();
  });
  const { port, close } = await listenUntilClosed(stranger.server);
  const origin = `http://www.stranger.example:${port}`;
  const opened = await Promise.all(cases.map((entry, at) => openCase(group, at, entry, origin)));
  const reports = new Map<string, Report>();
  const failures: string[] = [];
  const dir = await mkdtemp(join(tmpdir(), 'patchproof-hostile-'));
  const endWatch = watchMemory();
  const scan = scanSites({
    config: configOf(opened),
    store: openStore(dir),
    now: '2026-08-22T12:00:00.000Z',
    past: true,
    http: null,
    only: [],
    reach: { limits, resolve: resolverOf(opened, strangers) },
    onReport: (report) => {
      reports.set(report.site, report);
      const found = opened.find(({ id }) => id === report.site);
      if (found !== undefined) found.endedMs = performance.now();
    },
  }).then((result) =>
    failures.push(...result.failures.map(({ subject, problem }) => `${subject}: ${problem.message}`)),
  );
  let alarm: NodeJS.Timeout | undefined;
  await Promise.race([
    scan,
    new Promise((resolve) => {
      alarm = setTimeout(resolve, hangsAfterMs);
    }),
  ]);
  clearTimeout(alarm);
  for (const each of opened) each.close();
  close();
  const peakMiB = endWatch();
  await rm(dir, { recursive: true, force: true });
  const observed = opened.map(({ id, entry, place, heard, startedMs, endedMs }): [string, Observed] => [
    entry.name,
    {
      report: reports.get(id) ?? null,
      heard,
      host: place.host,
      elapsedMs: startedMs === 0 ? 0 : endedMs - startedMs,
    },
  ]);
  return { cases: new Map(observed), failures, strangers, peakMiB };
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
