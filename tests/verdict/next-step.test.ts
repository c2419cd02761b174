import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { embeddedFacts } from '../../src/embedded.ts';
import { platforms } from '../../src/platforms/index.ts';
import { judgeVisit } from '../../src/scan/site.ts';
import { ecwid, filesOf, html, judge, stated, wordpress } from '../identify/judged.ts';
import { context, snapshot } from '../identify/shop.ts';

const using = context();

describe('what the page advises leads to a yes, or says that nothing does', () => {
  const opencart = html(
    '<script src="/catalog/view/javascript/common.js"></script><link href="/catalog/view/theme/x.css">',
  );
  const shopware5 = html(
    '<body class="is--ctl-index is--act-index"><link href="/web/cache/1712345678_4d9a1b2c3e5f60718293a4b5c6d7e8f9.css">',
  );
  const magento1 = html(
    '<link href="/skin/frontend/rwd/default/css/styles.css"><script src="/js/varien/js.js"></script>',
  );
  const oscommerce = html('', [['set-cookie', 'osCsid=1']]);
  test.each([
    ['opencart', opencart, '3.0.3.8'],
    ['shopware5', shopware5, '5.6.0'],
    ['magento1', magento1, '1.9.3.0'],
    ['oscommerce', oscommerce, '2.3.3.4'],
    ['eccube', html('<meta name="eccube-csrf-token" content="x">'), '4.2.3'],
  ])('%s is not told to update to a release that is a no itself', (product, home, version) => {
    const { nextStep } = judge(home, () => undefined, [stated({ version })]).verdict;
    const target = nextStep.params.version;
    expect(target === undefined ? 'yes' : using.outcome(product, target)).toBe('yes');
  });

  test('two releases that are both a no are not to be told apart "to make this a yes"', () => {
    const shop = judge(oscommerce, filesOf('oscommerce', '2.3.4.1'));
    expect(shop.verdict.nextStep.code).not.toBe('settle-version');
  });

  test('a real release that the release data lacks is told to update, not to state itself', () => {
    const page = `${wordpress}<meta name="generator" content="WooCommerce 3.9.1"><script src="/wp-content/plugins/woocommerce/assets/js/frontend/cart.min.js?ver=3.9.1"></script>`;
    const { verdict } = judge(
      html(page),
      (path) => filesOf('woocommerce', '3.9.1')(path) ?? filesOf('wordpress', '7.1.0')(path),
    );
    expect([verdict.reason, verdict.nextStep.code]).not.toEqual(['version-not-known', 'attest-version']);
  });

  test('a shop embedded in a patched WordPress is no contradiction of two versions', () => {
    const { verdict } = judge(html(wordpress + ecwid), filesOf('wordpress', '7.1.0'));
    expect(verdict.reason).not.toBe('conflicting-evidence');
  });

  test.each(
    platforms.filter(({ id, vendorHosted }) => vendorHosted !== true && embeddedFacts(id) === null).map(({ id }) => id),
  )('%s, whose releases Patchproof does not know, is not sent to the makers or to another platform', (product) => {
    const component = {
      product,
      vendorHosted: false,
      embedded: false,
      versionPlace: null,
      edition: null,
      versions: ['1.0.0'],
      conflict: false,
      claimed: null,
      corroborated: true,
      confidence: 1,
      evidence: [],
    };
    const report = judgeStated(component);
    expect(report.reason).toBe('no-release-data');
    expect(report.nextStep.code).not.toBe('ask-vendor');
  });

  test('a statement spelled 7.1.0 is the release 7.1, not a conflict', () => {
    expect(judge(html(wordpress), () => undefined, [stated({ version: '7.1.0' })]).verdict.answer).toBe('yes');
  });

  test('the owner names Magento 1 where its fork is seen: one product, not two', () => {
    const platform = 'magento1';
    const config = parseConfig(
      `title: T\nurl: https://s.example/\ncontact: a@example.com\nsites:\n  - { id: shop, url: "https://shop.example/", platform: ${platform} }\n`,
      'sites.yaml',
    );
    const home = html('<script src="/js/varien/js.js"></script><link href="/skin/frontend/rwd/default/a.css">', [
      ['set-cookie', 'om_frontend=1'],
    ]);
    const site = config.sites[0];
    if (site === undefined) throw new Error();
    const report = judgeVisit(
      site,
      {
        snapshot: snapshot([home]),
        earlier: { report: null, seenAt: null },
        attested: { attestations: [], problems: [], copies: {} },
      },
      { config, now: '2026-08-22T10:00:00.000Z', judgeSourceAge: false, factsOf: embeddedFacts, platforms },
    );
    const unseen = report.identification.components.find(({ product }) => product === platform);
    expect(unseen).toBeUndefined();
  });

  test('OpenMage 20.18.0 behind a cache that drops cookies is not called Magento 1', () => {
    const home = html(
      '<link href="/skin/frontend/rwd/default/css/styles.css"><script src="/js/varien/js.js"></script><script>Mage.Cookies.path     = "/";</script>',
    );
    const { verdict } = judge(home, filesOf('openmage', '20.18.0'));
    expect(verdict.nextStep.params.versions ?? '').not.toContain('20.18.0');
  });

  test('no day is invented for a release whose day is not known', () => {
    const page = `${wordpress}<meta name="generator" content="WooCommerce 10.9.4"><script src="/wp-content/plugins/woocommerce/assets/js/frontend/cart.min.js?ver=10.9.4"></script>`;
    const { verdict } = judge(html(page), filesOf('wordpress', '7.1.0'));
    expect(verdict.nextStep.params).toMatchObject({ version: '11.1.2' });
    expect(verdict.nextStep.params.releasedOn).toBeUndefined();
  });
});

import type { Component } from '../../src/model/identification.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { policy } from '../identify/judged.ts';

function judgeStated(component: Component) {
  return reachVerdict(
    { outcome: 'seen', identification: { components: [component], withheld: [] }, problems: [] },
    { facts: embeddedFacts, attestations: [], policy, now: '2026-08-22T10:00:00.000Z', judgeSourceAge: false },
  );
}
