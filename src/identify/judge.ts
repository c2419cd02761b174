import { type Catalogue, findIndexedNeighbours } from './catalogue.ts';
import { type Piece, poolVersions } from './piece.ts';

/** What all pieces together say. */
export interface Judgement {
  /** Releases that fit every piece, oldest first. */
  versions: string[];
  conflict: boolean;
  corroborated: boolean;
  claimed: string | null;
}

/** Bytes of files, and names made of the bytes of files. */
const bytes: ReadonlySet<Piece['kind']> = new Set(['file-hash', 'asset-name']);

/** Bytes that most releases share would support almost any claim: together the hashes must exclude three in four. */
function excludeMost(pieces: readonly Piece[], { indexed }: Catalogue): boolean {
  const hashes = pieces.filter(({ kind }) => bytes.has(kind));
  const left = [...indexed].filter((version) => hashes.every((hash) => hash.allows(version)));
  return left.length * 4 <= indexed.size;
}

/** A release outside the index can carry known bytes only if a neighbour of it does: files do not change back. */
function speaksAgainst(hash: Piece, neighbours: readonly string[]): boolean {
  return hash.kind === 'file-hash' && !neighbours.some((version) => hash.allows(version));
}

/**
 * Whether all releases are supported by two independent pieces. Where the index has the release, one of them must be bytes
 * that most releases do not share. A proof is enough by itself; the plan still looks at bytes that could refute it.
 */
function areCorroborated(versions: readonly string[], pieces: readonly Piece[], catalogue: Catalogue): boolean {
  const tellsApart = excludeMost(pieces, catalogue);
  return versions.every((version) => {
    const supporting = pieces.filter((piece) => piece.supports(version));
    if (supporting.some(({ kind }) => kind === 'cookie-proof')) return true;
    if (new Set(supporting.map(({ source }) => source)).size < 2) return false;
    if (catalogue.indexed.has(version)) return tellsApart && supporting.some(({ kind }) => bytes.has(kind));
    const neighbours = findIndexedNeighbours(version, catalogue);
    return pieces.every((piece) => !speaksAgainst(piece, neighbours));
  });
}

/** Intersects what the pieces leave. No piece: nothing is known. Nothing left: they contradict each other. */
export function judgePieces(pieces: readonly Piece[], catalogue: Catalogue): Judgement {
  if (pieces.length === 0) return { versions: [], conflict: false, corroborated: false, claimed: null };
  const versions = poolVersions(pieces, catalogue).filter((version) => pieces.every((piece) => piece.allows(version)));
  const corroborated = versions.length > 0 && areCorroborated(versions, pieces, catalogue);
  const claims = new Set(pieces.flatMap(({ stated }) => stated ?? []));
  const sources = new Set(pieces.filter(({ stated }) => stated !== null).map(({ source }) => source));
  const alone = !corroborated && versions.length > 0 && claims.size === 1 && sources.size === 1;
  return { versions, conflict: versions.length === 0, corroborated, claimed: alone ? ([...claims][0] ?? null) : null };
}
