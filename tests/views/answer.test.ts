import { describe, expect, it } from 'vitest';
import { NextStepCode, ReasonCode } from '../../src/model/verdict.ts';
import { explainReport, explainSite } from '../../src/views/answer.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleComponent, sampleEvent, sampleFinding, sampleReport, sampleSite, today } from './samples.ts';

const setting = { events: [], today, words: en };

/** Words that never stand above the fold. */
const forbidden = /vulnerab|\bCVE\b|semver|endpoint|null|undefined|you are safe|hack/i;

describe('explainReport', () => {
  it.each(ReasonCode.options)('has a sentence and five words for %s, whatever is missing', (reason) => {
    for (const components of [[], [sampleComponent({ versions: [] })], [sampleComponent()]]) {
      const report = sampleReport({ reason, nextStep: { code: 'keep-going', params: {} } }, components);
      const explanation = explainReport(report, setting);
      expect(explanation.reason).toMatch(/^[A-Z].*\.$/);
      expect(explanation.reason).not.toMatch(forbidden);
      expect(explanation.short?.split(' ').length).toBeLessThanOrEqual(5);
    }
  });

  it.each(NextStepCode.options)('says what to do for %s, whatever is missing', (code) => {
    for (const components of [[], [sampleComponent()]]) {
      const { nextStep } = explainReport(sampleReport({ nextStep: { code, params: {} } }, components), setting);
      expect(nextStep).toMatch(/^[A-Z].*\.$/);
      expect(nextStep).not.toMatch(forbidden);
    }
  });

  it('names the installed and the secure version, and how long that one is out', () => {
    const { word, reason, nextStep, shape } = explainReport(sampleReport(), setting);
    expect(word).toBe('No');
    expect(reason).toBe('It runs PrestaShop 8.1.5; the secure version is 8.1.6, out for 3 days.');
    expect(nextStep).toBe('Update PrestaShop to 8.1.6.');
    expect(shape.name).toBe('no');
  });

  it('names every product of a yes, and how fast the last update came', () => {
    const components = [
      sampleComponent({ product: 'wordpress', versions: ['7.0.6'] }),
      sampleComponent({ product: 'woocommerce', versions: ['10.5.3'] }),
    ];
    const nextStep = { code: 'keep-going' as const, params: { releasedOn: '2026-03-04' } };
    const report = sampleReport({ answer: 'yes', reason: 'current', product: 'woocommerce', nextStep }, components);
    const installed = (version: string) => [{ product: 'woocommerce', versions: [version] }];
    const events = [
      sampleEvent(0, { kind: 'version-changed', installed: installed('10.5.2') }, '2026-01-10T06:00:00.000Z'),
      sampleEvent(1, { kind: 'version-changed', installed: installed('10.5.3') }, '2026-03-05T06:00:00.000Z'),
    ];
    expect(explainReport(report, { ...setting, events }).reason).toBe(
      'It runs WordPress 7.0.6 and WooCommerce 10.5.3, each the newest version. Last update: 5 March, 1 day after it came out.',
    );
  });

  it('praises an update that took a flaw away before it became public, and only that', () => {
    const nextStep = { code: 'keep-going' as const, params: {} };
    const flaw = { product: 'prestashop', published: '2026-03-07', versions: ['8.1.3', '8.1.4'] };
    const installed = (version: string) => [{ product: 'prestashop', versions: [version] }];
    const tell = (from: string, on: string, fixedAhead = [flaw]) => {
      const events = [
        sampleEvent(0, { kind: 'version-changed', installed: installed(from) }, '2026-01-10T06:00:00.000Z'),
        sampleEvent(1, { kind: 'version-changed', installed: installed('8.1.5') }, `${on}T06:00:00.000Z`),
      ];
      const report = sampleReport({ answer: 'yes', reason: 'current', nextStep, fixedAhead });
      return explainReport(report, { ...setting, events }).reason;
    };
    expect(tell('8.1.4', '2026-03-06')).toBe(
      'It runs PrestaShop 8.1.5, the newest version. Last update: 6 March. Updated before the flaw became public.',
    );
    expect(tell('8.1.4', '2026-03-07')).not.toContain('before');
    expect(tell('9.0.0', '2026-03-06')).not.toContain('before');
    expect(tell('8.1.4', '2026-03-06', [{ ...flaw, product: 'other' }])).not.toContain('before');
  });

  it('says above all else that criminals are at it, where a flaw that the shop has is used', () => {
    const findings = [sampleFinding({ exploitedSince: '2026-11-20' })];
    expect(explainReport(sampleReport({ findings }), setting).reason).toMatch(
      / Criminals are now using a flaw that this shop has\.$/,
    );
    const attested = findings.map((one) => ({ ...one, status: 'fixed' as const, because: 'attested' as const }));
    expect(explainReport(sampleReport({ findings: attested }), setting).reason).not.toContain('Criminals');
  });

  it('tells nobody to install what the vendor installs', () => {
    const components = [sampleComponent({ product: 'shopify', vendorHosted: true, versions: [] })];
    const nextStep = { code: 'keep-going' as const, params: {} };
    const verdict = { answer: 'yes' as const, reason: 'vendor-hosted' as const, nextStep };
    expect(explainReport(sampleReport(verdict, components), setting).nextStep).toBe(
      'Nothing is missing. The vendor installs updates by itself.',
    );
  });

  it.each([
    ['2026-03-05', 'Last update: 5 March, the day it came out.'],
    [undefined, 'Last update: 5 March.'],
    // seen before the release was dated: the data is late, not the shop early
    ['2026-03-09', 'Last update: 5 March.'],
  ])('tells an update to a version that came out on %s', (releasedOn, text) => {
    const params: Record<string, string> = releasedOn === undefined ? {} : { releasedOn };
    const nextStep = { code: 'keep-going' as const, params };
    const report = sampleReport({ answer: 'yes', reason: 'current', nextStep });
    const installed = (version: string) => [{ product: 'prestashop', versions: [version] }];
    const events = [
      sampleEvent(0, { kind: 'version-changed', installed: installed('8.1.4') }, '2026-01-10T06:00:00.000Z'),
      sampleEvent(1, { kind: 'version-changed', installed: installed('8.1.5') }, '2026-03-05T06:00:00.000Z'),
    ];
    expect(explainReport(report, { ...setting, events }).reason).toBe(
      `It runs PrestaShop 8.1.5, the newest version. ${text}`,
    );
  });

  it('calls nothing an update that was there from the start', () => {
    const report = sampleReport({ answer: 'yes', reason: 'current', nextStep: { code: 'keep-going', params: {} } });
    const installed = [{ product: 'prestashop', versions: ['8.1.5'] }];
    const events = [sampleEvent(0, { kind: 'version-changed', installed })];
    expect(explainReport(report, { ...setting, events }).reason).toBe('It runs PrestaShop 8.1.5, the newest version.');
  });

  it('shows both candidates of an ambiguous version', () => {
    const components = [sampleComponent({ product: 'magento', versions: ['2.4.7', '2.4.7-p1'] })];
    const judgements = [
      { product: 'magento', version: '2.4.7', answer: 'no' as const, reason: 'update-missing' as const },
      { product: 'magento', version: '2.4.7-p1', answer: 'yes' as const, reason: 'secure' as const },
    ];
    const nextStep = { code: 'settle-version' as const, params: { product: 'magento' } };
    const verdict = { reason: 'version-ambiguous' as const, product: 'magento', judgements, nextStep };
    const explanation = explainReport(sampleReport(verdict, components), setting);
    expect(explanation.reason).toBe(
      'From outside it is either Magento 2.4.7 or 2.4.7-p1, and only the newer one is secure. Whoever runs the shop can settle this.',
    );
    expect(explanation.nextStep).toBe('Whoever runs the shop states which one is installed: 2.4.7 or 2.4.7-p1.');
    expect(explanation.shape.name).toBe('unconfirmed');
  });

  it('does not call the newer one secure where the older one is', () => {
    const components = [sampleComponent({ versions: ['8.1.5', '8.1.6'] })];
    const judgements = [
      { product: 'prestashop', version: '8.1.5', answer: 'yes' as const, reason: 'secure' as const },
      { product: 'prestashop', version: '8.1.6', answer: 'no' as const, reason: 'known-advisory' as const },
    ];
    const verdict = { reason: 'version-ambiguous' as const, judgements };
    expect(explainReport(sampleReport(verdict, components), setting).reason).toContain(
      'either PrestaShop 8.1.5 or 8.1.6, and not all of them are secure.',
    );
  });

  it('names both voices where the sources disagree', () => {
    const components = [sampleComponent({ product: 'wordpress', versions: ['7.0.6'] })];
    const nextStep = { code: 'ask-vendor' as const, params: { product: 'wordpress' } };
    const findings = [
      sampleFinding({ product: 'wordpress', sources: ['OSV', 'GitHub Advisory Database (CC-BY-4.0)'] }),
    ];
    const verdict = { reason: 'sources-disagree' as const, nextStep, findings };
    const { reason, nextStep: step } = explainReport(sampleReport(verdict, components), setting);
    expect(reason).toBe(
      'According to WordPress, WordPress 7.0.6 is secure; according to OSV and GitHub, it has a flaw. The stricter word counts.',
    );
    expect(step).toMatch(/^Ask WordPress whether WordPress 7\.0\.6 has this flaw/);
  });

  it('says so where the version is stated and not seen', () => {
    const components = [sampleComponent({ product: 'sylius', versions: [] })];
    const stated = [
      {
        kind: 'statement' as const,
        product: 'sylius',
        version: '2.0.17',
        author: 'Acme Web',
        made: '2026-11-20',
        expires: '2027-01-31',
      },
    ];
    const nextStep = { code: 'keep-going' as const, params: { product: 'sylius' } };
    const verdict = { answer: 'yes' as const, reason: 'secure' as const, product: 'sylius', nextStep, stated };
    expect(explainReport(sampleReport(verdict, components), setting).reason).toBe(
      'It runs Sylius 2.0.17, a secure version. Acme Web states this version; the check does not see it.',
    );
  });

  it('says that two platforms show, not two versions, beside one that its vendor runs', () => {
    const components = [sampleComponent({ product: 'shopify', vendorHosted: true, versions: [], conflict: true })];
    const nextStep = { code: 'resolve-conflict' as const, params: { product: 'shopify' } };
    const verdict = { reason: 'conflicting-evidence' as const, product: 'shopify', nextStep };
    const { reason, nextStep: step } = explainReport(sampleReport(verdict, components), setting);
    expect(reason).toMatch(/^The shop shows marks of Shopify and of another platform/);
    expect(step).toMatch(/^Whoever runs the shop removes what is left/);
  });

  it('says where the version is read', () => {
    const components = [sampleComponent({ product: 'sylius', versions: [] })];
    const params = { product: 'sylius', place: 'composer', package: 'sylius/sylius' };
    const nextStep = { code: 'attest-version' as const, params };
    const verdict = { reason: 'unknown-version' as const, product: 'sylius', nextStep };
    expect(explainReport(sampleReport(verdict, components), setting).nextStep).toBe(
      'Whoever runs the shop states which version of Sylius is installed. On the server, “composer show sylius/sylius” prints it.',
    );
  });

  it('names the line that ended', () => {
    const params = { product: 'prestashop', version: '8.2.7', branch: '1.7' };
    const report = sampleReport({ reason: 'end-of-life', nextStep: { code: 'change-branch', params } });
    expect(explainReport(report, setting).reason).toBe(
      'PrestaShop 1.7 no longer gets security updates. Staying on it cannot become a yes.',
    );
  });

  it('keeps ids out of the sentences', () => {
    const params = { product: 'magento', ids: 'APSB26-92, CVE-2026-1' };
    const components = [sampleComponent({ product: 'magento', versions: ['2.4.9'] })];
    const verdict = { reason: 'patch-level-unproven' as const, nextStep: { code: 'apply-patch' as const, params } };
    const { reason, nextStep, ids } = explainReport(
      sampleReport({ ...verdict, product: 'magento' }, components),
      setting,
    );
    expect(`${reason} ${nextStep}`).not.toMatch(/APSB|CVE/);
    expect(reason).toContain('Adobe has since published fixes that do not show in it');
    expect(ids).toBe('APSB26-92, CVE-2026-1');
  });
});

describe('explainSite', () => {
  it('is a no in general words where details are withheld', () => {
    const site = sampleSite({ report: null, withheld: true, reason: 'not-up-to-date', products: ['prestashop'] });
    const { reason, nextStep, ids } = explainSite(site, today, en);
    expect(reason).toBe('It does not run the latest secure version of PrestaShop.');
    expect(nextStep).toBe('Install the latest secure version of PrestaShop.');
    expect(ids).toBeNull();
  });

  it('tells no reason where only the answer may be shown', () => {
    const site = sampleSite({ report: null, withheld: true, reason: null, products: [] });
    const explanation = explainSite(site, today, en);
    expect(explanation.reason).toBeNull();
    expect(explanation.nextStep).toBe(en.withheldStep);
    expect(explanation.shape.name).toBe('no');
  });

  it('does not repeat an old report once its check is overdue', () => {
    const explanation = explainSite(sampleSite({ reason: 'check-overdue' }), today, en);
    expect(explanation.reason).not.toContain('8.1.5');
    expect(explanation.shape.name).toBe('unconfirmed');
  });
});
