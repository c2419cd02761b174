import type { Policy } from '../../src/model/config.ts';
import type { ProductFacts } from '../../src/model/facts.ts';
import type { Component } from '../../src/model/identification.ts';
import type { Attestation } from '../../src/model/site.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { Circumstances } from '../../src/verdict/component.ts';
import { reachVerdict } from '../../src/verdict/index.ts';

export const policy: Policy = {
  sourceMaxAgeMs: 7 * 86_400_000,
  unpublishedNewestMonths: 24,
  unpublishedOtherMonths: 12,
  accept: ['statement'],
};

/** A small product: two branches with windows, three releases each, one flaw in 1.0.0. */
export const facts: ProductFacts = {
  product: 'shop',
  scheme: 'composer',
  dataOn: '2026-06-01',
  releases: [
    { version: '1.0.0', date: '2025-01-10', security: null, openSource: true, prerelease: false },
    { version: '1.0.1', date: '2025-03-10', security: true, openSource: true, prerelease: false },
    { version: '1.0.2', date: '2025-06-10', security: false, openSource: true, prerelease: false },
    { version: '2.0.0', date: '2026-01-10', security: null, openSource: true, prerelease: false },
    { version: '2.0.1', date: '2026-02-10', security: false, openSource: true, prerelease: false },
  ],
  patches: [],
  support: {
    policyPublished: true,
    newestBranchOnly: false,
    branches: [
      { branch: '2.0', securitySupportEnds: '2028-01-31', commerceSupportEnds: null, eol: false },
      { branch: '1.0', securitySupportEnds: '2026-12-31', commerceSupportEnds: '2027-12-31', eol: false },
    ],
  },
  advisories: [],
  exploited: [],
  vendorSecure: [],
  vendorInsecure: [],
  sources: (['advisories', 'releases', 'support'] as const).map((kind) => ({
    id: 'embedded',
    name: 'Embedded facts',
    kind,
    fetchedAt: '2026-06-01T00:00:00.000Z',
    licence: 'MIT',
    url: 'NOTICE',
    problem: null,
  })),
};

export const flaw: ProductFacts['advisories'][number] = {
  id: 'CVE-2026-1',
  aliases: ['GHSA-aaaa-bbbb-cccc', 'BULLETIN-7'],
  published: '2026-03-01',
  withdrawn: null,
  ranges: [{ introduced: '0', fixed: '1.0.1', lastAffected: null }],
  versions: [],
  knownFalsePositives: [],
  fixKind: null,
  severity: null,
  cwes: [],
  url: 'https://example.com/flaw',
  sources: ['test'],
};

export const statement: Attestation = {
  kind: 'statement',
  covers: ['CVE-2026-1'],
  author: 'Acme Web',
  made: '2026-03-05',
  expires: '2026-12-31',
};

export function component(versions: string[], more: Partial<Component> = {}): Component {
  return {
    product: 'shop',
    vendorHosted: false,
    embedded: false,
    versionPlace: null,
    edition: null,
    versions,
    conflict: false,
    claimed: null,
    corroborated: true,
    confidence: 1,
    evidence: [],
    ...more,
  };
}

export interface Situation {
  components: Component[];
  facts?: Partial<ProductFacts> | null;
  now?: string;
  attestations?: Attestation[];
  policy?: Partial<Policy>;
  judgeSourceAge?: boolean;
}

/** Judges components by the small product's facts, changed as the situation says. */
export function judge(situation: Situation): Verdict {
  const known = situation.facts === null ? null : { ...facts, ...situation.facts };
  const circumstances: Circumstances = {
    facts: (product) => (product === 'shop' || product === 'base' ? known : null),
    attestations: situation.attestations ?? [],
    policy: { ...policy, ...situation.policy },
    now: situation.now ?? '2026-04-01T12:00:00.000Z',
    judgeSourceAge: situation.judgeSourceAge ?? false,
  };
  const seen = {
    outcome: 'seen' as const,
    identification: { components: situation.components, withheld: [] },
    problems: [],
  };
  return reachVerdict(seen, circumstances);
}
