import { z } from 'zod';
import { SiteId } from './site.ts';
import { Day, Instant } from './time.ts';
import { Answer, ReasonCode } from './verdict.ts';

/** One product and the releases it may be, as an event states it. */
export const InstalledProduct = z.object({
  product: z.string(),
  versions: z.array(z.string()),
});
export type InstalledProduct = z.infer<typeof InstalledProduct>;

/** What an event says. Events are changes, never runs. */
export const EventData = z.discriminatedUnion('kind', [
  /** First report of the site, or the first after it was listed again. */
  z.object({ kind: z.literal('monitoring-started') }),
  /** The site left sites.yaml. */
  z.object({ kind: z.literal('monitoring-ended') }),
  /** The answer or its reason is another one. */
  z.object({ kind: z.literal('answer-changed'), answer: Answer, reason: ReasonCode }),
  /** Another product or another set of candidate releases was seen. */
  z.object({ kind: z.literal('version-changed'), installed: z.array(InstalledProduct) }),
  /** A flaw affects what is installed. */
  z.object({ kind: z.literal('advisory-affects'), product: z.string(), advisory: z.string(), published: Day }),
  /** A flaw that affected what was installed does so no more. */
  z.object({ kind: z.literal('advisory-fixed'), product: z.string(), advisory: z.string() }),
  /** A flaw that affects what is installed came on the list of exploited flaws. */
  z.object({ kind: z.literal('advisory-exploited'), product: z.string(), advisory: z.string(), since: Day }),
  /** A date was promised, where none stood. */
  z.object({ kind: z.literal('promise-made'), by: Day }),
  /** Another date took its place; both stay visible. */
  z.object({ kind: z.literal('promise-moved'), from: Day, by: Day }),
  /** The date was taken back without an update. */
  z.object({ kind: z.literal('promise-withdrawn'), by: Day }),
  /** The answer became yes on or before the promised day. */
  z.object({ kind: z.literal('promise-kept'), by: Day }),
  /** The promised day passed and the answer was still no. */
  z.object({ kind: z.literal('promise-overdue'), by: Day }),
  /** A support line that may be installed gets security fixes until `on`, in `days` days or fewer; once for each number. */
  z.object({
    kind: z.literal('support-ending'),
    product: z.string(),
    branch: z.string(),
    on: Day,
    days: z.literal([90, 30, 7]),
  }),
  /** No check got through to the site since `since`, for `days` whole days or more; once for each number. */
  z.object({ kind: z.literal('check-failed'), since: Day, days: z.literal([2, 7, 30]) }),
  /** After `check-failed`: a check got through again. */
  z.object({ kind: z.literal('check-resumed') }),
]);
export type EventData = z.infer<typeof EventData>;

/** One line of `data/history/<site>.jsonl`, in canonical form. */
export const HistoryEvent = z.object({
  site: SiteId,
  /** 0, 1, 2 ... without a gap. */
  sequence: z.number().int().nonnegative(),
  /** The instant of the scan that saw the change. */
  at: Instant,
  data: EventData,
  /** 128 random bits, hex: under the hash, so that a withheld event cannot be guessed from it. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Hash of the event before; 64 zeros for the first. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  /** SHA-256 of the canonical form of all other fields, hex; docs/history.md says how to check it. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;
