import { z } from 'zod';
import { PublicReason } from './disclosed.ts';
import { SourceState } from './facts.ts';
import { InstalledProduct } from './history.ts';
import { SiteId, SitePromise } from './site.ts';
import { Day, Instant } from './time.ts';
import { Answer, NextStep } from './verdict.ts';

/** The dead-man switch: when nobody checks any more, a published answer ends by itself. */
const expiry = {
  nextCheckDueAt: Instant.nullable().describe('When the next check is due; null: none is.'),
  staleAt: Instant.nullable().describe('Two rounds after the last check. If now is after it, treat the answer as no.'),
  answerAfterStaleAt: z.literal('no').describe('The answer if now is after staleAt, whatever "answer" says.'),
};

/** A source of facts for machines. */
export const SourceStatus = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: SourceState.shape.kind,
  fetchedAt: Instant.describe('When its facts were last true; of several products the oldest.'),
  licence: z.string(),
  url: z.string(),
  maxAgeMs: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe('Milliseconds from which its word no longer counts; null: the scan that wrote the data did not say.'),
  stale: z.boolean().describe('Older than that.'),
  standsIn: z.boolean().describe('It gave no usable answer at the last scan: its last good copy is used.'),
});
export type SourceStatus = z.infer<typeof SourceStatus>;

/** A site's answer for machines. Null: withheld, or not known. */
export const StatusEntry = z.strictObject({
  schemaVersion: z.literal(1),
  site: SiteId,
  name: z.string(),
  url: z.string().nullable().describe('The shop.'),
  page: z.string().describe('Its page.'),
  asOf: Instant.describe('The run that this was computed for.'),
  checkedAt: Instant.nullable(),
  ...expiry,
  seenAt: Instant.nullable().describe('When the shop was last seen well.'),
  answer: Answer,
  reason: PublicReason.nullable(),
  nextStep: NextStep.nullable(),
  promise: SitePromise.nullable(),
  products: z.array(z.string()).nullable(),
  installed: z.array(InstalledProduct).nullable().describe('Per product the releases that fit all evidence.'),
  endedOn: Day.nullable().describe('Set where the site is no longer monitored.'),
  sources: z.array(SourceStatus).nullable().describe('By what it was judged.'),
});
export type StatusEntry = z.infer<typeof StatusEntry>;

/** `sites/<id>/status.json`. */
export const SiteStatus = z.strictObject({ $schema: z.string(), ...StatusEntry.shape });
export type SiteStatus = z.infer<typeof SiteStatus>;

/** `status.json`: all answers for machines. */
export const AllStatus = z.strictObject({
  $schema: z.string(),
  schemaVersion: z.literal(1),
  generator: z.literal('Patchproof'),
  title: z.string(),
  url: z.string(),
  asOf: Instant,
  ...expiry,
  sources: z.array(SourceStatus).describe('Of the facts behind all answers that show theirs.'),
  sites: z.array(StatusEntry),
});
export type AllStatus = z.infer<typeof AllStatus>;
