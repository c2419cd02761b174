import type { Evidence } from '../model/identification.ts';
import type { Exchange } from '../model/snapshot.ts';
import { type Catalogue, isListed } from './catalogue.ts';
import { recordEvidence } from './evidence.ts';

/** One thing seen of the version: it leaves a set of candidate releases and speaks for some of them. */
export interface Piece {
  kind: Evidence['kind'];
  rule: string;
  /** Text that matched; null for a file hash. */
  text: string | null;
  exchange: Exchange;
  /** Pieces of one source are no support for each other: a path that was asked, or `page generator`. */
  source: string;
  /** The version text that the product declares of itself; null for bounds, hashes and proofs. */
  stated: string | null;
  /** Versions that the piece brings in, in case no known release fits. */
  brings: readonly string[];
  /** Whether the release may be installed after all. */
  allows(version: string): boolean;
  /** Whether the piece speaks for the release, beyond not excluding it. */
  supports(version: string): boolean;
}

/** All known releases and those that the pieces bring in, oldest first. */
export function poolVersions(pieces: readonly Piece[], catalogue: Catalogue): readonly string[] {
  const { versions, scheme } = catalogue;
  const brought = pieces.flatMap((piece) => piece.brings).filter((version) => !isListed(version, catalogue));
  return brought.length === 0 ? versions : [...new Set([...versions, ...brought])].sort(scheme.compare);
}

/** What one piece leaves of the pool; `counts` is false where hashes as a whole name no version. */
export function recordPiece(piece: Piece, pool: readonly string[], counts: boolean): Evidence {
  const versions = counts ? pool.filter((version) => piece.allows(version)) : null;
  return recordEvidence({ kind: piece.kind, rule: piece.rule, text: piece.text, versions }, piece.exchange);
}
