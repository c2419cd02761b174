import { createHash } from 'node:crypto';
import type { AttestedCopy, Proof } from '../model/attested.ts';
import type { ListedAttestation, Site } from '../model/site.ts';
import { dayOf } from '../model/time.ts';
import { DocumentError, fetchDocument, type Place } from './document.ts';

/** What a document at an address proves, and the copy to keep of it. */
interface Read {
  proofs: Proof[];
  key: string;
  copy: AttestedCopy;
  /** Why the copy stands in; null where the address answered. */
  instead: DocumentError | null;
}

/** An address may hold a secret: copies are known by its hash. */
function keyOf({ kind, url }: ListedAttestation, site: Site): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, url, site.url]))
    .digest('hex');
}

/** The last day on which a copy stands in. */
export function lastDayOf({ readAt }: AttestedCopy, { maxAgeMs }: Place): string {
  return dayOf(new Date(Date.parse(readAt) + maxAgeMs).toISOString());
}

/** A copy stands in while it is younger than the maximum age of any other source, and the attestation has not expired. */
function standsIn({ readAt }: AttestedCopy, { expires }: ListedAttestation, { now, maxAgeMs }: Place): boolean {
  const ageMs = Date.parse(now) - Date.parse(readAt);
  return ageMs >= 0 && ageMs <= maxAgeMs && dayOf(now) <= expires;
}

/**
 * Reads the document at an address. Where the address fails, what it proved last stands in for a while; a document that is
 * gone, or that proves nothing any more, is an answer, and no copy outlives it. Throws DocumentError.
 */
export async function proveByAddress(
  listed: ListedAttestation,
  site: Site,
  { place, read }: { place: Place; read: (document: unknown) => Proof[] },
): Promise<Read> {
  const key = keyOf(listed, site);
  const known = place.copies[key];
  const { now } = place;
  try {
    const answer = await fetchDocument(listed, place, known?.validators);
    if (answer.status === 'unchanged') {
      const proofs = known?.proofs ?? [];
      return { proofs, key, copy: { readAt: now, validators: known?.validators ?? {}, proofs }, instead: null };
    }
    const proofs = read(answer.data);
    return { proofs, key, copy: { readAt: now, validators: answer.validators, proofs }, instead: null };
  } catch (error) {
    const isFailure = error instanceof DocumentError && error.passes;
    if (!isFailure || known === undefined || !standsIn(known, listed, place)) throw error;
    return { proofs: known.proofs, key, copy: known, instead: error };
  }
}
