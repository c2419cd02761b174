/**
 * `node tests/crash/run.ts [KILLS [COMMAND]]`: kills scans, merges, refreshes and builds with SIGKILL, and lets their
 * writing fail; prints one table. Exit code 1 where anything but `runs` and `kills` is not 0.
 */
import { createBuild } from './build.ts';
import { failWrites, killRuns, writeFaults } from './disturb.ts';
import type { Figures, Subject } from './figures.ts';
import { createMerge } from './merge.ts';
import { createRefresh } from './refresh.ts';
import { createScan } from './scan.ts';

/** Parts of a thousand kills: a build takes several times as long as the others. */
const subjects: { name: string; share: number; create: () => Promise<Subject> }[] = [
  { name: 'scan', share: 0.35, create: createScan },
  { name: 'merge', share: 0.3, create: createMerge },
  { name: 'refresh', share: 0.25, create: createRefresh },
  { name: 'build', share: 0.1, create: createBuild },
];

/** Places from which each kind of fault is let begin. */
const faultPlaces = 12;

function faulty({ runs, kills, ...rest }: Figures): boolean {
  return Object.values(rest).some((count) => count > 0);
}

async function main(kills: number, only: string | undefined): Promise<void> {
  const rows: Record<string, Figures> = {};
  for (const { name, share, create } of subjects.filter((each) => only === undefined || each.name === only)) {
    const subject = await create();
    rows[`${name}: killed`] = await killRuns(subject, Math.ceil(kills * share));
    for (const how of ['ENOSPC', 'EACCES', 'EIO'] as const)
      rows[`${name}: ${writeFaults[how]}`] = await failWrites(subject, how, faultPlaces);
    await subject.close();
  }
  console.table(rows);
  process.exitCode = Object.values(rows).some(faulty) ? 1 : 0;
}

await main(Number(process.argv[2] ?? 1_000), process.argv[3]);
