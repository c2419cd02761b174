import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedFacts } from '../src/embedded.ts';
import { ConfigError } from '../src/lib/errors.ts';
import { FileHashIndex } from '../src/model/file-hashes.ts';
import { schemes } from '../src/versions/index.ts';
import { readArguments } from './arguments.ts';
import { buildIndex } from './file-hashes/build.ts';
import { openClone } from './file-hashes/clone.ts';
import { compareIndexes } from './file-hashes/compare.ts';
import { openFolder } from './file-hashes/folder.ts';
import { measureIndex } from './file-hashes/measure.ts';
import { printIndex, summarise } from './file-hashes/print.ts';
import { type Recipe, recipes } from './file-hashes/recipes.ts';
import { type Folders, servedPath } from './file-hashes/served.ts';
import type { TreeSource } from './file-hashes/source.ts';
import { weighStakes } from './file-hashes/stakes.ts';
import { runCommand } from './run.ts';

const usage = `npm run file-hashes -- --product ID (--repo DIR | --trees DIR) [options]
npm run file-hashes -- --recipes
Builds the file-hash index of a platform from a git clone with release tags or a folder of unpacked releases. The same
releases give the same bytes. What is not given is taken from scripts/file-hashes/recipes.ts. docs/file-hashes.md explains it.
Exit codes: 0 done, 1 something could not be processed, 2 misconfigured.`;

type Texts = Record<string, string | undefined>;

function readFolders(text: string): Folders {
  return text.split(',').map((pair) => {
    const [from = '', to = '/'] = pair.split('=');
    return [from, to] as const;
  });
}

/** The recipe of the product, overruled by what the command line says. */
function readRecipe(texts: Texts): Recipe {
  const { product, source, tags, paths } = texts;
  if (product === undefined || (texts['repo'] === undefined) === (texts['trees'] === undefined)) {
    throw new ConfigError('command line', `--product and either --repo or --trees are needed.\n\n${usage}`);
  }
  const from = texts['trees'] === undefined ? 'clone' : 'trees';
  const known = recipes.filter((recipe) => recipe.product === product);
  const named = known.find((recipe) => recipe.source === source) ?? known.find((recipe) => recipe.from === from);
  const base = named ?? known[0];
  if (base?.from === 'trees' && from === 'clone' && source === undefined) {
    throw new ConfigError(
      '--repo',
      `${product} builds files at release time: its tags do not hold the bytes of a shop. Remedy: unpack its releases ` +
        `(${base.source}) into one folder per version and name it with --trees; or name a repository of release trees with --source.`,
    );
  }
  const address = source ?? base?.source;
  if (address === undefined) throw new ConfigError('--source', `${product} has no recipe: --source URL is needed.`);
  return {
    product,
    source: address,
    from,
    tags: tags ?? base?.tags ?? '*',
    folders: paths === undefined ? (base?.folders ?? [['', '/']]) : readFolders(paths),
    skip: base?.skip ?? [],
    leaveOut: base?.leaveOut ?? [],
  };
}

function readScheme(texts: Texts) {
  const id = texts['scheme'] ?? embeddedFacts(texts['product'] ?? '')?.scheme ?? 'composer';
  const scheme = Object.values(schemes).find((known) => known.id === id);
  if (scheme !== undefined) return scheme;
  throw new ConfigError('--scheme', `--scheme ${id}: unknown. Allowed: ${Object.keys(schemes).join(', ')}.`);
}

function openSource(recipe: Recipe, texts: Texts): TreeSource {
  const naming = { scheme: readScheme(texts), leaveOut: recipe.leaveOut };
  const { repo, trees } = texts;
  const isWanted = (file: string) => /(?:^|\/)\.htaccess$/.test(file) || servedPath(file, recipe) !== null;
  const source = repo === undefined ? openFolder(trees ?? '', naming, isWanted) : openClone(repo, recipe.tags, naming);
  if (source.trees.length > 0) return source;
  const message = `${repo ?? trees} has no releases. Remedy: fetch its tags (git fetch --tags), or say with --tags which ones are releases.`;
  throw new ConfigError(repo === undefined ? '--trees' : '--repo', message);
}

/** The index to refresh or to compare with: the one that is to be written, else the one that ships. */
function readPresent(product: string, out: string): FileHashIndex | null {
  const place = [out, shippedAt(product)].find((file) => existsSync(file));
  return place === undefined ? null : FileHashIndex.parse(JSON.parse(readFileSync(place, 'utf8')));
}

function shippedAt(product: string): string {
  return `src/platforms/file-hashes/${product}.json`;
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new ConfigError('--files', `--files ${text}: not a number. Allowed: 1 to 999.`);
}

function refresh(texts: Texts, { keep, merge }: { keep: boolean; merge: boolean }): void {
  const recipe = readRecipe(texts);
  const { product } = recipe;
  const out = texts['out'] ?? shippedAt(product);
  const present = readPresent(product, out);
  const matters = weighStakes(product);
  const index = buildIndex({
    product,
    scheme: readScheme(texts),
    source: openSource(recipe, texts),
    repository: recipe.source,
    serving: recipe,
    matters,
    // built anew, the same releases give the same bytes, whatever stood there before
    present: keep || merge ? present : null,
    keep,
    merge,
    atMost: readCount(texts['files'] ?? '15'),
  });
  const difference = compareIndexes(present, index);
  for (const line of summarise(index, measureIndex(index, matters), difference)) console.log(line);
  if (difference.none && existsSync(out)) {
    console.log(`${out} says so already`);
    return;
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, printIndex(index));
  console.log(`${out} written`);
}

await runCommand(async () => {
  const { texts, switches } = readArguments(usage, {
    recipes: { means: 'print product, repository, tags and left-out releases of all that are read from a clone' },
    product: { value: 'ID', means: 'the platform record that the index belongs to' },
    repo: { value: 'DIR', means: 'a git clone with release tags' },
    trees: { value: 'DIR', means: 'a folder of unpacked releases, one folder per version' },
    keep: { means: 'list the files of the present index and no others: a small difference' },
    merge: { means: 'keep what the present index says of releases that are not given' },
    source: { value: 'URL', means: 'public address of the releases, as the index names it' },
    tags: { value: 'GLOB', means: "which tags are releases, such as 'v*'" },
    paths: { value: 'FROM=TO,...', means: "folders and where a shop serves them, such as 'upload/=/'" },
    scheme: { value: 'ID', means: 'version scheme, for a product without release data' },
    files: { value: 'N', means: 'files to list at most (default 15)' },
    out: { value: 'FILE', means: 'where to write (default src/platforms/file-hashes/ID.json)' },
  });
  if (switches['recipes'] === true) {
    const clones = recipes.filter(({ from }) => from === 'clone');
    for (const { product, source, tags, leaveOut } of clones) {
      console.log([product, source, tags, leaveOut.join(' ')].join('\t'));
    }
    return 0;
  }
  refresh(texts, { keep: switches['keep'] === true, merge: switches['merge'] === true });
  return 0;
});
