import { generateKeyPairSync, verify } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder, runBuild, runScript } from './built.ts';
import { scanDemo } from './demo-site.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

let folder: string;
let data: string;
let signed: Map<string, Buffer>;

beforeAll(async () => {
  folder = await scanDemo();
  data = join(folder, 'data');
  const args = ['--data', data, '--out', join(folder, 'signed')];
  await runScript('build', args, { PATCHPROOF_SIGNING_KEY: pem });
  signed = await readFolder(join(folder, 'signed'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = (path: string) => signed.get(path)?.toString('utf8') ?? '';

describe('heads.txt', () => {
  it('lists a head of every history that shows an event, and verify finds each', async () => {
    const lines = text('heads.txt').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}[a-z0-9-]+$/);
    const heads = lines.map((line) => line.slice(0, 64)).join(',');
    const said = await runScript('verify', ['--data', data, '--head', heads]);
    expect(said.match(/all up to it is unchanged/g)).toHaveLength(lines.length);
  });

  it('is signed, the public key beside it, the private key nowhere', () => {
    const signature = Buffer.from(text('heads.txt.sig'), 'base64');
    expect(verify(null, Buffer.from(text('heads.txt')), publicKey, signature)).toBe(true);
    expect(text('heads.pub')).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
    const secret = pem.split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    for (const [path, bytes] of signed) expect(bytes.includes(secret), path).toBe(false);
  });

  it('without a key is not signed; with a wrong one nothing is built, and the key is not shown', async () => {
    await runBuild(data, join(folder, 'plain'));
    const files = [...(await readFolder(join(folder, 'plain'))).keys()];
    expect(files).toContain('heads.txt');
    expect(files.filter((path) => path.startsWith('heads.'))).toEqual(['heads.txt']);
    const wrong = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const wrongPem = wrong.export({ type: 'pkcs8', format: 'pem' }).toString();
    const building = runScript('build', ['--data', data, '--out', join(folder, 'wrong')], {
      PATCHPROOF_SIGNING_KEY: wrongPem,
    });
    const failure = await building.then(String, String);
    expect(failure).toContain('holds no Ed25519 private key');
    expect(failure).not.toContain(wrongPem.split('\n')[1]);
  });
});

describe('npm run verify --published', () => {
  it('accepts what the data comes to, and names the file that is something else', async () => {
    await runBuild(data, join(folder, 'out'));
    const args = ['--data', data, '--published', join(folder, 'out')];
    expect(await runScript('verify', args)).toContain('every file is what');
    await appendFile(join(folder, 'out/index.html'), ' ');
    await expect(runScript('verify', args)).rejects.toThrow(/out\/index\.html: is not what/);
  });
});
