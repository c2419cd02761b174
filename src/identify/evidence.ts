import type { Evidence } from '../model/identification.ts';
import type { Exchange } from '../model/snapshot.ts';

interface Seen {
  kind: Evidence['kind'];
  /** The rule that matched, in words. */
  rule: string;
  /** The text that matched; null where the proof is a hash. */
  text: string | null;
  /** Candidate releases that it leaves; null where it says nothing of the version. */
  versions: readonly string[] | null;
}

/** Puts a match down as evidence: where, when, what. */
export function recordEvidence({ kind, rule, text, versions }: Seen, exchange: Exchange): Evidence {
  return {
    kind,
    rule,
    url: exchange.url,
    at: exchange.at,
    status: exchange.status,
    excerpt: text === null ? null : cleanExcerpt(text),
    sha256: text === null ? exchange.sha256 : null,
    versions: versions === null ? null : [...versions],
    known: 'measured',
  };
}

/** At most 200 characters, white space collapsed, control and formatting characters removed. */
function cleanExcerpt(text: string): string {
  return text
    .slice(0, 1_000)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed();
}
