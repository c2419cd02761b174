import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ReasonCode, Verdict } from '../../src/model/verdict.ts';

const Case = z.object({
  platform: z.string(),
  version: z.string(),
  asOf: z.iso.date(),
  expected: z.enum(['yes', 'no']),
  because: z.string(),
  trap: z.string().optional(),
});
export type Case = z.infer<typeof Case>;

/** What must come out for a release of a platform on a day. */
export const { cases } = z
  .object({ cases: z.array(Case) })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/verdict-cases.json', import.meta.url), 'utf8')));

/** product.md, "Mapping of `because` in the verdict cases". */
const reasons: Record<string, ReasonCode[]> = {
  latest: ['current'],
  'supported-and-no-known-flaw': ['secure'],
  'superseded-security-release': ['update-missing'],
  'branch-eol': ['end-of-life'],
  'known-advisory': ['known-advisory', 'patch-level-unproven'],
  'pre-release': ['pre-release'],
  'version-not-known': ['version-not-known'],
};

/** Whether a verdict is what the case expects, with a reason of that name. */
export function meets({ answer, reason }: Verdict, { expected, because }: Case): boolean {
  return answer === expected && reasons[because]?.includes(reason) === true;
}
