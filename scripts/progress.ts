import type { Report } from '../src/model/report.ts';

/** Writes one line. */
export type Print = (line: string) => void;

function versionsText(report: Report): string {
  return report.identification.components
    .map(({ product, versions }) => {
      const [first, last] = [versions.at(0), versions.at(-1)];
      if (first === undefined) return product;
      return first === last ? `${product} ${first}` : `${product} ${first} to ${last} (${versions.length} fit)`;
    })
    .join(' + ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Longest text about what was seen, in characters. */
const mostSeen = 200;

/** One plain line per site. Versions are text from a hostile shop: control characters never reach the terminal. */
export function siteLine(report: Report, done: number, all: number): string {
  const count = `[${String(done).padStart(String(all).length)}/${all}]`;
  const { answer, reason } = report.verdict;
  const seen = versionsText(report)
    .slice(0, mostSeen)
    .replace(/[^\x20-\x7e]/g, '?');
  return `${count} ${answer.toUpperCase().padEnd(3)} ${report.site}: ${reason}${seen === '' ? '' : ` (${seen})`}, ${plural(report.requests, 'request')}`;
}

/** How many sites a scan judged, and how many of them are a yes. */
export interface Tally {
  sites: number;
  yes: number;
}

export function countReport(tally: Tally, { verdict }: Report): void {
  tally.sites += 1;
  if (verdict.answer === 'yes') tally.yes += 1;
}

/** What a scan came to. */
export function summaryLine({ sites, yes }: Tally, elapsedMs: number): string {
  const seconds = (elapsedMs / 1000).toFixed(1);
  return `${plural(sites, 'site')} in ${seconds} s: ${yes} yes, ${sites - yes} no`;
}
