import { type Github, listAll } from '../lib/github.ts';
import type { Http } from '../lib/http.ts';
import { readEach } from '../lib/read-each.ts';
import { keepProduct, keepUnconfirmed, type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { addAdvisory, GithubAdvisory } from './github.ts';
import type { AdvisorySource } from './source.ts';

/**
 * The repository in which each product's vendor may publish its flaws. `partial`: vendors write affected versions as they like
 * and publish elsewhere too, so this adds to what is known. Of the others nobody else tells: their age is the age of our
 * knowledge.
 */
const products: Record<string, { repository: string; partial: boolean }> = {
  abantecart: { repository: 'abantecart/abantecart-src', partial: true },
  bagisto: { repository: 'bagisto/bagisto', partial: true },
  'ce-phoenix': { repository: 'CE-PhoenixCart/PhoenixCart', partial: false },
  cubecart: { repository: 'cubecart/v6', partial: true },
  eccube: { repository: 'EC-CUBE/ec-cube', partial: true },
  litecart: { repository: 'litecart/litecart', partial: true },
  mageos: { repository: 'mage-os/mageos-magento2', partial: false },
  medusa: { repository: 'medusajs/medusa', partial: true },
  nopcommerce: { repository: 'nopSolutions/nopCommerce', partial: true },
  opencart: { repository: 'opencart/opencart', partial: true },
  openmage: { repository: 'OpenMage/magento-lts', partial: true },
  oxid: { repository: 'OXID-eSales/oxideshop_ce', partial: true },
  prestashop: { repository: 'PrestaShop/PrestaShop', partial: true },
  qloapps: { repository: 'Qloapps/QloApps', partial: false },
  saleor: { repository: 'saleor/saleor', partial: true },
  shopware6: { repository: 'shopware/shopware', partial: true },
  smartstore: { repository: 'smartstore/Smartstore', partial: false },
  solidus: { repository: 'solidusio/solidus', partial: true },
  spree: { repository: 'spree/spree', partial: true },
  sylius: { repository: 'Sylius/Sylius', partial: true },
  thirtybees: { repository: 'thirtybees/thirtybees', partial: true },
  vendure: { repository: 'vendure-ecommerce/vendure', partial: true },
  woocommerce: { repository: 'woocommerce/woocommerce', partial: true },
  zencart: { repository: 'zencart/zencart', partial: true },
};

const maxPages = 10;
const name = 'GitHub repositories';

/** `Qloapps/QloApps`, `QloApps` -> `qloapps`: owners write the names of their packages as they like. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Names under which the owner of a repository may speak of the product. */
function namesOf(product: string, repository: string, request: PullRequest): Set<string> {
  const [, repositoryName = ''] = repository.split('/');
  return new Set([...request.packages(product), product, repository, repositoryName, ''].map(plain));
}

function add(to: Pull, product: string, read: { items: GithubAdvisory[]; request: PullRequest }): void {
  const { items, request } = read;
  const names = namesOf(product, products[product]?.repository ?? '', request);
  // No advisory in a repository that exists: its vendor has published none there.
  to.records.advisories[product] = [];
  for (const item of items) {
    const listed = item.vulnerabilities ?? [];
    const concerned = listed.filter((each) => names.has(plain(each.package?.name ?? '')));
    addAdvisory(to, product, { item, concerned, name, request });
    if (concerned.length === 0 && typeof item.withdrawn_at !== 'string') {
      const message = `${item.ghsa_id}: it names no package of ${product} that is known here; the record was left out.`;
      to.problems.push({ product, message });
    }
  }
}

async function pull(request: PullRequest, http: Http, github: Github): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('github-repositories', request);
  const wanted = request.products.filter((product) => Object.hasOwn(products, product));
  const failures = await readEach(wanted, async (product) => {
    const path = `/repos/${products[product]?.repository}/security-advisories?state=published&per_page=100`;
    const url = `${github.base}${path}`;
    const validators = previous?.records.advisories[product] === undefined ? undefined : previous.validators[url];
    const ask = { source: 'github-repositories', item: GithubAdvisory, validators, maxPages };
    const answer = await listAll(path, ask, { http, github });
    if (answer.status === 'unchanged') keepProduct(fresh, product, previous);
    else add(fresh, product, { items: answer.data, request });
    const kept = answer.status === 'unchanged' ? validators : answer.validators;
    if (kept !== undefined && Object.keys(kept).length > 0) fresh.validators[url] = kept;
  });
  for (const [product, { message }] of failures) keepUnconfirmed(fresh, product, { previous, message });
  return fresh;
}

/** Advisories that vendors publish in their own repositories, often days before the database has reviewed them. */
export function createGithubRepositories({
  base = 'https://api.github.com',
  token,
}: Partial<Github> = {}): AdvisorySource {
  return {
    id: 'github-repositories',
    name,
    licence: 'facts from the advisories of the platforms (GitHub)',
    url: 'https://docs.github.com/en/code-security/security-advisories',
    covers: (product) => Object.hasOwn(products, product),
    partial: (product) => products[product]?.partial ?? true,
    pull: (request, http) => pull(request, http, { base, token }),
  };
}
