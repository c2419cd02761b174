import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/model/identification.ts';
import { NextStepCode, ReasonCode } from '../../src/model/verdict.ts';
import { explainReport, explainSite } from '../../src/views/answer.ts';
import type { PublicReason } from '../../src/views/disclose.ts';
import { en } from '../../src/views/wording/en.ts';
import { type Wording, wordings } from '../../src/views/wording/index.ts';
import { sampleComponent, sampleFinding, sampleReport, sampleSite, today } from './samples.ts';

/** Words for those who know, marks of missing fillings, and slips of the keyboard; in every language. */
const forbidden =
  /vulnerab|vuln[eé]rab|verwundbar|kwetsbaar|\bCVE\b|semver|endpoint|exploit|undefined|\bnull\b|\[object|\bhack| {2}|\.\.|\s[.,]| [;:?!]|you are safe/i;

/** The same that are words of another meaning elsewhere. */
const forbiddenInEnglish = /attest|advisor/i;

/** Longest sentence, in words. */
const longest = 35;

function expectPlain(text: string): void {
  expect(text).toMatch(/^\p{Lu}/u);
  expect(text).toMatch(/\.$/);
  expect(text).not.toMatch(forbidden);
  expect(text).not.toContain('NaN');
  const sentences = text.split(/(?<=\.) /);
  expect(sentences.filter((sentence) => sentence.split(' ').length > longest)).toEqual([]);
}

const full = {
  product: 'magento',
  version: '2.4.8-p5',
  newest: '2.4.9',
  branch: '2.4.7',
  releasedOn: '2026-11-19',
  ids: 'APSB26-92, CVE-2026-1',
  source: 'OSV',
  days: '9',
  shipped: 'yes',
  url: 'https://moved.example/',
  optedOut: 'yes',
  place: 'composer',
  package: 'magento/product-community-edition',
};

/** Every next step's fillings: none, all, and all but each one. */
const params: Record<string, string>[] = [
  {},
  full,
  ...Object.keys(full).map((left) => Object.fromEntries(Object.entries(full).filter(([key]) => key !== left))),
  { ...full, releasedOn: today },
  { ...full, releasedOn: 'nonsense', days: 'x' },
];

const magento = (more: Partial<Component>) => sampleComponent({ product: 'magento', ...more });

/** What may be found: nothing, one product with no, one, two or many versions, two products, a hosted one. */
const findings: Component[][] = [
  [],
  [magento({ versions: [] })],
  [magento({ versions: [], claimed: '2.4' })],
  [magento({ versions: ['2.4.7-p1'] })],
  [magento({ versions: ['2.4.7', '2.4.7-p1'] })],
  [magento({ versions: ['2.4.6', '2.4.7', '2.4.7-p1', '2.4.7-p2', '2.4.7-p3'] })],
  [sampleComponent({ product: 'drupal', versions: ['10.4.10'] }), magento({ versions: ['2.4.9'] })],
  [sampleComponent({ product: 'shopify', vendorHosted: true, versions: [], conflict: true })],
];

const flaws = [
  [],
  [sampleFinding({ product: 'magento', sources: ['OSV', 'CVE List'], exploitedSince: '2026-11-20' })],
  [sampleFinding({ product: 'magento' }), sampleFinding({ product: 'magento', id: 'GHSA-2' })],
];

/** The answers that candidates come to: none, the newer one only, the older one only, all. */
const yeses = [[], ['2.4.7-p1'], ['2.4.7'], ['2.4.6', '2.4.7', '2.4.7-p1', '2.4.7-p2', '2.4.7-p3', '2.4.9']];

/** Each finding with each set of flaws, and with each set of candidates that are a yes. */
const situations = findings.flatMap((components) => [
  ...flaws.map((found) => ({ components, found, yes: [] as string[] })),
  ...yeses.map((yes) => ({ components, found: [], yes })),
]);

/** One of each finding: nothing else decides which step is told. */
const few = situations.filter(({ found, yes }) => found.length === 0 && yes.length === 0);

interface Telling {
  code: NextStepCode;
  filling: Record<string, string>;
  among?: typeof situations;
}

function tell(reason: ReasonCode, { code, filling, among = situations }: Telling, words: Wording): string[] {
  return among.flatMap(({ components, found, yes }) => {
    const judgements = yes.map((version) => ({
      product: 'magento',
      version,
      answer: 'yes' as const,
      reason: 'secure' as const,
    }));
    const answer = ['secure', 'current', 'vendor-hosted'].includes(reason) ? ('yes' as const) : ('no' as const);
    const nextStep = { code, params: filling };
    const product = components[0]?.product ?? null;
    const verdict = { answer, reason, product, judgements, findings: found, nextStep };
    const explanation = explainReport(sampleReport(verdict, components), { events: [], today, words });
    return [explanation.reason ?? '', explanation.nextStep];
  });
}

describe.each(Object.values(wordings))('$language: reasons and next steps, whatever is known or missing', (words) => {
  it.each(ReasonCode.options)('%s', (reason) => {
    const told = new Set([
      ...params.flatMap((filling) => tell(reason, { code: 'update', filling }, words)),
      ...NextStepCode.options.flatMap((code) =>
        [{}, full].flatMap((filling) => tell(reason, { code, filling, among: few }, words)),
      ),
    ]);
    expect(told.size).toBeGreaterThan(NextStepCode.options.length);
    for (const text of told) {
      expectPlain(text);
      if (words === en) expect(text).not.toMatch(forbiddenInEnglish);
    }
  });

  const general: (PublicReason | null)[] = [
    null,
    'not-reached',
    'not-confirmed',
    'not-up-to-date',
    'not-checked',
    'check-overdue',
    'not-monitored',
  ];
  it.each(general)('%s, where details are withheld', (reason) => {
    for (const products of [[], ['magento'], ['woocommerce', 'wordpress']]) {
      const site = sampleSite({ report: null, withheld: true, reason, products });
      const explanation = explainSite(site, today, words);
      if (explanation.reason !== null) expectPlain(explanation.reason);
      expectPlain(explanation.nextStep);
    }
  });
});

it('forbids what it says it forbids', () => {
  for (const text of [
    'It has a vulnerability.',
    'Update to undefined.',
    'Two  spaces.',
    'Twice..',
    'no capital.',
    'No stop',
  ])
    expect(() => expectPlain(text)).toThrow();
  expect(() => expectPlain(`${'Long '.repeat(36)}.`)).toThrow();
});
