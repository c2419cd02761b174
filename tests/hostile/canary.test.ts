import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createGithub } from '../../src/advisories/github.ts';
import { createGithubRepositories } from '../../src/advisories/github-repositories.ts';
import { parseConfig } from '../../src/config/index.ts';
import { scanSites } from '../../src/scan/index.ts';
import { openStore } from '../../src/store.ts';
import { makeFolder, readFolder, runBuild } from '../build/built.ts';
import { type Handler, quickHttp, serve } from '../lib/serve.ts';
import { openShop } from '../probe/servers.ts';
import { cookieOf } from './case.ts';

/* Everything secret is a canary here. Whoever is told one repeats it in headers, redirects and bodies; it must not be read anywhere. */

const run = promisify(execFile);

const tea = 'canary-tea-token';
const github = 'canary_github_token';
const { privateKey } = generateKeyPairSync('ed25519');
const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const secretBytes = signingKey.split('\n')[1] ?? '';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const secrets = ['canary', base64(tea).slice(0, 12), base64(github).slice(0, 12), secretBytes];

/** Which secrets a text holds. */
function told(text: string): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

/** How servers repeat the token that they are sent, by the number of the attestation that asks. */
const echoes: Handler[] = [
  ({ headers }, response) => response.writeHead(500, headers.authorization).end(headers.authorization),
  ({ headers }, response) => response.writeHead(403, { 'retry-after': `${headers.authorization}` }).end(),
  ({ headers }, response) =>
    response.writeHead(200, { 'content-type': `text/${headers.authorization?.slice(7)}` }).end(),
  ({ headers }, response) =>
    response
      .writeHead(302, { location: `https://mara:${headers.authorization?.slice(7)}@files.example/?signature=canary` })
      .end(),
  ({ headers }, response) =>
    response.writeHead(302, { location: `/loop?token=${headers.authorization?.slice(7)}` }).end(),
  ({ headers }, response) => response.setHeader('content-type', 'application/json').end(`{${headers.authorization}`),
  ({ headers: { authorization = '' } }, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(
        JSON.stringify({ [authorization]: authorization, packages: [{ name: authorization, version: authorization }] }),
      ),
  ({ headers: { authorization = '' } }, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(
        JSON.stringify({ packages: [{ name: 'prestashop/prestashop', version: authorization, [authorization]: 1 }] }),
      ),
];

const words = 'author: Mara, made: 2026-04-01, expires: 2026-12-01, tokenEnv: PATCHPROOF_TEA';
const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';

async function openShops() {
  const cookies = { 'set-cookie': cookieOf('8.1.0') };
  const honest = await openShop((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...cookies }).end(),
  );
  const leading = await openShop((_request, response) =>
    response.writeHead(302, { location: 'http://mara:canary-password@127.0.0.1/', ...cookies }).end(),
  );
  return { honest, leading };
}

async function scanWithSecrets(data: string) {
  const { honest, leading } = await openShops();
  const documents = await serve((hit, response, n) => {
    const at = Number(/^\/(\d)/.exec(hit.path)?.[1] ?? 4);
    echoes[at]?.(hit, response, n);
  });
  const api = await serve(({ headers }, response) =>
    response
      .writeHead(401, { 'content-type': 'application/json', 'x-said': `${headers.authorization}` })
      .end(JSON.stringify({ message: headers.authorization })),
  );
  const attestations = echoes.map((_, at) => `{ kind: composer, url: "https://agency.example/${at}", ${words} }`);
  const config = parseConfig(
    `${head}  - { id: honest, url: "${honest.url}", allowPrivate: true, platform: prestashop, attestations: [${attestations}] }\n` +
      `  - { id: leading, url: "${leading.url}", allowPrivate: true }\n`,
    'sites.yaml',
  );
  // sites.yaml takes https alone; the test's own server has none
  for (const [at, each] of (config.sites[0]?.attestations ?? []).entries())
    each.url = `${documents.base}/${at}?key=canary-key`;
  const result = await scanSites({
    config,
    store: openStore(data),
    now: '2026-08-22T12:00:00.000Z',
    past: false,
    http: quickHttp().http,
    sources: [
      createGithub({ base: api.base, token: github }),
      createGithubRepositories({ base: api.base, token: github }),
    ],
    documents: { folder: '.', env: { PATCHPROOF_TEA: tea } },
    only: [],
  });
  return { result, documents, api };
}

test('no secret is written by a scan or shown by a build, however servers repeat it', async () => {
  const data = join(await makeFolder(), 'data');
  const { result, documents, api } = await scanWithSecrets(data);
  // they were told
  expect(new Set(documents.hits.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${tea}`]));
  expect(new Set(api.hits.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${github}`]));
  expect(result.document.sites.map(({ verdict }) => verdict.reason)).toEqual(['update-missing', 'unreachable']);
  expect(result.document.sites[0]?.problems).toHaveLength(echoes.length);
  expect(told(JSON.stringify(result))).toEqual([]);
  for (const [name, bytes] of await readFolder(data)) expect([name, told(bytes.toString())]).toEqual([name, []]);

  const out = join(await makeFolder(), 'dist');
  await runBuild(data, out);
  const built = await readFolder(out);
  expect([...built.keys()]).toContain('sites/honest/index.html');
  for (const [name, bytes] of built) expect([name, told(bytes.toString('latin1'))]).toEqual([name, []]);
});

