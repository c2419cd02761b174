import { readArguments } from './arguments.ts';
import { countReport, type Print, siteLine, summaryLine } from './progress.ts';
import { runCommand } from './run.ts';
import { scanFolder } from './scanning.ts';

const usage = `npm run scan -- [options]
Visits the sites of sites.yaml, judges them and writes data/.
Exit codes: 0 done (a no is an answer), 1 something could not be processed, 2 misconfigured.`;

await runCommand(async () => {
  const started = performance.now();
  const { texts, switches } = readArguments(usage, {
    config: { value: 'FILE', means: 'the sites to scan (default sites.yaml)' },
    data: { value: 'DIR', means: "where reports and histories are kept (default data, or the demo's own folder)" },
    'as-of': { value: 'ISO', means: 'judge as of a past day or instant; asks for --data' },
    offline: { means: 'ask no advisory or release source; the sites are still visited' },
    only: { value: 'ID,ID', means: 'visit these sites only' },
    shard: {
      value: 'I/N',
      means: 'visit the sites of one of N shards; npm run merge puts their data folders together',
    },
    json: { means: 'print one JSON document on stdout: npm run -s scan -- --json' },
  });
  const json = switches['json'] === true;
  const print: Print = json ? (line) => console.error(line) : (line) => console.log(line);
  const tally = { sites: 0, yes: 0 };
  const { result } = await scanFolder({
    config: texts['config'],
    data: texts['data'],
    asOf: texts['as-of'],
    offline: switches['offline'],
    only: texts['only'],
    shard: texts['shard'],
    keepReports: json,
    onReport: (report, done, all) => {
      countReport(tally, report);
      print(siteLine(report, done, all));
    },
    warn: (line) => console.error(line),
  });
  if (json) console.log(JSON.stringify(result.document, null, 2));
  print(summaryLine(tally, performance.now() - started));
  return result.failures.length === 0 ? 0 : 1;
});
