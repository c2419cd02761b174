import { z } from 'zod';
import { readConstraint } from '../lib/constraint.ts';
import { type Github, listAll } from '../lib/github.ts';
import type { Http } from '../lib/http.ts';
import type { Advisory } from '../model/facts.ts';
import { keepProduct, noteWithdrawn, type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { dayOf, Instant } from '../model/time.ts';
import type { AdvisorySource } from './source.ts';

const Text = z.string().max(300);
const Vector = z.object({ vector_string: Text.nullable() }).nullable();

/** One advisory; of the database and of a repository alike. */
export const GithubAdvisory = z.object({
  ghsa_id: z.string().regex(/^GHSA(?:-[a-z0-9]{4}){3}$/),
  cve_id: Text.nullable(),
  published_at: Instant,
  /** Set where it was taken back. */
  withdrawn_at: Instant.nullish(),
  vulnerabilities: z
    .array(
      z.object({
        /** Null or without a name where a repository's owner left it out. */
        package: z.object({ ecosystem: Text, name: Text.nullable() }).nullable(),
        /** `>= 2.4.7-beta1, < 2.4.7-p6`; in a repository whatever its owner wrote. */
        vulnerable_version_range: z.string().max(20_000).nullable(),
      }),
    )
    .max(2_000)
    .nullable(),
  cvss_severities: z.object({ cvss_v3: Vector.optional(), cvss_v4: Vector.optional() }).nullish(),
  cwes: z
    .array(z.object({ cwe_id: Text }))
    .max(100)
    .nullish(),
});
export type GithubAdvisory = z.infer<typeof GithubAdvisory>;

type Vulnerability = NonNullable<GithubAdvisory['vulnerabilities']>[number];

/**
 * The ecosystem in which each product is found. `partial`: GitHub reviews some of its flaws, but its vendor publishes elsewhere
 * (Adobe's are missing since October 2025, Drupal's come weeks later).
 */
const products: Record<string, { ecosystem: string; partial?: true }> = {
  bagisto: { ecosystem: 'composer' },
  drupal: { ecosystem: 'composer', partial: true },
  eccube: { ecosystem: 'composer', partial: true },
  joomla: { ecosystem: 'composer', partial: true },
  magento: { ecosystem: 'composer', partial: true },
  magento1: { ecosystem: 'composer', partial: true },
  opencart: { ecosystem: 'composer', partial: true },
  openmage: { ecosystem: 'composer' },
  oxid: { ecosystem: 'composer', partial: true },
  prestashop: { ecosystem: 'composer' },
  saleor: { ecosystem: 'pip' },
  shopware5: { ecosystem: 'composer', partial: true },
  shopware6: { ecosystem: 'composer' },
  solidus: { ecosystem: 'rubygems' },
  spree: { ecosystem: 'rubygems' },
  sylius: { ecosystem: 'composer' },
  vendure: { ecosystem: 'npm' },
  woocommerce: { ecosystem: 'composer', partial: true },
  zencart: { ecosystem: 'composer', partial: true },
};

/** A thousand packages may be named at once, a hundred advisories come on a page. */
const maxPages = 30;

/** `CVSS:3.1/AV:N/...`: version 3, else version 4. */
function vectorOf({ cvss_severities: both }: GithubAdvisory): string | null {
  const vectors = [both?.cvss_v3?.vector_string, both?.cvss_v4?.vector_string];
  return vectors.find((vector) => /^CVSS:[34]\.\d\/[A-Z:/]{1,250}$/.test(vector ?? '')) ?? null;
}

/** An advisory as it concerns one product, by those of its vulnerabilities that do. What cannot be read of them becomes a problem. */
export function addAdvisory(
  to: Pull,
  product: string,
  read: { item: GithubAdvisory; concerned: readonly Vulnerability[]; name: string; request: PullRequest },
): void {
  const { item, concerned, name, request } = read;
  const aliases = [item.cve_id ?? ''].filter((id) => /^CVE-\d{4}-\d{4,9}$/.test(id));
  const isKnown = request.previous?.records.advisories[product]?.some(({ id }) => id === item.ghsa_id) === true;
  if (typeof item.withdrawn_at === 'string' && (isKnown || concerned.length > 0)) {
    noteWithdrawn(to, product, { id: item.ghsa_id, aliases, on: dayOf(item.withdrawn_at) });
    return;
  }
  if (concerned.length === 0 || typeof item.withdrawn_at === 'string') return;
  const order = request.order(product);
  const parts = concerned.map(({ vulnerable_version_range: text }) => readConstraint(text ?? '', order));
  const ranges = parts.flatMap((part) => part.ranges);
  if (parts.some(({ unread }) => unread.length > 0)) {
    const left = ranges.length === 0 ? 'the record was left out' : 'that part was left out';
    const message = `${item.ghsa_id}: affected versions that cannot be read; ${left}.`;
    to.problems.push({ product, message, record: item.ghsa_id });
  }
  if (ranges.length > 0) append(to, product, toAdvisory(item, { ranges, aliases, name }));
}

function toAdvisory(
  item: GithubAdvisory,
  { ranges, aliases, name }: Pick<Advisory, 'ranges' | 'aliases'> & { name: string },
): Advisory {
  return {
    id: item.ghsa_id,
    aliases,
    published: dayOf(item.published_at),
    withdrawn: null,
    ranges,
    versions: [],
    knownFalsePositives: [],
    fixKind: null,
    severity: vectorOf(item),
    cwes: (item.cwes ?? []).map(({ cwe_id: id }) => id).filter((id) => /^CWE-\d{1,6}$/.test(id)),
    url: `https://github.com/advisories/${item.ghsa_id}`,
    sources: [name],
  };
}

function append(to: Pull, product: string, advisory: Advisory): void {
  to.records.advisories[product] = [...(to.records.advisories[product] ?? []), advisory];
}

/** Which vulnerabilities of an advisory are of a package of the product. */
function concernedOf(item: GithubAdvisory, product: string, request: PullRequest): Vulnerability[] {
  const names = new Set(request.packages(product).map((name) => name.toLowerCase()));
  const ecosystem = products[product]?.ecosystem;
  return (item.vulnerabilities ?? []).filter(
    ({ package: it }) => it?.ecosystem.toLowerCase() === ecosystem && names.has(it?.name?.toLowerCase() ?? ''),
  );
}

const name = 'GitHub Advisory Database';

async function pull(request: PullRequest, http: Http, github: Github): Promise<Pull> {
  const fresh = startPull('github', request);
  const wanted = request.products.filter((product) => Object.hasOwn(products, product));
  for (const ecosystem of new Set(wanted.map((product) => products[product]?.ecosystem ?? ''))) {
    const own = wanted.filter((product) => products[product]?.ecosystem === ecosystem);
    const packages = own.flatMap((product) => request.packages(product)).sort();
    if (packages.length === 0) continue;
    const query = new URLSearchParams({ ecosystem, affects: packages.join(','), per_page: '100' });
    const path = `/advisories?${query}`;
    const url = `${github.base}${path}`;
    // The address names every package: one that was read before stands for the same products.
    const validators = request.previous?.validators[url];
    const ask = { source: 'github', item: GithubAdvisory, validators, maxPages };
    const answer = await listAll(path, ask, { http, github });
    if (answer.status === 'unchanged') {
      if (validators !== undefined) fresh.validators[url] = validators;
      for (const product of own) keepProduct(fresh, product, request.previous);
      continue;
    }
    if (Object.keys(answer.validators).length > 0) fresh.validators[url] = answer.validators;
    for (const item of answer.data) {
      for (const product of own) {
        addAdvisory(fresh, product, { item, concerned: concernedOf(item, product, request), name, request });
      }
    }
  }
  return fresh;
}

/**
 * The GitHub Advisory Database: reviewed advisories, by package. A product without any record there is left out: it may be
 * unknown.
 */
export function createGithub({ base = 'https://api.github.com', token }: Partial<Github> = {}): AdvisorySource {
  return {
    id: 'github',
    name,
    licence: 'CC-BY-4.0 (GitHub Advisory Database)',
    url: 'https://github.com/advisories',
    covers: (product) => Object.hasOwn(products, product),
    partial: (product) => products[product]?.partial ?? false,
    pull: (request, http) => pull(request, http, { base, token }),
  };
}
