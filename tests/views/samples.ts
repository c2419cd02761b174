import type { Component } from '../../src/model/identification.ts';
import type { Report } from '../../src/model/report.ts';
import type { ListedSite } from '../../src/model/state.ts';
import type { Finding, Verdict } from '../../src/model/verdict.ts';
import type { KnownSite, PublicEvent, PublicSite } from '../../src/views/disclose.ts';
import { disclose } from '../../src/views/disclose.ts';
import type { Published } from '../../src/views/published.ts';

export const asOf = '2026-11-22T14:05:00.000Z';
export const today = '2026-11-22';

export function sampleComponent(over: Partial<Component> = {}): Component {
  return {
    product: 'prestashop',
    vendorHosted: false,
    embedded: false,
    versionPlace: null,
    edition: null,
    versions: ['8.1.5'],
    conflict: false,
    claimed: null,
    corroborated: true,
    confidence: 0.97,
    evidence: [],
    ...over,
  };
}

export function sampleReport(verdict: Partial<Verdict> = {}, components: Component[] = [sampleComponent()]): Report {
  return {
    schemaVersion: 1,
    site: 'acme',
    asOf,
    seenAt: asOf,
    identification: { components, withheld: [] },
    verdict: {
      answer: 'no',
      reason: 'update-missing',
      product: components[0]?.product ?? null,
      nextStep: { code: 'update', params: { product: 'prestashop', version: '8.1.6', releasedOn: '2026-11-19' } },
      findings: [],
      stated: [],
      supportEnds: [],
      judgements: [],
      ...verdict,
    },
    promise: null,
    problems: [],
    requests: 3,
  };
}

/** A flaw in PrestaShop before 8.1.6. */
export function sampleFinding(over: Partial<Finding> = {}): Finding {
  return {
    product: 'prestashop',
    id: 'GHSA-1',
    aliases: [],
    status: 'affected',
    because: 'version',
    published: '2026-11-19',
    fixedIn: ['8.1.6'],
    fixedOn: null,
    unbounded: false,
    fixKind: null,
    exploitedSince: null,
    exploitedDueOn: null,
    severity: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    cwes: ['CWE-89'],
    url: 'https://advisories.example/1',
    sources: [],
    doubters: [],
    ...over,
  };
}

export const listed: ListedSite = {
  id: 'acme',
  name: 'Acme Shoes',
  url: 'https://acme.example/',
  maintainer: { name: 'Acme Web', email: 'care+shop@acme.example' },
  tags: [],
  disclosure: 'full',
  promise: null,
};

export function sampleKnown(over: Partial<KnownSite> = {}): KnownSite {
  return {
    site: listed,
    endedOn: null,
    override: null,
    report: sampleReport(),
    events: [],
    checkedAt: asOf,
    seenAt: asOf,
    sources: {},
    ...over,
  };
}

export function sampleSite(over: Partial<PublicSite> = {}): PublicSite {
  return { ...disclose(sampleKnown(), 'full'), ...over };
}

export function sampleEvent(sequence: number, data: PublicEvent['data'], at = asOf): PublicEvent {
  return { site: 'acme', sequence, at, data, hash: String(sequence).padStart(64, 'a') };
}

export function samplePublished(sites: PublicSite[] = [sampleSite()]): Published {
  return {
    title: 'Shops of the Valley',
    url: 'https://shops.example.org/status/',
    contact: 'checks@example.org',
    demo: false,
    userAgent: 'Patchproof/0.1 (+https://shops.example.org/)',
    language: 'en',
    languages: ['en'],
    everyMs: 86_400_000,
    asOf,
    sites,
    sources: [],
    timelines: new Map(),
  };
}
