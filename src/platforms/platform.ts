/**
 * A platform: one record that says how a product shows itself from outside. It declares what to ask and how to read the
 * answer; it does no I/O. To add one: a file here that exports a `Platform`, a line in index.ts, a fixture in
 * tests/fixtures/platforms/. Its file-hash index and name table, if any, are generated into file-hashes/ and name-tables/.
 */

import type { VersionPlace } from '../model/identification.ts';

/** A pattern that names the product. Weights add up to the confidence, capped at 1; from 0.5 on the product is named. */
export interface Signal {
  kind: 'header' | 'cookie' | 'generator' | 'asset' | 'markup' | 'script' | 'text-file' | 'version-endpoint';
  /** The rule in words, for the evidence box. */
  rule: string;
  /** 0 to 1; the table is in signals.ts. */
  weight: number;
  /**
   * Tested against a header's value, a cookie's name, a generator's content, an asset's path and query, an opening tag or
   * comment written back as `<body class="home">`, the text of an inline script, or the body that `path` answered.
   */
  pattern: RegExp;
  /** Header name in lower case, for `header`. */
  header?: string;
  /** The only host whose assets count, for `asset`; without it those of the shop's own site do. */
  host?: string;
  /** Path to ask, relative to the shop's root, for `text-file` and `version-endpoint`; `/robots.txt` is read anyway. */
  path?: string;
  /** Where some of a platform's signals are needed, it is named only if one of these is seen: a site builder's shop. */
  needed?: true;
}

/** Where a version is stated or bounded. The first group of the pattern is the version text. */
export interface VersionRule {
  /** `asset-version`: text that most of the matching assets carry and that is a known release; all else there is noise. */
  kind: 'generator' | 'asset-version' | 'text-file' | 'version-endpoint' | 'header' | 'script' | 'markup';
  /** The rule in words, for the evidence box. */
  rule: string;
  /** Path to ask, relative to the shop's root; null: any page already asked. */
  path: string | null;
  /** Header name in lower case, for `header`. */
  header?: string;
  /** Tested against the same text as a signal of that kind. */
  pattern: RegExp;
  /** `exact`: that very release. `line`: a release that starts with these number parts. `at-least`: that release or a later one. */
  bound: 'exact' | 'line' | 'at-least';
  /** The version text, where the pattern has no group for it: a file that came with this release. */
  version?: string;
  /** Parameter of the asset's address that holds the version text, for `asset-version`; the pattern then has no group. */
  query?: string;
  /** Makes a version of the text that the product prints, where it prints none as such; null: it is none. */
  decode?(text: string): string | null;
  /** The text lists versions: the highest counts. */
  highest?: true;
  /** Texts that are known misprints, for `highest`. */
  misprints?: readonly string[];
  /** Version texts that other releases print here as well: those releases, or every later one. */
  alsoStatedBy?: Readonly<Record<string, readonly string[] | 'every-later'>>;
}

/** Names that a page or an answer lists, compared with the table of releases that list them: name-tables/<id>.json. */
export interface NameRule {
  kind: 'asset-name' | 'feature-flags' | 'api-schema';
  /** The rule in words, for the evidence box. */
  rule: string;
  /** What the names are read from: assets of the pages, inline scripts, or the body that `path` answered. */
  from: 'asset' | 'script' | 'version-endpoint';
  /** Path to ask, relative to the shop's root; null: any page already asked. */
  path: string | null;
  /** Takes the list out of the text: the first group. */
  list: RegExp;
  /** One name in the list: the first group. */
  name: RegExp;
  /**
   * `each`: every name narrows by itself, as a file does. `same`: a release that lists exactly the known names seen.
   * `since`: a release not older than the newest name seen, and older than the first whose many new names are all missing.
   */
  fit: 'each' | 'same' | 'since';
}

/** The time at which the files were deployed, in an asset's address: what came out later is not installed. */
export interface DeployTime {
  /** The rule in words, for the evidence box. */
  rule: string;
  /** Tested against an asset's path and query; the first group holds the seconds since 1970. */
  pattern: RegExp;
}

/** A cookie whose name only one release produces. */
export interface CookieProof {
  /** A page that sets the cookie and is never cached, relative to the shop's root. */
  path: string;
  /** Names that are worth trying. */
  names: RegExp;
  /** The releases that produce the cookie; they may be newer than all `releases`, which are the known ones. Empty: none does. */
  prove(cookie: Cookie, host: string, releases: readonly string[]): string[];
}

/** A cookie as it was set: its value is never looked at. */
export interface Cookie {
  name: string;
  /** Its Domain attribute as sent; null where there is none. */
  domain: string | null;
}

export interface Platform {
  /** Product id: the name of its file in the release data, where there is one. */
  id: string;
  /** As people write it. */
  name: string;
  /** The vendor runs and patches every shop on it: named by two signals of different kinds. */
  vendorHosted?: boolean;
  /** It is made to be embedded in pages of another product, which is judged beside it. */
  embedded?: boolean;
  /** The product it is installed on: both are judged. */
  builtOn?: string;
  /** Products whose signals this one shares: where this one is named, those are not. */
  insteadOf?: readonly string[];
  signals: readonly Signal[];
  /** The most telling first. */
  versionRules: readonly VersionRule[];
  nameRules?: readonly NameRule[];
  deployTime?: DeployTime;
  cookieProof?: CookieProof;
  /** Where whoever runs the shop reads the version: the advice where the public sees none. Absent: the vendor runs it. */
  versionPlace?: VersionPlace;
  /** A file-hash index exists: file-hashes/<id>.json. */
  hasFileHashes: boolean;
  /** Reads the base of the static files from an asset's path, for indexes whose paths start with `{static}`. */
  staticBase?: RegExp;
  /** The body sent with status 200 where a file does not exist. */
  missingFile?: RegExp;
  /** A path and pattern that show the paid edition. */
  commerceEdition?: { path: string; pattern: RegExp };
}
