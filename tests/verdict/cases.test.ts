import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { embeddedFacts } from '../../src/embedded.ts';
import type { ReasonCode } from '../../src/model/verdict.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { component, policy } from './situation.ts';

const { cases } = z
  .object({
    cases: z.array(
      z.object({
        platform: z.string(),
        version: z.string(),
        asOf: z.iso.date(),
        expected: z.enum(['yes', 'no']),
        because: z.string(),
        trap: z.string().optional(),
      }),
    ),
  })
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

describe('verdict cases', () => {
  it('are all there', () => expect(cases).toHaveLength(72));

  it.each(cases)('$platform $version on $asOf: $expected, $because', (entry) => {
    const verdict = reachVerdict(
      {
        outcome: 'seen',
        identification: { components: [component([entry.version], { product: entry.platform })], withheld: [] },
        problems: [],
      },
      { facts: embeddedFacts, attestations: [], policy, now: `${entry.asOf}T23:59:59.000Z`, judgeSourceAge: false },
    );
    expect({ answer: verdict.answer, fits: reasons[entry.because]?.includes(verdict.reason) }, verdict.reason).toEqual({
      answer: entry.expected,
      fits: true,
    });
    if (verdict.answer === 'no') expect(verdict.nextStep.code).not.toBe('keep-going');
  });
});
