import { describe, expect, it } from 'vitest';
import { disclose, type PublicSite } from '../../src/views/disclose.ts';
import { type GroupKind, groupFolder, listGroups, slugOf } from '../../src/views/groups.ts';
import { sampleComponent, sampleKnown, sampleReport, sampleSite } from './samples.ts';

function groupsOf(kind: GroupKind, sites: PublicSite[]): [string, string, string[]][] {
  return listGroups({ sites })
    .filter((group) => group.kind === kind)
    .map((group) => [group.name, groupFolder(group), group.sites.map(({ id }) => id)]);
}

const hostile = [
  '😀',
  '😁',
  '\u202egnp.exe',
  'Müller',
  'Muller',
  'muller__9f86d08188',
  'a b',
  'a-b',
  'a--b',
  'a_b',
  'a/b',
  '../../etc',
  '.',
  'con',
  'LPT1',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '北京网络',
  'شركة الويب',
  '-',
  '%2e%2e',
  'x'.repeat(10_000),
  `${'x'.repeat(9_999)}y`,
];

describe('slugOf', () => {
  it.each([
    ['wine', 'wine'],
    ['Acme Web', 'acme_web'],
    [' acme \t web ', 'acme_web'],
    ['click-and-collect', 'click-and-collect'],
  ])('writes %j as %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('takes names for the same that differ in what nobody can see', () => {
    expect(slugOf('\u202egnp.exe')).toBe(slugOf('GNP.exe\u200b'));
  });

  it('gives every hostile name a safe, short folder of its own', () => {
    const slugs = hostile.map(slugOf);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9](?:[a-z0-9_-]{0,46}[a-z0-9])?$/);
    expect(new Set(slugs).size).toBe(slugs.length);
    // Windows allows no folder of these names.
    expect(slugs.filter((slug) => /^(?:con|lpt1)$/.test(slug))).toEqual([]);
  });
});

describe('listGroups', () => {
  const tagged = (id: string, ...tags: string[]) => sampleSite({ id, tags });

  it('has none for one site, nor for sites that are no longer listed', () => {
    expect(listGroups({ sites: [tagged('a', 'wine'), sampleSite({ id: 'b', endedOn: '2026-10-04' })] })).toEqual([]);
  });

  it('puts the larger group first, and spells it as most do', () => {
    const sites = [tagged('a', 'food', 'Wine'), tagged('b', 'wine', 'WINE'), tagged('c', 'wine')];
    expect(groupsOf('tag', sites)).toEqual([
      ['wine', 'tags/wine/', ['a', 'b', 'c']],
      ['food', 'tags/food/', ['a']],
    ]);
  });

  it('keeps a slug whatever other groups there are', () => {
    const alone = groupsOf('tag', [tagged('a', 'Süd'), tagged('b', 'x')]);
    const among = groupsOf('tag', [tagged('a', 'Süd'), tagged('b', 'sud', 'Sud', 'süd!')]);
    const folder = alone.find(([name]) => name === 'Süd')?.[1];
    expect(folder).toMatch(/^tags\/sud__[0-9a-f]{10}\/$/);
    expect(among.find(([name]) => name === 'Süd')?.[1]).toBe(folder);
    expect(among).toHaveLength(3);
  });

  it('leaves out names of which nothing can be seen', () => {
    expect(groupsOf('tag', [tagged('a', '\u200b', '\u202e', ' '), tagged('b')])).toEqual([]);
  });

  it('holds hostile names one by one', () => {
    const sites = hostile.map((name, i) => sampleSite({ id: `s${i}`, maintainer: { name }, tags: [name] }));
    for (const kind of ['maintainer', 'tag'] as const) {
      const folders = groupsOf(kind, sites).map(([, folder]) => folder);
      expect(folders).toHaveLength(hostile.length);
      expect(new Set(folders).size).toBe(hostile.length);
    }
  });

  it('always has both answers', () => {
    expect(groupsOf('answer', [tagged('a'), tagged('b')])).toEqual([
      ['no', 'answers/no/', ['a', 'b']],
      ['yes', 'answers/yes/', []],
    ]);
  });

  it('groups by what may be shown alone', () => {
    const shop = (id: string, level: 'full' | 'after-patch' | 'answer-only') => {
      const known = sampleKnown({
        report: sampleReport({}, [
          sampleComponent({ product: 'woocommerce' }),
          sampleComponent({ product: 'wordpress' }),
        ]),
      });
      return { ...disclose(known, level), id };
    };
    const sites = [shop('open', 'full'), shop('later', 'after-patch'), shop('never', 'answer-only')];
    expect(groupsOf('platform', sites)).toEqual([
      ['WooCommerce', 'platforms/woocommerce/', ['open', 'later']],
      ['WordPress', 'platforms/wordpress/', ['open', 'later']],
    ]);
  });
});
