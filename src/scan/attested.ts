import { type Attested, attestSite, type Place } from '../attest/index.ts';
import { InvalidResponseError } from '../lib/errors.ts';
import type { AttestedCopies } from '../model/attested.ts';
import type { Site } from '../model/site.ts';
import type { Problem } from '../model/snapshot.ts';
import type { Store } from '../store.ts';

async function readCopies(site: Site, store: Store): Promise<{ known: AttestedCopies | null; problems: Problem[] }> {
  try {
    return { known: await store.readAttested(site.id), problems: [] };
  } catch (error) {
    // A damaged copy is as good as none: the addresses are asked anyway.
    if (!(error instanceof InvalidResponseError)) throw error;
    return { known: null, problems: [{ code: 'attestation', message: error.message, url: null }] };
  }
}

/** Reads a site's attestations; of documents behind an address, what they prove is kept for the day on which one fails. */
export async function attestWithCopies(site: Site, store: Store, place: Omit<Place, 'copies'>): Promise<Attested> {
  if (site.attestations.every(({ url }) => url === undefined)) return attestSite(site, { ...place, copies: {} });
  const { known, problems } = await readCopies(site, store);
  const attested = await attestSite(site, { ...place, copies: known?.copies ?? {} });
  await store.writeAttested({ schemaVersion: 1, site: site.id, copies: attested.copies });
  return { ...attested, problems: [...problems, ...attested.problems] };
}
