import type { Component } from '../model/identification.ts';
import type { Exchange, Snapshot } from '../model/snapshot.ts';
import type { Platform } from '../platforms/platform.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { IdentifyContext } from './context.ts';
import { readDeployPieces } from './deployed.ts';
import { type AskedFile, findAskedFiles, hashesCount, readHashPieces } from './hashes.ts';
import { type Judgement, judgePieces } from './judge.ts';
import { readNamePieces } from './names.ts';
import { type Naming, namePlatform, trace, type Visited } from './naming.ts';
import { isSuccess, type Page, readPage } from './page.ts';
import { type Piece, poolVersions, recordPiece } from './piece.ts';
import { readProofPieces } from './proved.ts';
import { locatePlatform, type Place, resolvePath, robotsPath, surveyGround } from './root.ts';
import { sift } from './sieve.ts';
import { readStatedPieces } from './stated.ts';

/** All that the answers show of one platform. */
export interface Survey {
  platform: Platform;
  place: Place;
  naming: Naming;
  catalogue: Catalogue;
  asked: readonly AskedFile[];
  judgement: Judgement;
  /** All pieces that speak of the version, and which of them count: unknown bytes can void the hashes. */
  pieces: readonly Piece[];
  counted: readonly Piece[];
}

/** A platform and how surely it is there. */
export interface Sight {
  platform: Platform;
  place: Place;
  naming: Naming;
}

function readPieces({ platform, place }: Sight, pages: readonly Page[], catalogue: Catalogue) {
  const asked = findAskedFiles(platform, pages, place, catalogue);
  const texts = [
    ...readProofPieces(platform, pages, catalogue),
    ...readStatedPieces(platform, pages, place, catalogue),
    ...readNamePieces(platform, pages, place, catalogue),
    ...readDeployPieces(platform, pages, catalogue),
  ];
  return { asked, texts, hashes: readHashPieces(asked, catalogue) };
}

function surveySight(sight: Sight, pages: readonly Page[], context: IdentifyContext): Survey {
  const catalogue = readCatalogue(sight.platform.id, context);
  const { asked, texts, hashes } = readPieces(sight, pages, catalogue);
  const counted: Piece[] = hashesCount(asked) ? [...texts, ...hashes] : texts;
  return {
    ...sight,
    catalogue,
    asked,
    judgement: judgePieces(counted, catalogue),
    pieces: [...texts, ...hashes],
    counted,
  };
}

function visited({ exchanges }: Snapshot): Visited {
  const all = exchanges.map(readPage);
  const isRobots = ({ exchange }: Page) => exchange.path === robotsPath;
  return { pages: all.filter((page) => !isRobots(page)), robots: all.filter(isRobots) };
}

/** A generator that nothing else supports, beside a product that shows itself in two ways: left over from before a move. */
function isLeftOver({ platform, naming }: Sight, seen: readonly Sight[]): boolean {
  const relatives = [platform.id, platform.builtOn, ...(platform.insteadOf ?? [])];
  // a fork may show its origin's marks and nothing but its generator beside them
  const isOwn = ({ platform: other }: Sight) => other.builtOn === platform.id || relatives.includes(other.id);
  if (naming.evidence.some(({ kind }) => kind !== 'generator')) return false;
  return seen.some((other) => !isOwn(other) && new Set(other.naming.evidence.map(({ kind }) => kind)).size > 1);
}

/**
 * Which platforms are there: those that are named, but no origin of a named fork and no left-over generator; what a named one
 * is installed on, however well it hides; and what is installed on a named one and shows a trace.
 */
function keepNamed(sights: readonly Sight[]): Sight[] {
  const named = sights.filter(({ naming }) => naming.named);
  const seen = named.filter((sight) => !isLeftOver(sight, named));
  const replaced = new Set(seen.flatMap(({ platform }) => platform.insteadOf ?? []));
  const carriers = new Map(seen.map(({ platform, naming }) => [platform.builtOn, naming]));
  const ids = new Set(seen.map(({ platform }) => platform.id));
  return sights.flatMap((sight): Sight[] => {
    const { platform, naming } = sight;
    const carrier = carriers.get(platform.id);
    if (replaced.has(platform.id)) return [];
    if (seen.includes(sight)) return [sight];
    if (carrier !== undefined) return [{ ...sight, naming: carrier }];
    const isInstalled = platform.builtOn !== undefined && ids.has(platform.builtOn) && naming.confidence >= trace;
    return isInstalled ? [sight] : [];
  });
}

