import type { Report } from '../../src/model/report.ts';
import type { Finding, ReasonCode } from '../../src/model/verdict.ts';

export function affected(id: string, more: Partial<Finding> = {}): Finding {
  return {
    product: 'opencart',
    id,
    aliases: [],
    status: 'affected',
    because: 'version',
    published: '2026-01-05',
    fixedIn: [],
    fixedOn: null,
    unbounded: false,
    fixKind: null,
    exploitedSince: null,
    exploitedDueOn: null,
    severity: null,
    cwes: [],
    url: 'https://example.com/',
    sources: [],
    doubters: [],
    ...more,
  };
}

/** A report of one shop on one day: which version, which reason, which flaws, which promise. */
export function reportOn(
  day: string,
  versions: string[],
  verdict: { reason: ReasonCode; findings?: Finding[]; judged?: boolean },
  promise: string | null = null,
): Report {
  const answer = ['current', 'secure', 'vendor-hosted'].includes(verdict.reason) ? 'yes' : 'no';
  const judged = verdict.judged ?? true;
  const component = {
    product: 'opencart',
    vendorHosted: false,
    embedded: false,
    versionPlace: null,
    edition: null,
    versions,
    conflict: false,
    claimed: null,
    corroborated: true,
    confidence: 1,
    evidence: [],
  };
  return {
    schemaVersion: 1,
    site: 'shop',
    asOf: `${day}T06:00:00.000Z`,
    seenAt: `${day}T06:00:00.000Z`,
    identification: { components: [component], withheld: [] },
    verdict: {
      answer,
      reason: verdict.reason,
      product: 'opencart',
      nextStep: { code: 'update', params: {} },
      findings: verdict.findings ?? [],
      stated: [],
      supportEnds: [],
      judgements: [
        { product: 'opencart', version: judged ? (versions[0] ?? null) : null, answer, reason: verdict.reason },
      ],
    },
    promise: promise === null ? null : { by: promise },
    problems: [],
    requests: 3,
  };
}
