import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createGithub } from '../../src/advisories/github.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { createPackagist } from '../../src/advisories/packagist.ts';
import type { AdvisorySource } from '../../src/advisories/source.ts';
import { createWpvulnerability } from '../../src/advisories/wpvulnerability.ts';
import { embeddedFacts } from '../../src/embedded.ts';
import { InvalidResponseError, UnreachableError } from '../../src/lib/errors.ts';
import { createHttp, type Http } from '../../src/lib/http.ts';
import type { Advisory } from '../../src/model/facts.ts';
import { Pull } from '../../src/model/pull.ts';
import { createGithubReleases } from '../../src/releases/github-releases.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import type { ReleaseSource } from '../../src/releases/source.ts';
import { isAffected } from '../../src/verdict/flaws.ts';
import { schemes } from '../../src/versions/index.ts';
import { listenOn } from '../crash/loopback.ts';
import { answerPages, askFor, readPages } from '../lib/pulling.ts';
import { count, type Kind } from './kind.ts';
import { mutateText, noise } from './mutate.ts';
import { createRandom, type Random } from './random.ts';

type Axis = 'advisories' | 'releases';

interface Subject {
  id: string;
  axis: Axis;
  products: string[];
  create: (options: { base: string }) => AdvisorySource | ReleaseSource;
}

const subjects: Subject[] = [
  {
    id: 'github',
    axis: 'advisories',
    products: ['magento', 'prestashop', 'sylius', 'vendure', 'wordpress'],
    create: createGithub,
  },
  {
    id: 'github-repositories',
    axis: 'advisories',
    products: ['prestashop', 'qloapps', 'smartstore'],
    create: createGithubRepositories,
  },
  { id: 'packagist', axis: 'advisories', products: ['prestashop', 'shopware6', 'sylius'], create: createPackagist },
  { id: 'wpvulnerability', axis: 'advisories', products: ['woocommerce'], create: createWpvulnerability },
  {
    id: 'github-releases',
    axis: 'releases',
    products: ['cubecart', 'litecart', 'opencart', 'saleor', 'zencart'],
    create: createGithubReleases,
  },
  { id: 'packagist-p2', axis: 'releases', products: ['openmage', 'shopware6', 'sylius'], create: createPackagistP2 },
];

/**
 * Of a document: a key less, or something of another kind in the place of a value; no value becomes another good one. Names
 * of packages stay: another name is another package, and Packagist leaves out those that it does not know.
 */
function damage(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null)
    return random.pick<unknown>([null, {}, [], true, -1, '', ...noise.slice(0, 8)]);
  const entries = Object.entries(value);
  if (entries.length === 0) return null;
  const at = random.below(entries.length);
  const isName = /^(?:package|packageName)$|\//.test(entries[at]?.[0] ?? '');
  const isList = Array.isArray(value);
  const isGone = !isList && !isName && random.chance(0.25);
  const changed = entries.flatMap(([key, each], i): [string, unknown][] =>
    i !== at ? [[key, each]] : isGone ? [] : [[key, /^package(?:Name)?$/.test(key) ? each : damage(each, random)]],
  );
  return isList ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

/** Releases at which an advisory begins or ends, and one in each range. */
function boundaries({ ranges, versions }: Advisory): string[] {
  const ends = ranges.flatMap(({ introduced, lastAffected }) =>
    [introduced === '0' ? '0.0.1' : introduced, lastAffected ?? []].flat(),
  );
  return [...new Set([...ends, ...versions])];
}

function affects(advisory: Advisory, product: string, version: string): boolean {
  const scheme = schemes[embeddedFacts(product)?.scheme ?? 'composer'];
  return scheme.isVersion(version) && isAffected(version, advisory, scheme) === 'affected';
}

/** An advisory that no longer affects what it did, while nothing is said of its product. */
function findSafer(clean: Pull, damaged: Pull): string | null {
  for (const [product, advisories] of Object.entries(clean.records.advisories)) {
    const isTold = damaged.problems.some((problem) => problem.product === product);
    if (isTold || damaged.unreadFlaws?.includes(product) === true || damaged.records.advisories[product] === undefined)
      continue;
    const now = damaged.records.advisories[product] ?? [];
    for (const advisory of advisories.filter(({ withdrawn }) => withdrawn === null)) {
      const lost = boundaries(advisory).filter(
        (version) => affects(advisory, product, version) && !now.some((each) => affects(each, product, version)),
      );
      if (lost.length > 0) return `${advisory.id} of ${product} no longer affects ${lost.join()}, and nothing is said`;
    }
  }
  return null;
}

interface Served {
  pull: (subject: Subject) => Promise<Pull>;
  /** Changes the n-th document that is sent; null: none. */
  change: (change: ((document: unknown) => string) | null) => void;
  close: () => Promise<void>;
}

async function openServer(): Promise<Served> {
  let subject: Subject | undefined;
  let change: ((document: unknown) => string) | null = null;
  const server = await listenOn(async (request, response: ServerResponse) => {
    const hit = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await text(request),
    };
    const end = response.end.bind(response);
    const altered = (body?: string) =>
      end(
        change === null || (!body?.startsWith('{') && !body?.startsWith('[')) ? (body ?? '') : change(JSON.parse(body)),
      );
    Object.assign(response, { end: altered });
    if (subject !== undefined) answerPages(readPages(subject.axis, subject.id, 'happy'))(hit, response, 0);
  });
  const http: Http = createHttp({
    userAgent: 'Patchproof-test',
    limits: { gapMs: 0, maxBytes: 500_000, deadlineMs: 5_000 },
    clock: { now: Date.now, sleep: async () => {} },
    mayBePrivate: () => true,
  });
  return {
    pull: (asked) => {
      subject = asked;
      return asked.create({ base: server.base }).pull(askFor(asked.products), http);
    },
    change: (next) => {
      change = next;
    },
    close: async () => {
      await http.close();
      server.close();
    },
  };
}

/** Damaged documents of advisory and release sources: refused, told as a problem, or no flaw less. */
export async function openSources(): Promise<Kind> {
  const server = await openServer();
  const counts: Kind['counts'] = {};
  const clean = new Map<Subject, Pull>();
  for (const subject of subjects) clean.set(subject, await server.pull(subject));
  return {
    counts,
    tryOne: async (random) => {
      const subject = random.pick(subjects);
      const isText = random.chance(0.15);
      const seed = random.below(2 ** 31);
      server.change((document) => {
        const own = createRandom(seed);
        return isText ? mutateText(JSON.stringify(document), own) : (JSON.stringify(damage(document, own)) ?? 'null');
      });
      try {
        const pull = await server.pull(subject);
        Pull.parse(pull);
        count(counts, pull.problems.length > 0 ? 'told as a problem' : 'read');
        const before = clean.get(subject);
        return before === undefined || isText ? null : (findSafer(before, pull) ?? null);
      } catch (error) {
        if (!(error instanceof InvalidResponseError || error instanceof UnreachableError)) throw error;
        count(counts, 'refused');
        return null;
      }
    },
    close: server.close,
  };
}
