import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../src/lib/errors.ts';
import { FileHashIndex } from '../src/model/file-hashes.ts';
import { schemes } from '../src/versions/index.ts';
import { readArguments } from './arguments.ts';
import { runCommand } from './run.ts';

const usage = `npm run file-hashes -- --repo DIR --product ID --source URL [options]
Rebuilds the file-hash index of a platform from a git clone with release tags. The same clone gives the same bytes.
Use tags that hold what releases hold: where scripts are built at release time, their bytes in git are not those of a shop.`;

/** Kinds of files that web servers hand out as they are. */
const publicFile = /\.(?:js|css|txt|html|json|xml|pot|svg|png|gif)$/;
/** `.htaccess.txt`, `.github/...`: never served. */
const hidden = /(?:^|\/)\./;
const image = /\.(?:svg|png|gif)$/;
const admin = /\/[\w-]{0,10}admin\//;

/** A file over all releases: git object id -> indexes of the releases that ship it. */
interface TrackedFile {
  /** URL path as a default install serves it. */
  path: string;
  objects: Map<string, number[]>;
  /** Bytes of the largest version. */
  size: number;
}

interface Tree {
  repo: string;
  /** Folder of the repository -> folder of the web site. */
  folders: [from: string, to: string][];
}

function git(repo: string, ...words: string[]): string {
  return execFileSync('git', ['-C', repo, ...words], { encoding: 'utf8', maxBuffer: 1 << 30 });
}

/** Tags whose number part is a version: `v2.4.7` -> `2.4.7`; oldest first. */
function listReleases(repo: string, pattern: string, scheme: (typeof schemes)[keyof typeof schemes]) {
  return git(repo, 'tag', '--list', pattern)
    .split('\n')
    .map((tag) => ({ tag, version: /^[^\d]{0,40}(\d.*)$/.exec(tag)?.[1] ?? '' }))
    .filter(({ version }) => scheme.isVersion(version) && !scheme.isPrerelease(version))
    .sort((a, b) => scheme.compare(a.version, b.version) || (a.tag < b.tag ? -1 : 1));
}

function webPath(path: string, folders: Tree['folders']): string | null {
  const folder = folders.find(([from]) => path.startsWith(from));
  return folder === undefined || !publicFile.test(path) || hidden.test(path)
    ? null
    : folder[1] + path.slice(folder[0].length);
}

