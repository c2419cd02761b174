import { z } from 'zod';
import { Advisory, Branch, Exploited, type ProductFacts, Release } from './facts.ts';
import { ProductId } from './identification.ts';
import { Day, Instant } from './time.ts';

/** What tells whether a document has changed since it was last read. */
export const Validators = z.object({
  etag: z.string().optional(),
  /** As the source writes it: an HTTP date, or the document's own `modified`. */
  lastModified: z.string().optional(),
});
export type Validators = z.infer<typeof Validators>;

/** A record that its source took back. */
const Withdrawn = z.object({ id: z.string(), aliases: z.array(z.string()), on: Day });
type Withdrawn = z.infer<typeof Withdrawn>;

/** `data/pulls/<source>.json`: what one source last said of the products asked for. Raise the version when its reading changes. */
export const Pull = z.object({
  schemaVersion: z.literal(1),
  /** Source id. */
  source: z.string(),
  /** When the source last confirmed all of this; an unchanged answer (304) counts. */
  fetchedAt: Instant,
  /** Products whose part could not be confirmed then, and when it last was; it stands as it stood. */
  confirmedAt: z.record(ProductId, Instant).optional(),
  /** When the source itself last looked at a product, where it says so: a fresh copy of old words is old. */
  writtenAt: z.record(ProductId, Instant).optional(),
  /** By URL of the document. */
  validators: z.record(z.string(), Validators),
  /** By product; a product that is missing is not covered, which never means that it has no flaws. */
  records: z.object({
    advisories: z.record(ProductId, z.array(Advisory)).default({}),
    releases: z.record(ProductId, z.array(Release)).default({}),
    support: z.record(ProductId, z.array(Branch)).default({}),
    /** Releases by the vendor's own word: false = not secure. Never more than a voice: a yes needs the verdict's rules. */
    flags: z.record(ProductId, z.array(z.object({ version: z.string(), secure: z.boolean() }))).default({}),
    /** Flaws that criminals use; of all products. */
    exploited: z.array(Exploited).default([]),
  }),
  /** Records that the source took back, by product. */
  withdrawn: z.record(ProductId, z.array(Withdrawn)).optional(),
  /** Records that could not be used, in words; `record` is the id of one whose affected versions could not be read, or not all of them. */
  problems: z.array(z.object({ product: ProductId, message: z.string(), record: z.string().optional() })),
  /** Products of whose flaws something could not be read: what is kept of them is no longer all that the source says. */
  unreadFlaws: z.array(ProductId).optional(),
});
export type Pull = z.infer<typeof Pull>;

/** A pull that has read nothing yet. */
export function startPull(source: string, { at }: Pick<PullRequest, 'at'>): Pull {
  const records = { advisories: {}, releases: {}, support: {}, flags: {}, exploited: [] };
  return { schemaVersion: 1, source, fetchedAt: at, validators: {}, records, problems: [] };
}

/** Notes that the source took a record of a product back. */
export function noteWithdrawn(to: Pull, product: string, record: Withdrawn): void {
  to.withdrawn = { ...to.withdrawn, [product]: [...(to.withdrawn?.[product] ?? []), record] };
}

/** Takes over what the pull before said of a product, problems included. */
export function keepProduct(to: Pull, product: string, previous: Pull | null): void {
  if (previous === null) return;
  const { advisories, releases, support, flags } = previous.records;
  for (const record of previous.withdrawn?.[product] ?? []) noteWithdrawn(to, product, record);
  if (advisories[product] !== undefined) to.records.advisories[product] = advisories[product];
  if (releases[product] !== undefined) to.records.releases[product] = releases[product];
  if (support[product] !== undefined) to.records.support[product] = support[product];
  if (flags[product] !== undefined) to.records.flags[product] = flags[product];
  to.problems.push(...previous.problems.filter((problem) => problem.product === product));
  const writtenAt = previous.writtenAt?.[product];
  if (writtenAt !== undefined) to.writtenAt = { ...to.writtenAt, [product]: writtenAt };
  if (previous.unreadFlaws?.includes(product) === true) noteUnreadFlaws(to, product);
}

