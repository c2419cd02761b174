import { createHash } from 'node:crypto';
import { z } from 'zod';
import { embeddedFacts, fileHashIndex, nameTable } from '../../src/embedded.ts';
import { nextPath, type PlanContext } from '../../src/identify/index.ts';
import { Exchange, type Snapshot } from '../../src/model/snapshot.ts';
import { platforms } from '../../src/platforms/index.ts';
import { foreseeOutcomes } from '../../src/verdict/index.ts';
import { schemes } from '../../src/versions/index.ts';
import { asExpected } from '../facts/expected.ts';

/** An answer in short: a page with status 200 where nothing else is said, hashed as it stands. */
export const Answer = Exchange.pick({ path: true }).extend({
  url: z.string().optional(),
  status: z.number().default(200),
  headers: Exchange.shape.headers.default([['content-type', 'text/html; charset=utf-8']]),
  body: z.string().default(''),
  /** Null: the body was cut short. */
  sha256: z.string().nullable().optional(),
  sha256Lf: z.string().nullable().optional(),
});
export type Answer = z.input<typeof Answer>;

export const origin = 'https://shop.example';

export function exchange(answer: Answer): Exchange {
  const { sha256, sha256Lf, url, ...rest } = Answer.parse(answer);
  const hash = sha256 === undefined ? createHash('sha256').update(rest.body).digest('hex') : sha256;
  const at = '2026-08-22T10:00:00.000Z';
  return {
    at,
    url: url ?? origin + rest.path,
    sha256: hash,
    sha256Lf: sha256Lf === undefined ? hash : sha256Lf,
    ...rest,
  };
}

export function snapshot(answers: readonly Answer[], rest: Partial<Snapshot> = {}): Snapshot {
  const exchanges = answers.map(exchange);
  return { outcome: 'seen', exchanges, withheld: [], problems: [], requests: answers.length + 2, ...rest };
}

const policy = {
  sourceMaxAgeMs: 0,
  unpublishedNewestMonths: 24,
  unpublishedOtherMonths: 12,
  accept: ['statement' as const],
};

const outcome = foreseeOutcomes({
  facts: embeddedFacts,
  attestations: [],
  policy,
  now: '2026-08-22T10:00:00.000Z',
  judgeSourceAge: false,
});

/** All platforms with the embedded facts, judged as of their own day, unless a test says otherwise. */
export function context(rest: Partial<PlanContext> = {}): PlanContext {
  return {
    platforms,
    hint: undefined,
    hashIndex: fileHashIndex,
    nameTable,
    releases: (product) => {
      const facts = embeddedFacts(product);
      return facts && { releases: asExpected(facts).releases, scheme: schemes[facts.scheme] };
    },
    outcome,
    ...rest,
  };
}

/** What the index says of a release's file, straight from the table; null where the release does not ship it. */
export function indexedHash(product: string, version: string, path: string): string | null {
  const index = fileHashIndex(product);
  const at = index?.versions.indexOf(version) ?? -1;
  const file = index?.files.find((entry) => entry.path === path);
  return Object.entries(file?.hashes ?? {}).find(([, versions]) => versions.includes(at))?.[0] ?? null;
}

/** A file as an install of that release serves it; 404 where it ships none. */
export function releaseFile(product: string, version: string, path: string, at: string = path): Answer {
  const sha256 = indexedHash(product, version, path);
  const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'text/plain';
  return sha256 === null ? { path: at, status: 404 } : { path: at, headers: [['content-type', type]], sha256 };
}

/** Asks what the plan proposes until it has enough; `serve` answers a path, undefined = 404. Throws where it repeats itself. */
export function visit(home: Answer, serve: (path: string) => Answer | undefined, using: PlanContext = context()) {
  const seen = snapshot([{ ...home }]);
  const asked: string[] = [];
  for (let path = nextPath(seen, using); path !== null; path = nextPath(seen, using)) {
    if (asked.includes(path) || asked.length > 12) throw new Error(`asked again or too often: ${path}`);
    asked.push(path);
    seen.exchanges.push(exchange(serve(path) ?? { path, status: 404 }));
  }
  return { asked, snapshot: seen };
}
