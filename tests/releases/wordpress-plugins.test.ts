import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { createWordpressPlugins } from '../../src/releases/wordpress-plugins.ts';
import { type Handler, quickHttp, type Served, sendJson, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';
import { ask, readFixture, sendDocument, undated } from './contract.ts';

const happy = readFixture('wordpress-plugins/happy.json');
const answer: Handler = (hit, response) => sendDocument(hit, response, happy);

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createWordpressPlugins({ base: served.base }).pull(request, http);
}

test('the release on offer and all below it are read; tags above it, betas and trunk are not', async () => {
  const served = await serve(answer);
  const { records, problems } = await pullFrom(served, ask(['woocommerce', 'wordpress']));
  expect(records.releases).toEqual({ woocommerce: ['11.0.0', '10.8.1', '10.9.4'].map((version) => undated(version)) });
  expect([records.support, records.flags, problems]).toEqual([{}, {}, []]);
  expect(served.hits).toHaveLength(1);
  const query = new URL(`${served.base}${served.hits[0]?.path}`).searchParams;
  expect([query.get('action'), query.get('request[slug]')]).toEqual(['plugin_information', 'woocommerce']);
});

describe('what cannot be used', () => {
  test('a closed plugin fails the pull: the copy at hand stays and ages', async () => {
    const served = await serve((hit, response) =>
      sendDocument(hit, response, readFixture('wordpress-plugins/sad-closed.json')),
    );
    await expect(pullFrom(served, ask(['woocommerce']))).rejects.toThrow(
      /error: the plugin is closed or not found there/,
    );
  });

  test('an unknown plugin fails the pull', async () => {
    const served = await serve((_, response) =>
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"Plugin not found."}'),
    );
    await expect(pullFrom(served, ask(['woocommerce']))).rejects.toThrow(/answered 404/);
  });

  test.each([
    ['version', { ...JSON.parse(happy), version: undefined }],
    ['version', { ...JSON.parse(happy), version: 'trunk' }],
    ['versions', { ...JSON.parse(happy), versions: [] }],
    ['versions', { ...JSON.parse(happy), versions: {} }],
    ['versions', { ...JSON.parse(happy), versions: { ['1'.repeat(10_000)]: '' } }],
  ])('without a usable %s the document is refused', async (path, document) => {
    const served = await serve((_, response) => sendJson(response, document));
    await expect(pullFrom(served, ask(['woocommerce']))).rejects.toThrow(new RegExp(`documented: ${path}.*: `));
  });

  test('tags that are no versions are left out and said', async () => {
    const versions = JSON.parse('{"__proto__":"","constructor":"","<b>":"","10.9.4":""}');
    const served = await serve((_, response) => sendJson(response, { ...JSON.parse(happy), versions }));
    const { records, problems } = await pullFrom(served, ask(['woocommerce']));
    expect(records.releases['woocommerce']?.map(({ version }) => version)).toEqual(['11.0.0', '10.9.4']);
    expect(problems).toEqual([
      { product: 'woocommerce', message: expect.stringMatching(/listed versions cannot be read/) },
    ]);
  });
});

testSourceFaults({
  create: (base) => createWordpressPlugins({ base }),
  ask: (previous, at) => ask(['woocommerce'], previous, at),
  answer: answer,
  format: 'json',
  needed: [
    { path: /plugin_information/, field: ['version'], says: /documented: version: / },
    { path: /plugin_information/, field: ['versions'], says: /documented: versions: / },
  ],
});
