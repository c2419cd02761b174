import { describe, expect, it } from 'vitest';
import { allowsPath, readRobotsRules } from '../../src/probe/robots.ts';

const cases: [name: string, robots: string, path: string, allowed: boolean][] = [
  ['an empty file', '', '/a', true],
  ['no matching rule', 'User-agent: *\nDisallow: /b', '/a', true],
  ['a prefix', 'User-agent: *\nDisallow: /a', '/ab?c', false],
  ['an empty Disallow', 'User-agent: *\nDisallow:', '/', true],
  [
    'an own group over the one for all',
    'User-agent: *\nDisallow: /\n\nUser-agent: Patchproof\nDisallow: /x',
    '/a',
    true,
  ],
  ['an own group that forbids all', 'User-agent: patchproof/0.1\nDisallow: /\n\nUser-agent: *\nAllow: /', '/a', false],
  ['an own group without a rule', 'User-agent: *\nDisallow: /\n\nUser-agent: PatchProof', '/a', true],
  ["somebody else's group", 'User-agent: Googlebot\nDisallow: /', '/a', true],
  ['a longer name', 'User-agent: Patchproof-News\nDisallow: /', '/a', true],
  ['two agents of one group', 'User-agent: a\nUser-agent: Patchproof\nDisallow: /a', '/a', false],
  [
    'own groups that are spread out',
    'User-agent: Patchproof\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: Patchproof\nDisallow: /c',
    '/c',
    false,
  ],
  ['other lines inside a group', 'User-agent: *\nCrawl-delay: 5\nSitemap: https://a/\nDisallow: /a', '/a', false],
  ['the longest match', 'User-agent: *\nDisallow: /shop\nAllow: /shop/public', '/shop/public/x', true],
  ['Allow where two are equal', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  ['a star inside', 'User-agent: *\nDisallow: /*.php', '/x/index.php?y', false],
  ['a star and an end', 'User-agent: *\nDisallow: /*.txt$', '/readme.txt', false],
  ['an end that is not there', 'User-agent: *\nDisallow: /*.txt$', '/readme.txt?x', true],
  ['an end without a star', 'User-agent: *\nDisallow: /$', '/a', true],
  ['an end that would overlap', 'User-agent: *\nDisallow: /ab*ba$', '/aba', true],
  ['comments and carriage returns', '# hello\r\nUser-agent: * # all\r\nDisallow: /a # why\r\n', '/a', false],
  ['percent-encoding either way', 'User-agent: *\nDisallow: /caf%c3%a9', '/caf\u00e9', false],
  ['a page instead of rules', '<!doctype html><p>User-agent: x</p>', '/a', true],
];

describe('robots.txt', () => {
  it.each(cases)('%s', (_name, robots, path, allowed) => {
    expect(allowsPath(readRobotsRules(robots), path)).toBe(allowed);
  });

  it('keeps one rule per line however many agents a group names', () => {
    const rules = readRobotsRules(
      'User-agent: *\nUser-agent: Patchproof\n'.repeat(10_000) + 'Disallow: /a\n'.repeat(10_000),
    );
    expect(rules).toHaveLength(10_000);
  });
});
