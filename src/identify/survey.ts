import type { Component } from '../model/identification.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Platform } from '../platforms/platform.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { IdentifyContext } from './context.ts';
import { readDeployPieces } from './deployed.ts';
import { type AskedFile, findAskedFiles, hashesCount, readHashPieces } from './hashes.ts';
import { type Judgement, judgePieces } from './judge.ts';
import { readNamePieces } from './names.ts';
import { type Naming, namePlatform } from './naming.ts';
import { isSuccess, type Page, readPage } from './page.ts';
import { type Piece, poolVersions, recordPiece } from './piece.ts';
import { readProofPieces } from './proved.ts';
import { locatePlatform, type Place, resolvePath } from './root.ts';
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

/** Looks at every answer for every platform. Those named come first in `named`; the others may still be worth a question. */
export function surveySnapshot(snapshot: Snapshot, context: IdentifyContext): { named: Survey[]; unnamed: Sight[] } {
  const pages = snapshot.exchanges.map(readPage);
  const sights = context.platforms.map((platform): Sight => {
    const base = context.platforms.filter(({ id }) => id === platform.builtOn);
    const place = locatePlatform([platform, ...base], pages, snapshot);
    return { platform, place, naming: namePlatform(platform, pages, place) };
  });
  const seen = sights.filter(({ naming }) => naming.named);
  const replaced = new Set(seen.flatMap(({ platform }) => platform.insteadOf ?? []));
  const bases = new Map(seen.map(({ platform, naming }) => [platform.builtOn, naming]));
  const kept = sights.flatMap((sight): Sight[] => {
    const carried = bases.get(sight.platform.id);
    if (replaced.has(sight.platform.id)) return [];
    if (sight.naming.named) return [sight];
    // what a product is installed on is there, however well it hides
    return carried === undefined ? [] : [{ ...sight, naming: carried }];
  });
  return {
    named: kept.map((sight) => surveySight(sight, pages, context)),
    unnamed: sights.filter(({ platform }) => kept.every((sight) => sight.platform !== platform)),
  };
}

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
    versionPlace: platform.versionPlace ?? null,
    edition: isCommerce ? 'commerce' : null,
    ...judgement,
    confidence: naming.confidence,
    evidence: [...naming.evidence, ...pieces.map((piece) => recordPiece(piece, pool, counted.includes(piece)))],
  };
}
