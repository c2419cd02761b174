import { expect, it } from 'vitest';
import type { Pull } from '../../src/model/pull.ts';
import type { Report } from '../../src/model/report.ts';
import { rescan, scanCase } from '../served/scan.ts';

/*
 * WooCommerce on WordPress, three months after the day of the snapshot (2026-08-22): what ships is far too old by then, so
 * every kind of facts has to be as fresh as the sources are.
 */

const shop = {
  platform: 'woocommerce',
  version: '11.1.2',
  asOf: '2026-11-24',
  expected: 'yes',
  because: 'latest',
} as const;

function judgementsOf({ verdict }: Report): string[] {
  return verdict.judgements.map(({ product, version, reason }) => `${product} ${version} ${reason}`).sort();
}

type Change = (pull: Pull) => Partial<Pull>;

/** One source as it would be. */
function only(id: string, change: Change): Change {
  return (pull) => (pull.source === id ? change(pull) : {});
}

/** Without what it says in one kind of records. */
function without(kind: 'advisories' | 'releases' | 'support' | 'flags'): Change {
  return ({ records }) => ({ records: { ...records, [kind]: {} } });
}

const ages: [string, Change, string[]][] = [
  // Nobody else tells flaws of WordPress.
  [
    'WordPress.org flags nothing',
    only('wordpress', without('flags')),
    ['woocommerce 11.1.2 current', 'wordpress null data-stale'],
  ],
  [
    'its marks are of unknown meaning',
    only('wordpress', () => ({ unreadFlaws: ['wordpress'] })),
    ['woocommerce 11.1.2 current', 'wordpress null data-stale'],
  ],
  [
    'its copy is eight days old',
    only('wordpress', () => ({ fetchedAt: '2026-11-16T23:59:59.000Z' })),
    ['woocommerce 11.1.2 current', 'wordpress null data-stale'],
  ],
  [
    'WPVulnerability was never asked',
    only('wpvulnerability', without('advisories')),
    ['woocommerce null data-stale', 'wordpress 7.1.3 current'],
  ],
  [
    'WPVulnerability has not looked for eight days',
    only('wpvulnerability', () => ({ writtenAt: { woocommerce: '2026-11-16T12:00:00.000Z' } })),
    ['woocommerce null data-stale', 'wordpress 7.1.3 current'],
  ],
  [
    'one of its records cannot be read',
    only('wpvulnerability', () => ({ unreadFlaws: ['woocommerce'] })),
    ['woocommerce null data-stale', 'wordpress 7.1.3 current'],
  ],
  [
    'nobody lists the plugin',
    only('wordpress-plugins', without('releases')),
    ['woocommerce null data-stale', 'wordpress 7.1.3 current'],
  ],
  // WordPress publishes windows, and none of them ships here; of WooCommerce there are none.
  ['nobody tells windows', without('support'), ['woocommerce 11.1.2 current', 'wordpress 7.1.3 end-of-life']],
  // What is flagged counts at once, although no record names a flaw.
  [
    'the newest WordPress is flagged',
    only('wordpress', ({ records }) => ({
      records: { ...records, flags: { wordpress: [{ version: '7.1.3', secure: false }] } },
    })),
    ['woocommerce 11.1.2 current', 'wordpress 7.1.3 known-advisory'],
  ],
];

it('with every source fresh both are current; without one, the one that it is needed for is not', async () => {
  const { report, request } = await scanCase(shop);
  expect(judgementsOf(report)).toEqual(['woocommerce 11.1.2 current', 'wordpress 7.1.3 current']);
  expect(report.verdict).toMatchObject({ answer: 'yes', reason: 'current' });
  for (const [name, change, expected] of ages) {
    const changed = await rescan(request, (pull) => ({ ...pull, ...change(pull) }));
    expect(judgementsOf(changed), name).toEqual(expected);
    expect(changed.verdict.answer, name).toBe('no');
  }
  const { woocommerce, wordpress } = (await request.store.readChecks())?.sources ?? {};
  const tellers = (sources: typeof wordpress) =>
    sources?.filter(({ kind }) => kind === 'advisories').map(({ id, fetchedAt }) => `${id} ${fetchedAt.slice(0, 10)}`);
  expect(tellers(wordpress)).toEqual(['embedded 2026-08-22', 'wordpress 2026-11-24']);
  expect(tellers(woocommerce)).toContain('wpvulnerability 2026-11-24');
});

it('a year later, when shipped windows are too old as well, WooCommerce has none that could be', async () => {
  // Its newest line counts as cared for until two years after its newest release, which is out since 2026-08-22.
  const { report } = await scanCase({ ...shop, asOf: '2027-11-24' });
  expect(judgementsOf(report)).toEqual(['woocommerce 11.1.2 current', 'wordpress 7.1.3 current']);
});
