import { execFileSync } from 'node:child_process';
import { ConfigError } from '../../src/lib/errors.ts';
import { type Naming, readVersions, type TreeFile, type TreeSource } from './source.ts';

const atMostBytes = 1 << 30;

/** A partial clone must not fetch what it lacks: the same clone gives the same index, with or without a network. */
const environment = { ...process.env, GIT_NO_LAZY_FETCH: '1' };

function git(repo: string, words: readonly string[], input = ''): Buffer {
  try {
    return execFileSync('git', ['-C', repo, ...words], {
      env: environment,
      input,
      maxBuffer: atMostBytes,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    const message = `git ${words[0]} failed in ${repo}: ${said}. Remedy: name a git clone that has its release tags.`;
    throw new ConfigError('--repo', message, { cause });
  }
}

function listFiles(repo: string, tag: string): TreeFile[] {
  const rows = git(repo, ['ls-tree', '-r', '-z', `refs/tags/${tag}`])
    .toString('utf8')
    .split('\0');
  return rows.flatMap((row) => {
    const match = /^100\d{3} blob ([0-9a-f]{40,64})\t(.+)$/s.exec(row); // 100644 blob <id>\tpath
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ file: match[2], id: match[1] }];
  });
}

/** `<id> blob 1234` where it is there, `<id> missing` where it is not. */
function readSizes(repo: string, ids: readonly string[]): Map<string, number | null> {
  const rows = git(repo, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`)
    .toString('utf8')
    .trim()
    .split('\n');
  return new Map(
    rows.map((row) => {
      const [id = '', kind, size] = row.split(' ');
      return [id, kind === 'blob' ? Number(size) : null];
    }),
  );
}

/** The releases that are tagged in a git clone. `tags`: patterns of git, separated by blanks. */
export function openClone(repo: string, tags: string, naming: Naming): TreeSource {
  const names = git(repo, ['tag', '--list', ...tags.split(' ')])
    .toString('utf8')
    .split('\n');
  const releases = readVersions(names, naming);
  const newest = releases.at(-1);
  const commit = newest === undefined ? '' : git(repo, ['rev-parse', `refs/tags/${newest.name}^{commit}`]);
  return {
    trees: releases.map(({ name, version }) => ({ name, version, list: () => listFiles(repo, name) })),
    commit: commit.toString().trim(),
    sizes: (ids) => (ids.length === 0 ? new Map() : readSizes(repo, ids)),
    read: (id) => (readSizes(repo, [id]).get(id) === null ? null : git(repo, ['cat-file', 'blob', id])),
  };
}
