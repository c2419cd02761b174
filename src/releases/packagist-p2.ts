import { z } from 'zod';
import { readConstraint } from '../lib/constraint.ts';
import { InvalidResponseError } from '../lib/errors.ts';
import type { Http } from '../lib/http.ts';
import { readEach } from '../lib/read-each.ts';
import type { Advisory, Release } from '../model/facts.ts';
import { keepProduct, keepUnconfirmed, type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { type Day, dayOf } from '../model/time.ts';
import type { ReleaseSource } from './source.ts';

const Time = z.iso.datetime({ offset: true }).transform((text) => dayOf(new Date(text).toISOString()));

/** One tagged version. Of a minified list each entry names only what differs from the one before. */
const Entry = z.object({
  /** `v6.7.2.0` */
  version: z.string().max(20_000),
  /** When its commit was made, which is at most a little earlier than its release. */
  time: Time.or(z.literal('__unset')).optional(),
});
type Entry = z.infer<typeof Entry>;

const Flaw = z.object({
  advisoryId: z.string().regex(/^PKSA-[\w-]{1,40}$/),
  /** `>=6.6,<6.6.10.3|>=6.7,<6.7.2` */
  affectedVersions: z.string().max(20_000),
});
type Flaw = z.infer<typeof Flaw>;

/** Answer of GET /p2/{vendor}/{package}.json. */
function documentOf(name: string) {
  return z.object({
    minified: z.literal('composer/2.0').optional(),
    packages: z.object({ [name]: z.array(Entry).min(1).max(20_000) }),
    /** Missing where the repository tells none, which is not the same as none. */
    'security-advisories': z.array(Flaw).max(5_000).optional(),
  });
}
type Document = z.infer<ReturnType<typeof documentOf>>;

/**
 * Products whose package is the platform's own release. Not Magento, whose core is not there, and not Joomla, whose tags precede
 * its releases. `partial`: versions come late or flaws are missing there (see advisories/packagist.ts).
 */
const products: Record<string, { name: string; partial: boolean }> = {
  bagisto: { name: 'bagisto/bagisto', partial: false },
  drupal: { name: 'drupal/core', partial: true },
  eccube: { name: 'ec-cube/ec-cube', partial: true },
  openmage: { name: 'openmage/magento-lts', partial: false },
  oxid: { name: 'oxid-esales/oxideshop-ce', partial: true },
  prestashop: { name: 'prestashop/prestashop', partial: true },
  shopware6: { name: 'shopware/core', partial: false },
  sylius: { name: 'sylius/sylius', partial: false },
};

/** The entries of a minified list as they stand for themselves. */
function expand(entries: readonly Entry[]): { version: string; date: Day | null }[] {
  let date: Day | null = null;
  return entries.map(({ version, time }) => {
    if (time !== undefined) date = time === '__unset' ? null : time;
    return { version: version.replace(/^v/, ''), date };
  });
}

function newestOf(tags: readonly { date: Day | null }[]): string {
  return tags.map(({ date }) => date ?? '').reduce((newest, date) => (date > newest ? date : newest), '');
}

/** Takes the releases of a product. Where the newest of all cannot be read, nobody may take it that there is none: throws. */
function readReleases(to: Pull, product: string, read: { entries: Entry[]; request: PullRequest; url: string }): void {
  const order = read.request.order(product);
  const tags = expand(read.entries);
  const known = tags.filter(({ version }) => order.isVersion(version));
  const unread = tags.filter(({ version }) => !order.isVersion(version));
  if (known.length === 0 || newestOf(unread) > newestOf(known)) {
    const what = 'its newest tag is no version that can be compared';
    throw new InvalidResponseError('packagist-p2', `packagist-p2: ${read.url}: ${what}.`, { url: read.url });
  }
  to.records.releases[product] = known.map(({ version, date }): Release => {
    return { version, date, security: null, openSource: true, prerelease: order.isPrerelease(version) };
  });
  if (unread.length === 0) return;
  const message = `${unread.length} tags are no versions that can be compared; they were left out.`;
  to.problems.push({ product, message });
}

/** Packagist names no date here: a flaw counts from the day on which it was first seen, so that it stays the same. */
function readFlaws(to: Pull, product: string, read: { flaws: Flaw[]; request: PullRequest }): void {
  const { flaws, request } = read;
  const seen = request.previous?.records.advisories[product] ?? [];
  const publishedOf = (id: string) => seen.find((known) => known.id === id)?.published ?? dayOf(request.at);
  const advisories = flaws.flatMap(({ advisoryId: id, affectedVersions }): Advisory[] => {
    const { ranges, unread } = readConstraint(affectedVersions, request.order(product));
    if (unread.length > 0) {
      const left = ranges.length === 0 ? 'the record was left out' : 'that part was left out';
      to.problems.push({ product, message: `${id}: affected versions that cannot be read; ${left}.` });
    }
    if (ranges.length === 0) return [];
    return [
      {
        id,
        aliases: [],
        published: publishedOf(id),
        withdrawn: null,
        ranges,
        versions: [],
        knownFalsePositives: [],
        fixKind: null,
        severity: null,
        cwes: [],
        url: `https://packagist.org/security-advisories/${id}`,
        sources: ['Packagist'],
        ownIdOnly: true,
      },
    ];
  });
  to.records.advisories[product] = advisories;
}

function add(to: Pull, product: string, read: { document: Document; request: PullRequest; url: string }): void {
  const { document, request, url } = read;
  const entries = Object.values(document.packages).flat();
  const flaws = document['security-advisories'];
  readReleases(to, product, { entries, request, url });
  if (flaws !== undefined) readFlaws(to, product, { flaws, request });
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('packagist-p2', request);
  const wanted = request.products.filter((product) => Object.hasOwn(products, product));
  const failures = await readEach(wanted, async (product) => {
    const name = products[product]?.name ?? '';
    const url = `${base}/p2/${name}.json`;
    const validators = previous?.records.releases[product] === undefined ? undefined : previous.validators[url];
    const answer = await http.getJson(url, { source: 'packagist-p2', schema: documentOf(name), validators });
    if (answer.status === 'unchanged') keepProduct(fresh, product, previous);
    else add(fresh, product, { document: answer.data, request, url });
    const kept = answer.status === 'unchanged' ? validators : answer.validators;
    if (kept !== undefined && Object.keys(kept).length > 0) fresh.validators[url] = kept;
  });
  for (const [product, { message }] of failures) keepUnconfirmed(fresh, product, { previous, message });
  return fresh;
}

/** Packagist's metadata: versions and dates of PHP packages, and the flaws that Composer would warn of. */
export function createPackagistP2({ base = 'https://repo.packagist.org' } = {}): ReleaseSource {
  return {
    id: 'packagist-p2',
    name: 'Packagist metadata',
    licence:
      'facts from the release tags of the platforms; CC-BY-4.0 (GitHub Advisory Database), Unlicense (FriendsOfPHP)',
    url: 'https://packagist.org/',
    covers: (product) => Object.hasOwn(products, product),
    partial: (product) => products[product]?.partial ?? true,
    pull: (request, http) => pull(request, http, base),
  };
}