function trackFiles(tree: Tree, tags: readonly string[]): TrackedFile[] {
  const files = new Map<string, TrackedFile>();
  for (const [index, tag] of tags.entries()) {
    for (const row of git(tree.repo, 'ls-tree', '-r', '-l', '-z', `refs/tags/${tag}`).split('\0')) {
      const match = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t(.+)$/s.exec(row); // 100644 blob <id>    1234\tpath
      const path = match?.[3] === undefined ? null : webPath(match[3], tree.folders);
      if (match?.[1] === undefined || path === null) continue;
      const file = files.get(path) ?? { path, objects: new Map<string, number[]>(), size: 0 };
      file.objects.set(match[1], [...(file.objects.get(match[1]) ?? []), index]);
      file.size = Math.max(file.size, Number(match[2]));
      files.set(path, file);
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Small scripts and styles first; folders that owners close, images and big files later, files of the past last. */
function weigh({ path, size, objects }: TrackedFile, releases: number): number {
  const inNewest = [...objects.values()].some((indexes) => indexes.includes(releases - 1));
  return (
    (1 / (1 + size / 200_000)) * (admin.test(path) ? 0.7 : 1) * (image.test(path) ? 0.5 : 1) * (inNewest ? 1 : 0.8)
  );
}

/** Bits that the file tells over all releases that ship it, given the groups told apart so far. */
function measureInformation({ objects }: TrackedFile, groupOf: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  let bits = 0;
  for (const indexes of objects.values()) {
    const together = new Map<number, number>();
    for (const index of indexes) {
      const group = groupOf[index] ?? 0;
      together.set(group, (together.get(group) ?? 0) + 1);
    }
    for (const [group, count] of together) bits += count * Math.log2((sizes.get(group) ?? count) / count);
  }
  return bits;
}

function splitGroups({ objects }: TrackedFile, groupOf: readonly number[]): number[] {
  const objectOf = new Map([...objects].flatMap(([id, indexes]) => indexes.map((index) => [index, id] as const)));
  const names = new Map<string, number>();
  return groupOf.map((group, index) => {
    const name = `${group} ${objectOf.get(index) ?? ''}`;
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    return number;
  });
}

/** Greedy: each next file is the one that tells most of what is still open. */
function chooseFiles(files: readonly TrackedFile[], releases: number, atMost: number): TrackedFile[] {
  const chosen: TrackedFile[] = [];
  let groupOf: number[] = Array.from({ length: releases }, () => 0);
  while (chosen.length < atMost) {
    const scored = files.map((file) => ({ file, score: measureInformation(file, groupOf) * weigh(file, releases) }));
    const best = scored.reduce((top, next) => (next.score > top.score ? next : top), { file: files[0], score: 0 });
    if (best.file === undefined || best.score === 0) break;
    chosen.push(best.file);
    groupOf = splitGroups(best.file, groupOf);
  }
  return chosen;
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** CRLF as LF and no byte-order mark: the form in which the probe hashes a second time. */
function withoutCarriageReturns(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''); // the mark as three Latin-1 characters
  return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
}

function hashFile({ path, objects }: TrackedFile, repo: string): FileHashIndex['files'][number] {
  const [hashes, hashesLf]: [Record<string, number[]>, Record<string, number[]>] = [{}, {}];
  for (const [id, indexes] of objects) {
    const bytes = execFileSync('git', ['-C', repo, 'cat-file', 'blob', id], { maxBuffer: 1 << 30 });
    for (const [table, hash] of [
      [hashes, hashBytes(bytes)],
      [hashesLf, hashBytes(withoutCarriageReturns(bytes))],
    ] as const) {
      table[hash] = [...(table[hash] ?? []), ...indexes].sort((a, b) => a - b);
    }
  }
  const same = Object.keys(hashes).every((hash) => hash in hashesLf);
  return same ? { path, hashes } : { path, hashes, hashesLf };
}

/** One file entry per line: a change of one file is a change of one line. */
function printIndex(index: FileHashIndex): string {
  const lines = [
    `  "product": ${JSON.stringify(index.product)}`,
    `  "source": ${JSON.stringify(index.source)}`,
    `  "versions": ${JSON.stringify(index.versions)}`,
    `  "files": [\n${index.files.map((file) => `    ${JSON.stringify(file)}`).join(',\n')}\n  ]`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}

function readFolders(text: string): Tree['folders'] {
  return text.split(',').map((pair) => {
    const [from = '', to = '/'] = pair.split('=');
    return [from, to];
  });
}

await runCommand(async () => {
  const { texts } = readArguments(usage, {
    repo: { value: 'DIR', means: 'a git clone with release tags' },
    product: { value: 'ID', means: 'the platform record the index belongs to' },
    source: { value: 'URL', means: 'public address of the repository, as the index names it' },
    tags: { value: 'GLOB', means: "which tags are releases, such as 'v*' (default all)" },
    paths: { value: 'FROM=TO,...', means: "folders and where a shop serves them, 'upload/=/' (default '=/': all)" },
    scheme: { value: 'ID', means: 'version scheme: composer (default), semver, zencart' },
    files: { value: 'N', means: 'files to list at most (default 15)' },
    out: { value: 'FILE', means: 'where to write (default src/platforms/file-hashes/ID.json)' },
  });
  const { repo, product, source, tags = '*', paths = '=/', scheme = 'composer', files = '15' } = texts;
  const known = Object.values(schemes).find(({ id }) => id === scheme);
  if (repo === undefined || product === undefined || source === undefined || known === undefined) {
    throw new ConfigError('command line', `--repo, --product, --source and a known --scheme are needed.\n\n${usage}`);
  }
  const releases = listReleases(repo, tags, known);
  const tracked = trackFiles(
    { repo, folders: readFolders(paths) },
    releases.map(({ tag }) => tag),
  );
  const index = FileHashIndex.parse({
    product,
    source: [{ repository: source, commit: git(repo, 'rev-parse', 'HEAD').trim() }],
    versions: releases.map(({ version }) => version),
    files: chooseFiles(tracked, releases.length, Number(files)).map((file) => hashFile(file, repo)),
  });
  const out = texts['out'] ?? `src/platforms/file-hashes/${product}.json`;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, printIndex(index));
  console.log(`${out}: ${index.versions.length} releases, ${index.files.length} files`);
  return 0;
});