/** Notes that something of a product's flaws could not be read. */
export function noteUnreadFlaws(to: Pull, product: string): void {
  to.unreadFlaws = [...new Set([...(to.unreadFlaws ?? []), product])];
}

/** Kinds of records that a source keeps by product. */
const kinds = ['advisories', 'releases', 'support', 'flags'] as const;
type Kind = (typeof kinds)[number];

/** How many records of a kind stood that the source has not taken back itself. */
function countStanding(fresh: Pull, { records }: Pull, { kind, product }: { kind: Kind; product: string }): number {
  if (kind !== 'advisories') return records[kind][product]?.length ?? 0;
  const takenBack = new Set(fresh.withdrawn?.[product]?.map(({ id }) => id));
  return records.advisories[product]?.filter(({ id }) => !takenBack.has(id)).length ?? 0;
}

/** Kinds of which a copy names nothing of a product any more, where an older one named some. */
export function listLost(fresh: Pull, previous: Pull, product: string): Kind[] {
  const isEmpty = (kind: Kind) => (fresh.records[kind][product] ?? []).length === 0;
  return kinds.filter((kind) => isEmpty(kind) && countStanding(fresh, previous, { kind, product }) > 0);
}

/** Takes over some kinds of what another copy says of a product; with them that some of it could not be read. */
export function keepRecords(to: Pull, product: string, { from, kinds }: { from: Pull; kinds: readonly Kind[] }): void {
  for (const kind of kinds) Object.assign(to.records[kind], { [product]: from.records[kind][product] });
  if (kinds.length > 0 && from.unreadFlaws?.includes(product) === true) noteUnreadFlaws(to, product);
}

/** The same for a product of which nothing could be read this time: its part keeps its age. */
export function keepUnconfirmed(to: Pull, product: string, options: { previous: Pull | null; message: string }): void {
  const { previous, message } = options;
  keepProduct(to, product, previous);
  to.problems = to.problems.filter((problem) => problem.product !== product);
  to.problems.push({ product, message });
  if (previous !== null) to.confirmedAt = { ...to.confirmedAt, [product]: confirmedAt(previous, product) };
}

/** When a source last confirmed what it says of a product; when it wrote that, where that was before. */
export function confirmedAt({ confirmedAt: kept, writtenAt, fetchedAt }: Pull, product: string): Instant {
  const confirmed = kept?.[product] ?? fetchedAt;
  const written = writtenAt?.[product] ?? confirmed;
  return written < confirmed ? written : confirmed;
}

/** The order of a product's versions, as far as a source needs it; every scheme of versions/ is one. */
export interface VersionOrder {
  isVersion(text: string): boolean;
  compare(a: string, b: string): number;
  isPrerelease(version: string): boolean;
}

/** Who a source is. */
export interface SourceInfo {
  /** Its file name without `.ts`. */
  id: string;
  /** As people write it. */
  name: string;
  /** Licence of its data, with the attribution it asks for. */
  licence: string;
  /** Its page for people. */
  url: string;
  /** Age in milliseconds from which its word no longer counts, where the policy's `sourceMaxAge` does not suit it. */
  maxAgeMs?: number;
  /** True: what it says of this product is worth knowing but not all there is, so its age is not the age of our knowledge. */
  partial(product: string): boolean;
  /** True: it publishes one list, the same whatever products are asked for. */
  oneList?: true;
  /** True: it only completes what other sources say, so it is asked after them. */
  completes?: true;
  /** True: its flags name every release of a product with a known flaw, so they are the vendor's list of flaws as well. */
  flagsInsecure?: true;
}

/** What a source is asked for. */
export interface PullRequest {
  /** Products that the listed sites need; a source leaves out those it does not cover. */
  products: readonly string[];
  /** Package names of a product in advisory databases. */
  packages(product: string): readonly string[];
  order(product: string): VersionOrder;
  /** The last good pull; null on the first. */
  previous: Pull | null;
  /** The instant of this pull. */
  at: Instant;
  /** For a source that completes others: what they and the embedded facts say of a product. */
  facts?: (product: string) => ProductFacts | null;
}
