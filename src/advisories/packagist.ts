import { z } from 'zod';
import { readConstraint } from '../lib/constraint.ts';
import type { Http } from '../lib/http.ts';
import type { Advisory } from '../model/facts.ts';
import { keepProduct, type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { dayOf } from '../model/time.ts';
import type { AdvisorySource } from './source.ts';

const Text = z.string().max(500);

/** `2025-04-08 12:00:00`, in UTC; `2025-04-08T12:00:00+00:00` in an answer of another age. */
const Reported = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?$/)
  .transform((text) => new Date(text.length === 19 ? `${text.replace(' ', 'T')}Z` : text))
  .refine((date) => !Number.isNaN(date.getTime()), 'no date')
  .transform((date) => dayOf(date.toISOString()));

const Entry = z.object({
  advisoryId: z.string().regex(/^PKSA-[\w-]{1,40}$/),
  cve: Text.nullable(),
  /** `>=6.6,<6.6.10.3|>=6.7,<6.7.2` */
  affectedVersions: z.string().max(20_000),
  /** Where Packagist has it from: a GHSA id, or a file name of FriendsOfPHP, which is no id. */
  sources: z
    .array(z.object({ remoteId: Text }))
    .max(20)
    .default([]),
  reportedAt: Reported,
  /** Where the flaw is described: `https://github.com/advisories/GHSA-hh7j-6x3q-f52h`. */
  link: z.string().max(2_000).nullish().catch(null),
});
type Entry = z.infer<typeof Entry>;

/** By package; a package that is not known is missing. PHP writes an object without members as `[]`. */
const ByPackage = z.preprocess(
  (value) => (Array.isArray(value) && value.length === 0 ? {} : value),
  z.record(z.string(), z.array(Entry).max(5_000)),
);

/** Answer of GET /api/security-advisories/. */
const Advisories = z.object({ advisories: ByPackage });

/**
 * Products with packages that Packagist knows flaws of. `partial`: it has what GitHub and FriendsOfPHP have, but the vendor
 * publishes elsewhere (Adobe's are missing since October 2025, Drupal's come weeks later).
 */
const products: Record<string, { partial: boolean }> = {
  bagisto: { partial: false },
  drupal: { partial: true },
  eccube: { partial: true },
  joomla: { partial: true },
  magento: { partial: true },
  magento1: { partial: true },
  opencart: { partial: true },
  openmage: { partial: false },
  oxid: { partial: true },
  prestashop: { partial: false },
  shopware5: { partial: true },
  shopware6: { partial: false },
  sylius: { partial: false },
  zencart: { partial: true },
};

/** A page that describes one flaw has its id at the end. */
const page =
  /^https:\/\/(?:github\.com|nvd\.nist\.gov|(?:www\.)?cve\.org|cve\.mitre\.org)\/[\w./?=-]{0,200}[/=]([\w-]{1,40})$/;

function aliasesOf({ cve, sources, link }: Entry): string[] {
  const ids = [cve ?? '', ...sources.map(({ remoteId }) => remoteId), page.exec(link ?? '')?.[1] ?? ''];
  return [...new Set(ids.filter((id) => /^(?:CVE-\d{4}-\d{4,9}|GHSA(?:-[a-z0-9]{4}){3})$/.test(id)))];
}

/** The entry as it concerns a product. What cannot be read of its affected versions becomes a problem. */
function addEntry(to: Pull, product: string, read: { entry: Entry; request: PullRequest }): void {
  const { entry, request } = read;
  const { ranges, unread } = readConstraint(entry.affectedVersions, request.order(product));
  if (unread.length > 0) {
    const left = ranges.length === 0 ? 'the record was left out' : 'that part was left out';
    const message = `${entry.advisoryId}: affected versions that cannot be read; ${left}.`;
    to.problems.push({ product, message, record: entry.advisoryId });
  }
  if (ranges.length === 0) return;
  const advisory: Advisory = {
    id: entry.advisoryId,
    aliases: aliasesOf(entry),
    published: entry.reportedAt,
    withdrawn: null,
    ranges,
    versions: [],
    knownFalsePositives: [],
    fixKind: null,
    severity: null,
    cwes: [],
    url: `https://packagist.org/security-advisories/${entry.advisoryId}`,
    sources: ['Packagist'],
  };
  to.records.advisories[product] = [...(to.records.advisories[product] ?? []), advisory];
}

/** Takes what stands of a product's packages. Nothing at all says something only where every one of them is known. */
function addProduct(to: Pull, product: string, read: { known: Record<string, Entry[]>; request: PullRequest }): void {
  const { known, request } = read;
  const packages = request.packages(product);
  const own = packages.filter((name) => Object.hasOwn(known, name));
  if (packages.length > 0 && own.length === packages.length) to.records.advisories[product] = [];
  for (const entry of own.flatMap((name) => known[name] ?? [])) addEntry(to, product, { entry, request });
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('packagist', request);
  const wanted = request.products.filter((product) => Object.hasOwn(products, product));
  const packages = wanted.flatMap((product) => request.packages(product)).sort();
  if (packages.length === 0) return fresh;
  const query = new URLSearchParams(packages.map((name): [string, string] => ['packages[]', name]));
  const url = `${base}/api/security-advisories/?${query}`;
  // The address names every package: one that was read before stands for the same products.
  const validators = previous?.validators[url];
  const answer = await http.getJson(url, { source: 'packagist', schema: Advisories, validators });
  if (answer.status === 'unchanged') {
    if (validators !== undefined) fresh.validators[url] = validators;
    for (const product of wanted) keepProduct(fresh, product, previous);
    return fresh;
  }
  if (Object.keys(answer.validators).length > 0) fresh.validators[url] = answer.validators;
  for (const product of wanted) addProduct(fresh, product, { known: answer.data.advisories, request });
  return fresh;
}

/** Packagist: what GitHub and FriendsOfPHP say of PHP packages, in one answer for all of them. */
export function createPackagist({ base = 'https://packagist.org' } = {}): AdvisorySource {
  return {
    id: 'packagist',
    name: 'Packagist',
    licence: 'CC-BY-4.0 (GitHub Advisory Database), Unlicense (FriendsOfPHP)',
    url: 'https://packagist.org/',
    covers: (product) => Object.hasOwn(products, product),
    partial: (product) => products[product]?.partial ?? true,
    pull: (request, http) => pull(request, http, base),
  };
}
