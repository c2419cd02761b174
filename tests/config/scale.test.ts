import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { listIssues, minimal } from './list-issues.ts';

const count = 10_000;
const head = minimal.slice(0, minimal.indexOf('  - id'));

/** A sites.yaml of 10,000 sites, three lines each, the first on line 5. */
function writeSites(writeSite: (index: number) => string): string {
  return head + Array.from({ length: count }, (_, index) => writeSite(index)).join('');
}

describe('10,000 sites', () => {
  it('are read', () => {
    const text = writeSites(
      (i) => `  - id: shop-${i}\n    url: https://shop-${i}.example/\n    maintainer: { name: Acme }\n`,
    );
    const { sites } = parseConfig(text, 'sites.yaml');
    expect(sites).toHaveLength(count);
    expect(sites[9_999]).toMatchObject({ id: 'shop-9999', name: 'shop-9999.example', maintainer: { name: 'Acme' } });
  });

  it('with two mistakes each are told all of them, with their lines', () => {
    const issues = listIssues(
      writeSites((i) => `  - id: shop-${i}\n    url: ftp://shop-${i}.example/\n    nmae: Shop\n`),
    );
    expect(issues).toHaveLength(2 * count);
    expect(issues[19_998]).toBe(
      'sites.yaml:30003:10  sites[9999].url: found "ftp://shop-9999.example/", allowed: an http or https URL',
    );
    expect(issues[19_999]).toMatch(
      /^sites\.yaml:30004:5 {2}sites\[9999\]\.nmae: found an unknown key, .+ mean "name"\?$/,
    );
  });

  it('of one id are told so 9,999 times', () => {
    const issues = listIssues(writeSites(() => '  - id: tea\n    url: https://tea.example/\n    tags: []\n'));
    expect(issues).toHaveLength(count - 1);
    expect(issues.at(-1)).toContain('sites.yaml:30002:9  sites[9999].id: found "tea" again (first on line 5)');
  });
});

it('100,000 mistakes are counted, the first 50,000 named', () => {
  const issues = listIssues(minimal + 'title: Again\n'.repeat(100_000));
  expect(issues).toHaveLength(50_001);
  expect(issues.at(-1)).toBe('and 50000 more');
});
