import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { attestSite, type Place } from '../../src/attest/index.ts';
import type { ListedAttestation, Site } from '../../src/model/site.ts';
import { faults } from '../lib/faults.ts';
import { quickHttp, sendJson, serve } from '../lib/serve.ts';

const words = { covers: [], author: 'Mara', made: '2026-08-01', expires: '2026-12-01' };
const lock = { packages: [{ name: 'shopware/core', version: 'v6.6.10.3' }] };
const proven = { ...words, kind: 'composer', version: '6.6.10.3', product: 'shopware6' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchproof-attest-'));
});

function site(...attestations: ListedAttestation[]): Site {
  return {
    id: 'tea',
    name: 'Tea',
    url: 'https://tea.example/',
    tags: [],
    formerly: [],
    robots: 'respect',
    allowPrivate: false,
    disclosure: 'full',
    attestations,
  };
}

const nowhere = { http: null, env: {}, copies: {}, now: '2026-08-25T06:00:00.000Z', maxAgeMs: 7 * 86_400_000 };

async function attest(listed: Partial<ListedAttestation>, place: Partial<Place> = {}) {
  const attestation: ListedAttestation = { kind: 'composer', ...words, ...listed };
  const { attestations, problems } = await attestSite(site(attestation), { folder, ...nowhere, ...place });
  return { attestations: attestations.map((each) => each.attestation), says: problems.map(({ message }) => message) };
}

test('a statement stays as it is; words of an author go with what each document says', async () => {
  await mkdir(join(folder, 'attested'));
  await writeFile(join(folder, 'attested/composer.lock'), `\ufeff${JSON.stringify(lock)}`);
  const statement = { ...words, kind: 'statement' as const, covers: ['APSB26-92'], version: '1', note: 'By hand.' };
  const composer = { ...words, kind: 'composer' as const, file: 'attested/composer.lock', note: 'From the server.' };
  const { attestations, problems } = await attestSite(site(statement, composer), { folder, ...nowhere });
  expect(problems).toEqual([]);
  expect(attestations).toEqual([
    { label: 'Attestation 1 (statement)', attestation: statement },
    { label: 'Attestation 2 (composer, attested/composer.lock)', attestation: { ...proven, note: 'From the server.' } },
  ]);
});

describe('a file', () => {
  test.each([
    [
      'that is missing',
      async () => {},
      /\(composer, a\.json\) does not count: it cannot be read \(ENOENT\)\. Remedy: /,
    ],
    ['that is no JSON', () => writeFile(join(folder, 'a.json'), '<html>'), /it is not JSON in UTF-8\. Remedy: /],
    ['in UTF-16', () => writeFile(join(folder, 'a.json'), Buffer.from('{}', 'utf16le')), /it is not|its shape is not/],
    ['that is no text', () => writeFile(join(folder, 'a.json'), Buffer.from([0xff, 0xfe])), /it is not JSON in UTF-8/],
    ['larger than 5 MB', () => writeFile(join(folder, 'a.json'), Buffer.alloc(5_000_001, ' ')), /larger than 5 MB/],
    ['that is a folder', () => mkdir(join(folder, 'a.json')), /it is no file/],
    ['that is a device', () => symlink('/dev/zero', join(folder, 'a.json')), /it is no file/],
    ['of another shape', () => writeFile(join(folder, 'a.json'), '{"a":1}'), /its shape is not that of composer\.lock/],
  ])('%s does not count, and says what to do', async (_, prepare, says) => {
    await prepare();
    const { attestations, says: said } = await attest({ file: 'a.json' });
    expect(attestations).toEqual([]);
    expect(said).toEqual([expect.stringMatching(says)]);
    expect(said[0]).toMatch(/Remedy: .+\.$/);
  });

  test('what it holds is never repeated', async () => {
    await writeFile(join(folder, 'a.json'), '{"packages":[{"name":"secret-name","version":"secret-version"}]}');
    const { says } = await attest({ file: 'a.json' });
    expect(says.join()).not.toMatch(/secret/);
  });
});

describe('an address', () => {
  test('is fetched with the token of the environment, which no message repeats', async () => {
    const served = await serve((_, response) => sendJson(response, lock));
    const { http } = quickHttp();
    const env = { PATCHPROOF_TEA: 's3cret' };
    const url = `${served.base}/lock?key=hidden`;
    expect(await attest({ url, tokenEnv: 'PATCHPROOF_TEA' }, { http, env })).toEqual({
      attestations: [proven],
      says: [],
    });
    expect(served.hits[0]?.headers.authorization).toBe('Bearer s3cret');
    await attest({ url }, { http, env });
    expect(served.hits[1]?.headers).not.toHaveProperty('authorization');
  });

  test.each([
    ['', /PATCHPROOF_TEA is empty\. Remedy: set it where the scan runs/],
    ['a\r\nb: c', /PATCHPROOF_TEA holds no token/],
  ])('with the token %j is not fetched', async (token, says) => {
    const served = await serve((_, response) => sendJson(response, lock));
    const place = { http: quickHttp().http, env: { PATCHPROOF_TEA: token } };
    const { says: said } = await attest({ url: served.base, tokenEnv: 'PATCHPROOF_TEA' }, place);
    expect(said).toEqual([expect.stringMatching(says)]);
    expect(served.hits).toEqual([]);
  });

  test('is not fetched by a run that asks nobody', async () => {
    const { says } = await attest({ url: 'https://agency.example/lock' });
    expect(says).toEqual([
      expect.stringMatching(/\(composer, agency\.example\/lock\) does not count: this run fetches/),
    ]);
  });

  test.each(faults)('that fails ($name) does not count; nothing secret is said', async ({ answer }) => {
    const served = await serve((_, response) => answer(response));
    const place = { http: quickHttp({ deadlineMs: 200 }).http, env: { PATCHPROOF_TEA: 's3cret' } };
    const listed = { url: `${served.base}/a?key=hidden`, tokenEnv: 'PATCHPROOF_TEA' };
    const { attestations, says } = await attest(listed, place);
    expect(attestations).toEqual([]);
    expect(says).toEqual([expect.stringMatching(/\/a\) does not count: (?!it cannot be fetched).+\. Remedy: .+\.$/)]);
    expect(says.join()).not.toMatch(/hidden|s3cret/);
  });
});
