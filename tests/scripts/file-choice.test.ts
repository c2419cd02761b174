import { describe, expect, test } from 'vitest';
import { chooseFiles } from '../../scripts/file-hashes/choose.ts';
import { measureIndex } from '../../scripts/file-hashes/measure.ts';
import { recipes } from '../../scripts/file-hashes/recipes.ts';
import { isClosed, readAccess, servedPath } from '../../scripts/file-hashes/served.ts';
import { weighStakes } from '../../scripts/file-hashes/stakes.ts';
import type { TrackedFile } from '../../scripts/file-hashes/track.ts';
import { embeddedFacts, fileHashIndex } from '../../src/embedded.ts';
import type { Release } from '../../src/model/facts.ts';
import { platforms } from '../../src/platforms/index.ts';

function file(path: string, groups: number[][], rest: Partial<TrackedFile> = {}): TrackedFile {
  const variants = new Map(groups.map((releases, at) => [`${path} ${at}`, releases]));
  return { path, variants, unknown: new Set(), closed: new Set(), size: 100, ...rest };
}

const versions = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Knowing 7 from 8 changes the answer, and nothing else does. */
const lastTwo = (x: string, y: string) => x !== y && [x, y].sort().join() === '7,8';

function choose(files: readonly TrackedFile[], atMost = 1, matters = lastTwo): string[] {
  return chooseFiles(files, { versions, matters, atMost }).map(({ path }) => path);
}

describe('the choice of files', () => {
  test('what changes an answer comes before what tells more releases apart', () => {
    const many = file('/many.js', [[0], [1], [2], [6, 7], [3, 4, 5]]);
    const one = file('/one.js', [[0, 1, 2, 3, 4, 5, 6], [7]]);
    expect(choose([many, one], 2)).toEqual(['/one.js', '/many.js']);
    expect(choose([many, one], 1, () => false)).toEqual(['/many.js']);
  });

  test.each([
    ['a smaller one', { size: 900_000 }, '/big.js'],
    ['one outside of the admin folder', {}, '/admin/x.js'],
    ['a script, not a text', {}, '/x.txt'],
    ['no image', {}, '/x.png'],
    ['none that owners edit', {}, '/robots.txt'],
  ])('of two equals %s', (_name, rest, path) => {
    const groups = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ];
    expect(choose([file(path, groups, rest), file('/plain.js', groups)])).toEqual(['/plain.js']);
  });

  test('one that the newest release still ships', () => {
    expect(choose([file('/old.js', [[0], [1, 2]]), file('/still.js', [[0], [1, 7]])])).toEqual(['/still.js']);
  });

  test('one that can be asked: a folder closed by its own .htaccess tells nothing', () => {
    const closed = file('/closed.js', [[6], [7]], { closed: new Set([6, 7]) });
    expect(choose([closed, file('/open.js', [[0], [1]])])).toEqual(['/open.js']);
  });

  test('unknown bytes tell nothing, and are told from nothing', () => {
    expect(choose([file('/unknown.js', [[6]], { unknown: new Set([7]) })])).toEqual([]);
    const half = file('/half.js', [[0], [6]], { unknown: new Set([7]) });
    expect(choose([half, file('/full.js', [[6], [7]])])).toEqual(['/full.js']);
  });

  test('a second, independent choice follows; the order of the files does not count', () => {
    const files = [file('/b.js', [[6], [7]]), file('/a.js', [[6], [7]]), file('/c.js', [[6], [7]])];
    expect(choose(files, 9)).toEqual(['/a.js', '/b.js']);
    expect(choose(files.toReversed(), 9)).toEqual(['/a.js', '/b.js']);
  });
});

