import { z } from 'zod';
import { EventData, HistoryEvent } from './history.ts';
import { Answer, ReasonCode } from './verdict.ts';

/** A reason in general words: what `after-patch` shows while the answer is no. */
export const GeneralReason = z.enum(['not-reached', 'not-confirmed', 'not-up-to-date']);
export type GeneralReason = z.infer<typeof GeneralReason>;

/** A reason the pages give themselves: no report, one that is too old, or a site that is no longer listed. */
export const OwnReason = z.enum(['not-checked', 'check-overdue', 'not-monitored']);
export type OwnReason = z.infer<typeof OwnReason>;

export const PublicReason = z.enum([...ReasonCode.options, ...GeneralReason.options, ...OwnReason.options]);
export type PublicReason = z.infer<typeof PublicReason>;

/** What a history event says in public. */
export const PublicEventData = z.union([
  EventData,
  z.object({ kind: z.literal('answer-changed'), answer: Answer, reason: GeneralReason.nullable() }),
  z.object({ kind: z.literal('withheld') }),
]);
export type PublicEventData = z.infer<typeof PublicEventData>;

/** A history event as the public may see it: one line of a site's history.jsonl. */
export const PublicEvent = z.object({
  ...HistoryEvent.shape,
  data: PublicEventData,
  salt: HistoryEvent.shape.salt
    .optional()
    .describe('There where the event is shown as it was recorded: with it, anyone can check the hash.'),
  previous: HistoryEvent.shape.previous
    .optional()
    .describe('Hash of the event before; missing where only answers are shown.'),
});
export type PublicEvent = z.infer<typeof PublicEvent>;
