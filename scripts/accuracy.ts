import { embeddedFacts } from '../src/embedded.ts';
import { ConfigError } from '../src/lib/errors.ts';
import type { Component } from '../src/model/identification.ts';
import type { Report } from '../src/model/report.ts';
import { schemes } from '../src/versions/index.ts';

/** What is truly installed at an address: `http://shop.example/, opencart, 3.0.3.8`. */
export interface Expectation {
  url: string;
  product: string;
  installed: string;
}

/** How near a scan came to the truth of one product. */
export interface Accuracy extends Expectation {
  /** Every product that was named. */
  named: string[];
  platform: 'right' | 'wrong' | 'none';
  /** `set`: the truth is one of several candidates. */
  version: 'exact' | 'set' | 'wrong' | 'none';
  candidates: string[];
  requests: number;
  seconds: number;
  reason: string;
  /** `wrong-yes`: the scan says yes to a release that is a no. `wrong-no`: the other way round. */
  verdict: 'right' | 'wrong-yes' | 'wrong-no';
}

/** Reads the lines of a targets file; `#` starts a comment. Throws ConfigError with the line that is none. */
export function readTargets(text: string, file: string): Expectation[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.replace(/#.*$/, '').trim();
    if (line === '') return [];
    const [url = '', product = '', version = '', ...rest] = line.split(',').map((word) => word.trim());
    if (URL.parse(url) === null || product === '' || version === '' || rest.length > 0) {
      const form = 'Write: url, product id, version - such as http://shop.example/, opencart, 3.0.3.8';
      throw new ConfigError(file, `${file}:${index + 1}: ${JSON.stringify(line)} is no target. ${form}`);
    }
    return [{ url: new URL(url).href, product, installed: version }];
  });
}

function rateVersion(component: Component | undefined, { product, installed }: Expectation): Accuracy['version'] {
  const versions = component?.versions ?? [];
  const scheme = schemes[embeddedFacts(product)?.scheme ?? 'composer'];
  const isTrue = (candidate: string) =>
    candidate === installed ||
    (scheme.isVersion(candidate) && scheme.isVersion(installed) && scheme.compare(candidate, installed) === 0);
  if (versions.length === 0) return 'none';
  if (!versions.some(isTrue)) return 'wrong';
  return versions.length === 1 ? 'exact' : 'set';
}

/** Compares a report with what is truly installed; `outcome` tells what the true release comes to by itself. */
export function rateReport(
  report: Report,
  expected: Expectation,
  measured: { seconds: number; outcome: (product: string, version: string) => string },
): Accuracy {
  const { components } = report.identification;
  const component = components.find(({ product }) => product === expected.product);
  const judged = report.verdict.judgements.filter(({ product }) => product === expected.product);
  const saysYes =
    judged.length > 0 && judged.every(({ answer }) => answer === 'yes') && component?.corroborated === true;
  const isYes = measured.outcome(expected.product, expected.installed) === 'yes';
  return {
    ...expected,
    named: components.map(({ product }) => product),
    platform: component !== undefined ? 'right' : components.length > 0 ? 'wrong' : 'none',
    version: rateVersion(component, expected),
    candidates: component?.versions ?? [],
    requests: report.requests,
    seconds: measured.seconds,
    reason: report.verdict.reason,
    verdict: saysYes === isYes ? 'right' : saysYes ? 'wrong-yes' : 'wrong-no',
  };
}

/** Figures over all targets. Requests are counted once per address. */
export interface Summary {
  targets: number;
  platformRight: number;
  exact: number;
  set: number;
  wrong: number;
  none: number;
  wrongYes: number;
  wrongNo: number;
  requests: { median: number; p95: number; max: number };
  secondsMedian: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Sums up; the order of the rows does not matter. */
export function summarise(rows: readonly Accuracy[]): Summary {
  const count = (is: (row: Accuracy) => boolean) => rows.filter(is).length;
  const byUrl = [...new Map(rows.map((row) => [row.url, row])).values()];
  const requests = byUrl.map((row) => row.requests).sort((a, b) => a - b);
  const seconds = byUrl.map((row) => row.seconds).sort((a, b) => a - b);
  return {
    targets: rows.length,
    platformRight: count((row) => row.platform === 'right'),
    exact: count((row) => row.version === 'exact'),
    set: count((row) => row.version === 'set'),
    wrong: count((row) => row.version === 'wrong'),
    none: count((row) => row.version === 'none'),
    wrongYes: count((row) => row.verdict === 'wrong-yes'),
    wrongNo: count((row) => row.verdict === 'wrong-no'),
    requests: { median: quantile(requests, 0.5), p95: quantile(requests, 0.95), max: quantile(requests, 1) },
    secondsMedian: quantile(seconds, 0.5),
  };
}

function listCandidates({ candidates }: Accuracy): string {
  if (candidates.length <= 4) return candidates.join(' ') || '-';
  return `${candidates.length}: ${candidates[0]} ... ${candidates.at(-1)}`;
}

/** A Markdown table and the summary in words. */
export function printTable(rows: readonly Accuracy[], summary: Summary): string {
  const lines = rows.map((row) => {
    const found = row.version === 'exact' ? '' : listCandidates(row);
    const told = [row.product, row.installed, found, row.platform, row.version, row.reason, row.verdict, row.requests];
    return `| ${[new URL(row.url).host, ...told, row.seconds.toFixed(2)].join(' | ')} |`;
  });
  const { targets, requests } = summary;
  const share = (count: number) => `${count} of ${targets}`;
  return [
    '| site | product | installed | found, where not exact | platform | version | reason | verdict | requests | seconds |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
    `Platform right: ${share(summary.platformRight)}. Version exact: ${share(summary.exact)}, a set with the truth: ${share(summary.set)}, wrong: ${share(summary.wrong)}, none: ${share(summary.none)}.`,
    `Requests per site: median ${requests.median}, 95th percentile ${requests.p95}, at most ${requests.max}. Seconds per site: median ${summary.secondsMedian.toFixed(2)}.`,
    `Wrong verdicts: ${share(summary.wrongYes)} a wrong yes, ${share(summary.wrongNo)} a no where the release by itself is a yes.`,
  ].join('\n');
}
