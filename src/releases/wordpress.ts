import { z } from 'zod';
import type { Http } from '../lib/http.ts';
import { noteUnreadFlaws, type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { readUndated, sayUnreadable } from '../model/undated.ts';
import type { ReleaseSource } from './source.ts';

const Text = z.string().max(100);

/** Answer of GET /core/stable-check/1.0/: every release there was, with its mark: `insecure`, `outdated` or `latest`. */
const StableCheck = z
  .record(Text, Text)
  .refine((marks) => Object.keys(marks).length <= 5_000, 'more than 5000 versions')
  .refine((marks) => Object.values(marks).includes('latest'), 'no version is marked as latest');

/** Answer of GET /core/version-check/1.7/: what updaters are offered, the newest of each branch among it. */
const Offers = z.object({
  offers: z
    .array(
      z.object({
        /** `upgrade`, `latest`, `autoupdate`; `development` for nightly builds */
        response: Text,
        version: Text,
      }),
    )
    .min(1)
    .max(500),
});

const product = 'wordpress';
const marks = new Set(['insecure', 'outdated', 'latest']);

/**
 * Only `insecure` is the vendor's word on security. `latest` says that nothing newer exists and `outdated` that something
 * does: taking either for "secure" would put words into the vendor's mouth, so no version is ever flagged as secure.
 */
function readFlags(check: z.infer<typeof StableCheck>, request: PullRequest): { version: string; secure: boolean }[] {
  const { isVersion } = request.order(product);
  const insecure = Object.entries(check).filter(([version, mark]) => mark === 'insecure' && isVersion(version));
  return insecure.map(([version]) => ({ version, secure: false }));
}

/**
 * A mark of another name could be a new word for `insecure`, and a list that calls nothing insecure has lost the word: it is
 * said, and the flags no longer count as all that is known of flaws.
 */
function addDoubts(to: Pull, check: z.infer<typeof StableCheck>): void {
  const all = Object.values(check);
  const unknown = all.filter((mark) => !marks.has(mark)).length;
  const doubts = [
    ...(unknown === 0 ? [] : [`${unknown} versions carry a mark of unknown meaning.`]),
    ...(all.includes('insecure') ? [] : ['No version is marked as insecure, where many were.']),
  ];
  to.problems.push(...doubts.map((message) => ({ product, message })));
  if (doubts.length > 0) noteUnreadFlaws(to, product);
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const fresh = startPull('wordpress', request);
  if (!request.products.includes(product)) return fresh;
  const { previous } = request;
  const before = previous?.records.releases[product];
  const url = `${base}/core/stable-check/1.0/`;
  const validators = before === undefined ? undefined : previous?.validators[url];
  const check = await http.getJson(url, { source: 'wordpress', schema: StableCheck, validators });
  const offers = await http.getJson(`${base}/core/version-check/1.7/`, { source: 'wordpress', schema: Offers });
  const offered = offers.status === 'fresh' ? offers.data.offers : [];
  const versions = offered.filter(({ response }) => response !== 'development').map(({ version }) => version);
  const isFresh = check.status === 'fresh';
  const listed = isFresh ? Object.keys(check.data) : (before ?? []).map(({ version }) => version);
  const { releases, unreadable } = readUndated([...listed, ...versions], product, request);
  fresh.validators[url] = isFresh ? check.validators : (validators ?? {});
  if (releases.length > 0) fresh.records.releases[product] = releases;
  fresh.records.flags[product] = isFresh ? readFlags(check.data, request) : (previous?.records.flags[product] ?? []);
  if (isFresh) {
    addDoubts(fresh, check.data);
    fresh.problems.push(...sayUnreadable(product, unreadable));
  } else {
    fresh.problems = previous?.problems ?? [];
    if (previous?.unreadFlaws !== undefined) fresh.unreadFlaws = previous.unreadFlaws;
  }
  return fresh;
}

/** WordPress.org: every release of WordPress, and which of them its makers call insecure. It tells no dates. */
export function createWordpress({ base = 'https://api.wordpress.org' } = {}): ReleaseSource {
  return {
    id: 'wordpress',
    name: 'WordPress.org',
    licence: 'WordPress.org API, no licence stated',
    url: 'https://wordpress.org/download/releases/',
    covers: (id) => id === product,
    partial: () => false,
    flagsInsecure: true,
    pull: (request, http) => pull(request, http, base),
  };
}