describe('what matters', () => {
  const [base] = [embeddedFacts('opencart')];
  const release = (version: string, security: boolean): Release => ({
    version,
    date: '2020-01-01',
    security,
    openSource: true,
    prerelease: false,
  });
  const facts = base && {
    ...base,
    advisories: [],
    patches: [],
    support: { policyPublished: true, newestBranchOnly: false, branches: [branch('1.0'), branch('2.0')] },
    releases: [release('1.0.0', false), release('1.0.1', true), release('1.0.2', false), release('1.0.3', true)].concat(
      release('2.0.0', false),
    ),
  };

  function branch(name: string) {
    return { branch: name, securitySupportEnds: '2099-01-01', commerceSupportEnds: null, eol: null };
  }

  test.each([
    ['1.0.0', '1.0.1', true], // a security release between them
    ['1.0.1', '1.0.2', false], // both lack the same update
    ['1.0.2', '1.0.3', true], // no and yes
    ['1.0.3', '2.0.0', false], // both a yes
    ['1.0.0', '2.0.0', true],
  ])('%s and %s: %s', (a, b, expected) => {
    const matters = weighStakes('opencart', facts);
    expect([matters(a, b), matters(b, a), matters(a, a)]).toEqual([expected, expected, false]);
  });

  test('nothing where the releases are not known', () => {
    expect(weighStakes('nobody', null)('1', '2')).toBe(false);
  });
});

describe('what an index tells', () => {
  test('groups that stay together although it matters', () => {
    const index = {
      product: 'shop',
      source: [],
      versions: ['1', '6', '7', '8'],
      files: [{ path: '/a.js', hashes: { x: [0, 3], y: [2, 3] } }],
    };
    // 8 has unknown bytes: it looks like all, and both 1 and 7 look like it; 6 does not ship the file
    expect(measureIndex(index, lastTwo)).toEqual({
      identified: 0,
      groups: 3,
      undecided: 2,
      unsplit: [['1', '6', '7', '8']],
    });
  });
});

describe('which files a shop serves', () => {
  const serving = { folders: [['upload/', '/']] as const, skip: ['/admin/'] };

  test.each([
    ['upload/a.js', '/a.js'],
    ['a.js', null],
    ['upload/a.php', null],
    ['upload/.git/a.js', null],
    ['upload/install/a.js', null],
    ['upload/admin/a.js', null],
  ])('%s -> %s', (path, served) => expect(servedPath(path, serving)).toBe(served));

  test('what an index lists is served whatever else is said', () => {
    expect(servedPath('upload/admin/a.js', { ...serving, always: new Set(['/admin/a.js']) })).toBe('/admin/a.js');
  });

  test.each([
    ['Deny from all', 'x/a.js', true],
    ['Require all denied', 'x/y/a.js', true],
    ['# Deny from all', 'x/a.js', false],
    ['Order deny,allow\nAllow from all', 'x/a.js', false],
    ['<Files *.php>\nDeny from all\n</Files>', 'x/a.js', false],
    ['<FilesMatch "\\.(php|js)$">\nRequire all denied\n</FilesMatch>', 'x/a.js', true],
    [
      '<FilesMatch ".*">\nDeny from all\n</FilesMatch>\n<FilesMatch "(?i)\\.JS$">\nAllow from all\n</FilesMatch>',
      'x/a.js',
      false,
    ],
    ['<FilesMatch "(?<![">\nDeny from all\n</FilesMatch>', 'x/a.js', false],
    ['<limit POST PUT>\nRequire all denied\n</limit>', 'x/a.js', false],
    ['<IfModule mod_authz_core.c>\r\n  Require all denied\r\n</IfModule>', 'x/a.js', true],
    ['Deny from all', 'z/a.js', false],
  ])('%j closes %s: %s', (text, path, closed) => {
    expect(isClosed(path, new Map([['x', readAccess(text)]]))).toBe(closed);
  });

  test('an inner folder may open what an outer one closes', () => {
    const access = new Map([
      ['', readAccess('Deny from all')],
      ['x', readAccess('Allow from all')],
    ]);
    expect([isClosed('x/a.js', access), isClosed('a.js', access)]).toEqual([false, true]);
  });
});

describe('recipes', () => {
  test('every index that ships has one, with a source of its own', () => {
    const indexed = platforms.filter(({ hasFileHashes }) => hasFileHashes).map(({ id }) => id);
    const known = new Set(recipes.map(({ product }) => product));
    expect(indexed.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(recipes.map(({ product, source }) => `${product} ${source}`)).size).toBe(recipes.length);
    expect(recipes.filter(({ product }) => fileHashIndex(product) === null)).toEqual([]);
  });
});
