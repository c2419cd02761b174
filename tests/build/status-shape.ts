import { z } from 'zod';

const Source = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['advisories', 'releases', 'support', 'exploited']),
  fetchedAt: z.iso.datetime(),
  licence: z.string(),
  url: z.string(),
  maxAgeMs: z.number().int().positive().nullable(),
  stale: z.boolean(),
  standsIn: z.boolean(),
});

/** What status.json promises to machines. */
export const AllStatus = z.strictObject({
  $schema: z.url(),
  schemaVersion: z.literal(1),
  generator: z.literal('Patchproof'),
  title: z.string(),
  url: z.url(),
  asOf: z.iso.datetime(),
  nextCheckDueAt: z.iso.datetime(),
  staleAt: z.iso.datetime(),
  answerAfterStaleAt: z.literal('no'),
  sources: z.array(Source),
  sites: z.array(
    z.strictObject({
      schemaVersion: z.literal(1),
      site: z.string(),
      name: z.string(),
      url: z.url().nullable(),
      page: z.url(),
      asOf: z.iso.datetime(),
      checkedAt: z.iso.datetime().nullable(),
      nextCheckDueAt: z.iso.datetime().nullable(),
      staleAt: z.iso.datetime().nullable(),
      answerAfterStaleAt: z.literal('no'),
      seenAt: z.iso.datetime().nullable(),
      answer: z.enum(['yes', 'no']),
      reason: z.string().nullable(),
      nextStep: z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
      promise: z
        .strictObject({ by: z.iso.date(), made: z.iso.date().optional(), note: z.string().optional() })
        .nullable(),
      products: z.array(z.string()).nullable(),
      installed: z.array(z.strictObject({ product: z.string(), versions: z.array(z.string()) })).nullable(),
      endedOn: z.iso.date().nullable(),
      sources: z.array(Source).min(1).nullable(),
    }),
  ),
});
