import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { explainSystemError } from '../../src/lib/errors.ts';

test('what the disk refuses is told with its remedy', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  expect(explainSystemError(full)).toBe(
    'ENOSPC: no space left on device, write. Files that were there are whole. Remedy: free space on the disk, then run it again.',
  );
  const missing: unknown = await readFile('no such file').catch((error) => error);
  expect(explainSystemError(missing)).toMatch(/^ENOENT.*no such file'\. .* Remedy: look at the disk/);
});

test('a fault of our own and a failure of the network are none', async () => {
  expect(explainSystemError(new TypeError('x is not a function'))).toBeNull();
  // port 1 of this computer: nobody listens there
  const refused = await new Promise((done) => connect(1, '127.0.0.1').once('error', done));
  expect(refused).toBeInstanceOf(Error);
  expect(explainSystemError(refused)).toBeNull();
});
