import { readFileSync, writeFileSync } from 'node:fs';
import { loadConfig } from '../src/config/index.ts';
import { embeddedFacts, embeddedOn } from '../src/embedded.ts';
import { ConfigError } from '../src/lib/errors.ts';
import { foreseeOutcomes } from '../src/verdict/index.ts';
import { type Accuracy, type Expectation, printTable, rateReport, readTargets, summarise } from './accuracy.ts';
import { readArguments } from './arguments.ts';
import { readAsOf } from './instant.ts';
import { runCommand } from './run.ts';
import { checkSite, soleSite } from './scanning.ts';

const usage = `npm run bench:accuracy -- --targets FILE [options]
Scans shops whose release is known and prints how near each scan came: platform, version, requests, verdict.
FILE has a line per product: url, product id, version. Judged by the embedded facts as of their own day, unless --as-of says
otherwise; no source is asked. Writes nothing but --json.`;

await runCommand(async () => {
  const { texts } = readArguments(usage, {
    targets: { value: 'FILE', means: 'lines of: url, product id, version' },
    config: { value: 'FILE', means: 'whose policy and contact hold (default sites.yaml)' },
    'as-of': { value: 'ISO', means: "judge as of that day (default: the embedded facts' own)" },
    json: { value: 'FILE', means: 'write rows and summary there as well' },
  });
  const { targets: file } = texts;
  if (file === undefined) throw new ConfigError('command line', `--targets FILE is needed.\n\n${usage}`);
  const config = { ...(await loadConfig(texts['config'] ?? 'sites.yaml')), demo: false };
  const asOf = readAsOf(texts['as-of'] ?? embeddedOn(), new Date().toISOString());
  const outcome = foreseeOutcomes({
    facts: embeddedFacts,
    attestations: [],
    policy: config.policy,
    now: asOf,
    judgeSourceAge: false,
  });
  const byUrl = Map.groupBy(readTargets(readFileSync(file, 'utf8'), file), ({ url }) => url);
  const rows: Accuracy[] = [];
  let failed = 0;
  // One shop after the other: neither the shops nor the seconds share the machine with each other.
  for (const [url, expected] of byUrl) {
    const started = performance.now();
    const site = soleSite('target', new URL(url));
    const { result } = await checkSite({ ...config, sites: [site] }, { asOf, offline: true });
    const seconds = (performance.now() - started) / 1_000;
    const [report] = result.document.sites;
    for (const { subject, problem } of result.failures) console.error(`${url}: ${subject}: ${problem.message}`);
    failed += result.failures.length;
    if (report === undefined) continue;
    rows.push(...expected.map((each: Expectation) => rateReport(report, each, { seconds, outcome })));
  }
  const summary = summarise(rows);
  console.log(printTable(rows, summary));
  if (texts['json'] !== undefined)
    writeFileSync(texts['json'], `${JSON.stringify({ asOf, summary, rows }, null, 2)}\n`);
  return failed === 0 ? 0 : 1;
});
