import { z } from 'zod';
import { InvalidResponseError } from '../lib/errors.ts';
import { type Github, listAll } from '../lib/github.ts';
import type { Http } from '../lib/http.ts';
import { readEach } from '../lib/read-each.ts';
import type { Release } from '../model/facts.ts';
import {
  keepProduct,
  keepUnconfirmed,
  type Pull,
  type PullRequest,
  startPull,
  type VersionOrder,
} from '../model/pull.ts';
import { dayOf, Instant } from '../model/time.ts';
import type { ReleaseSource } from './source.ts';

const Item = z.object({
  /** `v4.1.0.4`, `release-4.90.7` */
  tag_name: z.string().max(20_000),
  draft: z.boolean(),
  prerelease: z.boolean(),
  /** Null for a draft. */
  published_at: Instant.nullable(),
});
type Item = z.infer<typeof Item>;

interface Listing {
  repository: string;
  /** What stands before the version. */
  prefix: RegExp;
  /** Versions that this product never had: other packages of the repository, a slip of the pen. */
  other?: RegExp;
  /** True: not every release is published on GitHub. */
  partial: boolean;
}

const v = /^v(?=\d)/;

/**
 * The repository in which each product's releases are published. Of the last four nothing ships with Patchproof: this list is
 * all that is known of their releases.
 */
const products: Record<string, Listing> = {
  abantecart: { repository: 'abantecart/abantecart-src', prefix: v, partial: true },
  bagisto: { repository: 'bagisto/bagisto', prefix: v, partial: false },
  /** `v2.6.7` is 6.2.7 */
  cubecart: { repository: 'cubecart/v6', prefix: v, other: /^v2\.6\.7$/, partial: true },
  eccube: { repository: 'EC-CUBE/ec-cube', prefix: v, partial: true },
  litecart: { repository: 'litecart/litecart', prefix: v, partial: true },
  /** `@medusajs/js-sdk@2.1.0` is a package */
  medusa: { repository: 'medusajs/medusa', prefix: v, other: /^(?:@|create-|medusa-)/, partial: false },
  nopcommerce: { repository: 'nopSolutions/nopCommerce', prefix: /^release-(?=\d)/, partial: false },
  opencart: { repository: 'opencart/opencart', prefix: v, partial: false },
  openmage: { repository: 'OpenMage/magento-lts', prefix: v, partial: false },
  oxid: { repository: 'OXID-eSales/oxideshop_ce', prefix: v, partial: true },
  /** `2020.12.0` came before 3.0 */
  saleor: { repository: 'saleor/saleor', prefix: v, other: /^20\d\d\./, partial: false },
  solidus: { repository: 'solidusio/solidus', prefix: v, partial: false },
  /** `@spree/sdk@1.0.0` is a package */
  spree: { repository: 'spree/spree', prefix: v, other: /^@/, partial: false },
  thirtybees: { repository: 'thirtybees/thirtybees', prefix: v, partial: false },
  /** `@vendure/core@3.0.0` is a package */
  vendure: { repository: 'vendure-ecommerce/vendure', prefix: v, other: /^@/, partial: false },
  zencart: { repository: 'zencart/zencart', prefix: v, partial: false },
  'ce-phoenix': { repository: 'CE-PhoenixCart/PhoenixCart', prefix: v, partial: false },
  mageos: { repository: 'mage-os/mageos-magento2', prefix: v, partial: false },
  qloapps: { repository: 'Qloapps/QloApps', prefix: v, partial: false },
  smartstore: { repository: 'smartstore/Smartstore', prefix: v, partial: false },
};

/** The newest five hundred; what is older stands in the facts that ship, or is no release that anybody should run. */
const maxPages = 5;

function readItem(item: Item, { prefix }: Listing, order: VersionOrder): Release | null {
  const version = item.tag_name.replace(prefix, '');
  if (!order.isVersion(version)) return null;
  const date = item.published_at === null ? null : dayOf(item.published_at);
  const prerelease = item.prerelease || order.isPrerelease(version);
  return { version, date, security: null, openSource: true, prerelease };
}

function newestOf(items: readonly Item[]): string {
  return items.map(({ published_at: at }) => at ?? '').reduce((newest, at) => (at > newest ? at : newest), '');
}

/** The newest of all cannot be read, or there is none where there was one: nobody may take it that nothing newer is out. */
function doubtOf(listed: { known: Item[]; unread: Item[] }, isKnown: boolean): string | null {
  if (newestOf(listed.unread) > newestOf(listed.known)) return 'its newest release has a tag that is no version';
  return isKnown && listed.known.length === 0 ? 'it lists no release any more' : null;
}

function add(to: Pull, product: string, read: { items: Item[]; request: PullRequest; url: string }): void {
  const { items, request, url } = read;
  const listing = products[product];
  if (listing === undefined) return;
  const own = items.filter(({ draft, tag_name: tag }) => !draft && listing.other?.test(tag) !== true);
  const releases = own.map((item) => readItem(item, listing, request.order(product)));
  const known = own.filter((_, i) => releases[i] !== null);
  const unread = own.filter((item, i) => releases[i] === null && !item.prerelease);
  const doubt = doubtOf({ known, unread }, request.previous?.records.releases[product] !== undefined);
  if (doubt !== null) {
    throw new InvalidResponseError('github-releases', `github-releases: ${url}: ${doubt}.`, { url });
  }
  if (known.length > 0) to.records.releases[product] = releases.flatMap((release) => release ?? []);
  if (unread.length === 0) return;
  const message = `${unread.length} tags are no versions that can be compared; they were left out.`;
  to.problems.push({ product, message });
}

async function pull(request: PullRequest, http: Http, github: Github): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('github-releases', request);
  const wanted = request.products.filter((product) => Object.hasOwn(products, product));
  const failures = await readEach(wanted, async (product) => {
    const path = `/repos/${products[product]?.repository}/releases?per_page=100`;
    const url = `${github.base}${path}`;
    const validators = previous?.records.releases[product] === undefined ? undefined : previous.validators[url];
    const ask = { source: 'github-releases', item: Item, validators, maxPages, newestOnly: true };
    const answer = await listAll(path, ask, { http, github });
    if (answer.status === 'unchanged') keepProduct(fresh, product, previous);
    else add(fresh, product, { items: answer.data, request, url });
    const kept = answer.status === 'unchanged' ? validators : answer.validators;
    if (kept !== undefined && Object.keys(kept).length > 0) fresh.validators[url] = kept;
  });
  for (const [product, { message }] of failures) keepUnconfirmed(fresh, product, { previous, message });
  return fresh;
}

/** Releases that vendors publish on GitHub. It marks none as a security release. */
export function createGithubReleases({ base = 'https://api.github.com', token }: Partial<Github> = {}): ReleaseSource {
  return {
    id: 'github-releases',
    name: 'GitHub releases',
    licence: 'facts from the releases of the platforms (GitHub)',
    url: 'https://docs.github.com/en/repositories/releasing-projects-on-github',
    covers: (product) => Object.hasOwn(products, product),
    partial: (product) => products[product]?.partial ?? true,
    pull: (request, http) => pull(request, http, { base, token }),
  };
}
