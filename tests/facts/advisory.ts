import type { Advisory } from '../../src/model/facts.ts';

/** An advisory of which nothing is known but what a test says. */
export function advisory(id: string, more: Partial<Advisory> = {}): Advisory {
  return {
    id,
    aliases: [],
    published: '2026-03-01',
    withdrawn: null,
    ranges: [],
    versions: [],
    knownFalsePositives: [],
    fixKind: null,
    severity: null,
    cwes: [],
    url: `https://example.org/${id}`,
    sources: ['one'],
    ...more,
  };
}

export function ids(advisories: Advisory[]): string[] {
  return advisories.map(({ id }) => id);
}
