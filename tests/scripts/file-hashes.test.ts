import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileHashIndex } from '../../src/model/file-hashes.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-hashes-'));
const repo = join(folder, 'clone');
const trees = join(folder, 'trees');
const project = new URL('../../', import.meta.url).pathname;

function git(...words: string[]): string {
  const settings = ['user.name=A', 'user.email=a@shop.example', 'commit.gpgsign=false', 'core.autocrlf=false'];
  const options = settings.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', ['-C', repo, ...options, ...words], { stdio: 'pipe', encoding: 'utf8' }).trim();
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Commits and tags a release; keeps its tree as an unpacked archive. */
function release(tag: string, files: Record<string, string | null>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(repo, path));
    else write(join(repo, path), text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', tag);
  git('tag', tag);
  cpSync(repo, join(trees, tag), { recursive: true, filter: (path) => !path.endsWith('/.git') });
}

function run(...words: string[]) {
  return spawnSync(process.execPath, ['scripts/file-hashes.ts', ...words], { cwd: project, encoding: 'utf8' });
}

const source = 'https://code.example/shop';
const shop = ['--product', 'shop', '--source', source, '--tags', 'v*', '--paths', 'upload/=/'];

/** Builds an index; `present` is the one to refresh. */
function build(name: string, words: readonly string[], present: FileHashIndex | null = null) {
  const out = join(folder, name);
  if (present !== null) writeFileSync(out, JSON.stringify(present));
  const { status, stderr, stdout } = run(...shop, ...words, '--out', out);
  expect([status, stderr]).toEqual([0, '']);
  const text = readFileSync(out, 'utf8');
  return { text, stdout, index: FileHashIndex.parse(JSON.parse(text)) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

beforeAll(() => {
  mkdirSync(repo);
  git('init', '-q');
  release('v1.0.0', {
    'upload/a.js': 'one',
    'upload/b.css': 'x\r\n',
    'upload/admin/c.js': 'one',
    'docs/d.js': 'one',
    'upload/e.php': 'one',
    'upload/install/f.js': 'one',
  });
  release('v1.0.1', {
    'upload/b.css': 'x\n',
    'upload/admin/c.js': 'two',
    'docs/d.js': 'two',
    'upload/e.php': 'two',
    'upload/install/f.js': 'two',
  });
  release('v1.0.10', { 'upload/a.js': 'three', 'upload/admin/c.js': 'three', 'upload/new.txt': 'three' });
  release('v1.0.2', { 'upload/a.js': 'two', 'upload/.hidden.txt': 'two', 'upload/new.txt': null });
  release('v1.1.0-rc1', { 'upload/a.js': 'early' });
  release('nightly', { 'upload/a.js': 'night' });
});

afterAll(() => rmSync(folder, { recursive: true }));

// a.js tells most; b.css then tells the two that are left; the admin script is a second opinion
const a = { path: '/a.js', hashes: { [sha256('one')]: [0, 1], [sha256('two')]: [2], [sha256('three')]: [3] } };
const b = {
  path: '/b.css',
  hashes: { [sha256('x\r\n')]: [0], [sha256('x\n')]: [1, 2, 3] },
  hashesLf: { [sha256('x\n')]: [0, 1, 2, 3] },
};
const c = { path: '/admin/c.js', hashes: { [sha256('one')]: [0], [sha256('two')]: [1], [sha256('three')]: [2, 3] } };

describe('from a clone', () => {
  test('lists what each release serves, in order of versions', () => {
    const { index, stdout } = build('index.json', ['--repo', repo]);
    expect(index.product).toBe('shop');
    expect(index.source).toEqual([{ repository: source, commit: git('rev-parse', 'v1.0.10^{commit}') }]);
    expect(index.versions).toEqual(['1.0.0', '1.0.1', '1.0.2', '1.0.10']);
    expect(index.files).toEqual([a, b, c]);
    expect(stdout).toContain('4 releases, 3 files, 4 groups, 4 releases identified');
  });

  test('gives the same bytes again, one file entry per line', () => {
    const { text } = build('again.json', ['--repo', repo]);
    expect(text).toBe(build('once-more.json', ['--repo', repo]).text);
    expect(text.split('\n').filter((line) => line.includes('"path"'))).toHaveLength(3);
    const reversed = FileHashIndex.parse(JSON.parse(text));
    for (const file of reversed.files) file.hashes = Object.fromEntries(Object.entries(file.hashes).reverse());
    expect(build('reversed.json', ['--repo', repo], reversed).text).toBe(text);
  });

  test('lists no more files than asked for', () => {
    expect(build('short.json', ['--repo', repo, '--files', '1']).index.files).toEqual([a]);
  });

  test('lists a release whose bytes the clone lacks under every hash', () => {
    const partial = join(folder, 'partial');
    cpSync(repo, partial, { recursive: true });
    const id = git('rev-parse', 'v1.0.2:upload/a.js');
    rmSync(join(partial, '.git', 'objects', id.slice(0, 2), id.slice(2)));
    const { index } = build('partial.json', ['--repo', partial]);
    expect(index.files.find(({ path }) => path === '/a.js')?.hashes).toEqual({
      [sha256('one')]: [0, 1, 2],
      [sha256('three')]: [2, 3],
    });
  });
});

describe('from a folder of releases', () => {
  test('finds the same files with the same hashes', () => {
    const { index } = build('trees.json', ['--trees', trees]);
    expect(index.source).toEqual([{ repository: source, commit: 'release archives' }]);
    expect(index.versions).toEqual(['1.0.0', '1.0.1', '1.0.2', '1.0.10']);
    expect(index.files).toEqual([a, b, c]);
  });
});

describe('refreshing', () => {
  const present: FileHashIndex = {
    product: 'shop',
    source: [
      { repository: 'https://archives.example/old', commit: 'f'.repeat(40) },
      { repository: source, commit: '0'.repeat(40) },
    ],
    versions: ['0.9.0', '1.0.0', '1.0.1', '1.0.2'],
    files: [
      { path: '/b.css', hashes: { [sha256('old')]: [0], [sha256('x\n')]: [2, 3], [sha256('x\r\n')]: [1] } },
      { path: '/gone.js', hashes: { [sha256('g')]: [0], [sha256('h')]: [1] } },
    ],
  };

  test('merges: releases that are not given keep what is known of them', () => {
    const { index, stdout } = build('merged.json', ['--repo', repo, '--keep', '--merge'], present);
    expect(index.source).toEqual([
      { repository: 'https://archives.example/old', commit: 'f'.repeat(40) },
      { repository: source, commit: git('rev-parse', 'v1.0.10^{commit}') },
    ]);
    expect(index.versions).toEqual(['0.9.0', '1.0.0', '1.0.1', '1.0.2', '1.0.10']);
    expect(index.files).toEqual([
      {
        path: '/b.css',
        hashes: { [sha256('old')]: [0], [sha256('x\n')]: [2, 3, 4], [sha256('x\r\n')]: [1] },
        hashesLf: { [sha256('old')]: [0], [sha256('x\n')]: [1, 2, 3, 4] },
      },
      { path: '/gone.js', hashes: { [sha256('g')]: [0], [sha256('h')]: [1] } },
    ]);
    expect(Object.keys(index.files[0]?.hashes ?? {})).toEqual(Object.keys(present.files[0]?.hashes ?? {}));
    expect(stdout).toContain('new: 1.0.10');
  });

  test('keeps the files and drops what is not given', () => {
    const { index, stdout } = build('kept.json', ['--repo', repo, '--keep'], present);
    expect(index.versions).toEqual(['1.0.0', '1.0.1', '1.0.2', '1.0.10']);
    expect(index.files.map(({ path }) => path)).toEqual(['/b.css']);
    expect(stdout).toContain('dropped: 0.9.0');
  });

  test('a newly listed file says nothing of releases that only the index has', () => {
    const { index } = build('chosen.json', ['--repo', repo, '--merge'], present);
    const file = index.files.find(({ path }) => path === '/a.js');
    expect(file?.hashes).toEqual({ [sha256('one')]: [0, 1, 2], [sha256('two')]: [0, 3], [sha256('three')]: [0, 4] });
  });

  test('a shallow source is enough', () => {
    const one = join(folder, 'one');
    cpSync(join(trees, 'v1.0.10'), join(one, 'v1.0.10'), { recursive: true });
    const { index } = build('shallow.json', ['--trees', one, '--keep', '--merge'], {
      ...present,
      files: [{ path: '/a.js', hashes: { [sha256('one')]: [1, 2], [sha256('two')]: [3] } }],
    });
    expect(index.files).toEqual([
      { path: '/a.js', hashes: { [sha256('one')]: [1, 2], [sha256('two')]: [3], [sha256('three')]: [4] } },
    ]);
  });

  test('a release of which index and source say different things stands under both, and is reported', () => {
    const { index, stdout } = build('both.json', ['--repo', repo, '--keep', '--merge'], {
      ...present,
      files: [{ path: '/a.js', hashes: { [sha256('other')]: [2], [sha256('one')]: [1], [sha256('two')]: [3] } }],
    });
    expect(index.files[0]?.hashes).toMatchObject({ [sha256('other')]: [2], [sha256('one')]: [1, 2] });
    expect(stdout).toContain('other bytes than before: 1.0.1.');
  });

  test('leaves the file as it is where nothing is new', () => {
    const first = build('same.json', ['--repo', repo, '--keep', '--merge'], present).index;
    const again = build('same.json', ['--repo', repo, '--keep', '--merge'], first);
    expect(again.stdout).toContain('says so already');
    expect(again.text).toBe(JSON.stringify(first));
  });
});

describe('says what it needs', () => {
  test.each([
    [['--product', 'shop'], '--repo'],
    [['--product', 'shop', '--repo', folder, '--trees', folder], 'either --repo or --trees'],
    [['--product', 'shop', '--repo', folder], '--source URL is needed'],
    [['--product', 'woocommerce', '--repo', folder], 'name it with --trees'],
    [[...shop, '--trees', join(folder, 'nowhere')], 'nowhere does not exist'],
    [[...shop, '--repo', join(folder, 'nowhere')], 'name a git clone'],
    [[...shop, '--trees', folder], 'has no releases'],
    [[...shop, '--repo', folder, '--scheme', 'roman'], 'Allowed: composer, semver, zencart'],
    [[...shop, '--repo', repo, '--files', 'many'], 'Allowed: 1 to 999'],
  ])('%j', (words, remedy) => {
    expect(run(...words)).toMatchObject({ status: 2, stderr: expect.stringContaining(remedy) });
  });

  test('the repositories that the weekly job reads', () => {
    const { status, stdout } = run('--recipes');
    const rows = stdout.split('\n').slice(0, -1);
    expect(status).toBe(0);
    expect(rows).toContain('opencart\thttps://github.com/opencart/opencart\t*\t');
    for (const row of rows) expect(row).toMatch(/^[a-z0-9-]+\thttps:\/\/github\.com\/[\w./-]+\t[\w.*[\] -]+\t[\w. ]*$/);
  });

  test('help', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--trees DIR') });
  });
});
