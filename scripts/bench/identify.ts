import { Parser } from 'htmlparser2';
import { embeddedFacts } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { identifyContext } from '../../src/scan/site.ts';
import { measurePair, type Pair } from './measure.ts';
import { readVisits, visitAgain } from './pages.ts';
import { listRecords } from './records.ts';
import { growthRow, type Row, showMs } from './table.ts';

/** What one identification is told of: no look at the network, no clock. */
function identifier(records: readonly Platform[]): (visits: readonly Snapshot[]) => void {
  const context = identifyContext({ factsOf: embeddedFacts, platforms: records });
  return (visits) => {
    for (const visit of visits) identify(visitAgain(visit), context);
  };
}

/** A bare pass: every tag with its attributes, every text and comment, and nothing is done with them. */
function parseBare(visits: readonly Snapshot[]): void {
  const ignore = () => {};
  for (const { exchanges } of visits) {
    for (const { body } of exchanges) {
      new Parser({ onopentag: ignore, ontext: ignore, oncomment: ignore }, { decodeEntities: true }).end(body);
    }
  }
}

function describeAgainstParser(kilobytes: number, visits: readonly Snapshot[], pair: Pair): Row {
  const perVisit = pair.subject.cpuMs / visits.length;
  const characters = visits.flatMap(({ exchanges }) => exchanges).reduce((sum, { body }) => sum + body.length, 0);
  const speed = characters / 1_000 / pair.subject.cpuMs;
  return {
    what: `identify: all platforms, home page of ${kilobytes} KB`,
    subject: `${showMs(perVisit)} CPU a visit, ${speed.toFixed(0)} MB/s`,
    floor: `htmlparser2 alone: ${showMs(pair.floor.cpuMs / visits.length)}`,
    ratio: pair.ratio,
    target: kilobytes === 100 ? 1.5 : null,
  };
}

async function measureRecords(runs: number, visits: readonly Snapshot[]): Promise<Row> {
  const [few, many] = [40, 400].map((count) => identifier(listRecords(count)));
  const pair = await measurePair(runs, { subject: () => many?.(visits), floor: () => few?.(visits) });
  return {
    what: 'identify: 400 records, home page of 100 KB',
    subject: `${showMs(pair.subject.cpuMs / visits.length)} CPU a visit`,
    floor: `40 records: ${showMs(pair.floor.cpuMs / visits.length)}`,
    ratio: pair.ratio,
    target: 1.3,
  };
}

/** Identification alone, over the fixtures. `every`: one of so many of them. */
export async function benchIdentify({ runs, every }: { runs: number; every: number }): Promise<Row[]> {
  const work = identifier(platforms);
  const rows: Row[] = [];
  const points: { count: number; cost: number }[] = [];
  for (const kilobytes of [25, 50, 100, 200]) {
    const visits = readVisits(kilobytes * 1_000).filter((_, index) => index % every === 0);
    const pair = await measurePair(runs, { subject: () => work(visits), floor: () => parseBare(visits) });
    rows.push(describeAgainstParser(kilobytes, visits, pair));
    points.push({ count: kilobytes, cost: pair.subject.cpuMs });
    if (kilobytes === 100) rows.push(await measureRecords(runs, visits));
  }
  return [...rows, growthRow('identify: growth with the size of the page, 25 to 200 KB', points)];
}
