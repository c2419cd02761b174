import { describe, expect, it } from 'vitest';
import type { Pull } from '../../src/model/pull.ts';
import type { Report } from '../../src/model/report.ts';
import { needsStatement, type Request, rescan, scanCase } from '../served/scan.ts';
import { type Case, cases, meets } from '../verdict/cases.ts';

/*
 * The verdict cases by the whole path: a shop on loopback that shows its release as installs do, every source on loopback
 * in the shape that it documents, a scan. What sources can tell is withheld from the facts that ship, so it has to arrive by
 * way of them; served/shipped.ts lists what stays shipped, and why. Advisories are served with all that came later: the
 * day on which each was published decides. Releases are served as they stood on the day of the case, as the lists that name
 * no days stand for today. Two of them (WooCommerce, Joomla) are looked at before, on the eve and on the day of the newest.
 * The age of all of it is judged; only WordPress 7.1 is judged so long after the day of the snapshot that it decides.
 */

/** The same scan with other records of all sources. */
function rescanWith(request: Request, change: (records: Pull['records']) => Partial<Pull['records']>): Promise<Report> {
  return rescan(request, (pull) => ({ ...pull, records: { ...pull.records, ...change(pull.records) } }));
}

const endless = { securitySupportEnds: null, commerceSupportEnds: null, eol: false };

/** What can be taken from a scan, and the scan without it. */
const losses = {
  'served releases': (request: Request) => rescanWith(request, () => ({ releases: {}, flags: {} })),
  'served advisories': (request: Request) => rescanWith(request, () => ({ advisories: {} })),
  'served windows': (request: Request) => rescanWith(request, () => ({ support: {} })),
  'ends of served windows': (request: Request) =>
    rescanWith(request, ({ support }) => {
      const opened = Object.entries(support).map(([product, branches]) => {
        return [product, branches.map((branch) => ({ ...branch, ...endless }))] as const;
      });
      return { support: Object.fromEntries(opened) };
    }),
  'shipped advisories': (request: Request) => {
    const bare = (product: string) => {
      const facts = request.shipped?.(product) ?? null;
      return facts && { ...facts, advisories: [] };
    };
    return rescanWith({ ...request, shipped: bare }, () => ({}));
  },
};
type Loss = keyof typeof losses;

/** Losses that are tried: the last two can only matter where a window or a flaw decides. */
function triedOn({ because }: Case): Loss[] {
  return [
    'served releases',
    'served advisories',
    'served windows',
    ...(because === 'branch-eol' ? ['ends of served windows' as const] : []),
    ...(because === 'known-advisory' ? ['shipped advisories' as const] : []),
  ];
}

function nameOf({ platform, version, asOf }: Case): string {
  return `${platform} ${version} ${asOf}`;
}

/** Cases that come out otherwise without it. */
const resting: Record<Loss, string[]> = {
  'served releases': [],
  'served advisories': [],
  'served windows': [],
  'ends of served windows': [],
  'shipped advisories': [],
};

describe('verdict cases, from a shop and its sources', () => {
  it.each(cases)('$platform $version on $asOf: $expected, $because', async (entry) => {
    const { report, request } = await scanCase(entry);
    const { verdict, problems } = report;
    expect(meets(verdict, entry), `${verdict.answer}: ${verdict.reason}`).toBe(true);
    expect(problems).toEqual([]);
    if (verdict.answer === 'no') expect(verdict.nextStep.code).not.toBe('keep-going');
    for (const { id } of request.sources ?? []) {
      // Of what the stand-ins serve nothing may be passed over in silence.
      expect((await request.store.readPull(id))?.problems ?? []).toEqual([]);
    }
    for (const loss of triedOn(entry)) {
      if (!meets((await losses[loss](request)).verdict, entry)) resting[loss].push(nameOf(entry));
    }
  });
});

/* Counts what the cases above found, so it needs all of them to have run. */
describe('what the cases rest on', () => {
  const others = (loss: Loss) => cases.map(nameOf).filter((name) => !resting[loss].includes(name));

  it('releases: 67 come out otherwise without the served ones', () => {
    expect(others('served releases')).toEqual([
      'magento1 1.9.4.5 2020-06-01', // no source lists its releases, nor those of Shopware 5
      'wordpress 7.0-RC1 2026-05-01', // a pre-release by its number
      'wordpress 9.9 2026-08-22', // the older days of WordPress ship: 9.9 is none of them
      'shopware5 5.7.20 2025-06-10',
      'shopware5 5.7.19 2024-07-30',
    ]);
  });

  it('advisories: five of the nine that flaws decide turn without the served ones, and one without those that ship', () => {
    // Adobe's two are on its own pages alone. Of OpenCart's flaws without an end three stand in the CVE List alone, but
    // what is served is enough. A patch without a number that names 2.4.8-p5 ships in any case.
    expect(resting['served advisories']).toEqual([
      'openmage 20.16.0 2026-02-03',
      'prestashop 1.7.8.11 2024-01-04',
      'shopware6 6.4.20.2 2024-01-18',
      'oxid 6.14.3 2025-05-14',
      'cubecart 6.6.2 2026-05-20',
    ]);
    expect(resting['shipped advisories']).toEqual(['magento 2.4.3-p1 2022-02-20']);
  });

  it('windows: a product that publishes them is never supported without; five ends decide', () => {
    // 49 cases are of Magento (16), WordPress (11), WooCommerce on it (4), Drupal (3), Joomla (4), Shopware (8), Sylius (3).
    // Eight of them are a no for the end of support with or without; five are settled before it: two pre-releases and three
    // versions that are no release.
    expect(resting['served windows']).toHaveLength(49 - 8 - 5);
    // WordPress ends a line with the next one, which needs no window; OpenMage's ends ship.
    expect(resting['ends of served windows']).toEqual([
      'magento 2.3.7-p4 2023-01-01',
      'shopware5 5.7.20 2025-06-10',
      'drupal 9.5.11 2023-11-02',
      'drupal 10.4.10 2026-05-22',
      'sylius 2.0.18 2026-07-10',
    ]);
  });

  it('the shop: 21 tell their release without a word of the owner', () => {
    // Five PrestaShops by their cookie; nine of WordPress, one WooCommerce, one Shopware 5, two of Drupal and three of Joomla
    // by a text, where the answer is no: a yes would take bytes of the platform as well, which no test has.
    expect(cases.filter((entry) => !needsStatement(entry))).toHaveLength(5 + 9 + 1 + 1 + 2 + 3);
  });
});
