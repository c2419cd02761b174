import { expect, test } from 'vitest';
import { persist } from '../../src/lib/retry.ts';

const limits = { retries: 2, backoffMs: 1_000, maxWaitMs: 60_000 };

async function attemptsAt(failure: Error): Promise<number> {
  let attempts = 0;
  const send = () => {
    attempts += 1;
    return Promise.reject(failure);
  };
  const outcome = await persist(send, limits, { now: () => 0, sleep: async () => undefined });
  expect(outcome).toEqual({ failure });
  return attempts;
}

test.each([
  ['a closed network', 'ERR_NAME_UNRESOLVED', 1],
  ['an address that is refused', 'ERR_ADDRESS_REFUSED', 1],
  ['no route', 'ENETUNREACH', 1],
  ['a firewall that drops', 'UND_ERR_CONNECT_TIMEOUT', 1],
  ['a reset connection', 'ECONNRESET', 3],
  ['a refused connection', 'ECONNREFUSED', 3],
])('%s (%s): %i attempts', async (_, code, expected) => {
  expect(await attemptsAt(Object.assign(new Error(code), { code }))).toBe(expected);
});

test('a deadline is not given a second time', async () => {
  expect(await attemptsAt(new DOMException('too slow', 'TimeoutError'))).toBe(1);
});
