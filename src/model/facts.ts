import { z } from 'zod';
import { ProductId } from './identification.ts';
import { Day, Instant } from './time.ts';

/** One release of a product. */
export const Release = z.object({
  version: z.string(),
  /** Day it came out; null = not known: it counts from the data's own date on. */
  date: Day.nullable(),
  /** Without a date: the day from which it counts, where that is later than for others; it was not out before. */
  countsFrom: Day.optional(),
  /** Whether it fixes a flaw; null = not known, counts as possibly one. */
  security: z.boolean().nullable(),
  /** False: for the paid edition only; never counts as newer for the free one. */
  openSource: z.boolean().default(true),
  /** True: tagged but never promoted to a release. */
  prerelease: z.boolean().default(false),
});
export type Release = z.infer<typeof Release>;

/** A fix that leaves the version string as it is (hotfix, isolated patch). */
export const Patch = z.object({
  /** Vendor bulletin id. */
  id: z.string(),
  date: Day,
  /** Releases it names; empty where the vendor names none. */
  appliesTo: z.array(z.string()),
  /** Flaws it fixes. */
  cves: z.array(z.string()),
  url: z.string(),
});
export type Patch = z.infer<typeof Patch>;

/** A support line and how long it gets security fixes. */
export const Branch = z.object({
  /** Leading number parts of its versions: `2.4.7`, `6.8`. */
  branch: z.string(),
  /** Last supported day; null = no date is published. */
  securitySupportEnds: Day.nullable(),
  /** The same for the paid edition, where it differs. */
  commerceSupportEnds: Day.nullable().default(null),
  /** True without a date: ended the day after its last release. Null: not known. */
  eol: z.boolean().nullable(),
});
export type Branch = z.infer<typeof Branch>;

/** A product's support windows. */
export const Support = z.object({
  /** False: the vendor publishes none, and nothing is guessed. */
  policyPublished: z.boolean(),
  /** True: a branch ends the day a higher one comes out (WordPress). */
  newestBranchOnly: z.boolean().default(false),
  branches: z.array(Branch),
});
export type Support = z.infer<typeof Support>;

/** One range of affected versions, OSV meaning: from `introduced` (`0` = the first) up to `fixed` (excluded) or `lastAffected` (included); neither = without upper bound. */
export const AffectedRange = z.object({
  introduced: z.string(),
  fixed: z.string().nullable(),
  lastAffected: z.string().nullable(),
});
export type AffectedRange = z.infer<typeof AffectedRange>;

/** What one source says of the versions that a flaw affects. */
const Account = z.object({
  sources: z.array(z.string()),
  ranges: z.array(AffectedRange),
  versions: z.array(z.string()),
});

/** A published flaw as it concerns one product. */
export const Advisory = z.object({
  id: z.string(),
  /** Every other id of the same flaw (CVE, GHSA, vendor ids, bulletin). */
  aliases: z.array(z.string()),
  published: Day,
  /** Set where a source took it back; withdrawn records are never judged. */
  withdrawn: Day.nullable(),
  ranges: z.array(AffectedRange),
  /** Versions listed one by one. */
  versions: z.array(z.string()),
  /** Versions that a source lists by mistake; they override ranges and versions. */
  knownFalsePositives: z.array(z.string()),
  /** The fix has no version number of its own. */
  fixKind: z.enum(['hotfix', 'isolated-patch']).nullable(),
  /** CVSS vector; null where no source gives one. */
  severity: z.string().nullable(),
  cwes: z.array(z.string()),
  url: z.string(),
  /** Names of the sources that speak of it. */
  sources: z.array(z.string()),
  /** True: its source gives no id but its own, though others may know the flaw by theirs. */
  ownIdOnly: z.literal(true).optional(),
  /** Who says what, where the merged sources differ. */
  accounts: z.array(Account).optional(),
});
export type Advisory = z.infer<typeof Advisory>;

/** An entry of CISA's list of flaws that criminals use. */
export const Exploited = z.object({
  cve: z.string(),
  addedOn: Day,
  /** Day by which US agencies must have patched; null where not known. */
  dueOn: Day.nullable(),
  /** The product whose own flaw it is, where the list's names say so. */
  product: ProductId.optional(),
});
export type Exploited = z.infer<typeof Exploited>;

/** Which source a fact came from and how old it is. */
export const SourceState = z.object({
  /** Source id; `embedded` = the facts that ship with Patchproof. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(['advisories', 'releases', 'support', 'exploited']),
  /** When these facts were true: the pull's instant, or the embedded data's date. */
  fetchedAt: Instant,
  licence: z.string(),
  url: z.string(),
  /** What went wrong at the last pull: why the last good copy stands in, or which records could not be used. */
  problem: z.string().nullable(),
  /** True: it gave no usable answer at the last pull, so its last good copy stands in. */
  standsIn: z.literal(true).optional(),
  /** Age in milliseconds from which its word no longer counts, where it declares another one than the policy's. */
  maxAgeMs: z.number().int().positive().optional(),
  /** True: it adds to what is known, but is not all there is; its age never stands for the kind's. */
  partial: z.boolean().optional(),
  /** True: it names no flaw of the product at all. */
  silent: z.boolean().optional(),
});
export type SourceState = z.infer<typeof SourceState>;

/** All that is known of one product, merged: what the verdict is judged by. */
export const ProductFacts = z.object({
  product: ProductId,
  /** Id of its version scheme in versions/. */
  scheme: z.enum(['composer', 'semver', 'zencart']),
  /** The day from which releases without a date count. */
  dataOn: Day,
  /** Any order. */
  releases: z.array(Release),
  patches: z.array(Patch),
  support: Support,
  advisories: z.array(Advisory),
  exploited: z.array(Exploited),
  /** Versions that the vendor itself flags as secure. */
  vendorSecure: z.array(z.string()),
  /** Versions that the vendor itself flags as insecure. */
  vendorInsecure: z.array(z.string()),
  sources: z.array(SourceState),
});
export type ProductFacts = z.infer<typeof ProductFacts>;
