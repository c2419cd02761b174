import { describe, expect, test } from 'vitest';
import { attestSite, type Place } from '../../src/attest/index.ts';
import { AttestedCopies } from '../../src/model/attested.ts';
import type { ListedAttestation, Site } from '../../src/model/site.ts';
import { faults } from '../lib/faults.ts';
import { type Handler, quickHttp, sendJson, serve } from '../lib/serve.ts';

const day = 86_400_000;
const first = '2026-08-25T06:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(first) + ms).toISOString();
const lockOf = (version: string) => ({ packages: [{ name: 'shopware/core', version }] });

function siteOf(more: Partial<ListedAttestation>): Site {
  const attestation: ListedAttestation = {
    kind: 'composer',
    covers: [],
    author: 'Mara',
    made: '2026-08-01',
    expires: '2026-12-01',
    ...more,
  };
  return {
    id: 'tea',
    name: 'Tea',
    url: 'https://tea.example/',
    tags: [],
    formerly: [],
    robots: 'respect',
    allowPrivate: false,
    disclosure: 'full',
    attestations: [attestation],
  };
}

/** An address that answers as a test wants, read again and again with the copy that the last look left. */
async function watch(more: Partial<ListedAttestation> = {}) {
  let answer: Handler = (_, response) => sendJson(response, lockOf('v6.6.10.3'), { etag: '"1"' });
  const served = await serve((hit, response, n) => answer(hit, response, n));
  const listed = { url: `${served.base}/lock?key=hidden`, tokenEnv: 'PATCHPROOF_TEA', ...more };
  let copies: Place['copies'] = {};
  const read = async (now: string, place: Partial<Place> = {}) => {
    const attested = await attestSite(siteOf(listed), {
      folder: '.',
      http: quickHttp({ deadlineMs: 200 }).http,
      env: { PATCHPROOF_TEA: 's3cret' },
      copies,
      now,
      maxAgeMs: 7 * day,
      ...place,
    });
    copies = attested.copies;
    // What is kept is facts: no document, no address, no token.
    const kept = AttestedCopies.parse({ schemaVersion: 1, site: 'tea', copies });
    expect(kept.copies).toEqual(copies);
    expect(JSON.stringify(kept)).not.toMatch(/s3cret|hidden|127\.0\.0\.1|packages/);
    const says = attested.problems.map(({ message }) => message);
    expect(says.join()).not.toMatch(/s3cret|hidden/);
    return { versions: attested.attestations.map(({ attestation }) => attestation.version), says, copies };
  };
  return {
    served,
    read,
    become: (handler: Handler) => {
      answer = handler;
    },
  };
}

const down: Handler = (_, response) => response.writeHead(503).end();

describe('an address that fails', () => {
  const passing = faults.filter(({ name }) => name !== '404' && name !== 'a document of another shape');

  test.each(passing)('($name) is stood in for by what it said last, which is said', async ({ answer }) => {
    const { read, become } = await watch();
    expect(await read(first)).toMatchObject({ versions: ['6.6.10.3'], says: [] });
    become((_, response) => answer(response));
    const { versions, says } = await read(later(day));
    expect(versions).toEqual(['6.6.10.3']);
    expect(says).toEqual([
      expect.stringMatching(
        /^Attestation 1 \(composer, .*\/lock\): .+\. What it said on 2026-08-25 counts until 2026-09-01\. Remedy: .+\.$/,
      ),
    ]);
  });

  test('counts as long as any other source, and not a moment longer', async () => {
    const { read, become } = await watch();
    await read(first);
    become(down);
    expect((await read(later(7 * day))).versions).toEqual(['6.6.10.3']);
    const { versions, says, copies } = await read(later(7 * day + 1));
    expect(versions).toEqual([]);
    expect(says).toEqual([expect.stringMatching(/does not count: answered 503\. Remedy: /)]);
    expect(copies).toEqual({});
  });

  test('its age counts from the last good answer, however often it fails', async () => {
    const { read, become } = await watch();
    await read(first);
    become(down);
    const once = await read(later(day));
    expect((await read(later(2 * day))).copies).toEqual(once.copies);
  });

  test('does not outlive the attestation, nor reach into the past', async () => {
    const expiring = await watch({ expires: '2026-08-26' });
    await expiring.read(first);
    expiring.become(down);
    expect((await expiring.read('2026-08-26T23:59:59.000Z')).versions).toEqual(['6.6.10.3']);
    expect((await expiring.read('2026-08-27T00:00:00.000Z')).versions).toEqual([]);
    const past = await watch();
    await past.read(first);
    past.become(down);
    expect((await past.read(later(-1))).versions).toEqual([]);
  });

  test('stands in as well where a run asks nobody, or has no token', async () => {
    for (const place of [{ http: null }, { env: {} }]) {
      const { read, served } = await watch();
      await read(first);
      expect((await read(later(day), place)).versions).toEqual(['6.6.10.3']);
      expect(served.hits).toHaveLength(1);
    }
  });

  test('is not stood in for by what another address or kind of document said', async () => {
    const { read, served, become } = await watch();
    const { copies } = await read(first);
    become(down);
    const place = { folder: '.', http: quickHttp().http, env: {}, copies, now: later(day), maxAgeMs: 7 * day };
    for (const other of [
      { url: `${served.base}/other` },
      { url: `${served.base}/lock?key=hidden`, kind: 'openvex' },
    ] as const) {
      expect((await attestSite(siteOf(other), place)).attestations).toEqual([]);
    }
  });
});

describe('an answer', () => {
  test('that changed replaces the copy', async () => {
    const { read, become } = await watch();
    await read(first);
    become((_, response) => sendJson(response, lockOf('v6.7.2.0'), { etag: '"2"' }));
    expect((await read(later(day))).versions).toEqual(['6.7.2.0']);
    become(down);
    expect((await read(later(2 * day))).versions).toEqual(['6.7.2.0']);
  });

  test.each<[string, Handler]>([
    ['that proves nothing', (_, response) => sendJson(response, { packages: [] })],
    ['of another shape', (_, response) => sendJson(response, { error: 'none' })],
    ['that there is no such document', (_, response) => response.writeHead(404).end()],
    ['that it is gone', (_, response) => response.writeHead(410).end()],
  ])('%s ends the copy', async (_, handler) => {
    const { read, become } = await watch();
    await read(first);
    become(handler);
    const { versions, says, copies } = await read(later(day));
    expect([versions, copies]).toEqual([[], {}]);
    expect(says).toEqual([expect.stringMatching(/does not count: .+\. Remedy: /)]);
    become(down);
    expect((await read(later(day + 1))).versions).toEqual([]);
  });

  test('that nothing changed confirms the copy', async () => {
    const { read, become, served } = await watch();
    await read(first);
    become((_, response) => response.writeHead(304).end());
    expect(await read(later(6 * day))).toMatchObject({ versions: ['6.6.10.3'], says: [] });
    expect(served.hits[1]?.headers).toMatchObject({ 'if-none-match': '"1"', authorization: 'Bearer s3cret' });
    become(down);
    expect((await read(later(12 * day))).versions).toEqual(['6.6.10.3']);
  });
});
