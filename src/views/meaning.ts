import { nameProduct } from '../model/products.ts';
import type { Report } from '../model/report.ts';
import type { Finding } from '../model/verdict.ts';
import type { DatedRule } from './deadlines.ts';
import { listRules, tellDeadlines } from './deadlines.ts';
import type { FlawView } from './findings.ts';
import { viewFlaws } from './findings.ts';
import type { Setting } from './updates.ts';
import type { Wording } from './wording/index.ts';

/** What the findings come to. */
export interface MeaningView {
  summary: string[];
  /** The rules whose dates the summary tells. */
  rules: readonly DatedRule[];
  idsLabel: string;
  flaws: FlawView[];
  more: string | null;
  note: string | null;
}

/** Platforms whose makers promise fixes for their newest line only, and still send some to older ones. */
const courtesyFixes: ReadonlySet<string> = new Set(['wordpress']);

/** How many findings there are of each kind, in words; the open ones first. */
function countFindings(findings: readonly Finding[], { meaning }: Wording['page']): string[] {
  const count = (match: Partial<Finding>) =>
    findings.filter(({ status, because }) => status === match.status && (match.because ?? because) === because).length;
  const counts: [number, (count: number) => string][] = [
    [count({ status: 'affected' }), meaning.affected],
    [count({ status: 'under_investigation' }), meaning.perhaps],
    [count({ status: 'fixed', because: 'attested' }), meaning.attested],
    [count({ status: 'not_affected', because: 'known-false-positive' }), meaning.mistaken],
  ];
  return counts.flatMap(([number, tell]) => (number === 0 ? [] : [tell(number)]));
}

function summarize({ verdict, identification }: Report, hasAdvisories: boolean, { page }: Wording): string[] {
  const { meaning } = page;
  if (verdict.reason === 'vendor-hosted') return [meaning.vendorHosted];
  const counts = countFindings(verdict.findings, page);
  if (counts.length > 0) return counts;
  if (identification.components.every(({ versions }) => versions.length === 0)) return [meaning.notJudged];
  // no record names it, its makers do
  if (verdict.reason === 'known-advisory') return [meaning.flagged];
  return [hasAdvisories ? meaning.noneAffects : meaning.nonePublished];
}

/** Whether a flaw is told of whose record names no version that ends it. */
function hasUnbounded(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ status, unbounded, fixedIn, fixKind }) =>
      (status === 'affected' || status === 'under_investigation') &&
      unbounded &&
      fixedIn.length === 0 &&
      fixKind === null,
  );
}

/** The findings in our words. `hasAdvisories`: somebody publishes the flaws of what was found. */
export function viewMeaning(report: Report, hasAdvisories: boolean, setting: Setting): MeaningView {
  const { today, words } = setting;
  const { meaning } = words.page;
  const { findings, reason, product, nextStep } = report.verdict;
  const { flaws, more } = viewFlaws(findings, setting);
  const ids = nextStep.params['ids'];
  const isCourtesy = reason === 'end-of-life' && product !== null && courtesyFixes.has(product);
  return {
    summary: [
      ...summarize(report, hasAdvisories, words),
      ...tellDeadlines(findings, today, words),
      ...(hasUnbounded(findings) ? [meaning.unbounded] : []),
      ...(isCourtesy ? [meaning.backport(nameProduct(product))] : []),
      ...(ids === undefined ? [] : [meaning.fixes(ids)]),
    ],
    rules: listRules(findings),
    idsLabel: meaning.ids,
    flaws,
    more: more === 0 ? null : meaning.more(more),
    note: findings.some(({ status }) => status === 'affected') ? meaning.exposure : null,
  };
}
