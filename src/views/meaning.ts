import type { Report } from '../model/report.ts';
import type { Setting } from './answer.ts';
import type { FlawView } from './findings.ts';
import { viewFlaws } from './findings.ts';

/** What the findings come to. */
export interface MeaningView {
  summary: string[];
  idsLabel: string;
  flaws: FlawView[];
  more: string | null;
  note: string | null;
}

function summarize({ verdict, identification }: Report, affected: number, { words }: Setting): string {
  const { meaning } = words.page;
  if (verdict.reason === 'vendor-hosted') return meaning.vendorHosted;
  if (affected > 0) return meaning.affected(affected);
  if (identification.components.every(({ versions }) => versions.length === 0)) return meaning.notJudged;
  return verdict.findings.length === 0 ? meaning.nonePublished : meaning.noneAffects;
}

/** The findings in our words. */
export function viewMeaning(report: Report, setting: Setting): MeaningView {
  const { meaning } = setting.words.page;
  const { verdict } = report;
  const { flaws, more, others } = viewFlaws(verdict.findings, setting);
  const backport = verdict.reason === 'end-of-life' && verdict.nextStep.params['backport'] !== undefined;
  return {
    summary: [
      summarize(report, flaws.length + more, setting),
      ...(others > 0 ? [meaning.others(others)] : []),
      ...(backport ? [meaning.backport] : []),
    ],
    idsLabel: meaning.ids,
    flaws,
    more: more === 0 ? null : meaning.more(more),
    note: flaws.length === 0 ? null : meaning.exposure,
  };
}
