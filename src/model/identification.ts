import { z } from 'zod';
import { Instant } from './time.ts';

/** Product id: the name of its file in the release data, or the platform record's id where there is none. */
export const ProductId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** How a piece of evidence was seen. Two pieces are independent when kind or URL differ. */
export const EvidenceKind = z.enum([
  'header',
  'cookie',
  'generator',
  'asset',
  'markup',
  'script',
  'asset-version',
  'text-file',
  'version-endpoint',
  'cookie-proof',
  'file-hash',
  'asset-name',
  'feature-flags',
  'api-schema',
  'deploy-time',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** A signal that matched: enough for anyone to look again. */
export const Evidence = z.object({
  kind: EvidenceKind,
  /** The rule that matched, in words: `generator names WooCommerce`. */
  rule: z.string(),
  url: z.string(),
  at: Instant,
  status: z.number().int(),
  /** The matched text, at most 200 characters, control characters removed. */
  excerpt: z.string().nullable(),
  /** Hash that matched, hex, for `file-hash`. */
  sha256: z.string().nullable(),
  /** The candidate releases that this piece leaves, oldest first; null where it says nothing of the version. */
  versions: z.array(z.string()).nullable(),
  /** How the fact is known. */
  known: z.enum(['measured', 'stated', 'archived']),
});
export type Evidence = z.infer<typeof Evidence>;

/** Where whoever runs the shop reads the installed version. */
export const VersionPlace = z.object({
  /** `back-office`: shown in the administration. The others: a command on the server that names the package. */
  kind: z.enum(['back-office', 'composer', 'bundler', 'npm']),
  /** Package that the command asks for; empty for the back office. */
  name: z.string(),
});
export type VersionPlace = z.infer<typeof VersionPlace>;

/** One product that is judged: a shop may stack two. */
export const Component = z.object({
  product: ProductId,
  /** The vendor runs and patches it (Shopify, Wix ...). */
  vendorHosted: z.boolean(),
  /** It is made to be embedded in pages of another product, which is judged beside it. */
  embedded: z.boolean().default(false),
  /** Where the maintainer finds the version; null where the vendor runs it. */
  versionPlace: VersionPlace.nullable().default(null),
  /** Edition where the vendor supports editions differently. */
  edition: z.enum(['commerce']).nullable(),
  /** Releases that fit all evidence, oldest first; empty when unknown. */
  versions: z.array(z.string()),
  /** Evidence contradicts itself: no release fits all of it. */
  conflict: z.boolean(),
  /** The version text that was claimed, where nothing supports it. */
  claimed: z.string().nullable(),
  /** A second independent piece of evidence supports the version (a file hash where the index has the release). */
  corroborated: z.boolean(),
  /** How sure the product is, 0 to 1; weights: platforms/signals.ts. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type Component = z.infer<typeof Component>;

/** What was found on a site. No components: no known platform answered. */
export const Identification = z.object({
  components: z.array(Component),
  /** Paths that robots.txt forbids and that were therefore not asked. */
  withheld: z.array(z.string()).default([]),
});
export type Identification = z.infer<typeof Identification>;