/** Runs a command with every secret in its environment; gives all that it printed, and its exit code. */
async function runWithSecrets(script: string, args: readonly string[]): Promise<{ code: unknown; said: string }> {
  const env = { ...process.env, GITHUB_TOKEN: github, PATCHPROOF_TEA: tea, PATCHPROOF_SIGNING_KEY: signingKey };
  try {
    const { stdout, stderr } = await run(process.execPath, [`scripts/${script}.ts`, ...args], { env });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = Object.assign({ code: null, stdout: '', stderr: '' }, error);
    return { code, said: stdout + stderr };
  }
}

test('no command prints a secret of its environment, of its files, or of what sites say', async () => {
  const { honest, leading } = await openShops();
  const folder = await makeFolder();
  const config = join(folder, 'sites.yaml');
  const attestation = `{ kind: composer, url: "https://agency.example/lock?key=canary-key", ${words} }`;
  await writeFile(
    config,
    `${head}  - { id: honest, url: "${honest.url}", allowPrivate: true, attestations: [${attestation}] }\n` +
      `  - { id: leading, url: "${leading.url}", allowPrivate: true }\n`,
  );
  const data = join(folder, 'data');
  for (const more of [[], ['--json']]) {
    const { code, said } = await runWithSecrets('scan', ['--config', config, '--data', data, '--offline', ...more]);
    expect([code, said.includes('leading'), told(said)]).toEqual([0, true, []]);
  }
  const { code, said } = await runWithSecrets('build', ['--data', data, '--out', join(folder, 'dist')]);
  expect([code, told(said)]).toEqual([0, []]);
  const written = [...(await readFolder(data)), ...(await readFolder(join(folder, 'dist')))];
  expect(written.map(([name]) => name)).toContain('heads.txt.sig');
  for (const [name, bytes] of written) expect([name, told(bytes.toString('latin1'))]).toEqual([name, []]);
});

test('a password in the listing is refused and not repeated', async () => {
  const folder = await makeFolder();
  const config = join(folder, 'sites.yaml');
  await writeFile(config, `${head}  - { id: shop, url: "https://mara:canary-password@shop.example/" }\n`);
  const { code, said } = await runWithSecrets('scan', ['--config', config, '--data', folder, '--offline']);
  expect(code).toBe(2);
  expect(said).toContain('leave out the user name and password');
  expect(told(said)).toEqual([]);
});
