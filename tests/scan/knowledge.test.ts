import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AdvisorySource } from '../../src/advisories/source.ts';
import { embeddedFacts } from '../../src/embedded.ts';
import { UnreachableError } from '../../src/lib/errors.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { startPull } from '../../src/model/pull.ts';
import { gatherKnowledge, type KnowledgeSources } from '../../src/scan/knowledge.ts';
import { openStore } from '../../src/store.ts';
import { quickHttp } from '../lib/serve.ts';

const now = '2026-09-26T06:17:00.000Z';

function source(id: string, more: Partial<AdvisorySource>, pull: (request: PullRequest) => Pull): AdvisorySource {
  const info = { id, name: id, licence: 'x', url: 'x', covers: () => true, partial: () => true };
  return { ...info, ...more, pull: async (request) => pull(request) };
}

/** A list of exploited flaws, a source that completes others, and what each was asked. */
async function listAndCompletion() {
  const asked: [string, readonly string[], string[] | undefined][] = [];
  const listed = source('list', { oneList: true }, (request) => {
    asked.push(['list', request.products, undefined]);
    const pull = startPull('list', request);
    pull.records.exploited = [{ cve: 'CVE-2026-99999', addedOn: '2026-09-20', dueOn: null, product: 'magento' }];
    return pull;
  });
  const completing = source('late', { completes: true, covers: (product) => product === 'magento' }, (request) => {
    const exploited = request.facts?.('magento')?.exploited.map(({ cve }) => cve);
    asked.push(['late', request.products, exploited?.filter((cve) => cve === 'CVE-2026-99999')]);
    return {
      ...startPull('late', request),
      records: { ...startPull('late', request).records, advisories: { magento: [] } },
    };
  });
  const given: KnowledgeSources = {
    sources: [completing, listed],
    embedded: embeddedFacts,
    packages: () => [],
    store: openStore(await mkdtemp(join(tmpdir(), 'patchproof-knowledge-'))),
    http: quickHttp().http,
    now,
  };
  return { asked, given };
}

it('a source that completes others is asked after them, and sees what they said in this very run', async () => {
  const { asked, given } = await listAndCompletion();
  await gatherKnowledge(['magento'], given);
  expect(asked).toEqual([
    ['list', ['magento'], undefined],
    ['late', ['magento'], ['CVE-2026-99999']],
  ]);
});

it('one list for all products is asked once in a run, and keeps no site waiting', async () => {
  const { asked, given } = await listAndCompletion();
  const knowledge = await gatherKnowledge([], given);
  expect(asked).toEqual([['list', [], undefined]]);
  expect(knowledge.isComplete(['drupal'])).toBe(true);
  expect(knowledge.isComplete(['magento'])).toBe(false);
  const later = await gatherKnowledge(['magento'], given);
  expect(asked.map(([id]) => id)).toEqual(['list', 'late']);
  expect(later.factsOf('magento')?.sources.filter(({ kind }) => kind === 'exploited')).toMatchObject([
    { id: 'list', partial: true },
  ]);
});

it('a list that cannot be had is a problem; the embedded one stands', async () => {
  const { given } = await listAndCompletion();
  const down = source('list', { oneList: true }, () => {
    throw new UnreachableError('list', 'list: gone. Remedy: wait.');
  });
  const knowledge = await gatherKnowledge(['magento'], { ...given, sources: [down] });
  expect(knowledge.problems).toMatchObject([{ code: 'source-failed', message: 'list: gone. Remedy: wait.' }]);
  expect(knowledge.factsOf('magento')?.exploited.length).toBeGreaterThan(30);
});

it("a vendor's flags, which carry no date, say nothing of an earlier day", async () => {
  const flagging = source('flags', {}, (request) => {
    const pull = startPull('flags', request);
    pull.records.flags = { wordpress: [{ version: '6.5.2', secure: false }] };
    return pull;
  });
  const store = openStore(await mkdtemp(join(tmpdir(), 'patchproof-flags-')));
  const given = {
    sources: [flagging],
    embedded: embeddedFacts,
    packages: () => [],
    store,
    http: quickHttp().http,
    now,
  };
  const live = await gatherKnowledge(['wordpress'], given);
  expect(live.factsOf('wordpress')?.vendorInsecure).toEqual(['6.5.2']);
  const past = await gatherKnowledge(['wordpress'], {
    ...given,
    http: null,
    past: true,
    now: '2024-04-09T12:00:00.000Z',
  });
  expect(past.factsOf('wordpress')?.vendorInsecure).toEqual([]);
});

it('a copy that a wrong clock dated in the future is asked for again, and does not count as fresh', async () => {
  let asked = 0;
  const telling = source('told', { partial: () => false }, (request) => {
    asked += 1;
    const pull = startPull('told', request);
    pull.records.advisories = { wordpress: [] };
    return pull;
  });
  const store = openStore(await mkdtemp(join(tmpdir(), 'patchproof-clock-')));
  const given = { embedded: embeddedFacts, packages: () => [], store, http: quickHttp().http };
  await gatherKnowledge(['wordpress'], { ...given, sources: [telling], now: '2030-01-01T00:00:00.000Z' });
  await gatherKnowledge(['wordpress'], { ...given, sources: [telling], now, past: true });
  expect(asked).toBe(1);
  await gatherKnowledge(['wordpress'], { ...given, sources: [telling], now });
  expect(asked).toBe(2);
  expect((await store.readPull('told'))?.fetchedAt).toBe(now);
});

/* Mage-OS ships with nothing: one source tells its releases, another its flaws. */

const released = source('releases', { partial: () => false, covers: (id) => id === 'mageos' }, (request) => {
  const pull = startPull('releases', request);
  const release = { version: '2.3.0', date: '2026-09-01', security: null, openSource: true, prerelease: false };
  pull.records.releases = { mageos: [release] };
  return pull;
});
const flaws = source('flaws', { partial: () => false, covers: (id) => id === 'mageos' }, (request) => {
  const pull = startPull('flaws', request);
  pull.records.advisories = { mageos: [] };
  return pull;
});

it.each([
  ['all have answered', flaws, true],
  [
    'the one that knows its flaws is down',
    { ...flaws, pull: () => Promise.reject(new UnreachableError('flaws', 'Down.')) },
    false,
  ],
  ['that one cannot read the product', source('flaws', flaws, (request) => startPull('flaws', request)), false],
])(
  'of a product that ships with nothing something is known once its whole sources have told it: %s',
  async (_, told, isKnown) => {
    const store = openStore(await mkdtemp(join(tmpdir(), 'patchproof-bare-')));
    const given = { embedded: embeddedFacts, packages: () => [], store, http: quickHttp().http, now };
    const { factsOf } = await gatherKnowledge(['mageos'], { ...given, sources: [released, told] });
    expect(factsOf('mageos') !== null).toBe(isKnown);
  },
);
