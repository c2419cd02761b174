import { embeddedFacts } from '../../src/embedded.ts';
import { identify, type PlanContext } from '../../src/identify/index.ts';
import type { Attestation } from '../../src/model/site.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { type Answer, context, visit } from './shop.ts';

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
