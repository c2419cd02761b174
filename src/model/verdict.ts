import { z } from 'zod';
import { ProductId } from './identification.ts';
import { AttestationKind } from './site.ts';
import { Day } from './time.ts';

/** Every reason there is, worst first: over components the first of these wins. */
export const reasonCodes = [
  'unreachable',
  'blocked',
  'unknown-platform',
  'conflicting-evidence',
  'pre-release',
  'version-not-known',
  'end-of-life',
  'update-missing',
  'known-advisory',
  'sources-disagree',
  'patch-level-unproven',
  'evidence-expired',
  'support-unknown',
  'version-ambiguous',
  'unknown-version',
  'no-release-data',
  'data-stale',
  'secure',
  'current',
  'vendor-hosted',
] as const;
export const ReasonCode = z.enum(reasonCodes);
export type ReasonCode = z.infer<typeof ReasonCode>;

export const Answer = z.enum(['yes', 'no']);
export type Answer = z.infer<typeof Answer>;

/** What somebody does next; its words are in views/wording/. */
export const NextStepCode = z.enum([
  'keep-going',
  'update',
  'change-branch',
  'apply-patch',
  'renew-attestation',
  'attest-version',
  'settle-version',
  'resolve-conflict',
  'ask-vendor',
  'allow-check',
  'restore-site',
  'correct-address',
  'name-platform',
  'refresh-sources',
  'await-facts',
]);
export type NextStepCode = z.infer<typeof NextStepCode>;

export const NextStep = z.object({
  code: NextStepCode,
  /** Fillings for its words: `product`, `version`, `ids`, `source` ... */
  params: z.record(z.string(), z.string()),
});
export type NextStep = z.infer<typeof NextStep>;

/** An advisory as it concerns this site; statuses as in OpenVEX. */
export const Finding = z.object({
  product: ProductId,
  id: z.string(),
  aliases: z.array(z.string()),
  status: z.enum(['affected', 'not_affected', 'fixed', 'under_investigation']),
  /** Why it is not affected or fixed, where that is not plain from the version. */
  because: z.enum(['version', 'known-false-positive', 'attested', 'some-candidates']),
  published: Day,
  /** Lowest versions that carry the fix and are newer than what may be installed, one per branch, oldest first. */
  fixedIn: z.array(z.string()),
  /** The day from which the fix could be had by all who read of the flaw; null where there is none, or its day is not known. */
  fixedOn: Day.nullable().default(null),
  /** The range has no upper bound: every later release is flagged as well. */
  unbounded: z.boolean(),
  fixKind: z.enum(['hotfix', 'isolated-patch']).nullable(),
  /** On CISA's list since; null: not listed. */
  exploitedSince: Day.nullable(),
  /** Day by which US agencies must have closed it; null: not listed, or not known. */
  exploitedDueOn: Day.nullable().default(null),
  severity: z.string().nullable(),
  cwes: z.array(z.string()),
  url: z.string(),
  /** Names of the sources that count what may be installed in. */
  sources: z.array(z.string()).default([]),
  /** Names of the sources that speak of the flaw and leave what may be installed out. */
  doubters: z.array(z.string()).default([]),
});
export type Finding = z.infer<typeof Finding>;

/** What one candidate release of one component came to. */
export const Judgement = z.object({
  product: ProductId,
  /** Null where the component could not be judged by version. */
  version: z.string().nullable(),
  answer: Answer,
  reason: ReasonCode,
});
export type Judgement = z.infer<typeof Judgement>;

/** A version that nobody sees from outside and that the maintainer states. */
export const StatedVersion = z.object({
  /** What the maintainer states it with. */
  kind: AttestationKind.default('statement'),
  product: ProductId,
  version: z.string(),
  author: z.string(),
  made: Day,
  expires: Day,
});
export type StatedVersion = z.infer<typeof StatedVersion>;

/** The last day on which a support line that may be installed gets security fixes, where a day is published. */
export const SupportEnd = z.object({
  product: ProductId,
  branch: z.string(),
  on: Day,
});
export type SupportEnd = z.infer<typeof SupportEnd>;

/** A flaw that the installed release is the first of its line to fix, and that became public only after that release. */
export const FixedAhead = z.object({
  product: ProductId,
  published: Day,
  /** The releases that have it. */
  versions: z.array(z.string()),
});
export type FixedAhead = z.infer<typeof FixedAhead>;

export const Verdict = z.object({
  answer: Answer,
  /** The first rule that fits, of the worst component. */
  reason: ReasonCode,
  /** The component that decided; null where none was found. */
  product: ProductId.nullable(),
  nextStep: NextStep,
  findings: z.array(Finding),
  judgements: z.array(Judgement),
  /** What the judgements rest on besides the scan; a version that was seen exactly needs no statement. */
  stated: z.array(StatedVersion).default([]),
  /** Of every support line among the candidates, by product; the earliest first. */
  supportEnds: z.array(SupportEnd).default([]),
  /** What an update to the installed release fixed before the world knew of it; left out where there is nothing. */
  fixedAhead: z.array(FixedAhead).optional(),
});
export type Verdict = z.infer<typeof Verdict>;
