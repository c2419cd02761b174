/** Which files of a release tree a default install hands out, and under which path. */

/** Folder of the tree -> folder of the web site: `upload/` -> `/`. */
export type Folders = readonly (readonly [from: string, to: string])[];

/** Kinds of files that web servers hand out as they are. */
const publicFile = /\.(?:js|css|txt|html|json|xml|pot|svg|png|gif)$/;

/** `.htaccess.txt`, `.github/...`: never served. */
const hidden = /(?:^|\/)\./;

/** Folders that no running shop has: installers go after use, tests never come along. */
const temporary = /\/(?:_?install(?:er|ation|-dev)?|zc_install|setup|tests?|spec|cypress|node_modules)\//i;

/** How a tree is served. */
export interface Serving {
  folders: Folders;
  /** Starts of paths that are not asked. */
  skip: readonly string[];
  /** Paths that are asked whatever else is said: those that an index lists already. */
  always?: ReadonlySet<string>;
}

/** The path as a shop serves it; null for a file that it does not hand out. */
export function servedPath(file: string, { folders, skip, always }: Serving): string | null {
  const folder = folders.find(([from]) => file.startsWith(from));
  if (folder === undefined) return null;
  const path = folder[1] + file.slice(folder[0].length);
  if (always?.has(path)) return path;
  const isAsked = publicFile.test(file) && !hidden.test(file) && !temporary.test(path);
  return isAsked && !skip.some((start) => path.startsWith(start)) ? path : null;
}

/** One rule of an .htaccess file that opens or closes: for all files below, or for those of these names. */
interface AccessRule {
  names: RegExp | null;
  closes: boolean;
}

/** `<Files "*.php">` has wildcards, `<FilesMatch "\.php$">` and `<Files ~ "\.php$">` have patterns; null for none that we can read. */
function readNames(kind: string, argument: string): RegExp | null {
  const isPattern = /match/i.test(kind) || argument.startsWith('~');
  const text = argument.replace(/^~\s{0,9}/, '').replace(/^"|"$/g, '');
  const pattern = text.replace(/^\(\?i\)/, '');
  const wildcards = `^${text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')}$`;
  try {
    return new RegExp(isPattern ? pattern : wildcards, text.startsWith('(?i)') ? 'i' : '');
  } catch {
    return null; // a pattern of another dialect
  }
}

const decisions: readonly [RegExp, boolean][] = [
  [/^(?:deny from all|require all denied)\b/i, true],
  [/^(?:allow from all|require all granted)\b/i, false],
];

/** What is said of methods other than GET: `<Limit POST PUT>`, and all of `<LimitExcept GET>`. */
const otherMethods =
  /<limit\b(?![^>]{0,200}\bget\b)[^>]{0,200}>[\s\S]*?<\/limit>|<limitexcept\b[\s\S]*?<\/limitexcept>/gi;

/** Reads who may fetch files. `<IfModule>` is read through: the spellings of both Apaches stand side by side. */
export function readAccess(text: string): AccessRule[] {
  const rules: AccessRule[] = [];
  let names: RegExp | null | 'unreadable' = null;
  for (const line of text
    .replace(otherMethods, '')
    .split('\n')
    .map((each) => each.trim())) {
    const section = /^<(files(?:match)?)\s+(.{1,500}?)\s{0,9}>$/i.exec(line);
    if (section !== null) names = readNames(section[1] ?? '', section[2] ?? '') ?? 'unreadable';
    if (/^<\/files/i.test(line)) names = null;
    const decision = decisions.find(([pattern]) => pattern.test(line));
    if (decision !== undefined && names !== 'unreadable') rules.push({ names, closes: decision[1] });
  }
  return rules;
}

/**
 * True where the .htaccess files of a tree (folder -> rules; the top folder is '') close a file. As Apache does it: the
 * innermost folder counts, and what is said of names comes after what is said of folders.
 */
export function isClosed(file: string, access: ReadonlyMap<string, readonly AccessRule[]>): boolean {
  if (access.size === 0) return false;
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  const above = parts.map((_part, at) => parts.slice(0, at).join('/'));
  const rules = above.flatMap((folder) => access.get(folder) ?? []);
  const ofFolders = rules.filter(({ names }) => names === null).at(-1);
  const ofNames = rules.filter(({ names }) => names?.test(name) === true).at(-1);
  return (ofNames ?? ofFolders)?.closes ?? false;
}
