import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { ConfigError } from '../../src/lib/errors.ts';
import { minimal } from './list-issues.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchproof-config-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function load(content: string | Uint8Array) {
  const path = join(folder, 'sites.yaml');
  await writeFile(path, content);
  return loadConfig(path);
}

/** The error's message, with the folder taken out of it. */
async function explain(loading: Promise<unknown>): Promise<string> {
  const error = await loading.catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message.replaceAll(`${folder}/`, '');
}

it('reads a file, with or without byte-order mark and with any line ends', async () => {
  const config = await load(minimal);
  expect(config.sites.map((site) => site.id)).toEqual(['tea']);
  expect(await load(`\ufeff${minimal}`)).toEqual(config);
  expect(await load(minimal.replaceAll('\n', '\r\n'))).toEqual(config);
});

it('counts columns from behind a byte-order mark', async () => {
  expect(await explain(load(`\ufeff${minimal.replace('Shops', '""')}`))).toContain('sites.yaml:1:8  title: ');
});

it('says that there is no such file, and keeps the cause', async () => {
  const loading = loadConfig(join(folder, 'none.yaml'));
  expect(await explain(loading)).toBe(
    'none.yaml cannot be read: there is no such file. Create it (README.md shows one in ten lines), or name another with --config FILE.',
  );
  await expect(loading).rejects.toMatchObject({ cause: { code: 'ENOENT' }, subject: join(folder, 'none.yaml') });
});

it('says that it is a folder', async () => {
  await expect(loadConfig(folder)).rejects.toThrow(/ cannot be read: it is a folder\. Name the YAML file in it/);
});

it('says that it is empty', async () => {
  expect(await explain(load(''))).toMatch(/^sites\.yaml is empty\. /);
});

it('says that it is binary', async () => {
  expect(await explain(load(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)))).toBe(
    'sites.yaml:1: this is not text in UTF-8. Name a YAML file, saved as UTF-8.',
  );
  expect(await explain(load(Buffer.from(minimal, 'utf16le')))).toBe(
    'sites.yaml is binary, or text in UTF-16. Name a YAML file, saved as UTF-8.',
  );
});

it('names the line that is not UTF-8', async () => {
  expect(await explain(load(Buffer.from(`${minimal}    name: Café\n`, 'latin1')))).toMatch(
    /^sites\.yaml:7: this is not /,
  );
  expect(await explain(load(Buffer.from(`${minimal}    name: Café`, 'latin1')))).toMatch(
    /^sites\.yaml:7: this is not /,
  );
});

it('says that it is too large, and reads what just fits', async () => {
  const comment = '#'.repeat(20_000_000 - minimal.length);
  expect((await load(minimal + comment)).sites).toHaveLength(1);
  expect(await explain(load(`${minimal}${comment}#`))).toBe(
    'sites.yaml is larger than 20 MB. Split it into several files and scan each with --config.',
  );
});
