import { z } from 'zod';
import type { Http } from '../lib/http.ts';
import type { Branch, Release } from '../model/facts.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { Day } from '../model/time.ts';
import type { ReleaseSource } from './source.ts';

const Text = z.string().max(100);

/** One support line, API 1.2: https://endoflife.date/docs/api/v1/ */
const Cycle = z.object({
  name: Text,
  isEol: z.boolean(),
  /** The last supported day: `isEol` turns true the day after. Null: no date is known. */
  eolFrom: Day.nullable(),
  latest: z.object({ name: Text, date: Day.nullable() }).nullable(),
});
type Cycle = z.infer<typeof Cycle>;

/** Answer of GET /api/v1/products/{product}/. */
const Product = z.object({ result: z.object({ releases: z.array(Cycle).min(1).max(500) }) });

/**
 * What is read for each product: the support lines that are its own, and whether the newest of each line is what its vendor
 * released. Magento is left out: its releases are listed without -pN, and Adobe's dates win. Joomla's newest 5.x was a test
 * of the updater (5.4.112) for a year.
 */
const products: Record<string, { slug: string; cycles: RegExp; releases: boolean }> = {
  /** 11.4, 7 */
  drupal: { slug: 'drupal', cycles: /^\d/, releases: true },
  /** 6, 5 */
  joomla: { slug: 'joomla', cycles: /^\d/, releases: false },
  /** 5.7; the same page lists Shopware 6 */
  shopware5: { slug: 'shopware', cycles: /^5\./, releases: false },
  /** 6.7 */
  shopware6: { slug: 'shopware', cycles: /^6\./, releases: true },
  /** 2.2 */
  sylius: { slug: 'sylius', cycles: /^\d/, releases: false },
  /** 7.1 */
  wordpress: { slug: 'wordpress', cycles: /^\d/, releases: true },
};

interface Read {
  /** Null where the page lists no line of the product. */
  support: Branch[] | null;
  /** Null where the newest of a line cannot be read: then nobody may take it that there is none. */
  releases: Release[] | null;
  problem: string | null;
}

function toBranch({ name, isEol, eolFrom }: Cycle): Branch {
  return { branch: name, securitySupportEnds: eolFrom, commerceSupportEnds: null, eol: isEol };
}

function readCycles(all: Cycle[], product: string, request: PullRequest): Read {
  const { cycles, releases: trusted, slug } = products[product] ?? { cycles: /^$/, releases: false, slug: product };
  const order = request.order(product);
  const own = all.filter(({ name }) => cycles.test(name) && /^\d{1,4}(?:\.\d{1,4}){0,3}$/.test(name));
  if (own.length === 0) {
    return { support: null, releases: null, problem: `${slug}: no support line of ${product} is listed.` };
  }
  const support = own.map(toBranch);
  if (!trusted) return { support, releases: null, problem: null };
  const releases = own.flatMap(({ latest }): Release[] => {
    if (latest === null || !order.isVersion(latest.name)) return [];
    const prerelease = order.isPrerelease(latest.name);
    return [{ version: latest.name, date: latest.date, security: null, openSource: true, prerelease }];
  });
  if (releases.length === own.length) return { support, releases, problem: null };
  const problem = `${slug}: the newest release of a support line cannot be read; none of its releases was taken.`;
  return { support, releases: null, problem };
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('endoflife', request);
  const wanted = request.products.filter((product) => Object.hasOwn(products, product));
  for (const slug of new Set(wanted.map((product) => products[product]?.slug ?? product))) {
    const concerned = wanted.filter((product) => products[product]?.slug === slug);
    const url = `${base}/api/v1/products/${slug}/`;
    const complete = concerned.every((product) => previous?.records.support[product] !== undefined);
    const validators = complete ? previous?.validators[url] : undefined;
    const answer = await http.getJson(url, { source: 'endoflife', schema: Product, validators });
    if (answer.status === 'unchanged') keep(fresh, previous, { url, concerned });
    else {
      fresh.validators[url] = answer.validators;
      for (const product of concerned) add(fresh, product, readCycles(answer.data.result.releases, product, request));
    }
  }
  return fresh;
}

function add(to: Pull, product: string, { support, releases, problem }: Read): void {
  if (support !== null) to.records.support[product] = support;
  if (releases !== null) to.records.releases[product] = releases;
  if (problem !== null) to.problems.push({ product, message: problem });
}

/** What was read from a document that has not changed since. */
function keep(to: Pull, previous: Pull | null, document: { url: string; concerned: string[] }): void {
  if (previous === null) return;
  to.validators[document.url] = previous.validators[document.url] ?? {};
  for (const product of document.concerned) {
    add(to, product, {
      support: previous.records.support[product] ?? null,
      releases: previous.records.releases[product] ?? null,
      problem: null,
    });
  }
  to.problems.push(...previous.problems.filter(({ product }) => document.concerned.includes(product)));
}

/** endoflife.date: support windows of platforms, and the newest release of each support line. */
export function createEndoflife({ base = 'https://endoflife.date' } = {}): ReleaseSource {
  return {
    id: 'endoflife',
    name: 'endoflife.date',
    licence: 'MIT',
    url: 'https://endoflife.date/',
    covers: (product) => Object.hasOwn(products, product),
    partial: () => false,
    pull: (request, http) => pull(request, http, base),
  };
}
