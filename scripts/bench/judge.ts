import { embeddedFacts } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import type { Identification } from '../../src/model/identification.ts';
import { platforms } from '../../src/platforms/index.ts';
import { identifyContext } from '../../src/scan/site.ts';
import { type Circumstances, reachVerdict } from '../../src/verdict/index.ts';
import { measurePair } from './measure.ts';
import { readVisits } from './pages.ts';
import type { Row } from './table.ts';

const facts = new Map(platforms.map(({ id }) => [id, embeddedFacts(id)]));

const circumstances: Circumstances = {
  facts: (product) => facts.get(product) ?? null,
  attestations: [],
  policy: { sourceMaxAgeMs: 0, unpublishedNewestMonths: 24, unpublishedOtherMonths: 12, accept: ['statement'] },
  now: '2026-08-22T10:00:00.000Z',
  judgeSourceAge: false,
};

function readIdentifications(): Identification[] {
  const context = identifyContext({ factsOf: embeddedFacts, platforms });
  return readVisits(0)
    .map((visit) => identify(visit, context))
    .filter(({ components }) => components.length > 0);
}

/** The verdict alone, over all that the fixtures show; held against writing down and reading what it judges. */
export async function benchJudge({ runs, rounds }: { runs: number; rounds: number }): Promise<Row[]> {
  const seen = readIdentifications();
  const many = Array.from({ length: rounds }, () => seen).flat();
  const pair = await measurePair(runs, {
    subject: () => {
      for (const identification of many) reachVerdict({ outcome: 'seen', identification, problems: [] }, circumstances);
    },
    floor: () => {
      for (const identification of many) JSON.parse(JSON.stringify(identification));
    },
  });
  const perSecond = (cpuMs: number) => Math.round((many.length / cpuMs) * 1_000).toLocaleString('en');
  return [
    {
      what: 'judge: one identification, all facts at hand',
      subject: `${perSecond(pair.subject.cpuMs)} verdicts per CPU second`,
      floor: `JSON there and back: ${perSecond(pair.floor.cpuMs)}`,
      ratio: pair.ratio,
      target: null,
    },
  ];
}
