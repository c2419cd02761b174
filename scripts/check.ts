import { ConfigError } from '../src/lib/errors.ts';
import type { Evidence } from '../src/model/identification.ts';
import type { Report } from '../src/model/report.ts';
import { dayOf } from '../src/model/time.ts';
import { explainReport } from '../src/views/answer.ts';
import { cleanStrings } from '../src/views/clean.ts';
import { writeCurl } from '../src/views/curl.ts';
import { en } from '../src/views/wording/en.ts';
import { readArguments } from './arguments.ts';
import { siteFor } from './lone-site.ts';
import { runCommand } from './run.ts';
import { checkSite } from './scanning.ts';

const usage = `npm run check -- URL [options]
Looks at one shop once and prints the answer, the reason, the next step and the evidence. Writes nothing.
Exit codes: 0 done (a no is an answer), 1 something could not be processed, 2 misconfigured.`;

function listVersions(versions: readonly string[]): string {
  return versions.length > 12
    ? `${versions.length} releases, ${versions[0]} to ${versions.at(-1)}`
    : versions.join(', ');
}

function evidenceLines(evidence: Evidence): string[] {
  const curl = writeCurl(evidence);
  const left =
    evidence.versions === null
      ? ''
      : ` -> ${evidence.versions.length > 6 ? `${evidence.versions.length} releases` : evidence.versions.join(', ')}`;
  const seen = `  - ${evidence.rule}: ${evidence.excerpt ?? evidence.sha256 ?? 'seen'}${left}`;
  return [seen, curl === null ? `    ${evidence.url} (${evidence.status})` : `    ${curl.command}`];
}

/** The report for a terminal. What came from the shop has lost its control characters. */
function describeReport(raw: Report): string {
  const { report } = cleanStrings({ report: raw });
  const told = explainReport(report, { events: [], today: dayOf(report.asOf), words: en });
  const lines = [en.question, '', `${told.word}. ${told.reason ?? ''}`, `What would make this a yes: ${told.nextStep}`];
  if (told.ids !== null) lines.push(`Ids: ${told.ids}`);
  if (report.verdict.answer === 'yes')
    lines.push('This covers the platform itself, not extensions, theme, server or passwords.');
  lines.push(
    '',
    `Reason code: ${report.verdict.reason}. Judged as of ${report.asOf}, with ${report.requests} requests.`,
  );
  const { components, withheld } = report.identification;
  for (const { product, versions, confidence, evidence } of components) {
    const set = versions.length === 0 ? 'version unknown' : listVersions(versions);
    lines.push('', `${product} ${set} (confidence ${confidence})`, ...evidence.flatMap(evidenceLines));
  }
  if (withheld.length > 0) lines.push('', en.page.evidence.withheld(withheld.join(', ')));
  for (const { code, message } of report.problems) lines.push('', `${code}: ${message}`);
  return lines.join('\n');
}

await runCommand(async () => {
  const { texts, switches, positionals } = readArguments(usage, {
    config: { value: 'FILE', means: 'whose policy and contact hold (default sites.yaml)' },
    'as-of': { value: 'ISO', means: 'judge as of a past day or instant' },
    offline: { means: 'ask no advisory or release source; the shop is still visited' },
  });
  const [url] = positionals;
  if (url === undefined || positionals.length > 1) throw new ConfigError('URL', `One URL is needed.\n\n${usage}`);
  const config = await siteFor(url, texts['config'] ?? 'sites.yaml');
  const { result } = await checkSite(config, {
    file: texts['config'],
    asOf: texts['as-of'],
    offline: switches['offline'],
  });
  for (const report of result.document.sites) console.log(describeReport(report));
  for (const { subject, problem } of result.failures) console.error(`\n${subject}: ${problem.message}`);
  return result.failures.length === 0 ? 0 : 1;
});
