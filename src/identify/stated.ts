import type { Exchange } from '../model/snapshot.ts';
import type { Platform, VersionRule } from '../platforms/platform.ts';
import { numberParts } from '../versions/index.ts';
import { type Catalogue, isListed, spell } from './catalogue.ts';
import { listMatches, matchAssets, matchTexts, readTexts } from './match.ts';
import { isSuccess, type Page } from './page.ts';
import type { Piece } from './piece.ts';
import { findMostCommon, type Place, resolvePath } from './root.ts';

/** A version text and where it stood. */
interface Statement {
  version: string;
  excerpt: string;
  exchange: Exchange;
}

/** What a rule makes of an asset: its own version, the text of a parameter, or that of the pattern's group. */
function readAssetText(rule: VersionRule, path: string, group: string | undefined): string {
  const text = rule.query === undefined ? group : new URLSearchParams(path.split('?')[1]).get(rule.query);
  return rule.version ?? decode(rule, text ?? '');
}

function decode(rule: VersionRule, text: string): string {
  return rule.decode === undefined ? text : (rule.decode(text) ?? '');
}

/** The text that more than half of the matching assets carry, if it is a known release: all else is a library's or made up. */
function readMajority(rule: VersionRule, pages: readonly Page[], catalogue: Catalogue): Statement[] {
  const found = pages.flatMap((page) =>
    matchAssets(rule.pattern, page).map(({ asset, match }) => ({
      version: spell(readAssetText(rule, asset.path, match[1]), catalogue),
      excerpt: asset.path,
      exchange: page.exchange,
    })),
  );
  const known = found.filter(({ version }) => isListed(version, catalogue));
  const most = findMostCommon(known.map(({ version }) => version));
  const carriers = known.filter(({ version }) => version === most);
  return carriers.length * 2 > known.length ? carriers.slice(0, 1) : [];
}

/** Different versions that one rule may read: two are a conflict already. */
const statementsAtMost = 20;

function readTextStatements(rule: VersionRule, pages: readonly Page[]): Statement[] {
  const found = pages.flatMap((page) =>
    matchTexts(rule, page).map(({ excerpt, version }) => ({
      version: rule.version ?? decode(rule, version ?? ''),
      excerpt,
      exchange: page.exchange,
    })),
  );
  const distinct = new Map(found.toReversed().map((statement) => [statement.version, statement]));
  return [...distinct.values()].reverse().slice(0, statementsAtMost);
}

/** The highest version of a list, misprints left out. */
function readHighest(rule: VersionRule, pages: readonly Page[], { scheme }: Catalogue): Statement[] {
  const found = pages.flatMap((page) =>
    readTexts(rule, page).flatMap((text) =>
      listMatches(rule.pattern, text).map(([excerpt, version]) => ({
        version: decode(rule, version ?? ''),
        excerpt,
        exchange: page.exchange,
      })),
    ),
  );
  const read = found.filter(({ version }) => scheme.isVersion(version) && rule.misprints?.includes(version) !== true);
  const [first, ...others] = read;
  if (first === undefined) return [];
  return [others.reduce((top, next) => (scheme.compare(next.version, top.version) > 0 ? next : top), first)];
}

function readStatements(rule: VersionRule, pages: readonly Page[], catalogue: Catalogue): Statement[] {
  if (rule.kind === 'asset-version') return readMajority(rule, pages, catalogue);
  return rule.highest === true ? readHighest(rule, pages, catalogue) : readTextStatements(rule, pages);
}

function fits(version: string, text: string, bound: VersionRule['bound'], { scheme }: Catalogue): boolean {
  if (bound === 'at-least') return scheme.compare(version, text) >= 0;
  if (bound === 'exact') return version === text;
  const parts = numberParts(version);
  return numberParts(text).every((part, at) => parts[at] === part);
}

function statePiece(rule: VersionRule, statement: Statement, catalogue: Catalogue): Piece {
  // `2.4` as a line is not the release 2.4.0
  const text = rule.bound === 'line' ? statement.version : spell(statement.version, catalogue);
  const also = rule.alsoStatedBy?.[text] ?? [];
  const allows = (version: string) =>
    fits(version, text, rule.bound, catalogue) ||
    (also === 'every-later' ? fits(version, text, 'at-least', catalogue) : also.includes(version));
  return {
    kind: rule.kind,
    rule: rule.rule,
    text: statement.excerpt,
    exchange: statement.exchange,
    source: rule.path === null ? `page ${rule.kind}` : statement.exchange.path,
    stated: rule.bound === 'exact' ? statement.version : null,
    brings: rule.bound === 'exact' || !catalogue.versions.some(allows) ? [text] : [],
    allows,
    // a bound or a line fits too much to speak for any release
    supports: (version) => rule.bound === 'exact' && allows(version),
  };
}

/** What the product says of its release in texts. Text that is no version of the scheme says nothing. */
export function readStatedPieces(
  platform: Platform,
  pages: readonly Page[],
  place: Place,
  catalogue: Catalogue,
): Piece[] {
  const answered = pages.filter(({ exchange }) => isSuccess(exchange));
  return platform.versionRules.flatMap((rule) => {
    const path = rule.path === null ? null : resolvePath(rule.path, place);
    const asked = path === null ? answered : answered.filter(({ exchange }) => exchange.path === path);
    return readStatements(rule, asked, catalogue)
      .filter(({ version }) => catalogue.scheme.isVersion(version))
      .map((statement) => statePiece(rule, statement, catalogue));
  });
}
