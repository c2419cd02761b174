import type { Attestation, AttestationKind, ListedAttestation, Site } from '../model/site.ts';
import type { Problem } from '../model/snapshot.ts';
import { readComposer } from './composer.ts';
import { DocumentError, type Labelled, nameDocument, type Place, type Proof, readDocument } from './document.ts';
import { readOpenvex } from './openvex.ts';
import { readPatchStatus } from './patch-status.ts';
import { readShopwarePlugin } from './shopware-plugin.ts';

export type { Place } from './document.ts';
export { reviewAttestations } from './review.ts';

/** What the attestations of a site come to. */
export interface Attested {
  attestations: Labelled[];
  /** Documents that are no evidence. */
  problems: Problem[];
}

type Reader = (document: unknown, site: Site) => Proof[];

const readers: Record<Exclude<AttestationKind, 'statement'>, Reader> = {
  'patch-status': readPatchStatus,
  composer: readComposer,
  'shopware-plugin': readShopwarePlugin,
  openvex: (document, { url }) => readOpenvex(document, url),
};

/** `Attestation 2 (patch-status, attested/tea.json)` */
function labelOf(listed: ListedAttestation, index: number): string {
  const document = nameDocument(listed);
  return `Attestation ${index + 1} (${listed.kind}${document === '' ? '' : `, ${document}`})`;
}

async function prove(listed: ListedAttestation, site: Site, place: Place): Promise<Attestation[]> {
  const { kind, file, url, tokenEnv, covers, version, product, edition, complete, ...words } = listed;
  const own = { covers, ...(version && { version }), ...(product && { product }), ...(edition && { edition }) };
  if (kind === 'statement') return [{ kind, ...own, ...words }];
  const proofs = readers[kind](await readDocument(listed, place), site);
  return proofs.map((proof) => ({ kind, ...proof, ...words }));
}

/** Turns what sites.yaml lists for a site into attestations; a document that is no evidence becomes a problem of the site. */
export async function attestSite(site: Site, place: Place): Promise<Attested> {
  const attested: Attested = { attestations: [], problems: [] };
  for (const [index, listed] of site.attestations.entries()) {
    const label = labelOf(listed, index);
    try {
      const proven = await prove(listed, site, place);
      attested.attestations.push(...proven.map((attestation) => ({ label, attestation })));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      const message = `${label} does not count: ${error.message}. Remedy: ${error.remedy}.`;
      attested.problems.push({ code: 'attestation', message, url: null });
    }
  }
  return attested;
}
