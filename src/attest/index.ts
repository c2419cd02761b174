import type { AttestedCopies, Proof } from '../model/attested.ts';
import type { Attestation, AttestationKind, ListedAttestation, Site } from '../model/site.ts';
import type { Problem } from '../model/snapshot.ts';
import { dayOf } from '../model/time.ts';
import { readComposer } from './composer.ts';
import { lastDayOf, proveByAddress } from './copy.ts';
import { DocumentError, type Labelled, nameDocument, type Place, readDocument } from './document.ts';
import { readOpenvex } from './openvex.ts';
import { readPatchStatus } from './patch-status.ts';
import { readShopwarePlugin } from './shopware-plugin.ts';

export type { Place } from './document.ts';
export { reviewAttestations } from './review.ts';

/** What the attestations of a site come to. */
export interface Attested {
  attestations: Labelled[];
  /** Documents that are no evidence, or that could not be read now. */
  problems: Problem[];
  /** What is to be kept of documents behind addresses. */
  copies: AttestedCopies['copies'];
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

function problem(message: string): Problem {
  return { code: 'attestation', message, url: null };
}

/** What the document of an attestation proves; adds to `to` what is to be kept and said of it. */
async function proofsOf(listed: ListedAttestation, site: Site, how: { place: Place; to: Attested; label: string }) {
  const { place, to, label } = how;
  if (listed.kind === 'statement') return [];
  const reader = readers[listed.kind];
  const read = (document: unknown) => reader(document, site);
  if (listed.file !== undefined || listed.url === undefined) return read(await readDocument(listed, place));
  const { proofs, key, copy, instead } = await proveByAddress(listed, site, { place, read });
  to.copies[key] = copy;
  if (instead !== null) {
    const stands = `What it said on ${dayOf(copy.readAt)} counts until ${lastDayOf(copy, place)}`;
    to.problems.push(problem(`${label}: ${instead.message}. ${stands}. Remedy: ${instead.remedy}.`));
  }
  return proofs;
}

function attestationsOf(listed: ListedAttestation, proofs: readonly Proof[]): Attestation[] {
  const { kind, file, url, tokenEnv, allowPrivate, covers, version, product, edition, complete, ...words } = listed;
  const own = { covers, ...(version && { version }), ...(product && { product }), ...(edition && { edition }) };
  if (kind === 'statement') return [{ kind, ...own, ...words }];
  return proofs.map((proof) => ({ kind, ...proof, ...words }));
}

/** Turns what sites.yaml lists for a site into attestations; a document that is no evidence becomes a problem of the site. */
export async function attestSite(site: Site, place: Place): Promise<Attested> {
  const attested: Attested = { attestations: [], problems: [], copies: {} };
  for (const [index, listed] of site.attestations.entries()) {
    const label = labelOf(listed, index);
    try {
      const proven = attestationsOf(listed, await proofsOf(listed, site, { place, to: attested, label }));
      attested.attestations.push(...proven.map((attestation) => ({ label, attestation })));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      attested.problems.push(problem(`${label} does not count: ${error.message}. Remedy: ${error.remedy}.`));
    }
  }
  return attested;
}
