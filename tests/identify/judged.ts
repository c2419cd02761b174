import { embeddedFacts, fileHashIndex } from '../../src/embedded.ts';
import { identify, type PlanContext } from '../../src/identify/index.ts';
import type { Attestation } from '../../src/model/site.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { type Answer, context, releaseFile, visit } from './shop.ts';

export const policy = {
  sourceMaxAgeMs: 0,
  unpublishedNewestMonths: 24,
  unpublishedOtherMonths: 12,
  accept: ['statement' as const],
};

export function verdictOf(
  snapshot: Snapshot,
  attestations: Attestation[] = [],
  using: PlanContext = context(),
  facts = embeddedFacts,
) {
  const identification = identify(snapshot, using);
  const verdict = reachVerdict(
    { outcome: snapshot.outcome, identification, problems: [] },
    { facts, attestations, policy, now: '2026-08-22T10:00:00.000Z', judgeSourceAge: false },
  );
  return { identification, verdict };
}

/** Visits a shop with the plan and judges it. */
export function judge(
  home: Answer,
  serve: (path: string) => Answer | undefined,
  attestations: Attestation[] = [],
  using: PlanContext = context(),
  facts = embeddedFacts,
) {
  const { asked, snapshot } = visit(home, serve, using);
  const { identification, verdict } = verdictOf(snapshot, attestations, using, facts);
  return {
    asked,
    snapshot,
    identification,
    verdict,
    brief: {
      answer: verdict.answer,
      reason: verdict.reason,
      product: verdict.product,
      step: verdict.nextStep,
      components: identification.components.map(({ product, versions, corroborated, conflict }) => ({
        product,
        versions,
        corroborated,
        conflict,
      })),
      asked,
    },
  };
}
export const html = (body: string, headers: [string, string][] = []): Answer => ({
  path: '/',
  headers: [['content-type', 'text/html'], ...headers],
  body: `<!doctype html><html>${body}</html>`,
});

/** Static files as an install of that release serves them. */
export const filesOf =
  (product: string, version: string) =>
  (path: string): Answer | undefined => {
    const plain = path.split('?')[0] ?? '';
    const listed = fileHashIndex(product)?.files.some((file) => file.path === plain);
    return listed ? releaseFile(product, version, plain, path) : undefined;
  };

/** A statement of the maintainer. */
export const stated = (rest: Partial<Attestation>): Attestation => ({
  kind: 'statement',
  covers: [],
  author: 'A',
  made: '2026-08-01',
  expires: '2027-08-01',
  ...rest,
});

/** Marks of a WordPress 7.1. */
export const wordpress =
  '<link href="/wp-includes/css/dist/block-library/style.min.css?ver=7.1"><meta name="generator" content="WordPress 7.1"><script src="/wp-content/themes/a/b.js"></script>';

/** Marks of an embedded Ecwid shop. */
export const ecwid =
  '<div id="my-store-1003"></div><script src="https://app.ecwid.com/script.js?1003"></script><script>xProductBrowser("id=my-store-1003")</script>';
