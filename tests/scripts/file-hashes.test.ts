import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileHashIndex } from '../../src/model/file-hashes.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-hashes-'));
const repo = join(folder, 'clone');
const project = new URL('../../', import.meta.url).pathname;

function git(...words: string[]): void {
  const author = [
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@shop.example',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.autocrlf=false',
  ];
  execFileSync('git', ['-C', repo, ...author, ...words], { stdio: 'pipe' });
}

function release(tag: string, files: Record<string, string | null>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(repo, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', tag);
  git('tag', tag);
}

function run(...words: string[]) {
  return spawnSync(process.execPath, ['scripts/file-hashes.ts', ...words], { cwd: project, encoding: 'utf8' });
}

function build(name: string): string {
  const out = join(folder, name);
  const source = 'https://code.example/shop';
  const { status, stderr } = run(
    '--repo',
    repo,
    '--product',
    'shop',
    '--source',
    source,
    '--tags',
    'v*',
    '--paths',
    'upload/=/',
    '--out',
    out,
  );
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(out, 'utf8');
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
  });
  release('v1.0.1', { 'upload/b.css': 'x\n', 'upload/admin/c.js': 'two', 'docs/d.js': 'two', 'upload/e.php': 'two' });
  release('v1.0.10', { 'upload/a.js': 'three', 'upload/admin/c.js': 'three', 'upload/new.txt': 'three' });
  release('v1.0.2', { 'upload/a.js': 'two', 'upload/.hidden.txt': 'two', 'upload/new.txt': null });
  release('v1.1.0-rc1', { 'upload/a.js': 'early' });
  release('nightly', { 'upload/a.js': 'night' });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('file-hashes', () => {
  test('lists what each release serves, in order of versions', () => {
    const index = FileHashIndex.parse(JSON.parse(build('index.json')));
    expect(index.product).toBe('shop');
    expect(index.source[0]?.repository).toBe('https://code.example/shop');
    expect(index.source[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(index.versions).toEqual(['1.0.0', '1.0.1', '1.0.2', '1.0.10']);
    // a.js tells 1.5 bits of two, the admin script less by its place; b.css then tells the two that are left
    expect(index.files).toEqual([
      { path: '/a.js', hashes: { [sha256('one')]: [0, 1], [sha256('two')]: [2], [sha256('three')]: [3] } },
      {
        path: '/b.css',
        hashes: { [sha256('x\r\n')]: [0], [sha256('x\n')]: [1, 2, 3] },
        hashesLf: { [sha256('x\n')]: [0, 1, 2, 3] },
      },
    ]);
  });

  test('gives the same bytes again, one file entry per line', () => {
    const text = build('again.json');
    expect(text).toBe(build('index.json'));
    expect(text.split('\n').filter((line) => line.includes('"path"'))).toHaveLength(2);
  });

  test('says what it needs', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--repo DIR') });
    expect(run('--product', 'shop')).toMatchObject({ status: 2, stderr: expect.stringContaining('--repo') });
  });
});
