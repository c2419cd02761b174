import { describe, expect, it } from 'vitest';
import { embeddedFacts } from '../../src/embedded.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { cases, meets } from './cases.ts';
import { component, policy } from './situation.ts';

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
    expect(meets(verdict, entry), `${verdict.answer}: ${verdict.reason}`).toBe(true);
    if (verdict.answer === 'no') expect(verdict.nextStep.code).not.toBe('keep-going');
  });
});