/** What a look at every answer for every platform comes to: those that are there, and those that may be worth a question. */
interface Surveys {
  named: readonly Survey[];
  unnamed: readonly Sight[];
}

/** By the last answer: the plan ends with the look that identification begins with. */
const lastLooks = new WeakMap<Exchange, { exchanges: readonly Exchange[]; context: IdentifyContext; found: Surveys }>();

function isSameContext(a: IdentifyContext, b: IdentifyContext): boolean {
  const keys = ['platforms', 'releases', 'hashIndex', 'nameTable'] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** Looks at every answer for every platform; at the same answers only once. */
export function surveySnapshot(snapshot: Snapshot, context: IdentifyContext): Surveys {
  const { exchanges } = snapshot;
  const last = exchanges.at(-1);
  const known = last === undefined ? undefined : lastLooks.get(last);
  const isSame =
    known?.exchanges.length === exchanges.length && known.exchanges.every((each, i) => each === exchanges[i]);
  if (known !== undefined && isSame && isSameContext(known.context, context)) return known.found;
  const found = look(snapshot, context);
  if (last !== undefined) lastLooks.set(last, { exchanges: [...exchanges], context, found });
  return found;
}

/** How each platform is seen. All those that nothing was seen of are alike: most of them, so they are not looked for. */
function sightAll(seen: Visited, snapshot: Snapshot, { platforms }: IdentifyContext): Sight[] {
  const ground = surveyGround(seen.pages, snapshot);
  const shown = sift(platforms, [...seen.pages, ...seen.robots]);
  const nowhere = locatePlatform([], ground);
  const unnamed = { confidence: 0, named: false, evidence: [] };
  return platforms.map((platform): Sight => {
    const base = platform.builtOn === undefined ? [] : platforms.filter(({ id }) => id === platform.builtOn);
    const stack = [platform, ...base];
    if (!stack.some((each) => shown.has(each))) return { platform, place: nowhere, naming: unnamed };
    const place = locatePlatform(stack, ground);
    return { platform, place, naming: namePlatform(platform, seen, place) };
  });
}

function look(snapshot: Snapshot, context: IdentifyContext): Surveys {
  const seen = visited(snapshot);
  const sights = sightAll(seen, snapshot, context);
  const kept = keepNamed(sights);
  const unnamed = sights.filter(({ platform }) => kept.every((sight) => sight.platform !== platform));
  const isHosted = ({ platform }: Sight) => platform.vendorHosted === true;
  const isShadowed = unnamed.some((sight) => !isHosted(sight) && sight.naming.confidence >= trace);
  const named = kept.map((sight): Survey => {
    const survey = surveySight(sight, seen.pages, context);
    // what may be a self-hosted shop with a vendor's files in it is not the vendor's to patch
    return isHosted(sight) && isShadowed ? { ...survey, judgement: { ...survey.judgement, conflict: true } } : survey;
  });
  return { named, unnamed };
}

/** Pieces of evidence that are put down for a product at most. */
const evidenceAtMost = 100;

/** What a survey comes to. */
export function describeComponent(
  { platform, place, naming, catalogue, judgement, pieces, counted }: Survey,
  pages: readonly Page[],
): Component {
  const pool = poolVersions(counted, catalogue);
  const { commerceEdition: edition } = platform;
  const path = edition === undefined ? null : resolvePath(edition.path, place);
  const isCommerce = pages.some(
    ({ exchange }) => exchange.path === path && isSuccess(exchange) && edition?.pattern.test(exchange.body) === true,
  );
  return {
    product: platform.id,
    vendorHosted: platform.vendorHosted === true,
    embedded: platform.embedded === true,
    versionPlace: platform.versionPlace ?? null,
    edition: isCommerce ? 'commerce' : null,
    ...judgement,
    confidence: naming.confidence,
    evidence: [
      ...naming.evidence,
      ...pieces.slice(0, evidenceAtMost).map((piece) => recordPiece(piece, pool, counted.includes(piece))),
    ],
  };
}
