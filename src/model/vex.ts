import { z } from 'zod';
import { Instant } from './time.ts';
import { Finding } from './verdict.ts';

/** OpenVEX 0.2.0, as far as we write it: https://github.com/openvex/spec */
const Statement = z
  .strictObject({
    vulnerability: z.strictObject({
      '@id': z.string().optional(),
      name: z.string().min(1),
      aliases: z.array(z.string()),
    }),
    products: z
      .array(
        z.strictObject({
          '@id': z.string().describe('The shop.'),
          subcomponents: z
            .array(z.strictObject({ '@id': z.string().describe('Package URL of a release that may be installed.') }))
            .optional(),
        }),
      )
      .min(1),
    status: Finding.shape.status,
    status_notes: z.string().optional(),
    justification: z.literal('vulnerable_code_not_present').optional(),
    action_statement: z.string().optional(),
  })
  .refine(({ status, justification }) => (status === 'not_affected') === (justification !== undefined), {
    error: 'not_affected, and nothing else, has a justification',
  })
  .refine(({ status, action_statement }) => (status === 'affected') === (action_statement !== undefined), {
    error: 'affected, and nothing else, has an action statement',
  });
export type Statement = z.infer<typeof Statement>;

/** `sites/<id>/vex.json`. */
export const Vex = z.strictObject({
  '@context': z.literal('https://openvex.dev/ns/v0.2.0'),
  '@id': z.string().describe("The document's own address; the same in every version."),
  author: z.string().min(1),
  role: z.string(),
  timestamp: Instant.describe('When anything in it last changed.'),
  version: z.number().int().min(1).describe('Seconds from 1970 to the timestamp: it grows with every change.'),
  tooling: z.string(),
  statements: z.array(Statement).min(1),
});
export type Vex = z.infer<typeof Vex>;
