import { AttestationKind } from '../model/site.ts';
import { Day } from '../model/time.ts';
import type { SourceDocument } from './document.ts';
import type { Issue } from './issues.ts';
import { describe } from './issues.ts';

type Path = readonly PropertyKey[];

function membersOf(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : [];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function conflict(document: SourceDocument, path: Path, found: string, allowed: string): Issue {
  return { offset: document.locate(path, 'value'), path, found, allowed };
}

/** Every id, then every former id: the first use of each stands, a later one is an issue that names both lines. */
function findRepeatedIds(document: SourceDocument, sites: readonly [number, unknown][]): Issue[] {
  const ids = sites.map(([index, site]): [Path, unknown] => [['sites', index, 'id'], member(site, 'id')]);
  const formerIds = sites.flatMap(([index, site]) =>
    membersOf(member(site, 'formerly')).map(([at, id]): [Path, unknown] => [['sites', index, 'formerly', at], id]),
  );
  const firstPaths = new Map<unknown, Path>();
  const issues: Issue[] = [];
  for (const [path, id] of [...ids, ...formerIds]) {
    if (typeof id !== 'string') continue;
    const first = firstPaths.get(id);
    if (first === undefined) {
      firstPaths.set(id, path);
      continue;
    }
    const { line } = document.position(document.locate(first, 'value'));
    const found = `${describe(id)} again (first on line ${line})`;
    issues.push(conflict(document, path, found, 'each id once, as an id or a former id'));
  }
  return issues;
}

/** Two days of one group that stand in the wrong order. */
function compareDays(
  document: SourceDocument,
  path: Path,
  [earlier, later]: [string, string],
): (group: unknown) => Issue[] {
  return (group) => {
    const [from, to] = [member(group, earlier), member(group, later)];
    if (!Day.safeParse(from).success || !Day.safeParse(to).success || String(from) <= String(to)) return [];
    return [conflict(document, [...path, later], describe(to), `a day on or after "${earlier}" (${from})`)];
  };
}

/** The demo is judged as of its data's own date: a real shop judged so could be called secure by knowledge that is long out of date. */
function findRealShops(document: SourceDocument, sites: readonly [number, unknown][]): Issue[] {
  if (member(document.value, 'demo') !== true) return [];
  return sites.flatMap(([index, site]) => {
    const url = member(site, 'url');
    const host = typeof url === 'string' ? URL.parse(url)?.hostname : undefined;
    if (host === undefined || host.endsWith('.localhost')) return [];
    const allowed = 'a demo shop under .localhost; remove "demo: true" to check real shops';
    return [conflict(document, ['sites', index, 'url'], describe(url), allowed)];
  });
}

/** What belongs to a document behind an address. */
const ofAddress = ['url', 'tokenEnv', 'allowPrivate'];

/** What a kind of attestation says by itself, and what its document says. */
function findDocumentIssues(document: SourceDocument, path: Path, attestation: unknown): Issue[] {
  const given = (key: string) => member(attestation, key) !== undefined;
  const refuse = (keys: readonly string[], allowed: (key: string) => string) =>
    keys
      .filter(given)
      .map((key) => conflict(document, [...path, key], describe(member(attestation, key)), allowed(key)));
  const kind = AttestationKind.safeParse(member(attestation, 'kind')).data;
  if (kind === undefined) return [];
  if (kind === 'statement') {
    return refuse(['file', ...ofAddress], (key) => `no "${key}" beside "kind: statement", which has no document`);
  }
  const said = refuse(
    ['covers', 'version', 'product', 'edition'],
    (key) => `no "${key}" beside a document that says it`,
  );
  if (given('file')) return [...said, ...refuse(ofAddress, (key) => `no "${key}" beside "file"`)];
  if (given('url')) return said;
  const lone = conflict(document, [...path, 'kind'], `"${kind}" without its document`, '"file" or "url" beside it');
  return [...said, lone];
}

/** What single values cannot show: ids that occur twice, days in the wrong order, documents missing or beside what they say, real shops in the demo. Takes any value, right or wrong. */
export function findConflicts(document: SourceDocument): Issue[] {
  const sites = membersOf(member(document.value, 'sites'));
  const days = sites.flatMap(([index, site]) => {
    const path = ['sites', index];
    const promise = compareDays(document, [...path, 'promise'], ['made', 'by'])(member(site, 'promise'));
    const attestations = membersOf(member(site, 'attestations')).flatMap(([at, attestation]) => {
      const place = [...path, 'attestations', at];
      const wrongDays = compareDays(document, place, ['made', 'expires'])(attestation);
      return [...findDocumentIssues(document, place, attestation), ...wrongDays];
    });
    return [...promise, ...attestations];
  });
  return [...findRepeatedIds(document, sites), ...findRealShops(document, sites), ...days];
}
