import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bounds } from '../../src/scan/concurrency.ts';
import { costOf, median } from './measure.ts';
import { openHelper } from './processes.ts';
import { withData } from './scan.ts';
import type { Row } from './table.ts';
import { Visited } from './visitor.ts';

const run = promisify(execFile);

/** WhatWeb of this machine, such as `0.5.5`; null where there is none. */
function findWhatWeb(): string | null {
  try {
    const said = execFileSync('whatweb', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /(\d[\d.]*\d)/.exec(said)?.[1] ?? 'of some version';
  } catch {
    return null;
  }
}

/** One gentle request to each page, as many at a time as the scan. */
async function lookWithWhatWeb(origins: readonly string[]): Promise<number> {
  const threads = ['--max-threads', String(bounds.fewest)];
  const how = ['-a', '1', '-q', '--no-errors', '--colour=never', '--log-brief=/dev/null', ...threads];
  const { wallMs } = await costOf(() => run('whatweb', [...how, ...origins]));
  return wallMs;
}

/** Shops per second of a whole first scan beside those of WhatWeb, which another command of this machine brings or does not. */
export async function benchWhatWeb({ runs, count }: { runs: number; count: number }): Promise<Row[]> {
  const version = findWhatWeb();
  if (version === null) {
    console.error('whatweb is not on this machine: not measured');
    return [];
  }
  const shops = openHelper('shops.ts');
  const visitor = openHelper('visitor.ts');
  try {
    // ports of one name: WhatWeb asks the system for names
    const opened = await shops.ask({ count, secure: false, length: 50_000 }, z.array(z.string()));
    const origins = opened.map((origin) => origin.replace(/\/\/[^:]+/, '//127.0.0.1'));
    const scan = () => withData((data) => visitor.ask({ how: 'scan', origins, data }, Visited));
    await scan();
    const turns: { ours: number; theirs: number }[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      turns.push({ theirs: await lookWithWhatWeb(origins), ours: (await scan()).wallMs });
    }
    const rate = (of: 'ours' | 'theirs') => ((count / median(turns.map((turn) => turn[of]))) * 1_000).toFixed(1);
    return [
      {
        what: `scan: time for ${count} shops beside WhatWeb, ${bounds.fewest} at a time each`,
        subject: `${rate('ours')} sites/s`,
        floor: `WhatWeb ${version}: ${rate('theirs')} sites/s`,
        ratio: median(turns.map(({ ours, theirs }) => ours / theirs)),
        target: 0.02,
      },
    ];
  } finally {
    shops.end();
    visitor.end();
  }
}
