import { z } from 'zod';
import { Validators } from './pull.ts';
import { Attestation, SiteId } from './site.ts';
import { Instant } from './time.ts';

/** What one document comes to: an attestation without the words of its author. */
export const Proof = Attestation.pick({ covers: true, version: true, product: true, edition: true, complete: true });
export type Proof = z.infer<typeof Proof>;

/** What a document at an address proved when it was last read. */
export const AttestedCopy = z.object({
  /** When the address last gave it, or confirmed that it is unchanged. */
  readAt: Instant,
  validators: Validators,
  proofs: z.array(Proof).max(100),
});
export type AttestedCopy = z.infer<typeof AttestedCopy>;

/**
 * `data/attested/<site>.json`: what the documents behind a site's addresses last proved; never a document, an address or a
 * token. Raise the version when the reading of documents changes.
 */
export const AttestedCopies = z.object({
  schemaVersion: z.literal(1),
  site: SiteId,
  /** By the SHA-256 of the document's kind, its address, and the shop's. */
  copies: z.record(z.string().regex(/^[0-9a-f]{64}$/), AttestedCopy),
});
export type AttestedCopies = z.infer<typeof AttestedCopies>;
