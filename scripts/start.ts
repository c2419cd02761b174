import { loadConfig } from '../src/config/index.ts';
import { readArguments } from './arguments.ts';
import { buildSite } from './build.ts';
import { siteLine, summaryLine } from './progress.ts';
import { runCommand } from './run.ts';
import { openDemo, scanFolder } from './scanning.ts';
import { serveFolder } from './serve.ts';

const usage = `npm start -- [options]
Scans sites.yaml, builds the pages into dist/ and serves them on http://localhost:4321.`;

await runCommand(async () => {
  const started = performance.now();
  const { switches } = readArguments(usage, { 'no-serve': { means: 'end after the build' } });
  const config = await loadConfig('sites.yaml');
  const demo = await openDemo(config);
  const { result, data } = await scanFolder({
    onReport: (report, done, all) => console.log(siteLine(report, done, all)),
    warn: (line) => console.error(line),
  });
  console.log(summaryLine(result.document.sites, performance.now() - started));
  await buildSite({ data, out: 'dist', log: console.log });
  if (switches['no-serve'] === true) await demo.stop();
  else console.log(`Serving ${(await serveFolder({ dir: 'dist', url: config.url, port: 4321 })).url} (Ctrl+C ends)`);
  return result.failures.length === 0 ? 0 : 1;
});
