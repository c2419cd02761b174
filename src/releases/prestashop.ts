import { z } from 'zod';
import type { Http } from '../lib/http.ts';
import type { Release } from '../model/facts.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { readUndated, sayUnreadable } from '../model/undated.ts';
import type { ReleaseSource } from './source.ts';

/** Answer of GET /prestashop: every version, one entry for each distribution (`open_source`, `classic`). */
const List = z
  .array(
    z.object({
      version: z.string().max(100),
      /** `stable`, `rc`, `beta` */
      stability: z.string().max(30),
      /** https://build.prestashop-project.org/news/2025/prestashop-8-2-3-security-release/ */
      release_notes_url: z.string().max(500).nullable(),
    }),
  )
  .max(10_000)
  .refine((entries) => entries.some(({ stability }) => stability === 'stable'), 'no stable release');
type List = z.infer<typeof List>;

const product = 'prestashop';

/**
 * Whether the address of a release's notes calls it a security release. That it does not says nothing: 8.2.4 and 9.0.3 fixed
 * flaws under the name of a maintenance release.
 */
function isCalledSecurity(url: string | null): boolean {
  // .../prestashop-8-2-3-security-release/, .../prestashop-1-7-0-6-maintenance-security-release/
  return /-security-releases?\/?$/.test(url ?? '');
}

function readList(list: List, request: PullRequest): { releases: Release[]; unreadable: number } {
  const stable = list.filter(({ stability }) => stability === 'stable');
  const notes = stable.filter(({ release_notes_url }) => isCalledSecurity(release_notes_url));
  const security = new Set(notes.map(({ version }) => version));
  const listed = stable.map(({ version }) => version);
  const { releases, unreadable } = readUndated(listed, product, request);
  const named = releases.map((release) => (security.has(release.version) ? { ...release, security: true } : release));
  return { releases: named, unreadable };
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const fresh = startPull('prestashop', request);
  if (!request.products.includes(product)) return fresh;
  const { previous } = request;
  const before = previous?.records.releases[product];
  const url = `${base}/prestashop`;
  const validators = before === undefined ? undefined : previous?.validators[url];
  const answer = await http.getJson(url, { source: 'prestashop', schema: List, validators });
  if (answer.status === 'unchanged') {
    fresh.validators[url] = validators ?? {};
    fresh.records.releases[product] = before ?? [];
    fresh.problems = previous?.problems ?? [];
    return fresh;
  }
  const { releases, unreadable } = readList(answer.data, request);
  fresh.validators[url] = answer.validators;
  if (releases.length > 0) fresh.records.releases[product] = releases;
  fresh.problems = sayUnreadable(product, unreadable);
  return fresh;
}

/** PrestaShop's distribution API: every release since 1.7, and which of them its makers announced as a security release. */
export function createPrestashop({ base = 'https://api.prestashop-project.org' } = {}): ReleaseSource {
  return {
    id: 'prestashop',
    name: 'PrestaShop distribution API',
    licence: 'PrestaShop distribution API, no licence stated for its data',
    url: 'https://github.com/PrestaShop/distribution-api',
    covers: (id) => id === product,
    partial: () => false,
    pull: (request, http) => pull(request, http, base),
  };
}
