import { z } from 'zod';
import type { Http } from '../lib/http.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { readUndated, sayUnreadable } from '../model/undated.ts';
import type { ReleaseSource } from './source.ts';

const Text = z.string().max(300);

/** Answer of GET /plugins/info/1.2/?action=plugin_information */
const Plugin = z.object({
  /** Instead of all else where the plugin is closed (`closed`) or not found. */
  error: z.undefined({ error: 'the plugin is closed or not found there' }).optional(),
  /** The release that sites are offered: `11.0.0` */
  version: z.string().regex(/^\d{1,4}(?:\.\d{1,4}){0,3}$/),
  /** Every tag to its address, betas and `trunk` among them. */
  versions: z
    .record(Text, z.unknown())
    .refine((tags) => Object.keys(tags).length <= 5_000, 'more than 5000 versions')
    .refine((tags) => Object.keys(tags).length > 0, 'no version'),
});

/** Slug of the plugin that each product is. */
const slugs: Record<string, string> = { woocommerce: 'woocommerce' };

/**
 * What sites are offered, and everything below it. A tag above it is left out: it was never offered, or was taken back, and
 * another source may know better. The document names no dates and says nothing of security.
 */
function readPlugin({ version, versions }: z.infer<typeof Plugin>, product: string, request: PullRequest) {
  const order = request.order(product);
  const tags = Object.keys(versions).filter((tag) => tag !== 'trunk');
  const isOffered = (tag: string) => !order.isVersion(tag) || order.compare(tag, version) <= 0;
  return readUndated([version, ...tags.filter(isOffered)], product, request);
}

/**
 * A plugin that is closed or gone fails the pull: the last good copy stays and ages, where an empty one would make an old
 * release look like the newest.
 */
async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('wordpress-plugins', request);
  for (const product of request.products.filter((id) => Object.hasOwn(slugs, id))) {
    const slug = slugs[product] ?? product;
    const fields = 'request%5Bfields%5D%5Bversions%5D=1&request%5Bfields%5D%5Bsections%5D=0';
    const url = `${base}/plugins/info/1.2/?action=plugin_information&request%5Bslug%5D=${slug}&${fields}`;
    const before = previous?.records.releases[product];
    const validators = before === undefined ? undefined : previous?.validators[url];
    const answer = await http.getJson(url, { source: 'wordpress-plugins', schema: Plugin, validators });
    if (answer.status === 'unchanged') {
      fresh.validators[url] = validators ?? {};
      fresh.records.releases[product] = before ?? [];
      fresh.problems.push(...(previous?.problems ?? []).filter((problem) => problem.product === product));
    } else {
      const { releases, unreadable } = readPlugin(answer.data, product, request);
      fresh.validators[url] = answer.validators;
      fresh.records.releases[product] = releases;
      fresh.problems.push(...sayUnreadable(product, unreadable));
    }
  }
  return fresh;
}

/** The plugin directory of WordPress.org: every release of a plugin that sites are offered. It tells no dates. */
export function createWordpressPlugins({ base = 'https://api.wordpress.org' } = {}): ReleaseSource {
  return {
    id: 'wordpress-plugins',
    name: 'WordPress.org plugin directory',
    licence: 'WordPress.org API, no licence stated',
    url: 'https://wordpress.org/plugins/woocommerce/',
    covers: (product) => Object.hasOwn(slugs, product),
    partial: () => false,
    pull: (request, http) => pull(request, http, base),
  };
}
