import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stageBeside, swapIn } from '../../scripts/swap.ts';

test('where the new folder cannot take its place, the former one is back at once', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'patchproof-swap-')), 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'page'), 'former');
  const staging = await stageBeside(out);
  // nothing was built: the second of the two renames fails
  await expect(swapIn(staging)).rejects.toThrow('ENOENT');
  expect(readFileSync(join(out, 'page'), 'utf8')).toBe('former');
  expect(existsSync(staging.previous)).toBe(false);
});
