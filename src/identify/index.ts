import type { Identification } from '../model/identification.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { IdentifyContext } from './context.ts';
import { readPage } from './page.ts';
import { describeComponent, surveySnapshot } from './survey.ts';

export type { IdentifyContext, PlanContext } from './context.ts';
export { nextPath } from './plan.ts';

/** Names the products that a site shows and the releases that fit all evidence. Pure; hostile answers are no error. */
export function identify(snapshot: Snapshot, context: IdentifyContext): Identification {
  if (snapshot.outcome !== 'seen') return { components: [], withheld: [] };
  const pages = snapshot.exchanges.map(readPage);
  const { named } = surveySnapshot(snapshot, context);
  return { components: named.map((survey) => describeComponent(survey, pages)), withheld: snapshot.withheld };
}
