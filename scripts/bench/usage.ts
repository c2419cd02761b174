import { writeFileSync } from 'node:fs';

/*
 * Preloaded into a process (`node --import`): as it ends, it writes what it cost into the file that BENCH_USAGE names.
 */

const file = process.env['BENCH_USAGE'];
if (file !== undefined) {
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const wallMs = performance.now();
    writeFileSync(
      file,
      JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1_000, wallMs, peakMb: maxRSS / 1_024 }),
    );
  });
}
