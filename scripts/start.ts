import { loadConfig } from '../src/config/index.ts';
import { readArguments } from './arguments.ts';
import { buildSite } from './build.ts';
import { countReport, siteLine, summaryLine } from './progress.ts';
import { runCommand } from './run.ts';
import { explainBusyPort, openDemo, scanFolder } from './scanning.ts';
import { serveFolder } from './serve.ts';

/** Where `npm start` serves the pages. */
const pagesPort = 4321;

const usage = `npm start -- [options]
Scans sites.yaml, builds the pages into dist/ and serves them on http://localhost:4321.`;

await runCommand(async () => {
  const started = performance.now();
  const { switches } = readArguments(usage, { 'no-serve': { means: 'end after the build' } });
  const config = await loadConfig('sites.yaml');
  const demo = await openDemo(config);
  let serving = false;
  const tally = { sites: 0, yes: 0 };
  try {
    const { result, data } = await scanFolder({
      keepReports: false,
      onReport: (report, done, all) => {
        countReport(tally, report);
        console.log(siteLine(report, done, all));
      },
      warn: (line) => console.error(line),
    });
    console.log(summaryLine(tally, performance.now() - started));
    await buildSite({ data, out: 'dist', log: console.log });
    if (switches['no-serve'] !== true) {
      const serve = () => serveFolder({ dir: 'dist', url: config.url, port: pagesPort });
      console.log(`Serving ${(await explainBusyPort(pagesPort, serve)).url} (Ctrl+C ends)`);
      serving = true;
    }
    return result.failures.length === 0 ? 0 : 1;
  } finally {
    // While the pages are served, so are the demo shops that they link.
    if (!serving) await demo.stop();
  }
});
