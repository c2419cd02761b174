import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { readArguments } from './arguments.ts';
import { fillMegabyte, listAttacks, listPatterns, type UsedPattern } from './patterns.ts';
import { runCommand } from './run.ts';

const usage = `npm run bench:patterns -- [options]
Gives every pattern of every platform record a megabyte of text that nearly matches, cut as a scan cuts it, and prints the
slowest: milliseconds of CPU for the whole megabyte, and how often that is the floor (a search for a character that is not there).`;

/** Best of some runs: what the machine does besides only ever adds. */
const runs = 5;

function timeCpu(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

function measure(used: UsedPattern) {
  const attacks = listAttacks(used).map((text) => {
    const pieces = fillMegabyte(text, used.unit);
    const ms = timeCpu(() => {
      for (const piece of pieces) used.pattern.test(piece);
    });
    return { text, ms };
  });
  const worst = attacks.reduce((a, b) => (b.ms > a.ms ? b : a), { text: '', ms: 0 });
  return { platform: used.platform, pattern: String(used.pattern), ms: worst.ms, attack: worst.text.slice(0, 60) };
}

await runCommand(async () => {
  const { texts } = readArguments(usage, { json: { value: 'FILE', means: 'write all figures there as well' } });
  const floorPieces = fillMegabyte('a', 65_536);
  const floor = timeCpu(() => {
    for (const piece of floorPieces) piece.includes('\0');
  });
  const rows = listPatterns()
    .map(measure)
    .sort((a, b) => b.ms - a.ms);
  console.log('| platform | ms per MB | times the floor | pattern |\n|---|---|---|---|');
  for (const { platform, ms, pattern } of rows.slice(0, 12)) {
    console.log(
      `| ${platform} | ${ms.toFixed(2)} | ${(ms / floor).toFixed(0)} | \`${pattern.replaceAll('|', '\\|')}\` |`,
    );
  }
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`;
  console.log(
    `\n${rows.length} patterns, slowest ${rows[0]?.ms.toFixed(2)} ms per MB; floor ${floor.toFixed(2)} ms. ${machine}.`,
  );
  if (texts['json'] !== undefined)
    writeFileSync(texts['json'], `${JSON.stringify({ machine, floor, rows }, null, 2)}\n`);
  return 0;
});
