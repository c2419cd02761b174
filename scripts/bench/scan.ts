import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { bounds } from '../../src/scan/concurrency.ts';
import { certificate } from './certificate.ts';
import { type Cost, type Pair, summarisePairs } from './measure.ts';
import { type Helper, openHelper } from './processes.ts';
import { growthRow, type Row, showMs } from './table.ts';
import { type Order, Visited } from './visitor.ts';

const Texts = z.array(z.string());

interface Street {
  origins: string[];
  /** What a scan asks of each. */
  paths: string[][];
  shops: Helper;
  visitor: Helper;
}

function visit({ visitor }: Pick<Street, 'visitor'>, order: Order): Promise<Visited> {
  return visitor.ask(order, Visited);
}

/** Runs some work with an empty data folder. */
export async function withData<T>(work: (data: string) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'patchproof-bench-'));
  try {
    return await work(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** Opens the shops, and scans each once: that warms up, and tells what is asked. */
async function openStreet(count: number, secure: boolean): Promise<Street> {
  const shops = openHelper('shops.ts');
  const visitor = openHelper('visitor.ts', { NODE_EXTRA_CA_CERTS: fileURLToPath(certificate) });
  const origins = await shops.ask({ count, secure, length: 50_000 }, Texts);
  const street: Street = { origins, paths: [], shops, visitor };
  await withData((data) => visit(street, { how: 'scan', origins, data }));
  street.paths = await shops.ask('hits', z.array(Texts));
  await visit(street, { how: 'bare', origins, paths: street.paths });
  return street;
}

/** A first scan, one after which nothing has changed, and the floor, in turns. */
async function measureStreet(street: Street, runs: number): Promise<{ first: Pair; again: Pair }> {
  const { origins, paths } = street;
  const turns: { floor: Cost; first: Cost; again: Cost }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const floor = await visit(street, { how: 'bare', origins, paths });
    const scans = await withData(async (data) => {
      const first = await visit(street, { how: 'scan', origins, data });
      return { first, again: await visit(street, { how: 'scan', origins, data }) };
    });
    turns.push({ floor, ...scans });
  }
  return {
    first: summarisePairs(turns.map(({ floor, first }) => ({ floor, subject: first }))),
    again: summarisePairs(turns.map(({ floor, again }) => ({ floor, subject: again }))),
  };
}

function describe(what: string, pair: Pair, { street, target }: { street: Street; target: number }): Row {
  const sites = street.origins.length;
  const requests = street.paths.flat().length / sites;
  const show = (cost: Cost) =>
    `${showMs(cost.cpuMs / sites)} CPU a site, ${((sites / cost.wallMs) * 1_000).toFixed(0)} sites/s`;
  return {
    what: `${what}, ${sites} shops, ${requests.toFixed(1)} requests each`,
    subject: show(pair.subject),
    floor: `undici alone: ${show(pair.floor)}`,
    ratio: pair.ratio,
    target,
  };
}

async function measureScheme(runs: number, count: number, secure: boolean): Promise<Row[]> {
  const street = await openStreet(count, secure);
  try {
    const { first, again } = await measureStreet(street, runs);
    const scheme = secure ? 'HTTPS' : 'HTTP';
    // 60 % and 80 % of the floor's sites per CPU second
    const given = { street, target: secure ? 1.25 : 1.67 };
    return [
      describe(`scan: ${scheme}, nothing changed`, again, given),
      describe(`scan: ${scheme}, first`, first, given),
    ];
  } finally {
    street.shops.end();
    street.visitor.end();
  }
}

async function measureGrowth(runs: number, counts: readonly number[]): Promise<Row> {
  const street = await openStreet(Math.max(...counts), false);
  const points: { count: number; cost: number }[] = [];
  try {
    for (const count of counts) {
      const part = { ...street, origins: street.origins.slice(0, count) };
      const { again } = await measureStreet(part, runs);
      points.push({ count, cost: again.subject.cpuMs });
    }
  } finally {
    street.shops.end();
    street.visitor.end();
  }
  return growthRow('scan: growth with the number of shops, HTTP', points);
}

/** One first scan, in a process that has done nothing before. */
async function scanCrowd(origins: string[]): Promise<Visited> {
  const visitor = openHelper('visitor.ts');
  try {
    return await withData((data) => visit({ visitor }, { how: 'scan', origins, data }));
  } finally {
    visitor.end();
  }
}

/** Memory and time of first scans of few and of many shops, once each. */
export async function benchCrowd({ counts }: { counts: readonly number[] }): Promise<Row[]> {
  const shops = openHelper('shops.ts');
  try {
    const origins = await shops.ask({ count: Math.max(...counts), secure: false, length: 50_000 }, Texts);
    const points: { count: number; cost: number; peakMb: number }[] = [];
    for (const count of counts) {
      const { cpuMs, peakMb } = await scanCrowd(origins.slice(0, count));
      points.push({ count, cost: cpuMs, peakMb });
    }
    const [few, many] = [points[0], points.at(-1)];
    if (few === undefined || many === undefined) return [];
    const memory = {
      what: `scan: peak memory, ${many.count} shops`,
      subject: `${many.peakMb.toFixed(0)} MB`,
      floor: `${few.count} shops: ${few.peakMb.toFixed(0)} MB`,
      ratio: many.peakMb / few.peakMb,
      target: 1.3,
    };
    return [memory, growthRow(`scan: growth up to ${many.count} shops, HTTP, first`, points)];
  } finally {
    shops.end();
  }
}

/** How long shops on the internet take for an answer, about, in milliseconds. */
const farAway = 200;

/** Shops that take their time, beside what a fixed number of visits at a time could come to at best. */
export async function benchFar({ count }: { count: number }): Promise<Row[]> {
  const shops = openHelper('shops.ts');
  try {
    const origins = await shops.ask({ count, secure: false, length: 50_000, delayMs: farAway }, Texts);
    const { wallMs } = await scanCrowd(origins);
    const requests = (await shops.ask('hits', z.array(Texts))).flat().length;
    const fixedMs = (requests * farAway) / bounds.fewest;
    const rate = (ms: number) => `${((count / ms) * 1_000).toFixed(0)} sites/s`;
    return [
      {
        what: `scan: time for ${count} shops that answer after ${farAway} ms`,
        subject: rate(wallMs),
        floor: `${bounds.fewest} at a time, at best: ${rate(fixedMs)}`,
        ratio: wallMs / fixedMs,
        target: null,
      },
    ];
  } finally {
    shops.end();
  }
}

/** A whole scan without sources: visits, identification, verdict, history and data folder. */
export async function benchScan({ runs, counts }: { runs: number; counts: readonly number[] }): Promise<Row[]> {
  const count = counts[Math.floor(counts.length / 2)] ?? 1;
  return [
    ...(await measureScheme(runs, count, false)),
    ...(await measureScheme(runs, count, true)),
    await measureGrowth(runs, counts),
  ];
}
