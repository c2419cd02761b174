import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { scanFolder } from '../../scripts/scanning.ts';
import { ConfigError } from '../../src/lib/errors.ts';

test('a GITHUB_TOKEN that is none is refused before any site is visited, and not repeated', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'patchproof-'));
  const config = join(dir, 'sites.yaml');
  await writeFile(
    config,
    'title: T\nurl: https://example.org/\ncontact: a@example.org\nsites:\n  - id: shop\n    url: https://shop.example/\n',
  );
  vi.stubEnv('GITHUB_TOKEN', 'canary with\nblanks');
  const visited = vi.fn();
  const failure = await scanFolder({ config, data: dir, offline: true, onReport: visited, warn: visited }).catch(
    (error: unknown) => error,
  );
  vi.unstubAllEnvs();
  expect(failure).toBeInstanceOf(ConfigError);
  expect(String(failure)).toMatch(/GITHUB_TOKEN is no token.*Remedy/);
  expect(String(failure)).not.toMatch(/canary/);
  expect(visited).not.toHaveBeenCalled();
});
