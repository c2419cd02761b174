import type { Component, Evidence } from '../model/identification.ts';
import { nameProduct } from '../model/products.ts';
import type { Report } from '../model/report.ts';
import type { StatedVersion } from '../model/verdict.ts';
import { linkable, shorten } from './clean.ts';
import type { CurlLine } from './curl.ts';
import { writeCurl } from './curl.ts';
import { tellPlace } from './phrasing.ts';
import type { Wording } from './wording/index.ts';

/** One piece of evidence, ready to print. */
export interface PieceView {
  rule: string;
  url: string;
  /** Null where the URL must not become a link. */
  href: string | null;
  look: string;
  /** Matched text or hash. */
  found: string | null;
  /** The versions it leaves; null where it says nothing of them. */
  fits: string | null;
  known: string;
  curl: CurlLine | null;
}

/** What was found of one product. */
export interface ComponentView {
  name: string;
  remarks: string[];
  evidence: PieceView[];
}

/** The evidence of a site, with the labels around it. */
export interface EvidenceView {
  components: ComponentView[];
  none: string | null;
  check: string;
  expect: string;
  found: string;
  hashHint: string | null;
  /** Which probes robots.txt kept us from; null where none. */
  withheld: string | null;
}

/** At most this many pieces are printed for a product. */
const mostPieces = 12;

function viewPiece(piece: Evidence, words: Wording): PieceView {
  const { versions, excerpt, sha256 } = piece;
  const [first, last] = [versions?.[0], versions?.at(-1)];
  const few = versions !== null && versions.length <= 4 ? words.page.evidence.fits(words.joinChoice(versions)) : null;
  const fits =
    first === undefined || last === undefined
      ? null
      : (few ?? words.page.evidence.fitsMany(versions?.length ?? 0, first, last));
  return {
    rule: piece.rule,
    url: shorten(piece.url, 200),
    href: linkable(piece.url),
    look: words.page.evidence.look(words.writeInstant(piece.at), piece.status),
    found: sha256 ?? (excerpt === null ? null : shorten(excerpt, 200)),
    fits,
    known: words.page.evidence.known[piece.known],
    curl: writeCurl(piece),
  };
}

/** Which versions fit, by what was seen, and what would settle it. */
function tellCandidates({ versions, evidence, versionPlace }: Component, isSettled: boolean, words: Wording): string[] {
  if (versions.length < 2) return [];
  const { evidence: phrases } = words.page;
  const telling = evidence.flatMap((piece) =>
    piece.versions === null ? [] : [{ ...piece, versions: piece.versions }],
  );
  // of several pieces of one kind, the one that says most
  const best = new Map(
    telling
      .toSorted((a, b) => b.versions.length - a.versions.length)
      .map(({ kind, versions: left }) => [kind, left.length]),
  );
  const clues = [...best].map(([kind, count]) => phrases.clue({ clue: phrases.clues[kind], count }));
  return [
    ...(clues.length === 0 ? [] : [phrases.cluesSeen({ clues: words.joinAll(clues) })]),
    phrases.candidates({ count: versions.length, versions: shorten(versions.join(', '), 600) }),
    ...(best.has('file-hash') ? [phrases.sameFiles] : []),
    ...(isSettled ? [] : [phrases.settle]),
    ...(isSettled || versionPlace === null ? [] : [tellPlace(versionPlace, words)]),
  ];
}

function tellStated(product: string, stated: readonly StatedVersion[], words: Wording): string[] {
  return stated
    .filter((one) => one.product === product)
    .map(({ kind, version, author, made, expires }) =>
      words.page.evidence.stated[kind]({
        author: shorten(author, 100),
        version: shorten(version, 60),
        made: words.writeDay(made),
        expires: words.writeDay(expires),
      }),
    );
}

function remarkOn(component: Component, verdict: Report['verdict'], words: Wording): string[] {
  const { product, claimed, conflict, confidence } = component;
  const stated = tellStated(product, verdict.stated, words);
  const { evidence } = words.page;
  // where every candidate is a yes, nothing is left to settle
  const isSettled =
    stated.length > 0 || verdict.judgements.every((one) => one.product !== product || one.answer === 'yes');
  return [
    evidence.confidence(Math.round(confidence * 100)),
    ...tellCandidates(component, isSettled, words),
    ...(conflict ? [evidence.conflict] : []),
    ...stated,
    ...(claimed === null ? [] : [evidence.claimedOnly(shorten(claimed, 60))]),
  ];
}

function viewComponent(component: Component, verdict: Report['verdict'], words: Wording): ComponentView {
  const name = nameProduct(component.product);
  return {
    name: component.versions.length === 1 ? words.nameVersions(name, component.versions) : name,
    remarks: remarkOn(component, verdict, words),
    evidence: component.evidence.slice(0, mostPieces).map((piece) => viewPiece(piece, words)),
  };
}

/** What was found, product by product. */
export function viewEvidence({ identification, verdict }: Report, words: Wording): EvidenceView {
  const { components, withheld } = identification;
  const { evidence } = words.page;
  const paths = withheld.slice(0, mostPieces).map((path) => shorten(path, 100));
  return {
    components: components.map((component) => viewComponent(component, verdict, words)),
    none: components.length === 0 ? evidence.none : null,
    check: evidence.check,
    expect: evidence.expect,
    found: evidence.found,
    hashHint: components.some((component) => component.evidence.some(({ sha256 }) => sha256 !== null))
      ? evidence.hashHint
      : null,
    withheld: paths.length === 0 ? null : evidence.withheld(paths.join(', ')),
  };
}
