import { expect, it } from 'vitest';
import { runScript } from '../build/built.ts';

it('npm run bench:growth scans, commits and measures a clone', async () => {
  const printed = await runScript('bench-growth', ['--sites', '9', '--days', '3']);
  // The first scan always changes something; the two after it may or may not.
  expect(printed).toMatch(/^9 shops, 3 daily scans, [123] commits\n/);
  const [first = 0, last = 0] = [...printed.matchAll(/scan: +([\d.]+) MB/g)].map(([, size]) => Number(size));
  // nine reports of some 10 kB, and copies of 17 sources
  expect(first).toBeGreaterThan(0.1);
  expect(last).toBeGreaterThanOrEqual(first);
});
